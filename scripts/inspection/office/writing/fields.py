"""What a schema says of a field."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from inspection.emit import Number
from inspection.finding import Words
from inspection.read.suggest import Option, codes_of, help_of, label_of

Json = dict[str, Any]

_POINT = re.compile(r"(?:0|[1-9][0-9]*)\.[0-9]+")


class Field(NamedTuple):
    """One field of a mapping, as its schema tells of it.

    Attributes:
        name: Its key.
        schema: Its schema, references resolved.
        required: Whether the mapping is invalid without it.
    """

    name: str
    schema: Json
    required: bool

    @property
    def label(self) -> Words:
        """What people call it."""
        return label_of(self.schema)

    @property
    def help(self) -> Words:
        """What to write there."""
        return help_of(self.schema)

    @property
    def codes(self) -> list[Option]:
        """The codes it takes, or those its list takes."""
        return codes_of(self.schema.get("items", self.schema))

    @property
    def form(self) -> str:
        """How it is written: `mapping`, `mappings`, `list`, `truth`, `count`, `number`, `day`, `text` or `any`."""
        schema = self.schema
        if schema.get("type") == "array":
            return "mappings" if schema["items"].get("type") == "object" else "list"
        if isinstance(schema.get("type"), list):
            return "number" if "pattern" in schema else "any"
        if schema.get("format") == "date":
            return "day"
        return {"object": "mapping", "boolean": "truth", "integer": "count"}.get(schema.get("type", ""), "text")


def below(schema: Json, place: str) -> Json:
    """Return the schema at a dotted place, that of the entries where it holds a list.

    Raises:
        KeyError: There is no such place.
    """
    for name in place.split(".") if place else ():
        known = schema.get("properties", {})
        schema = known[name] if name in known else next(iter(schema["patternProperties"].values()))
        schema = schema.get("items", schema)
    return schema


def fields_of(schema: Json) -> tuple[Field, ...]:
    """Return the fields of a mapping in the order of its schema."""
    required = schema.get("required", ())
    return tuple(Field(name, each, name in required) for name, each in schema.get("properties", {}).items())


def ordered(schema: Json, value: Json) -> Json:
    """Return a mapping in the order of its schema, with days and numbers as they are written."""
    known = schema.get("properties", {})
    keys = [*(key for key in known if key in value), *(key for key in value if key not in known)]
    made: Json = plain(schema, {key: value[key] for key in keys})
    return made


def plain(schema: Json, value: Any) -> Any:
    """Return a value with days and numbers as they are written, whatever Python has them as."""
    if isinstance(value, dict):
        known = schema.get("properties", {})
        free: Json = next(iter(schema.get("patternProperties", {}).values()), {})
        return {key: plain(known.get(key, free), inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(schema.get("items", {}), each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal | float):
        return as_number(f"{value:f}" if isinstance(value, Decimal) else repr(value))
    return Number(value) if isinstance(value, str) and _may_be_number(schema) and _POINT.fullmatch(value) else value


def as_number(text: str) -> Number | int:
    """Return a number as it is written: one with a point keeps its digits."""
    return Number(text) if "." in text else int(text)


def _may_be_number(schema: Json) -> bool:
    return any("number" in each.get("type", ()) for each in (schema, *schema.get("anyOf", ())))


def missing(schema: Json, value: Json, needed: tuple[str, ...] = (), above: str = "") -> Iterator[tuple[str, Field]]:
    """Yield the fields a mapping lacks, each with its dotted place: those its schema or the matter asks for."""
    for field in fields_of(schema):
        inner = value.get(field.name)
        if inner is None and (field.required or field.name in needed):
            yield f"{above}{field.name}", field
        elif isinstance(inner, dict):
            yield from missing(field.schema, inner, (), f"{above}{field.name}.")
