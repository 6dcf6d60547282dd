"""What people type for a field, to the value it stands for."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from inspection.emit import Number
from inspection.finding import Words
from inspection.office.writing.fields import Field, Json, as_number, fields_of
from inspection.office.writing.typed import day_in, digits_in, likened, plainly, repeatable, truth_in, whole_in
from inspection.read.parsing import parse
from inspection.read.suggest import Option, nearest, nearest_word

Names = Mapping[str, str]

_BETWEEN = re.compile(r"[,，、;；\s]+")
_BETWEEN_TEXTS = re.compile(r"[;；\n]+")
_ID = re.compile(r"[a-z0-9_-]+")
_INHERITED = ("x-ref", "title", "x-title-en")
"""What the schema of a list says of its members, where theirs does not."""
_OF_UNITS = frozenset({"unit", "body"})


class NotAValueError(Exception):
    """What was typed is no value of the field."""

    def __init__(self, said: Words) -> None:
        """Keep one sentence."""
        super().__init__(said.zh)
        self.said = said


def value_of(field: Field, typed: str, names: Names | None = None) -> Any:
    """Return what somebody means who types a value.

    Codes may be given by their labels, units by their names, days as 2024/3/18, lists with commas between (of texts:
    semicolons, for a text has commas of its own); mappings are written as in a record, `{id: M1, text: ...}`.

    Args:
        field: What it is the value of.
        typed: As it was typed.
        names: Ids by what people call them.

    Raises:
        NotAValueError: It is no value of this field.
    """
    if field.form in ("mapping", "mappings", "any") or typed.startswith("["):
        written = _written(field, typed)
        return _understood(field, written, names) if isinstance(written, dict | list) else written
    if field.form == "list":
        inner = members(field)
        between = _BETWEEN_TEXTS if is_prose(inner) else _BETWEEN
        return [value_of(inner, part.strip(), names) for part in between.split(typed.strip()) if part.strip()]
    return _READ[field.form](field, typed, names or {})


def understood(fields: Iterable[Field], body: Json, names: Names | None = None) -> Json:
    """Return fields as somebody filled them in, with codes for labels, ids for names, and days as days are written.

    See `value_of`. What is no text is left as it is, and so is a field nobody knows: the schema has its word later.

    Raises:
        NotAValueError: A text is no value of its field.
    """
    known = {field.name: field for field in fields}
    return {key: _understood(known[key], value, names) if key in known else value for key, value in body.items()}


def _understood(field: Field, value: Any, names: Names | None) -> Any:
    if isinstance(value, dict) and "properties" in field.schema:
        return understood(fields_of(field.schema), value, names)
    if isinstance(value, list) and "items" in field.schema:
        return [_understood(members(field), each, names) for each in value]
    return value_of(field, value, names) if isinstance(value, str) and field.form != "any" else value


def members(field: Field) -> Field:
    """Return what each member of a list is, with what the list's own schema says of them."""
    above = {key: field.schema[key] for key in _INHERITED if key in field.schema}
    return Field(field.name, {**above, **field.schema["items"]}, required=True)


def is_prose(field: Field) -> bool:
    """Return whether a field takes any text, not only codes, ids or what a pattern asks for."""
    return field.form == "text" and not field.codes and not {"x-ref", "pattern"} & field.schema.keys()


def _written(field: Field, typed: str) -> Any:
    read = parse(f"value: {typed}\n".encode())
    if read.data is None:
        fault = read.faults[0].message
        raise NotAValueError(Words(f"{field.label.zh}：{fault.zh}", f"{field.name}: {fault.en}"))
    return read.data["value"]


def _text(field: Field, typed: str, names: Names) -> Any:
    if is_prose(field):
        return typed
    plain = plainly(typed)
    codes, like = field.codes, likened(typed)
    if plain in {option.word for option in codes}:
        return plain
    named = {likened(word): option.word for option in codes for word in option.label if word}
    found = named.get(like) or names.get(typed.strip()) or names.get(plain)
    if found is not None:
        return found
    if field.schema.get("x-ref") in _OF_UNITS and not _ID.fullmatch(plain):
        raise no_unit(typed, [*(option.label.zh for option in codes), *names])
    if codes and "anyOf" not in field.schema:
        raise _no_code(field, typed, codes)
    return plain


def _no_code(field: Field, typed: str, codes: list[Option]) -> NotAValueError:
    near = nearest(typed, codes)
    if near is not None:
        return NotAValueError(
            Words(
                f"{field.label.zh}没有这个选项，是不是「{near.label.zh or near.word}」（{near.word}）？",
                f"{field.name} has no such choice; did you mean {near.shown.en}?",
            )
        )
    zh, en = (
        "、".join(f"{one.label.zh}（{one.word}）" if one.label.zh else one.word for one in codes),
        ", ".join(one.word for one in codes),
    )
    return NotAValueError(Words(f"{field.label.zh}只能是 {zh}", f"{field.name} is one of {en}"))


def no_unit(typed: str, known: Iterable[str]) -> NotAValueError:
    """Return what is said of a name no unit has, with the name that was meant."""
    near = nearest_word(typed, [one for one in known if one])
    zh, en = (f"，是不是「{near}」？", f'; did you mean "{near}"?') if near else ("，请照单位登记写名称或编号", "")
    said, name = (f"名为「{typed}」", f'"{typed}"') if repeatable(typed) else ("这样", "so")
    return NotAValueError(Words(f"没有登记{said}的单位{zh}", f"no unit is called {name}{en}"))


def _day(field: Field, typed: str, _names: Names) -> str:
    day = day_in(typed)
    if day is None:
        raise NotAValueError(
            Words(f"「{field.label.zh}」要写成 2024-03-18 这样的日期", f"{field.name} is no day, write 2024-03-18")
        )
    return day.isoformat()


def _count(field: Field, typed: str, _names: Names) -> int:
    count = whole_in(typed)
    if count is None:
        raise NotAValueError(Words(f"{field.label.zh}要写整数", f"{field.name} is a whole number"))
    return count


def _number(field: Field, typed: str, _names: Names) -> Number | int:
    digits = digits_in(typed)
    if not re.fullmatch(field.schema["pattern"], digits):
        raise NotAValueError(Words(f"{field.label.zh}要写数字，如 86400.00", f"{field.name} is a number"))
    return as_number(digits)


def _truth(field: Field, typed: str, _names: Names) -> bool:
    truth = truth_in(typed)
    if truth is None:
        raise NotAValueError(Words(f"{field.label.zh}写「是」或「否」", f"{field.name} is true or false"))
    return truth


_READ: Mapping[str, Callable[[Field, str, Names], Any]] = {
    "text": _text,
    "day": _day,
    "count": _count,
    "number": _number,
    "truth": _truth,
}
