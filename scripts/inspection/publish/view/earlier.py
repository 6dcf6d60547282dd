"""How the district stood half a year before, so that a reader sees whether it is getting better.

The counts are those the site of that day would have shown: of the ledger the public knew of then, withheld problems
among them, and of the same term. They count records; nothing in them is one record's own value.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

import msgspec

from inspection.derive.figures.leaves import Counted, Figure
from inspection.derive.figures.problems import problems
from inspection.derive.figures.scope import scope_of, term_on
from inspection.derive.lives import Lives
from inspection.model.ledger import Ledger
from inspection.publish.view.district_shapes import PublicEarlier
from inspection.publish.view.known import known_to_the_public
from inspection.workers import shared_out, shares

HALF = 6
_YEAR = 12
_WORTH_SHARING = 2_000
"""Problems from which another process is worth its while."""


def earlier_beside(whole: Ledger, as_of: date) -> Callable[[], PublicEarlier | None]:
    """Begin what `public_earlier` does, in a large ledger on another core; return what waits for its answer."""
    apart = shares(len(whole.problems), _WORTH_SHARING) > 1
    told = shared_out([as_of], lambda day: msgspec.msgpack.encode(public_earlier(whole, day)), apart=apart)
    return lambda: msgspec.msgpack.decode(next(told), type=PublicEarlier | None)


def public_earlier(whole: Ledger, as_of: date) -> PublicEarlier | None:
    """Return the problems of the district at the end of the month half a year before.

    Args:
        whole: The whole ledger; only what the public knew of on the earlier day counts.
        as_of: The day it is compared with.

    Returns:
        The counts; nothing when that day lies in another term, or when no problem had been fed back by then.
    """
    day = _half_a_year_before(as_of)
    if day is None or term_on(whole, day) is None or term_on(whole, day) != term_on(whole, as_of):
        return None
    ledger = known_to_the_public(whole, day)
    counts = problems(scope_of(ledger, day, Lives(ledger, day)))
    earlier = PublicEarlier(
        day=day, total=_count(counts, "total"), closed=_count(counts, "closed"), overdue=_count(counts, "overdue")
    )
    return earlier if earlier.total else None


def _half_a_year_before(day: date) -> date | None:
    """Return the last day of the sixth month before that of a day, where the calendar goes back so far."""
    year, month = divmod(day.year * _YEAR + day.month - HALF, _YEAR)
    return date(year, month + 1, 1) - timedelta(days=1) if year >= date.min.year + 1 else None


def _count(figures: Figure, key: str) -> int:
    leaf = figures.get(key) if isinstance(figures, Mapping) else None
    return len(leaf.ids) if isinstance(leaf, Counted) else 0
