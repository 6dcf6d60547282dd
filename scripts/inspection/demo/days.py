"""Days of the demonstration: written as text, and moved to days on which offices work."""

from datetime import date, timedelta
from functools import cache

from inspection.workdays import Calendar

TODAY = date(2024, 12, 31)
"""The day the demonstration is told from."""

_CALENDAR = Calendar()


@cache
def working(day: date) -> date:
    """Return the day, or the next one on which offices work."""
    while not _CALENDAR.works(day):
        day += timedelta(days=1)
    return day


@cache
def working_back(day: date) -> date:
    """Return the day, or the last one before it on which offices work."""
    while not _CALENDAR.works(day):
        day -= timedelta(days=1)
    return day


def after(day: date, days: int) -> date:
    """Return the working day at or after `days` days later (earlier, when negative)."""
    return working(day + timedelta(days=days))


def iso(day: date) -> str:
    """Return the day as the ledger writes it."""
    return day.isoformat()


def month(day: date) -> str:
    """Return the month as the ledger writes it."""
    return day.isoformat()[:7]
