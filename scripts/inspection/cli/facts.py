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
from inspection.office.writing.fields import Field, Json, fields_of
from inspection.office.writing.places import reached
from inspection.office.writing.pointed import pointed
from inspection.office.writing.said import digest_field, fields_said
from inspection.office.writing.targets import Target
from inspection.office.writing.values import NotAValueError, no_unit, value_of
from inspection.read.schema import Schemas


class Form(NamedTuple):
    """What an action asks, and of what.

    Attributes:
        session: The ledger and the day.
        target: What is recorded of.
        action: What is recorded.
        fields: What it may say.
        names: Ids by what people call them.
        schemas: Of all kinds.
        data: The record as it stands.
    """

    session: Session
    target: Target
    action: Action
    fields: list[Field]
    names: Mapping[str, str]
    schemas: Schemas
    data: Json

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
        picked = {
            name.removeprefix("picked_"): str(value)
            for name, value in params.items()
            if name.startswith("picked_") and value is not None
        }
        self._pick(picked)
        if self.action.name == "correct" and self.target.kind != "item":
            self._mean(given)
        if self.action.form == DAYS:
            given |= self._days(params)
        else:
            if params.get("file") is not None:
                self._take(given, params["file"])
            held = reached(self.schemas, self.target, self.action, self.data, picked).held
            self._complete(given, [one for one in self.fields if one.name not in held])
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
        return "、".join(f"{one.label.zh}（{one.name}）" for one in self.fields)

    def _days(self, params: Mapping[str, Any]) -> Json:
        by_label = {one.label.zh: one.name for one in self.fields}
        typed = [part for each in params["bodies"] for part in each.replace("，", ",").split(",") if part]
        bodies = [by_label.get(one, one) for one in typed]
        if not bodies and on_a_terminal():
            named = [(one.name, one.label.in_language(self.session.language)) for one in self.fields]
            bodies = self._asker().chosen(self.action.words.in_language(self.session.language), named)
        if not bodies or any(one not in by_label.values() for one in bodies):
            raise UsageError(
                f"用 --{self._whose} 写明是哪一个：{self._known()}",
                f"say which with --{self._whose}: {', '.join(by_label.values())}",
            )
        try:
            day = value_of(self.fields[0], params["day"]) if params["day"] else self.session.today.isoformat()
        except NotAValueError as error:
            raise UsageError(f"--date：{error.said.zh}", f"--date: {error.said.en}") from None
        return dict.fromkeys(bodies, day)

    def _pick(self, picked: dict[str, str]) -> None:
        """Ask which part of the record is meant, where somebody can be asked."""
        if self.action.of and "of" not in picked and on_a_terminal():
            labels = {one.name: one.label for one in fields_of(self.schemas.of(self.target.record_kind))}
            named = [(part, labels[part].in_language(self.session.language)) for part in self.action.of]
            picked["of"] = self._asker().chosen("哪一项" if self.session.language != "en" else "which", named)[0]

    def _asker(self) -> Asker:
        return Asker(self.names, self.session.language)

    def _mean(self, given: Json) -> None:
        """Read what a correction says as what the field it corrects holds."""
        if not isinstance(given.get("path"), str):
            return
        given["path"], field = pointed(self.schemas.of(self.target.record_kind), given["path"])
        if isinstance(given.get("is"), str):
            given.update(understood_in([field._replace(name="is")], {"is": given["is"]}, self.names))

    def _take(self, given: Json, place: Path) -> None:
        """Take from a file what the record keeps of it."""
        holder, _, last = digest_field(self.fields).rpartition(".")
        (given.setdefault(holder, {}) if holder else given).setdefault(last, digest_of(place))
        if not holder and any(field.name == "title" for field in self.fields):
            given.setdefault("title", place.stem)

    def _complete(self, given: Json, fields: list[Field]) -> None:
        """Ask for what is missing of the fields the record does not hold yet; without a terminal say what it is."""
        action, today = self.action, self.session.today.isoformat()
        open_ = {one.name for one in fields}
        for key, value in action.usual.items():
            if key in open_:
                given.setdefault(key, value)
        if on_a_terminal():
            self._asker().asked(fields, given, action.names, action.day, today)
        if action.day in open_:
            given.setdefault(action.day, today)
        refuse_missing((one.name, one) for one in fields if one.required and one.name not in given)


def form_of(session: Session, schemas: Schemas, target: Target, action: Action, data: Json) -> Form:
    """Return what an action asks of a record as it stands."""
    fields = fields_said(schemas, target.kind, action)
    return Form(session, target, action, fields, names_in(session), schemas, data)


def by_name(typed: str, names: Mapping[str, str]) -> str:
    """Return what was typed for a record with a unit's id for its name: `R13-05/古山社区党总支`.

    Raises:
        UsageError: No unit has that name.
    """
    home, slash, name = typed.rpartition("/")
    if name.isascii() or name in names:
        return f"{home}{slash}{names.get(name, name)}"
    refused = no_unit(name, names)
    raise UsageError(*refused.said)


def names_in(session: Session) -> dict[str, str]:
    """Return the ids of units by their names, as far as a name is one unit's alone."""
    named: dict[str, list[str]] = {}
    for unit in session.ledger.units.values():
        named.setdefault(unit.name, []).append(unit.id)
    return {name: ids[0] for name, ids in named.items() if len(ids) == 1}
