"""Takes one thing out of the program: a field, a rule, a figure, a page or a command.

Nobody puts it back: it is done in a process of its own.

A field that is taken out is read as if nobody had filled it in: it is left out where it may be, and where it may not it
says nothing (the first code of its list, no number, no day that matters), the same in every record.
"""

import types
import typing
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import EnumType
from typing import Any

import msgspec

from inspection.cli import entry
from inspection.derive import statistics
from inspection.model.kinds import KINDS
from inspection.office import pages
from inspection.office.page import Maker
from inspection.rules.framework import Rule
from inspection.workdays import Duration

STRUCTS = {kind.name: kind.struct for kind in KINDS}
NO_DAY = "1900-01-01"
NO_END = "120m"


def without_field(place: str) -> None:
    """Read every record as if nobody had ever filled in a field such as `problem.items.due`."""
    kind, *keys = place.split(".")
    struct, convert = STRUCTS[kind], msgspec.convert

    def converted(data: Any, to: Any, **how: Any) -> Any:
        return convert(emptied(data, to, keys) if to is struct else data, to, **how)

    msgspec.convert = converted


def emptied(data: Any, form: Any, keys: list[str]) -> Any:
    """Return plain data of a type with the field at the end of the keys left out, or saying nothing."""
    if isinstance(data, list):
        return [emptied(one, typing.get_args(form)[0], keys) for one in data]
    if not isinstance(data, Mapping):
        return data
    key, *below = keys
    field = fields_of(form).get(key)
    if below:
        return {**data, key: emptied(data[key], within(field), below)} if key in data else data
    left = {name: one for name, one in data.items() if name != key}
    return left if field is None or not field.required else {**left, key: nothing(within(field))}


def fields_of(form: Any) -> dict[str, Any]:
    """Return the fields of a struct by the names they have in a file; a map has none."""
    if not (isinstance(form, type) and issubclass(form, msgspec.Struct)):
        return {}
    return {field.encode_name: field for field in msgspec.structs.fields(form)}


def within(field: Any) -> Any:
    """Return the type of what a field holds, where it is there; an element of a list keeps its list."""
    form = field.type if field is not None else None
    if isinstance(form, types.UnionType) or typing.get_origin(form) is typing.Union:
        return next(one for one in typing.get_args(form) if one is not type(None))
    return form


def nothing(form: Any) -> Any:
    """Return the plain value of a type that tells nothing."""
    if typing.get_origin(form) is typing.Literal:
        return typing.get_args(form)[0]
    if isinstance(form, EnumType):
        return next(iter(form)).value
    if typing.get_origin(form) is tuple:
        parts = typing.get_args(form)
        return [] if parts[-1] is ... else [nothing(part) for part in parts]
    if typing.get_origin(form) is dict:
        return {}
    if isinstance(form, type) and issubclass(form, msgspec.Struct):
        return {name: nothing(within(field)) for name, field in fields_of(form).items() if field.required}
    plain = {str: "", int: 0, bool: False, Decimal: "0", date: NO_DAY, Duration: NO_END}
    return plain[form]


def without_rule(code: str) -> None:
    """Let a rule see nothing."""
    looks = Rule.looks
    Rule.looks = property(lambda one: () if one.code == code else looks.__get__(one))


def without_figure(key: str) -> None:
    """Compute the figures without one of them, or without one key of a figure."""
    name, *below = key.split(".")
    for figures in (statistics.FIGURES, statistics.OF_A_PERIOD):
        figure = figures.pop(name)
        if below:
            figures[name] = _less(figure, below)


def _less(figure: Callable[[Any], Any], keys: list[str]) -> Callable[[Any], Any]:
    def counted(scope: Any) -> Any:
        return lacking(figure(scope), keys)

    return counted


def lacking(figure: Mapping[str, Any], keys: list[str]) -> dict[str, Any]:
    """Return a figure without the key at the end of the keys."""
    key, *below = keys
    left = {name: one for name, one in figure.items() if name != key or below}
    return {**left, key: lacking(figure[key], below)} if below and key in figure else left


def without_page(name: str) -> None:
    """Know no command of a name such as `inspection sample`, or make no page of the office below a folder."""
    if name.startswith("inspection "):
        del entry._COMMANDS[name.removeprefix("inspection ")]
    pages.MAKERS = tuple(_but(name, maker) for maker in pages.MAKERS)


def _but(folder: str, maker: Maker) -> Maker:
    return lambda desk: (page for page in maker(desk) if not page.path.startswith(f"{folder}/"))


REMOVALS = {"record": without_field, "rule": without_rule, "figure": without_figure, "page": without_page}
"""How to take something out, by the column of the table that names it."""
