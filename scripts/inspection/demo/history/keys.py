"""Who holds which key from when to when, and what `signers.yaml` says of it on a day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from inspection.demo.days import after, iso
from inspection.demo.history.dated import BEGAN
from inspection.demo.history.signing import KeyMaker, Pen, pen
from inspection.demo.places import Record

_HANDED = date(2022, 2, 21)
"""The day on which the units got their keys, before the first round."""
_CHANGED = {"discipline": (date(2023, 5, 31),), "office": (date(2022, 12, 30), date(2024, 3, 29))}
"""The last days of keys that were replaced."""
_UNIT_CHANGED = date(2024, 6, 28)
"""The last day of the first keys of some units."""


@dataclass(frozen=True, slots=True)
class _Key:
    body: str
    pen: Pen
    written: date
    first: date
    last: date | None


class Keys:
    """The keys of everybody who writes."""

    def __init__(self, writers: Mapping[str, date], units: Mapping[str, date], maker: KeyMaker) -> None:
        """Make the keys.

        Args:
            writers: Who writes, and the first day they do.
            units: The writers that are units, and the day each joined the register.
            maker: Makes a key by its name.
        """
        self._rings: dict[str, list[_Key]] = {}
        for body, first in writers.items():
            day = min(first, max(_HANDED, after(units[body], 0))) if body in units else BEGAN
            self._rings[body] = list(_ring(body, day, _changes(body, body in units), maker))
        self._units = frozenset(units)

    @property
    def days(self) -> frozenset[date]:
        """The days on which `signers.yaml` changed."""
        return frozenset(key.written for ring in self._rings.values() for key in ring)

    def pen(self, body: str, day: date) -> Pen:
        """Return the key a body signs with on a day."""
        return next(key.pen for key in reversed(self._rings[body]) if key.first <= day)

    def record(self, day: date) -> Record:
        """Return `signers.yaml` as it stood at the end of a day; keys are only added, and end with `until`."""
        keys = [key for ring in self._rings.values() for key in ring if key.written <= day]
        return {"keys": [self._row(key, day) for key in sorted(keys, key=lambda key: key.written)]}

    def _row(self, key: _Key, day: date) -> Record:
        row: Record = {"role": "unit", "unit": key.body} if key.body in self._units else {"role": key.body}
        row |= {"key": key.pen.public, "from": iso(key.first)}
        if key.last is not None and key.last <= day:
            row["until"] = iso(key.last)
        return row | {"account": f"yz-{key.body}"}


def _changes(body: str, is_unit: bool) -> tuple[date, ...]:
    return ((_UNIT_CHANGED,) if body.startswith("l") else ()) if is_unit else _CHANGED.get(body, ())


def _ring(body: str, day: date, changes: tuple[date, ...], maker: KeyMaker) -> Iterable[_Key]:
    written = first = day
    for number, last in enumerate((*changes, None), 1):
        name = body if number == 1 else f"{body} {number}"
        yield _Key(body, pen(maker(name)), written, first, last)
        if last is not None:
            written, first = last, last + timedelta(days=1)
