"""A fact as it was typed, and asked for where something is missing and somebody can be asked."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import click

from inspection.cli.asking import Asker, on_a_terminal, refuse_missing
from inspection.cli.flags import digest_of, options_of, said, typed_in, understood_in
from inspection.cli.session import Session
from inspection.errors import UsageError
from inspection.office.writing import Fact
from inspection.office.writing.action import DAYS, Action
from inspection.office.writing.fields import Field, Json, value_of
from inspection.office.writing.said import digest_field, fields_said
from inspection.office.writing.targets import Target
from inspection.read.schema import Schemas


class Form(NamedTuple):
    """What an action asks, and of what.

    Attributes:
        session: The ledger and the day.
        target: What is recorded of.
        action: What is recorded.
        fields: What it may say.
        names: Ids by what people call them.
    """

    session: Session
    target: Target
    action: Action
    fields: list[Field]
    names: Mapping[str, str]

    def filled(self, rest: tuple[str, ...], body: Json) -> Fact:
        """Return the fact.

        Args:
            rest: What was typed behind the action.
            body: What was said in a file.

        Raises:
            UsageError: Something is missing and nobody can be asked, or is no value of its field.
        """
        params = typed_in(
            f"inspection record {self.target.name} {self.action.name}", self._options(), rest, self._about()
        )
        given = {**understood_in(self.fields, body, self.names), **said(self.fields, params, self.names)}
        if self.action.form == DAYS:
            given |= self._days(params)
        else:
            if params.get("file") is not None:
                self._take(given, params["file"])
            self._complete(given)
        picked = {
            name.removeprefix("picked_"): str(value)
            for name, value in params.items()
            if name.startswith("picked_") and value is not None
        }
        return Fact(
            self.target.name if self.target.kind == "item" else self.target.path, self.action.name, given, picked
        )

    def _about(self) -> str:
        return f"{self.action.words.zh}。{self.action.words.en.capitalize()}."

    def _options(self) -> list[click.Option]:
        made = [
            click.Option([f"--{one}", f"picked_{one}"], metavar="N", help="哪一个 / which")
            for one, _ in self.action.picks
        ]
        if self.action.of:
            made.append(click.Option(["--of", "picked_of"], type=click.Choice(self.action.of), help="哪一项 / which"))
        if self.action.form == DAYS:
            made.append(click.Option([f"--{self._whose}", "bodies"], multiple=True, metavar="A,B", help=self._known()))
            made.append(click.Option(["--date", "day"], metavar="YYYY-MM-DD", help="日期，默认今天 / today by default"))
            return made
        if digest_field(self.fields):
            place = click.Path(path_type=Path)
            made.append(click.Option(["--file", "file"], type=place, help="原件，由它算出校验值 / the original file"))
        return [*options_of(self.fields, self.action.day), *made]

    @property
    def _whose(self) -> str:
        return "by" if any(field.name == "office" for field in self.fields) else "which"

    def _known(self) -> str:
        return "、".join(f"{one.name}（{one.label.zh}）" for one in self.fields)

    def _days(self, params: Mapping[str, Any]) -> Json:
        by_label = {one.label.zh: one.name for one in self.fields}
        typed = [part for each in params["bodies"] for part in each.replace("，", ",").split(",") if part]
        bodies = [by_label.get(one, one) for one in typed]
        if not bodies or any(one not in by_label.values() for one in bodies):
            raise UsageError(
                f"用 --{self._whose} 写明是哪一个：{self._known()}",
                f"say which with --{self._whose}: {', '.join(by_label.values())}",
            )
        day = value_of(self.fields[0], params["day"], {}) if params["day"] else self.session.today.isoformat()
        return dict.fromkeys(bodies, day)

    def _take(self, given: Json, place: Path) -> None:
        """Take from a file what the record keeps of it."""
        holder, _, last = digest_field(self.fields).rpartition(".")
        (given.setdefault(holder, {}) if holder else given).setdefault(last, digest_of(place))
        if not holder and any(field.name == "title" for field in self.fields):
            given.setdefault("title", place.stem)

    def _complete(self, given: Json) -> None:
        action, today = self.action, self.session.today.isoformat()
        for key, value in action.usual.items():
            given.setdefault(key, value)
        if on_a_terminal():
            Asker(self.names, self.session.language).asked(self.fields, given, action.names, action.day, today)
        if any(field.name == action.day for field in self.fields):
            given.setdefault(action.day, today)
        refuse_missing((one.name, one) for one in self.fields if one.required and one.name not in given)


def form_of(session: Session, schemas: Schemas, target: Target, action: Action) -> Form:
    """Return what an action asks."""
    return Form(session, target, action, fields_said(schemas, target.kind, action), names_in(session))


def names_in(session: Session) -> dict[str, str]:
    """Return the ids of units by their names, as far as a name is one unit's alone."""
    named: dict[str, list[str]] = {}
    for unit in session.ledger.units.values():
        named.setdefault(unit.name, []).append(unit.id)
    return {name: ids[0] for name, ids in named.items() if len(ids) == 1}
