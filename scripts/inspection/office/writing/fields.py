"""What a schema says of a field, and what people type to the value it stands for."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from inspection.emit import Number
from inspection.finding import Words
from inspection.read.parsing import parse
from inspection.read.suggest import Option, codes_of, help_of, label_of, nearest

Json = dict[str, Any]

_DAY = re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?")
_POINT = re.compile(r"(?:0|[1-9][0-9]*)\.[0-9]+")
_BETWEEN = re.compile(r"[,，、;；\s]+")
_TRUTH = {"true": True, "是": True, "yes": True, "y": True, "false": False, "否": False, "no": False, "n": False}


class NotAValueError(Exception):
    """What was typed is no value of the field."""

    def __init__(self, said: Words) -> None:
        """Keep one sentence."""
        super().__init__(said.zh)
        self.said = said


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


def value_of(field: Field, typed: str, names: Mapping[str, str] | None = None) -> Any:
    """Return what somebody means who types a value.

    Codes may be given by their labels, units by their names, days as 2024/3/18, lists with commas between; mappings are
    written as in a record, `{id: M1, text: ...}`.

    Args:
        field: What it is the value of.
        typed: As it was typed.
        names: Ids by what people call them.

    Raises:
        NotAValueError: It is no value of this field.
    """
    if field.form in ("mapping", "mappings", "any") or typed.startswith("["):
        return _written(field, typed)
    if field.form == "list":
        inner = Field(field.name, field.schema["items"], required=True)
        return [value_of(inner, part, names) for part in _BETWEEN.split(typed.strip()) if part]
    return _READ.get(field.form, _text)(field, typed.strip() if field.form != "text" else typed, names or {})


def understood(fields: Iterable[Field], body: Json, names: Mapping[str, str] | None = None) -> Json:
    """Return fields as somebody filled them in, with codes for labels, ids for names, and days as days are written.

    See `value_of`. What is no text is left as it is, and so is a field nobody knows: the schema has its word later.

    Raises:
        NotAValueError: A text is no value of its field.
    """
    known = {field.name: field for field in fields}
    return {key: _understood(known[key], value, names) if key in known else value for key, value in body.items()}


def _understood(field: Field, value: Any, names: Mapping[str, str] | None) -> Any:
    if isinstance(value, dict):
        return understood(fields_of(field.schema), value, names)
    if isinstance(value, list) and "items" in field.schema:
        inner = Field(field.name, field.schema["items"], required=True)
        return [_understood(inner, each, names) for each in value]
    return value_of(field, value, names) if isinstance(value, str) and field.form != "any" else value


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
        return _as_number(f"{value:f}" if isinstance(value, Decimal) else repr(value))
    return Number(value) if isinstance(value, str) and _may_be_number(schema) and _POINT.fullmatch(value) else value


def _may_be_number(schema: Json) -> bool:
    return any("number" in each.get("type", ()) for each in (schema, *schema.get("anyOf", ())))


def _written(field: Field, typed: str) -> Any:
    read = parse(f"value: {typed}\n".encode())
    if read.data is None:
        fault = read.faults[0].message
        raise NotAValueError(Words(f"{field.label.zh}：{fault.zh}", f"{field.name}: {fault.en}"))
    return read.data["value"]


def _text(field: Field, typed: str, names: Mapping[str, str]) -> Any:
    codes = field.codes
    if not codes and "x-ref" not in field.schema:
        return typed
    typed = typed.strip()
    known = {option.word for option in codes}
    named = {word: option.word for option in codes for word in (option.label.zh, option.label.en) if word}
    if typed in known:
        return typed
    if typed in named or typed in names:
        return named.get(typed) or names[typed]
    if codes and "anyOf" not in field.schema:
        near = nearest(typed, codes)
        meant_zh, meant_en = (f"，是不是 {near.shown.zh}", f"; did you mean {near.shown.en}") if near else ("", "")
        zh, en = "、".join(one.shown.zh for one in codes), ", ".join(one.word for one in codes)
        raise NotAValueError(Words(f"{field.label.zh}只能是 {zh}{meant_zh}", f"{field.name} is one of {en}{meant_en}"))
    return typed


def _day(field: Field, typed: str, _names: Mapping[str, str]) -> str:
    found = _DAY.fullmatch(typed)
    try:
        return date(*map(int, found.groups())).isoformat() if found else date.fromisoformat(typed).isoformat()
    except ValueError:
        raise NotAValueError(
            Words(f"{field.label.zh}不是日期，请写成 2024-03-18", f"{field.name} is no day, write 2024-03-18")
        ) from None


def _count(field: Field, typed: str, _names: Mapping[str, str]) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", typed):
        raise NotAValueError(Words(f"{field.label.zh}要写整数", f"{field.name} is a whole number"))
    return int(typed)


def _number(field: Field, typed: str, _names: Mapping[str, str]) -> Number | int:
    if not re.fullmatch(field.schema["pattern"], typed):
        raise NotAValueError(Words(f"{field.label.zh}要写数字，如 86400.00", f"{field.name} is a number"))
    return _as_number(typed)


def _as_number(text: str) -> Number | int:
    return Number(text) if "." in text else int(text)


def _truth(field: Field, typed: str, _names: Mapping[str, str]) -> bool:
    if typed.lower() not in _TRUTH:
        raise NotAValueError(Words(f"{field.label.zh}写「是」或「否」", f"{field.name} is true or false"))
    return _TRUTH[typed.lower()]


_READ: Mapping[str, Callable[[Field, str, Mapping[str, str]], Any]] = {
    "text": _text,
    "day": _day,
    "count": _count,
    "number": _number,
    "truth": _truth,
}


def missing(schema: Json, value: Json, needed: tuple[str, ...] = (), above: str = "") -> Iterator[tuple[str, Field]]:
    """Yield the fields a mapping lacks, each with its dotted place: those its schema or the matter asks for."""
    for field in fields_of(schema):
        inner = value.get(field.name)
        if inner is None and (field.required or field.name in needed):
            yield f"{above}{field.name}", field
        elif isinstance(inner, dict):
            yield from missing(field.schema, inner, (), f"{above}{field.name}.")
