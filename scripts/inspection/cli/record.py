"""`inspection record`: a dated fact into the file it belongs to."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from inspection.cli.asking import Asker, on_a_terminal, refuse_missing
from inspection.cli.body import body_of
from inspection.cli.carrying_out import before, carried_out
from inspection.cli.flags import digest_of, options_of, said, typed_in
from inspection.cli.options import command_options
from inspection.cli.session import Options, Session, open_session, say
from inspection.errors import UsageError
from inspection.office.writing import Fact
from inspection.office.writing.action import DAYS, Action
from inspection.office.writing.actions import ACTIONS, action_of
from inspection.office.writing.fields import Field, Json, below, fields_of, value_of
from inspection.office.writing.listing import listed
from inspection.office.writing.targets import Target, target_of
from inspection.read.schema import Schemas


@click.command(
    "record", context_settings={"ignore_unknown_options": True, "help_option_names": []}, add_help_option=False
)
@click.argument("name", metavar="ID", required=False)
@click.argument("action", metavar="ACTION", required=False)
@click.argument("rest", nargs=-1, type=click.UNPROCESSED)
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
    target = target_of(name, session.loaded.contents)
    asked = before(session)
    if action is None or action in _HELP:
        for line in listed(asked, target, options.language):
            say(line)
        return 0
    done = _action(target, action)
    fact = _fact(session, asked.schemas, target, done, rest, body)
    words = done.words.in_language(options.language)
    return carried_out(options, session, [fact], words, dry_run=dry_run)


_HELP = frozenset({"-h", "--help"})


def _action(target: Target, name: str) -> Action:
    action = action_of(target.kind, name)
    if action is None:
        known = ACTIONS[target.kind]
        raise UsageError(
            f"「{target.name}」没有「{name}」这个动作，可以是 {'、'.join(f'{one.name} {one.words.zh}' for one in known)}",
            f"{target.name} has no action {name}; there are {', '.join(one.name for one in known)}",
        )
    return action


def _fact(
    session: Session, schemas: Schemas, target: Target, action: Action, rest: tuple[str, ...], body: str | None
) -> Fact:
    """Return the fact that was typed, asked for what is missing where somebody can be asked."""
    schema = schema_of(schemas, target, action)
    fields = fields_for(schema, action, schemas.of(target.record_kind))
    extra = [click.Option([f"--{one}", f"picked_{one}"], metavar="N", help=one) for one, _ in action.picks]
    if action.of:
        extra.append(click.Option(["--of", "picked_of"], type=click.Choice(action.of), help="哪一项 / which"))
    if _sha256_in(fields):
        extra.append(
            click.Option(["--file", "file"], type=click.Path(path_type=Path), help="原件，算出校验值 / original")
        )
    command = f"inspection record {target.name} {action.name}"
    if action.form == DAYS:
        flag = "by" if "office" in schema["properties"] else "which"
        extra.append(click.Option([f"--{flag}", "bodies"], multiple=True, metavar="A,B", help=_choices(fields)))
        extra.append(
            click.Option(["--date", "day"], metavar="YYYY-MM-DD", help="日期，默认今天 / day, today by default")
        )
    params = typed_in(command, [*options_of(fields, action.day), *extra], rest, f"{action.words.zh} {action.words.en}")
    names = names_in(session)
    given = {**body_of(body), **said(fields, params, names)}
    if action.form == DAYS:
        given |= _days(params, fields, session)
    if params.get("file") is not None:
        given = _with_file(given, fields, params["file"])
    picked = {name.removeprefix("picked_"): str(value) for name, value in params.items() if name.startswith("picked_")}
    picked = {name: value for name, value in picked.items() if value != "None"}
    if action.form != DAYS:
        _completed(session, action, fields, given, names)
    return Fact(target.name if target.kind != "unit" else target.path, action.name, given, picked)


def _completed(session: Session, action: Action, fields: list[Field], given: Json, names: Mapping[str, str]) -> None:
    today = session.today.isoformat()
    for key, value in action.usual.items():
        given.setdefault(key, value)
    if on_a_terminal():
        Asker(names, session.language).asked(fields, given, action.names, action.day, today)
    if action.day and action.day in {field.name for field in fields}:
        given.setdefault(action.day, today)
    skipped = {"id", "digest", *action.fixed, *(("was",) if action.name == "correct" else ())}
    refuse_missing(
        (one.name, one) for one in fields if one.required and one.name not in given and one.name not in skipped
    )


def schema_of(schemas: Schemas, target: Target, action: Action) -> Json:
    """Return the schema of what an action writes."""
    place = action.place.replace("@of", action.of[0] if action.of else "")
    parts = [part for part in place.split(".") if part and not part.startswith("@")]
    return below(schemas.of(target.record_kind), ".".join([*(["items"] if target.kind == "item" else []), *parts]))


def fields_for(schema: Json, action: Action, around: Json) -> list[Field]:
    """Return the fields an action may say, needed ones marked as such."""
    known = [one for one in fields_of(schema) if one.name not in action.fixed]
    if action.names:
        known = [one for one in known if one.name in action.names]
    if action.form == DAYS:
        return known
    beside = [one for one in fields_of(around) if one.name in action.beside]
    hidden = {"id", "digest"}
    return [
        one._replace(required=one.name not in hidden and (one.required or one.name in action.needs))
        for one in (*known, *beside)
    ]


def names_in(session: Session) -> dict[str, str]:
    """Return the ids of units by their names, as far as a name is one unit's alone."""
    units = session.ledger.units.values()
    named = [unit.name for unit in units]
    return {unit.name: unit.id for unit in units if named.count(unit.name) == 1}


def _days(params: Mapping[str, Any], fields: list[Field], session: Session) -> Json:
    every = {one.name for one in fields} | {one.label.zh for one in fields}
    by_label = {one.label.zh: one.name for one in fields}
    bodies = [part for typed in params["bodies"] for part in typed.replace("，", ",").split(",") if part]
    wrong = [one for one in bodies if one not in every]
    if wrong or (not bodies and not any(params.get(f"field_{one.name}") for one in fields)):
        zh = "、".join(f"{one.name}（{one.label.zh}）" for one in fields)
        raise UsageError(
            f"写明是谁（哪一项），可以是 {zh}", f"say whose day it is: {', '.join(one.name for one in fields)}"
        )
    day = value_of(fields[0], params["day"], {}) if params["day"] else session.today.isoformat()
    return {by_label.get(one, one): day for one in bodies}


def _choices(fields: list[Field]) -> str:
    return "、".join(f"{one.name}（{one.label.zh}）" for one in fields)


def _sha256_in(fields: list[Field]) -> str:
    for field in fields:
        if field.name == "sha256":
            return "sha256"
        if field.form == "mapping" and "sha256" in field.schema.get("properties", {}):
            return f"{field.name}.sha256"
    return ""


def _with_file(given: Json, fields: list[Field], place: Path) -> Json:
    holder, _, last = _sha256_in(fields).rpartition(".")
    inner = given.setdefault(holder, {}) if holder else given
    inner.setdefault(last, digest_of(place))
    if not holder and "title" in {one.name for one in fields}:
        given.setdefault("title", place.stem)
    return given
