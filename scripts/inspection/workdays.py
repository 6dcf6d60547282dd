"""Working days, month ends and durations.

Periods run as the Civil Code says (art. 201-203): the day a period starts from is not counted, a month ends on the same
day of a later month or on that month's last day, and a period that would end on a day off ends on the next working
day. Which days are off is the State Council's yearly notice: the `chinesecalendar` package for the years it knows,
`ledger/calendar/<year>.yaml` for the others. A year that neither knows makes the result *provisional*.
"""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

import chinese_calendar
from chinese_calendar.constants import holidays as announced_off
from msgspec import Struct

_ONE_DAY = timedelta(days=1)
MOST_WORKING_DAYS = 365
_FORM = re.compile(r"([1-9][0-9]{0,3})(wd|d|m)")


class Duration(str):
    """A length of time as the policy writes it: `15wd` (working days), `20d` (days), `3m` (months).

    Raises:
        ValueError: The text has another form, or counts more than 365 working days.
    """

    __slots__ = ()

    def __new__(cls, text: str) -> "Duration":
        """Keep the text, which is the value."""
        form = _FORM.fullmatch(text)
        if form is None or (form[2] == "wd" and int(form[1]) > MOST_WORKING_DAYS):
            raise ValueError(f"not a duration: {text!r}")
        return super().__new__(cls, text)

    @property
    def number(self) -> int:
        """How many of the unit, 1 to 9999."""
        return int(self.rstrip("wdm"))

    @property
    def unit(self) -> str:
        """`wd` working days, `d` days, `m` months."""
        return self.lstrip("0123456789")


class Due(NamedTuple):
    """The last day of a period, and whether it rests on a year that is not announced yet."""

    day: date
    provisional: bool = False


class DaysOff(Struct, frozen=True):
    """One year's notice as the ledger holds it: days off, make-up working days, and whether it is official."""

    off: frozenset[date]
    work: frozenset[date]
    official: bool


@cache
def _years_known() -> frozenset[int]:
    return frozenset(day.year for day in announced_off)


class Calendar:
    """Which days are worked, from the announced years and the ledger's own notices.

    Args:
        notices: The ledger's `calendar/<year>.yaml` by year. An official one replaces what the package knows of its
            year; a provisional one fills in for a year the package does not know, and stays provisional.
    """

    def __init__(self, notices: Mapping[int, DaysOff] | None = None) -> None:
        """Keep the notices; nothing is computed before it is asked for."""
        self._notices = dict(notices or {})
        self._worked: dict[date, bool] = {}
        self._ends: dict[tuple[date, Duration], Due] = {}

    def works(self, day: date) -> bool:
        """Return whether `day` is a working day, taking weekends for a year nobody has announced."""
        known = self._worked.get(day)
        if known is None:
            known = self._worked[day] = self._works(day)
        return known

    def _works(self, day: date) -> bool:
        notice = self._notice(day.year)
        if notice is not None:
            return day in notice.work or (day.weekday() < 5 and day not in notice.off)
        if day.year in _years_known():
            return bool(chinese_calendar.is_workday(day))
        return day.weekday() < 5

    def announced(self, year: int) -> bool:
        """Return whether the year's days off are official."""
        notice = self._notice(year)
        return notice.official if notice is not None else year in _years_known()

    def _notice(self, year: int) -> DaysOff | None:
        notice = self._notices.get(year)
        return notice if notice is not None and (notice.official or year not in _years_known()) else None

    def end(self, start: date, duration: Duration) -> Due:
        """Return the last day of a period that starts on `start`; see `add`."""
        known = self._ends.get((start, duration))
        if known is None:
            known = self._ends[start, duration] = _end(start, duration, self)
        return known

    def next_worked(self, day: date) -> date:
        """Return `day`, or the next working day when it is off; the last day there is when none follows."""
        while not self.works(day) and day < date.max:
            day += _ONE_DAY
        return day


def add_working_days(start: date, days: int, calendar: Calendar) -> Due:
    """Return the last day of a period of working days.

    The day the period starts from is not counted (Civil Code, art. 201). Make-up working days count, public
    holidays do not.

    Args:
        start: The day the clock starts, in the district's time zone.
        days: Number of working days, 1 to 365.
        calendar: Which days are worked.

    Returns:
        The day, and whether it is provisional because its year is not announced yet.

    Raises:
        ValueError: `days` lies outside 1 to 365.
    """
    if not 1 <= days <= MOST_WORKING_DAYS:
        raise ValueError(f"working days outside 1 to {MOST_WORKING_DAYS}: {days}")
    day = first = add_days(start, 1)
    for count in range(days):
        day = calendar.next_worked(add_days(day, 1) if count else first)
    return Due(day, not all(calendar.announced(year) for year in range(first.year, day.year + 1)))


def add_days(start: date, days: int) -> date:
    """Return the day `days` later (earlier, when negative), at most the last (first) day a date can hold."""
    return date.fromordinal(min(max(start.toordinal() + days, 1), date.max.toordinal()))


def add_months(start: date, months: int) -> date:
    """Return the same day `months` later (earlier, when negative), or that month's last day (Civil Code, art. 202).

    At most the last (first) day a date can hold.
    """
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return date.min if year < date.min.year else date.max
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def add(start: date, duration: Duration, calendar: Calendar) -> Due:
    """Return the last day of a period that starts on `start`.

    Days and months that end on a day off roll to the next working day (Civil Code, art. 203).
    """
    return calendar.end(start, duration)


def _end(start: date, duration: Duration, calendar: Calendar) -> Due:
    if duration.unit == "wd":
        return add_working_days(start, duration.number, calendar)
    rolled = calendar.next_worked(_plain_end(start, duration))
    return Due(rolled, not calendar.announced(rolled.year))


@cache
def limit(start: date, duration: Duration) -> date:
    """Return the end of a span that bounds something and is no deadline: days and months do not roll.

    Working days, which no bound should be written in, are those of the announced years.
    """
    if duration.unit == "wd":
        return add_working_days(start, duration.number, Calendar()).day
    return _plain_end(start, duration)


def _plain_end(start: date, duration: Duration) -> date:
    return add_days(start, duration.number) if duration.unit == "d" else add_months(start, duration.number)


def month_end(month: str) -> date:
    """Return the last day of a month written `YYYY-MM`; the year 0000, which no date can hold, is taken as 0001."""
    year, number = max(int(month[:4]), date.min.year), int(month[5:])
    return date(year, number, monthrange(year, number)[1])
