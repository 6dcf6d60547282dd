"""The term, and how far it has come in covering its units.

A unit's own days on site are not public before its notice is, so it counts in the month in which its round ended, which
was announced. What a round still on site has covered counts in the month of the day, as it does in the figure.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import accumulate

from inspection.derive.figures.leaves import Counted, Figure
from inspection.derive.figures.scope import term_of, term_on
from inspection.model.ledger import Ledger
from inspection.publish.view.district_shapes import PublicMonth, PublicTerm
from inspection.publish.view.problems import month


def public_term(ledger: Ledger, as_of: date, coverage: Figure) -> PublicTerm | None:
    """Return the term that contains a day, or nothing before the first.

    Args:
        ledger: The ledger the public knows of.
        as_of: The day.
        coverage: The figure `coverage` of that ledger on that day.
    """
    term = term_on(ledger, as_of)
    if term is None:
        return None
    first: dict[str, date] = {}
    for unit, day in _covering(ledger, term.number):
        first[unit] = min(day, as_of, first.get(unit, as_of))
    months = Counter(month(first[unit]) for unit in _inspected(coverage) if unit in first)
    order = sorted(months)
    sums = accumulate(months[one] for one in order)
    return PublicTerm(
        number=term.number,
        began=term.began,
        ends=term.ends,
        target=term.target,
        covered=tuple(PublicMonth(month=one, n=n) for one, n in zip(order, sums, strict=True)),
    )


def _covering(ledger: Ledger, term: int) -> Iterator[tuple[str, date]]:
    """Yield the units of the inspections that may cover them, each with the last day of its round."""
    for inspection in ledger.inspections.values():
        round_ = ledger.rounds.get(inspection.round)
        if round_ is None or term_of(round_.id) != term or round_.kind == "look_back":
            continue
        if inspection.reach == "full":
            yield inspection.unit, round_.onsite.to


def _inspected(coverage: Figure) -> tuple[str, ...]:
    leaf = coverage.get("inspected") if isinstance(coverage, Mapping) else None
    return leaf.ids if isinstance(leaf, Counted) else ()
