"""`inspection record`: a dated fact into the file it belongs to."""

from collections.abc import Collection

import click

from inspection.cli.body import body_of
from inspection.cli.carrying_out import before, carried_out
from inspection.cli.facts import by_name, form_of, names_in
from inspection.cli.options import command_options
from inspection.cli.session import Options, open_session, say
from inspection.errors import CannotRunError
from inspection.office.writing.actions import ACTIONS
from inspection.office.writing.bench import Bench
from inspection.office.writing.listing import listed
from inspection.office.writing.named import named_action
from inspection.office.writing.places import Reached
from inspection.office.writing.targets import Target, near_to, target_of

_HELP = frozenset({"-h", "--help"})


@click.command("record", context_settings={"ignore_unknown_options": True}, add_help_option=False)
@click.argument("name", metavar="ID", required=False)
@click.argument("action", metavar="ACTION", required=False)
@click.argument("rest", metavar="[--FIELD VALUE]...", nargs=-1, type=click.UNPROCESSED)
@click.option(
    "--body", metavar="FILE|-", help="从文件或管道读字段（YAML 或 JSON）/ take the fields from a file or pipe"
)
@click.option("--dry-run", is_flag=True, help="只显示会改什么，不写 / show what would change and write nothing")
@command_options
@click.pass_context
def record(
    ctx: click.Context,
    options: Options,
    name: str | None,
    action: str | None,
    rest: tuple[str, ...],
    body: str | None,
    dry_run: bool,
) -> int:
    """把一件有日期的事写进它该在的文件。Write a dated fact into the file it belongs to.

    ID 如 R13-05-0137/1（整改事项）、R13-05/单位编号、L2024-011、T-0042；不写 ACTION 就列出现在可以记什么。
    每个动作的选项见 inspection record ID ACTION --help。Without ACTION: what may be recorded of it now.
    """
    if name is None or name in _HELP:
        say(ctx.get_help())
        return 0
    session = open_session(options)
    target = target_of(by_name(name, names_in(session)), session.loaded.contents)
    session.judged()
    asked = before(session)
    if action is None or action in _HELP:
        _there(target, session.loaded.contents, creates=any(one.creates for one in ACTIONS[target.kind]))
        for line in listed(asked, target, options.language):
            say(line)
        return 0
    done = named_action(target.kind, action, target.name)
    _there(target, session.loaded.contents, creates=done.creates)
    data = Bench(session.ledger, asked.schemas, asked.read).data(target.path) or {}
    Reached.base(target, data)
    fact = form_of(session, asked.schemas, target, done, data).filled(rest, body_of(body))
    return carried_out(options, session, [fact], done.words.in_language(options.language), dry_run=dry_run)


def _there(target: Target, paths: Collection[str], *, creates: bool) -> None:
    if not creates and target.path not in paths:
        near = near_to(target, paths)
        zh, en = (f"，是不是 {near}？", f"; did you mean {near}?") if near else ("", "")
        raise CannotRunError(f"台账里没有 {target.name}{zh}", f"there is no {target.name} in the ledger{en}")
