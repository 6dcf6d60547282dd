"""One option for every field a schema names, so that whatever can be recorded can be typed."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from inspection.cli.language import language_of
from inspection.cli.system import reason
from inspection.errors import CannotRunError, UsageError
from inspection.office.writing.fields import Field, Json, fields_of
from inspection.office.writing.values import NotAValueError, understood, value_of

_TAKEN = frozenset({"ledger", "today", "language", "body", "dry_run", "file"})
_BLOCK = 1 << 20
_NO_NAME = re.compile(r"[^0-9A-Za-z_]")


def options_of(fields: Iterable[Field], day: str = "") -> list[click.Option]:
    """Return the options for fields; those of a mapping are typed with a dot, `--onsite.from`.

    Args:
        fields: What may be said.
        day: The field that holds the day of the fact, for which `--date` may be typed too.
    """
    made = []
    for name, field in _flat(fields):
        flags = [f"--{flag_of(name)}"]
        if name == day and name != "date":
            flags.append("--date")
        made.append(
            click.Option(
                [*flags, _key(name)], metavar=_metavar(field), help=_help(field), multiple=field.form == "list"
            )
        )
    return made


def said(fields: Iterable[Field], typed: Mapping[str, Any], names: Mapping[str, str]) -> Json:
    """Return what was typed, as plain data.

    Raises:
        UsageError: Something typed is no value of its field.
    """
    body: Json = {}
    for name, field in _flat(fields):
        given = typed.get(_key(name))
        if given is None or given == ():
            continue
        try:
            if isinstance(given, tuple):
                value = [one for each in given for one in value_of(field, each, names)]
            else:
                value = value_of(field, given, names)
        except NotAValueError as error:
            raise UsageError(f"--{flag_of(name)}：{error.said.zh}", f"--{flag_of(name)}: {error.said.en}") from None
        holder, _, last = name.rpartition(".")
        (body.setdefault(holder, {}) if holder else body)[last] = value
    return body


def understood_in(fields: Iterable[Field], body: Json, names: Mapping[str, str]) -> Json:
    """Return the fields a file gives, with codes for their labels and ids for names.

    Raises:
        UsageError: Something in it is no value of its field.
    """
    try:
        return understood(fields, body, names)
    except NotAValueError as error:
        raise UsageError(error.said.zh, error.said.en) from None


def digest_of(place: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal.

    Raises:
        CannotRunError: It cannot be read.
    """
    digest = hashlib.sha256()
    try:
        with place.open("rb") as file:
            while block := file.read(_BLOCK):
                digest.update(block)
    except OSError as error:
        raise CannotRunError(
            f"打不开 {place}（{reason(error).zh}）", f"cannot open {place}: {reason(error).en}"
        ) from None
    return digest.hexdigest()


def typed_in(name: str, options: Sequence[click.Parameter], arguments: Sequence[str], about: str) -> dict[str, Any]:
    """Return what was typed for options that depend on what is recorded; `--help` among them prints them.

    Args:
        name: The command as it was typed so far.
        options: Its options.
        arguments: What followed.
        about: What the command does, for its help.
    """
    command = click.Command(name, params=list(options), help=about, context_settings={"max_content_width": 120})
    return command.make_context(name, list(arguments), help_option_names=["-h", "--help"]).params


def _flat(fields: Iterable[Field]) -> Iterable[tuple[str, Field]]:
    for field in fields:
        yield field.name, field
        if field.form == "mapping":
            yield from ((f"{field.name}.{inner.name}", inner) for inner in fields_of(field.schema))


def flag_of(name: str) -> str:
    """Return what is typed behind the dashes for a field."""
    return f"its-{name}" if name in _TAKEN else name.replace("_", "-")


def _key(name: str) -> str:
    return "field_" + _NO_NAME.sub("_", name.replace(".", "__"))


def _metavar(field: Field) -> str:
    return {"day": "YYYY-MM-DD", "count": "N", "number": "N", "truth": "是|否", "list": "A,B"}.get(field.form, "TEXT")


def _help(field: Field) -> str:
    english = language_of() == "en"
    label, said_of = (field.label.en, field.help.en) if english else (field.label.zh, field.help.zh)
    codes = [one.shown for one in field.codes] if "anyOf" not in field.schema else []
    shown = (", " if english else "、").join(one.en if english else one.zh for one in codes)
    parts = [part for part in (label, said_of, shown) if part]
    return (". " if english else "：").join(parts[:2]) + (f" [{shown}]" if shown else "")
