"""Where days can be in a record of a kind, asked of the model once."""

from functools import cache
from typing import Any, NamedTuple

from msgspec import inspect

from inspection.model.kinds import KINDS


class Shape(NamedTuple):
    """Where days are below a type.

    Attributes:
        days: Keys of this mapping that hold a day, `date` left out, each also as the step of a place.
        dated: Whether it may hold a `date`.
        below: Keys that hold days further down, also as steps, and how they do: `one` mapping, a `list`, or a mapping
            with `free` keys.
        apart: All these keys: they are no part of what the mapping itself says.
    """

    days: tuple[tuple[str, bytes], ...]
    dated: bool
    below: tuple[tuple[str, bytes, str, "Shape"], ...]
    apart: frozenset[str]


DAY = Shape((), False, (), frozenset({""}))
"""The shape of a member that is itself a day."""


@cache
def shape_of(kind: str) -> Shape:
    """Return where days are in records of a kind, by its name."""
    (struct,) = (each.struct for each in KINDS if each.name == kind)
    return _of_struct(inspect.type_info(struct))


def _of_struct(info: Any) -> Shape:
    days: list[tuple[str, bytes]] = []
    below: list[tuple[str, bytes, str, Shape]] = []
    for field in info.fields:
        key, (form, how) = field.encode_name, _form(field.type)
        if form is DAY and how == "one":
            days.append((key, _step(key)))
        elif form is not None:
            below.append((key, _step(key), how, form))
    own = tuple(day for day in days if day[0] != "date")
    return Shape(
        own, len(own) < len(days), tuple(below), frozenset([*(key for key, _ in own), *(key for key, *_ in below)])
    )


def _step(key: str) -> bytes:
    return b"/" + key.encode()


def _form(info: Any) -> tuple[Shape | None, str]:
    """Return the shape of a field's type, nothing where no day can be, and how it is held."""
    for each in info.types if isinstance(info, inspect.UnionType) else (info,):
        match each:
            case inspect.DateType():
                return DAY, "one"
            case inspect.VarTupleType() | inspect.ListType():
                return _form(each.item_type)[0], "list"
            case inspect.DictType():
                return _form(each.value_type)[0], "free"
            case inspect.StructType():
                shape = _of_struct(each)
                return (shape if shape.dated or shape.apart else None), "one"
    return None, "one"
