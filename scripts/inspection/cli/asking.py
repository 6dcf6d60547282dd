"""Questions on a terminal: one field after the other, in the words of the schema."""

import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import click

from inspection.cli.flags import flag_of
from inspection.errors import UsageError
from inspection.office.writing.fields import Field, Json, fields_of
from inspection.office.writing.values import NotAValueError, value_of

_BETWEEN = re.compile(r"[,，、;；\s]+")
_MOST_SHOWN = 24
"""Codes shown with a question; of more, people know the name."""


class Asker:
    """Asks for what nobody has said yet.

    Args:
        names: Ids by what people call them.
        language: Of the questions.
    """

    def __init__(self, names: Mapping[str, str], language: str) -> None:
        """Ask nothing yet."""
        self._names = names
        self._english = language == "en"

    def asked(self, fields: Iterable[Field], body: Json, usual: Iterable[str], day: str, today: str) -> None:
        """Ask for each field that is needed or usual and is not there, and put it there.

        Args:
            fields: What may be said.
            body: What was said already; it grows.
            usual: What is asked for though nobody must say it; an empty answer leaves it out.
            day: The field that holds the day, today by default.
            today: The day.
        """
        wanted = set(usual)
        for field in fields:
            if field.name in body or not (field.required or field.name in wanted):
                continue
            value = self._of(field, today if field.name == day else "")
            if value is not None:
                body[field.name] = value

    def _of(self, field: Field, default: str) -> Any:
        if field.form == "mapping":
            inner: Json = {}
            self._say(field)
            every = [one.name for one in fields_of(field.schema)]
            self.asked(fields_of(field.schema), inner, every, "", "")
            return inner or None
        if field.form == "mappings":
            return self._several(field)
        self._say(field)
        while True:
            typed = click.prompt(f"  {self._label(field)}", default=default, show_default=bool(default)).strip()
            if not typed and not field.required:
                return None
            if not typed:
                click.echo("  required" if self._english else "  这一项必须写")
                continue
            try:
                return value_of(field, self._by_number(field, typed), self._names)
            except NotAValueError as error:
                click.echo(f"  {error.said.en if self._english else error.said.zh}")

    def _several(self, field: Field) -> list[Json] | None:
        found: list[Json] = []
        schema = field.schema["items"]
        while True:
            more = "another" if self._english else "再加一条"
            if not click.confirm(f"{self._label(field)}：{more}", default=field.required and not found):
                return found or None
            inner: Json = {}
            self.asked([one for one in fields_of(schema) if one.name != "id"], inner, (), "", "")
            found.append(inner)

    def _say(self, field: Field) -> None:
        help_ = field.help.en if self._english else field.help.zh
        if help_:
            click.echo(click.style(help_, dim=True))
        codes = field.codes if "anyOf" not in field.schema else []
        for number, one in enumerate(codes[:_MOST_SHOWN], 1):
            click.echo(f"  {number}  {one.label.en if self._english else one.label.zh} ({one.word})")

    def chosen(self, label: str, options: Sequence[tuple[str, str]]) -> list[str]:
        """Ask which of some are meant, one or several, by number, word or label.

        Args:
            label: What is asked.
            options: Words with their labels.
        """
        for number, (word, named) in enumerate(options, 1):
            click.echo(f"  {number}  {named} ({word})")
        known = {key: word for number, (word, named) in enumerate(options, 1) for key in (str(number), word, named)}
        while True:
            typed = [part for part in _BETWEEN.split(click.prompt(f"  {label}")) if part]
            if typed and all(one in known for one in typed):
                return [known[one] for one in typed]

    def _label(self, field: Field) -> str:
        return (field.label.en if self._english else field.label.zh) or field.name

    def _by_number(self, field: Field, typed: str) -> str:
        codes = field.codes if "anyOf" not in field.schema else []
        return codes[int(typed) - 1].word if typed.isdecimal() and 0 < int(typed) <= len(codes) else typed


def on_a_terminal() -> bool:
    """Return whether there is somebody to ask."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def refuse_missing(lacking: Iterable[tuple[str, Field]]) -> None:
    """Say what is missing, where nobody can be asked.

    Raises:
        UsageError: Something is.
    """
    named = list(lacking)
    if named:
        zh = "、".join(f"{field.label.zh}（--{flag_of(place)}）" for place, field in named)
        en = ", ".join(f"--{flag_of(place)}" for place, _ in named)
        raise UsageError(f"还缺：{zh}", f"still missing: {en}")
