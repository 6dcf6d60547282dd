"""Which days a report tells of: half a year or a year, as `2024H1` or `2024`."""

import re
from datetime import date
from typing import NamedTuple

_HALF = re.compile(r"([0-9]{4})[Hh]([12])")
_YEAR = re.compile(r"([0-9]{4})")


class Period(NamedTuple):
    """A period: its first day, its last, and what it is called."""

    first: date
    last: date
    name: str

    def until(self, day: date) -> "Period":
        """Return what of it has passed by a day, that day included."""
        return self._replace(last=min(self.last, day))


def half_year(text: str) -> Period | None:
    """Return the half-year a text such as `2024H1` names, or nothing."""
    match = _HALF.fullmatch(text)
    if match is None or not int(match[1]):
        return None
    year = int(match[1])
    if match[2] == "1":
        return Period(date(year, 1, 1), date(year, 6, 30), f"{year}年上半年")
    return Period(date(year, 7, 1), date(year, 12, 31), f"{year}年下半年")


def whole_year(text: str) -> Period | None:
    """Return the year a text such as `2024` names, or nothing."""
    match = _YEAR.fullmatch(text)
    if match is None or not int(match[1]):
        return None
    year = int(match[1])
    return Period(date(year, 1, 1), date(year, 12, 31), f"{year}年")


def half_around(day: date) -> str:
    """Return the half-year a day lies in."""
    return f"{day.year}H{1 if day.month <= 6 else 2}"
