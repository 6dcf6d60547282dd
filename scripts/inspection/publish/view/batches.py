"""Sums over several records that never give away one: neither a published sum nor the difference of two.

Counts are released in batches. At the end of a half-year those not yet shown are added, if enough of them are above
zero; else they wait for the next.
"""

from collections.abc import Iterable
from datetime import date


def half_year(day: date) -> tuple[int, int]:
    """Return the year and its half, 1 or 2, that a day lies in."""
    return day.year, 1 if day.month <= 6 else 2


def released(counts: Iterable[tuple[date, int]], as_of: date, least: int) -> int | None:
    """Return the sum of the batches that may be shown; nothing where there is none, or all there is still waits.

    Args:
        counts: What each record adds, and its day; each record once.
        as_of: The day; the half-year it lies in is not over.
        least: How many records a batch must at least rest on.
    """
    now = half_year(as_of)
    facts = sorted((half_year(day), count) for day, count in counts if half_year(day) < now)
    above = [fact for fact in facts if fact[1]]
    shown, batch = 0, list[int]()
    for place, (half, count) in enumerate(above):
        batch.append(count)
        over = place + 1 == len(above) or above[place + 1][0] != half
        if over and len(batch) >= least:
            shown, batch = shown + sum(batch), []
    return shown if shown or (facts and not batch) else None
