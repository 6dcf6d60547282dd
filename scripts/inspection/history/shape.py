"""Where days can be in a record of a kind, asked of the model once."""

from functools import cache
from typing import Any, NamedTuple

from msgspec import inspect

from inspection.model.kinds import KINDS


class Shape(NamedTuple):
    """Where days are below a type.

    Attributes:
        days: Keys of this mapping that hold a day, `date` left out.
        dated: Whether it may hold a `date`.
        below: Keys that hold days further down, and how: `one` mapping, a `list`, or a mapping with `free` keys.
        apart: All these keys: they are no part of what the mapping itself says.
    """

    days: tuple[str, ...]
    dated: bool
    below: tuple[tuple[str, str, "Shape"], ...]
    apart: frozenset[str]


DAY = Shape((), False, (), frozenset({""}))
"""The shape of a member that is itself a day."""


@cache
def shape_of(kind: str) -> Shape:
    """Return where days are in records of a kind, by its name."""
    (struct,) = (each.struct for each in KINDS if each.name == kind)
    return _of_struct(inspect.type_info(struct))


def _of_struct(info: Any) -> Shape:
    days, below = [], []
    for field in info.fields:
        form, how = _form(field.type)
        if form is DAY and how == "one":
            days.append(field.encode_name)
        elif form is not None:
            below.append((field.encode_name, how, form))
    own = tuple(day for day in days if day != "date")
    return Shape(own, "date" in days, tuple(below), frozenset({*own, *(key for key, *_ in below)}))


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
