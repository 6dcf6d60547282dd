"""The district's figures, taken from the statistics one by one.

A figure the table below does not name is not published; not the forecast, which counts units of rounds that are only
planned. Splits of problems (by category, round, unit) are never taken from the statistics: they would count withheld
problems anywhere but in a district total. What sums the counts, the money or the scores that records hold is told as
`releases` lets it out.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from inspection.derive.figures.leaves import Counted, Figure, Mean, Yuan, wilson
from inspection.publish.view.district_shapes import PublicFigure
from inspection.publish.view.releases import SUMMED, Figures, Leaf, MonthEnd, of_units, released


class Source(NamedTuple):
    """Where a figure stands in the statistics; `*` stands for every code of a split.

    Attributes:
        key: What it is called, a key of the catalogue of figures.
        n: Where its count stands; left out, at the key itself.
        of: Where its denominator stands, for a rate.
        by_lot: Whether it speaks for more than was looked at, and so has an interval.
    """

    key: str
    n: str = ""
    of: str = ""
    by_lot: bool = False


_TOTAL, _ITEMS = "problems.total", "items.total"

SOURCES = (
    Source("units.total"),
    Source("units.by_kind.*"),
    Source("coverage", "coverage.inspected", "coverage.base"),
    Source("coverage.by_kind.*", "coverage.by_kind.*.inspected", "coverage.by_kind.*.base"),
    Source("rounds.total"),
    Source("rounds.by_kind.*"),
    Source("extended.units"),
    Source("problems.found"),
    Source("problems.fed_back"),
    Source("problems.withdrawn"),
    Source(_TOTAL),
    *(
        Source(f"problems.{status}", of=_TOTAL)
        for status in ("closed", "long_term", "basically_done", "in_progress", "not_started", "overdue", "prominent")
    ),
    Source("problems.on_time", of="problems.closed"),
    Source("closure_rate", "closure_rate.closed", "closure_rate.total"),
    Source("progress_rate", "progress_rate.progressed", "progress_rate.total"),
    Source("self_reported_rate", "self_reported_rate.self_reported", "self_reported_rate.total"),
    Source("immediate.problems"),
    Source("immediate.problems_closed", of="immediate.problems"),
    Source("immediate.items"),
    Source("immediate.items_closed", of="immediate.items"),
    Source(_ITEMS),
    Source("items.closed", of=_ITEMS),
    Source("items.on_time_rate", "items.on_time_rate.on_time", "items.on_time_rate.due"),
    *(
        Source(f"items.{fate}", of=_ITEMS)
        for fate in ("extended", "returned", "reopened", "overdue", "reviews_overdue", "long_term_after_due")
    ),
    *(
        Source(f"stages.{stage}", f"stages.{stage}.done", f"stages.{stage}.due")
        for stage in ("feedback", "plan", "life_meeting", "report", "evaluation", "publication")
    ),
    Source("false_closure_rate", "false_closure_rate.found", "false_closure_rate.drawn", by_lot=True),
    Source("satisfaction.mean"),
    Source("satisfaction.rate", "satisfaction.satisfied", "satisfaction.valid"),
    Source("money.recovered"),
    Source("money.refunded"),
    Source("money.saved"),
    Source("institutions.new"),
    Source("institutions.revised"),
    Source("outputs.*"),
    Source("matters.answered", of="matters.received"),
    Source("activities.*.*"),
    Source("announcements.sheets"),
    Source("training.lessons"),
    Source("training.person_times.*"),
    *(
        Source(f"departures.{sort}")
        for sort in ("acknowledged", "exceptions", "corrections", "voided", "withdrawn", "beyond_limit")
    ),
)


def public_figures(statistics: Figures, ends: tuple[MonthEnd, ...]) -> tuple[PublicFigure, ...]:
    """Return the figures the public may know.

    Args:
        statistics: The figures of the ledger the public knows of on the day, by key; one that is absent is left out.
        ends: What is summed, as it was at the ends of the months that are over.
    """
    sums: Figures = ends[-1].figures if ends else {}
    known = {**statistics, **{key: sums.get(key, {}) for key in SUMMED}}
    return tuple(
        _taken(known, ends, source, codes)
        for source in SOURCES
        for codes in _codes(known, (source.n or source.key).split("."))
    )


def _codes(figure: Figure, parts: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield what the stars of a place stand for, every combination that is there."""
    if not parts:
        yield ()
    elif isinstance(figure, Mapping):
        for code in figure if parts[0] == "*" else [key for key in figure if key == parts[0]]:
            for rest in _codes(figure[code], parts[1:]):
                yield (code, *rest) if parts[0] == "*" else rest


def _taken(figures: Figures, ends: tuple[MonthEnd, ...], source: Source, codes: tuple[str, ...]) -> PublicFigure:
    key = _named(source.key, codes)
    places = tuple(_named(place, codes) for place in (source.n or source.key, source.of) if place)
    if key.split(".")[0] in SUMMED and not isinstance(_leaf(figures, places[0]), Counted):
        return _summed(key, ends, places)
    counts = [len(leaf.ids) for leaf in (_leaf(figures, place) for place in places) if isinstance(leaf, Counted)]
    if len(counts) < len(places):
        return PublicFigure(key=key)
    n, of = map(Decimal, counts) if source.of else (Decimal(counts[0]), None)
    low, high = (wilson(counts[0], counts[1], upper) if source.by_lot else None for upper in (False, True))
    return PublicFigure(key=key, n=n, of=of, low=_percentage(low), high=_percentage(high))


def _percentage(share: Decimal | None) -> Decimal | None:
    return 100 * share if share is not None else None


def _summed(key: str, ends: tuple[MonthEnd, ...], places: tuple[str, ...]) -> PublicFigure:
    """Return a sum, a mean or a rate of sums, as it was released last; nothing added yet is zero."""
    leaves, month, waiting = released(ends, places)
    if waiting or (month is None and of_units(key)):
        return PublicFigure(key=key)
    first, of = leaves[0], _number(leaves[1]) if len(leaves) > 1 else None
    return PublicFigure(key=key, n=_number(first), of=of, mean=_mean(first), yuan=isinstance(first, Yuan), until=month)


def _leaf(figures: Figures, place: str) -> Figure:
    figure: Figure = figures
    for part in place.split("."):
        if not isinstance(figure, Mapping) or part not in figure:
            return {}
        figure = figure[part]
    return figure


def _named(place: str, codes: tuple[str, ...]) -> str:
    left = iter(codes)
    return ".".join(next(left) if part == "*" else part for part in place.split("."))


def _number(leaf: Leaf) -> Decimal:
    """Return what a leaf comes to; of a mean how many units it is over."""
    if isinstance(leaf, Mean):
        return Decimal(len(leaf.parts))
    return sum((Decimal(part) for _, part in leaf.parts), Decimal())


def _mean(leaf: Leaf) -> Decimal | None:
    if not isinstance(leaf, Mean) or not leaf.parts:
        return None
    return sum((value for _, value in leaf.parts), Decimal()) / len(leaf.parts)
