"""The district's figures, taken from the statistics one by one.

A figure the table below does not name is not published; not the forecast, which counts units of rounds that are only
planned. Splits of problems (by category, round, unit) are never taken
from the statistics: they would count withheld problems anywhere but in a district total. A sum over too few records
would be those records' own values, so it is not shown.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from inspection.derive.figures.leaves import Counted, Figure, Mean, Summed, Yuan
from inspection.publish.view.shapes import PublicFigure

Figures = Mapping[str, Figure]


class Source(NamedTuple):
    """Where a figure stands in the statistics; `*` stands for every code of a split.

    Attributes:
        key: What it is called, a key of the catalogue of figures.
        n: Where its count stands; left out, at the key itself.
        of: Where its denominator stands, for a rate.
    """

    key: str
    n: str = ""
    of: str = ""


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
)


class Least(NamedTuple):
    """The least numbers of records a sum, and of units a mean, may rest on."""

    records: int
    units: int


def public_figures(statistics: Figures, least: Least) -> tuple[PublicFigure, ...]:
    """Return the figures the public may know.

    Args:
        statistics: The figures of the ledger the public knows of, by key; one that is absent is left out.
        least: What sums and means must rest on.
    """
    return tuple(
        _taken(statistics, source, codes, least)
        for source in SOURCES
        for codes in _codes(statistics, (source.n or source.key).split("."))
    )


def _codes(figure: Figure, parts: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield what the stars of a place stand for, every combination that is there."""
    if not parts:
        yield ()
    elif isinstance(figure, Mapping):
        for code in figure if parts[0] == "*" else [key for key in figure if key == parts[0]]:
            for rest in _codes(figure[code], parts[1:]):
                yield (code, *rest) if parts[0] == "*" else rest


def _taken(statistics: Figures, source: Source, codes: tuple[str, ...], least: Least) -> PublicFigure:
    leaf = _leaf(statistics, source.n or source.key, codes)
    of = _leaf(statistics, source.of, codes) if source.of else None
    n, whole = _number(leaf, least), _number(of, least) if of is not None else None
    if source.of and (n is None or whole is None):
        n = whole = None
    if source.key == "satisfaction.rate" and not _enough_units(of, least):
        n = whole = None
    mean = _mean(leaf) if n is not None else None
    return PublicFigure(key=_named(source.key, codes), n=n, of=whole, mean=mean, yuan=isinstance(leaf, Yuan))


def _leaf(statistics: Figures, place: str, codes: tuple[str, ...]) -> Figure:
    figure: Figure = statistics
    for part in _named(place, codes).split("."):
        if not isinstance(figure, Mapping) or part not in figure:
            return {}
        figure = figure[part]
    return figure


def _named(place: str, codes: tuple[str, ...]) -> str:
    left = iter(codes)
    return ".".join(next(left) if part == "*" else part for part in place.split("."))


def _number(leaf: Figure, least: Least) -> Decimal | None:
    """Return a leaf's number: records counted, or a sum or mean that rests on enough of them."""
    if isinstance(leaf, Counted):
        return Decimal(len(leaf.ids))
    if isinstance(leaf, Summed | Yuan):
        return None if 0 < _records(leaf) < least.records else sum((Decimal(part) for _, part in leaf.parts), Decimal())
    if isinstance(leaf, Mean):
        return None if len(leaf.parts) < least.units else Decimal(len(leaf.parts))
    return None


def _mean(leaf: Figure) -> Decimal | None:
    if not isinstance(leaf, Mean) or not leaf.parts:
        return None
    return sum((value for _, value in leaf.parts), Decimal()) / len(leaf.parts)


def _records(leaf: Summed | Yuan) -> int:
    """Return how many records add something: several entries of one record are still that record's."""
    return len({record for record, part in leaf.parts if part})


def _enough_units(ballots: Figure, least: Least) -> bool:
    """Return whether the units whose ballots are pooled are enough; more units may have been scored than asked."""
    return isinstance(ballots, Summed) and _records(ballots) >= least.units
