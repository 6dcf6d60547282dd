"""`inspection new`: a new record, its id given by the tool."""

from typing import Any

import click

from inspection.cli.asking import Asker, on_a_terminal, refuse_missing
from inspection.cli.body import body_of
from inspection.cli.carrying_out import before, carried_out
from inspection.cli.facts import by_name, names_in
from inspection.cli.flags import options_of, said, typed_in, understood_in
from inspection.cli.options import command_options
from inspection.cli.session import SCHEMAS, Options, open_session, say
from inspection.errors import UsageError
from inspection.finding import Words
from inspection.labelling import load as load_labels
from inspection.office.writing import New
from inspection.office.writing.births import HOMES, USUAL, named_or_home
from inspection.office.writing.fields import fields_of
from inspection.read.suggest import Option, nearest

_HELP = frozenset({"-h", "--help"})


@click.command("new", context_settings={"ignore_unknown_options": True}, add_help_option=False)
@click.argument("kind", metavar="KIND", required=False)
@click.argument("rest", nargs=-1, type=click.UNPROCESSED)
@click.option(
    "--body", metavar="FILE|-", help="从文件或管道读字段（YAML 或 JSON）/ take the fields from a file or pipe"
)
@click.option("--dry-run", is_flag=True, help="只显示会写什么，不写 / show what would be written and write nothing")
@command_options
@click.pass_context
def new(
    ctx: click.Context, options: Options, kind: str | None, rest: tuple[str, ...], body: str | None, dry_run: bool
) -> int:
    """新建一份记录。Make a new record.

    KIND 后面写它属于哪里或编号：new problem R13-05、new inspection R13-05/单位编号、new unit 编号；
    letter、visit、person、round、common 不写就自动编号。各类的字段见 inspection new KIND --help。
    """
    if kind is None or kind in _HELP:
        say(ctx.get_help())
        labels = load_labels(SCHEMAS)
        for name in USUAL:
            label = labels.kinds[name].label
            say(f"  {name:<12}{label.en if options.language == 'en' else label.zh}  {HOMES[name]}")
        return 0
    session = open_session(options)
    asked = before(session)
    known, names = _kind(kind), names_in(session)
    name, *flags = rest if rest and not rest[0].startswith("-") else ("", *rest)
    fields = list(fields_of(asked.schemas.of(known)))
    fields = [one for one in fields if one.name not in ("acknowledged", "corrections")]
    name = by_name(name, names)
    command = f"inspection new {kind} {name}".rstrip()
    params = typed_in(command, options_of(fields), flags, load_labels(SCHEMAS).kinds[known].help.zh)
    given: dict[str, Any] = {**understood_in(fields, body_of(body), names), **said(fields, params, names)}
    identity, home = named_or_home(known, name)
    if on_a_terminal():
        Asker(names, options.language).asked(fields, given, USUAL[known], "", "")
    refuse_missing((one.name, one) for one in fields if one.required and one.name not in given)
    words = "new record" if options.language == "en" else f"新建{load_labels(SCHEMAS).kinds[known].label.zh}"
    return carried_out(options, session, [New(known, given, identity, home)], words, dry_run=dry_run)


def _kind(typed: str) -> str:
    labels = load_labels(SCHEMAS).kinds
    for name in USUAL:
        if typed in (name, name.replace("_", "-"), labels[name].label.zh):
            return name
    near = nearest(typed, [Option(name, Words(*labels[name].label)) for name in USUAL])
    if near is not None:
        raise UsageError(
            f"没有「{typed}」这类记录，是不是「{near.label.zh}」（{near.word}）？",
            f"no such kind: {typed}; did you mean {near.word}?",
        )
    known = "、".join(f"{labels[name].label.zh}（{name}）" for name in USUAL)
    raise UsageError(f"没有「{typed}」这类记录，可以是 {known}", f"no such kind: {typed}; there are {', '.join(USUAL)}")
