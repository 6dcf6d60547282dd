"""What each form asks; labels, help and codes are the schemas'."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from inspection.office.writing.action import Action
from inspection.office.writing.fields import Field, Json, below, fields_of
from inspection.office.writing.named import action_of
from inspection.read.schema import Schemas

ABOUT = "办理事项"
"""The heading that says which form it is: its only answer is what the action is called."""
RECORD = {"item": "整改事项编号", "self_check": "共性问题编号"}
EXAMPLE = {"item": "R13-05-0137/1", "self_check": "C13-03"}
NEW_EVIDENCE = "新增佐证"
PROMISE = "承诺"


class Form(NamedTuple):
    """One form.

    Attributes:
        file: The stem of its file.
        kind: The kind of record it is about: `item` or `self_check`.
        action: What it records; see `office.writing.actions`.
        names: The fields it asks for, of those the action may say; empty for all.
        brings_evidence: Whether new evidence may be listed in it.
    """

    file: str
    kind: str
    action: str
    names: tuple[str, ...] = ()
    brings_evidence: bool = False

    @property
    def does(self) -> Action:
        """The action."""
        found = action_of(self.kind, self.action)
        if found is None:
            raise LookupError(self.action)
        return found

    @property
    def name(self) -> str:
        """What people call it."""
        return self.does.words.zh


FORMS = (
    Form("report", "item", "report", ("date", "note", "done")),
    Form("ask", "item", "ask"),
    Form("submit", "item", "submit", brings_evidence=True),
    Form("self-check", "self_check", "submit"),
)


class Question(NamedTuple):
    """One question of a form.

    Attributes:
        name: The field, a dot between the parts of a nested one; empty for what is no field of the action.
        label: The heading; nothing else of the form has it.
        help: What to write there.
        field: What the schema says of it, where it is a field.
        required: Whether it must be answered.
    """

    name: str
    label: str
    help: str
    field: Field | None
    required: bool


def questions(form: Form, schemas: Schemas) -> list[Question]:
    """Return what a form asks of the fact itself, in the order of the schema."""
    action = form.does
    kind = "problem" if form.kind == "item" else form.kind
    schema = below(schemas.of(kind), f"items.{action.place}" if form.kind == "item" else action.place)
    wanted = form.names or action.names
    asked = [one for one in _in_action(schema, action) if one.name in wanted and one.name not in ("by", "id")]
    needs = {*action.needs, *([action.day] if action.day else [])}
    return list(_asked(asked, needs - ({"evidence"} if form.brings_evidence else set())))


def evidence_fields(schemas: Schemas) -> tuple[Field, ...]:
    """Return the fields of a piece of evidence, the id left out: what a line of new evidence holds, in this order."""
    known = {one.name: one for one in fields_of(below(schemas.of("problem"), "items.evidence"))}
    return tuple(known[name] for name in ("kind", "title", "date", "sha256", "kept_at"))


def _asked(fields: Sequence[Field], needs: set[str]) -> Iterator[Question]:
    for one in fields:
        if one.form == "mapping":
            for inner in fields_of(one.schema):
                label = f"{one.label.zh}：{inner.label.zh}"
                yield Question(f"{one.name}.{inner.name}", label, inner.help.zh, inner, required=False)
        else:
            yield Question(one.name, one.label.zh, one.help.zh, one, required=one.name in needs)


def _in_action(schema: Json, action: Action) -> Iterator[Field]:
    """Yield the fields as they are in an entry of this action: what a condition of the schema says of one counts."""
    said = {key: inner for part in schema.get("allOf", ()) for key, inner in _said(part, action)}
    for one in fields_of(schema):
        yield one._replace(schema={**one.schema, **said[one.name]}) if one.name in said else one


def _said(part: Json, action: Action) -> Iterator[tuple[str, Json]]:
    asked = part["if"]["properties"].get("action", {}).get("const")
    if asked == action.fixed.get("action"):
        for key, inner in part["then"]["properties"].items():
            yield key, {name: value for name, value in inner.items() if name in ("oneOf", "enum", "anyOf")}
