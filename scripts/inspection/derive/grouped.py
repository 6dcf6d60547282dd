"""The figures once more for each group: by round, by township, by month, by two of these at once."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple, cast, get_args

from inspection.derive.figures.leaves import Figure
from inspection.derive.figures.scope import period_of, term_on
from inspection.derive.figures.split import Dimension, Group, split
from inspection.derive.lives import Lives
from inspection.derive.statistics import Statistics, dated_figures
from inspection.model.ledger import Ledger
from inspection.workdays import month_end

MONTH = "month"
DIMENSIONS: tuple[str, ...] = (*get_args(Dimension), MONTH)
"""What figures can be grouped by."""


_WHOLE: Group = ()


class Grouped(NamedTuple):
    """The figures of one group.

    Attributes:
        group: The code, id or month (`2024-03`) by dimension, `""` where the records say nothing of it.
        figures: By key; those that do not split are left out.
    """

    group: dict[str, str]
    figures: Mapping[str, Figure]


def grouped(ledger: Ledger, made: Statistics, by: Sequence[str]) -> list[Grouped]:
    """Return figures group by group, in the order of the groups.

    By month they are what each month counts by its own days: of the period, or from the beginning of the term to the
    day. Every other group is what of the figures rests on its records, so the groups add up.

    Args:
        ledger: The ledger the figures were counted in.
        made: The figures.
        by: One or two of `DIMENSIONS`.
    """
    others = tuple(cast(Dimension, one) for one in by if one != MONTH)
    if MONTH not in by:
        return [
            Grouped(dict(zip(by, group, strict=True)), own)
            for group, own in split(made.figures, ledger, others).items()
        ]
    found = []
    lives = Lives(ledger, date.max)
    for first, last in _months(ledger, made):
        dated = dated_figures(period_of(ledger, first, last, lives))
        parts = split(dated, ledger, others) if others else {_WHOLE: dated}
        for group, own in parts.items():
            named: dict[str, str] = {MONTH: f"{first:%Y-%m}"}
            named.update(zip(others, group, strict=True))
            found.append(Grouped({one: named[one] for one in by}, own))
    return sorted(found, key=lambda one: tuple(one.group.values()))


def _months(ledger: Ledger, made: Statistics) -> Iterator[tuple[date, date]]:
    """Yield the first and the last day of each month, or of what of it lies within."""
    term = term_on(ledger, made.as_of)
    day = made.since or (term.began if term is not None else made.as_of)
    while day <= made.as_of:
        last = month_end(f"{day:%Y-%m}")
        yield day, min(last, made.as_of)
        day = date.fromordinal(last.toordinal() + 1)
