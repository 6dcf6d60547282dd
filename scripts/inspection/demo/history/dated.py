"""When each part of a record became known, and on whose word: read from the dates the finished record holds."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, NamedTuple

from inspection.demo.days import after

Pointer = tuple[str | int, ...]


class Known(NamedTuple):
    """How a part of a record became known.

    Attributes:
        day: The day it happened.
        body: The body that said so, as the record words it.
        joint: Parts with one such mark are written by one commit.
    """

    day: date
    body: str
    joint: str = ""


@dataclass(frozen=True, slots=True)
class Birth:
    """How a record came to be.

    Attributes:
        first: The day and the body.
        told: Parts of which only other records, or the kind of record, can tell.
        matter: The unit whose matter the record is, or nothing for the district's own.
        one_hand: Whether one body writes all of it, whoever is named in it.
        with_round: Whether it was born with its round, before the unit's matter began.
        before: What stood in the place of a part before that part became known: values put right later.
    """

    first: Known
    told: Mapping[Pointer, Known] = field(default_factory=dict)
    matter: str = ""
    one_hand: bool = True
    with_round: bool = False
    before: Mapping[Pointer, object] = field(default_factory=dict)


BEGAN = date(2021, 9, 28)
"""The first day of the ledger: the term began."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_OPENING = ("date", "submitted", "held", "ordered", "approved", "transferred", "recommended")
"""Keys that say on which day the mapping around them came to be."""
_AHEAD = frozenset(
    {
        "due",
        "until",
        "next",
        "check",
        "from",
        "to",
        "began",
        "ends",
        "base_frozen",
        "effective",
        "joined",
        "found",
        "today",
    }
)
"""Days that are set beforehand: known with what they belong to."""
_SPEAKERS = {
    "plan": "unit",
    "life_meeting": "unit",
    "report": "unit",
    "handovers": "unit",
    "activities": "group",
    "evaluation": "office",
    "responses": "office",
    "signed": "office",
    "copied": "office",
    "published": "office",
    "evidence": "unit",
    "outcome": "unit",
    "accountable": "discipline",
    "sent": "office",
}
"""Who puts down what has no `by`."""


def parts(
    record: Any, first: Known, told: Mapping[Pointer, Known], *, one_hand: bool
) -> Iterator[tuple[Pointer, Known]]:
    """Yield every part of a record that became known by itself, in the order of the record, the whole record first.

    A part not yielded became known with what holds it. Lists only grow at their end: a row never becomes known before
    the row above it.

    Args:
        record: The finished record.
        first: How the record as a whole came to be.
        told: Parts of which it is known from elsewhere.
        one_hand: Whether one body writes all of it, whoever is named in it.
    """
    yield (), first
    yield from _within(record, (), first, told, one_hand)


def _within(
    value: Any, pointer: Pointer, around: Known, told: Mapping[Pointer, Known], one_hand: bool
) -> Iterator[tuple[Pointer, Known]]:
    if isinstance(value, dict) and "action" in value:
        return
    rows = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    least = around
    for key, inner in rows:
        here = (*pointer, key)
        known = told.get(here) or _known(key, inner, around, one_hand)
        if known.day < least.day:
            known = known._replace(day=least.day)
        said = isinstance(inner, dict) and "by" in inner and known.body != around.body
        if here in told or known.day > around.day or said:
            yield here, known
        else:
            known = around._replace(body=known.body)
        yield from _within(inner, here, known, told, one_hand)
        if isinstance(value, list):
            least = known


def _known(key: str | int, value: Any, around: Known, one_hand: bool) -> Known:
    body = around.body if one_hand else _SPEAKERS.get(str(key), around.body)
    if isinstance(value, dict):
        by = value.get("by")
        if by and not one_hand:
            body = by if isinstance(by, str) else by[0]
        return Known(max(around.day, _opened(value) or around.day), body)
    if isinstance(key, str) and key not in _AHEAD and (day := as_day(value)):
        return Known(max(around.day, day), body)
    return Known(around.day, body)


def _opened(value: Mapping[str, Any]) -> date | None:
    if "month" in value:
        first = date.fromisoformat(f"{value['month']}-01")
        return after((first + timedelta(days=32)).replace(day=1), 0)
    return next((as_day(value[key]) for key in _OPENING if key in value), None)


def as_day(value: object) -> date | None:
    """Return the day a text is, if it is one."""
    return date.fromisoformat(value) if isinstance(value, str) and _DAY.fullmatch(value) else None


def earliest(value: Any) -> date | None:
    """Return the earliest day anywhere in the value that was not set beforehand."""
    if isinstance(value, dict):
        days = [earliest(inner) for key, inner in value.items() if key not in _AHEAD]
    elif isinstance(value, list):
        days = [earliest(inner) for inner in value]
    else:
        return as_day(value)
    return min((day for day in days if day is not None), default=None)


def day_of(text: object) -> date:
    """Return the day a text must be."""
    return date.fromisoformat(str(text))
