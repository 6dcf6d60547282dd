"""Which fields an action has: what a terminal asks, what options there are, what a form shows."""

from inspection.office.writing.action import DAYS, ENTRY, Action
from inspection.office.writing.fields import Field, Json, below, fields_of
from inspection.office.writing.numbers import gives
from inspection.read.schema import Schemas

GIVEN = frozenset({"id", "digest", "was"})
"""What the tool gives where nobody says it."""


def schema_said(schemas: Schemas, kind: str, action: Action) -> Json:
    """Return the schema of what an action writes: of an entry, or of the mapping its fields stand in.

    Args:
        schemas: Of all kinds.
        kind: A key of `actions.ACTIONS`.
        action: One of its actions.
    """
    place = action.place.replace("@of", action.of[0] if action.of else "")
    parts = [part for part in place.split(".") if part and not part.startswith("@")]
    around = schemas.of("problem" if kind == "item" else kind)
    return _as_fixed(below(around, ".".join([*(["items"] if kind == "item" else []), *parts])), action)


def fields_said(schemas: Schemas, kind: str, action: Action) -> list[Field]:
    """Return the fields an action may say, those it cannot do without marked; of a `DAYS` action whose day it may be.

    See `schema_said`.
    """
    schema = schema_said(schemas, kind, action)
    known = [one for one in fields_of(schema) if one.name not in action.fixed]
    if action.names:
        known = sorted((one for one in known if one.name in action.names), key=lambda one: action.names.index(one.name))
    if action.form == DAYS:
        return known
    beside = [one for one in fields_of(schemas.of("problem" if kind == "item" else kind)) if one.name in action.beside]
    given = {one.name for one in known if one.name in GIVEN and (one.name != "id" or gives(one.schema))}
    whole = action.form == ENTRY or bool(action.place) or bool(action.names)
    return [
        one._replace(required=one.name not in given and ((whole and one.required) or one.name in action.needs))
        for one in (*known, *beside)
    ]


def digest_field(fields: list[Field]) -> str:
    """Return the field that holds the SHA-256 of a file, with a dot where it is one further down; else nothing."""
    for field in fields:
        if field.name == "sha256":
            return "sha256"
        if field.form == "mapping" and "sha256" in field.schema.get("properties", {}):
            return f"{field.name}.sha256"
    return ""


def _as_fixed(schema: Json, action: Action) -> Json:
    """Return the schema with what it says of entries whose fixed fields are those of the action."""
    fixed = {key: {"const": value} for key, value in action.fixed.items()}
    properties = dict(schema.get("properties", {}))
    for each in schema.get("allOf", ()):
        asked = each.get("if", {}).get("properties")
        if asked and all(fixed.get(key) == wanted for key, wanted in asked.items()):
            for key, told in each.get("then", {}).get("properties", {}).items():
                words = {word: properties[key][word] for word in _WORDS if word in properties[key]}
                properties[key] = {**told, **words}
    return {**schema, "properties": properties}


_WORDS = ("title", "x-title-en", "description", "x-description-en")
