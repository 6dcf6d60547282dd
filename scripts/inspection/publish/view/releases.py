"""Sums that never give away what one record holds: neither a published sum nor the difference of two.

What a record adds to a sum of the district is the office's. So a sum stands still within a month, and at the end of one
it moves only if enough records have something new in it, by the policy of that day; else they wait for the next. What
was public once depends on nothing later, so sites of any two days differ by enough records or not at all.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

import msgspec

from inspection.derive.figures import outcomes, work
from inspection.derive.figures.leaves import Figure, Mean, Summed, Yuan
from inspection.derive.figures.scope import Scope, scope_of, term_on
from inspection.derive.lives import Lives
from inspection.derive.policies import policy_on
from inspection.model.ledger import Ledger
from inspection.model.problems import Item
from inspection.publish.view.half_years import A_SUM
from inspection.publish.view.known import known_to_the_public

SUMMED: Mapping[str, Callable[[Scope], Figure]] = {
    "satisfaction": outcomes.satisfaction,
    "money": outcomes.money,
    "outputs": work.outputs,
    "matters": work.matters,
    "activities": work.activities,
    "announcements": work.announcements,
    "training": work.training,
}
"""The figures that sum what records hold."""

Figures = Mapping[str, Figure]
Leaf = Summed | Yuan | Mean


class MonthEnd(NamedTuple):
    """The figures that are sums, as the ledger the public knew of told them at the end of a month.

    Attributes:
        records: How many records a sum must move by.
        units: How many units a mean must move by.
    """

    day: date
    figures: Figures
    records: int
    units: int


class Release(NamedTuple):
    """What is public of one figure: its leaves as they were at the end of a month.

    Attributes:
        leaves: As many as were asked for; without a record while none was released.
        month: The month of the release, `YYYY-MM`; nothing while none was.
        waiting: Whether nothing was released although there is something.
    """

    leaves: tuple[Leaf, ...]
    month: str | None
    waiting: bool


def month_ends(whole: Ledger, as_of: date) -> tuple[MonthEnd, ...]:
    """Return the sums at the end of every month of the term that is over on the day.

    Args:
        whole: The whole ledger; at each month's end only what the public knew of then counts.
        as_of: The day.
    """
    term = term_on(whole, as_of)
    if term is None:
        return ()
    summed = {id_: one for id_, one in whole.problems.items() if any(_has_sums(item) for item in one.items)}
    ledger = msgspec.structs.replace(whole, problems=summed)  # every month is counted again, so what adds nothing goes
    return tuple(_at(ledger, day) for day in _ends(term.began, as_of))


def _has_sums(item: Item) -> bool:
    return item.outcome is not None and bool(item.outcome.money)


def _at(whole: Ledger, day: date) -> MonthEnd:
    ledger, policy = known_to_the_public(whole, day), policy_on(whole, day)
    scope = scope_of(ledger, day, Lives(ledger, day))
    figures = {key: figure(scope) for key, figure in SUMMED.items()}
    return MonthEnd(day, figures, max(policy.small_count, A_SUM), policy.mean_units)


def _ends(began: date, as_of: date) -> Iterator[date]:
    """Yield the last days of months from the day a term began, before the day."""
    first = began.replace(day=1)
    while (following := (first + timedelta(days=31)).replace(day=1)) <= as_of:
        yield following - timedelta(days=1)
        first = following


def released(ends: tuple[MonthEnd, ...], places: tuple[str, ...]) -> Release:
    """Return what is public of the leaves at some places, such as a numerator and its denominator, which move together.

    Args:
        ends: The ends of the months that are over, in their order; at least one.
        places: Where the leaves stand, such as `money.saved`.
    """
    shown: list[dict[str, Decimal]] = [{} for _ in places]
    leaves: tuple[Leaf, ...] = tuple(type(_leaf(ends[-1].figures, place))() for place in places)
    month, waiting = None, False
    for end in ends:
        now = tuple(_leaf(end.figures, place) for place in places)
        values = [_by_record(leaf) for leaf in now]
        moved = [_moved(old, new) for old, new in zip(shown, values, strict=True)]
        enough = all(not n or n >= _least(place, end) for n, place in zip(moved, places, strict=True))
        if enough and any(moved):
            shown, leaves, month = values, now, end.day.isoformat()[:7]
        waiting = month is None and any(moved)
    return Release(leaves, month, waiting)


def of_units(place: str) -> bool:
    """Return whether a figure is what people answered, which is told of so many units or not at all."""
    return place.split(".")[0] == "satisfaction"


def _least(place: str, end: MonthEnd) -> int:
    return end.units if of_units(place) else end.records


def _leaf(figures: Figures, place: str) -> Leaf:
    figure: Figure = figures
    for part in place.split("."):
        figure = figure[part] if isinstance(figure, Mapping) and part in figure else Summed()
    return figure if isinstance(figure, Leaf) else Summed()


def _by_record(leaf: Leaf) -> dict[str, Decimal]:
    """Return what each record adds; several entries of one record are still that record's, and zero is nothing."""
    values: dict[str, Decimal] = {}
    for record, value in leaf.parts:
        values[record] = values.get(record, Decimal()) + value
    return {record: value for record, value in values.items() if value}


def _moved(old: dict[str, Decimal], new: dict[str, Decimal]) -> int:
    return sum(old.get(record) != new.get(record) for record in {**old, **new})
