"""The public tables of a view: the same view gives the same rows in the same order."""

from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal

from inspection.labels import Labels
from inspection.publish.data.matters import ITEMS, MOVES, PROBLEMS
from inspection.publish.data.register import INSPECTIONS, ROUNDS, UNITS
from inspection.publish.data.shapes import Row, Shape, Table, codes_in
from inspection.publish.data.sums import CODES, FIGURES, HALF_YEARS
from inspection.publish.view import PublicFigure, PublicView

COUNTED = ("pieces", "persons", "organizations")
"""What a half-year counts, in the order of the columns."""

_CENT = Decimal("0.01")


def tables(view: PublicView, labels: Labels) -> tuple[Table, ...]:
    """Return every public table, those that are pointed to first; the names of codes come last.

    Args:
        view: The public view; nothing else is told.
        labels: The names of codes; the district's own words are laid over them.
    """
    made = [Table(shape, tuple(rows(view))) for shape, rows in _ROWS]
    return (*made, Table(CODES, tuple(_codes([one.shape for one in made], view, labels))))


def _units(view: PublicView) -> Iterator[Row]:
    for one in view.units.values():
        left, into = (one.gone.day, one.gone.into) if one.gone is not None else (None, None)
        yield (
            one.id, one.name, one.kind, one.parent, one.class_, one.type, one.body, one.joined, left, into, one.in_base,
        )  # fmt: skip


def _rounds(view: PublicView) -> Iterator[Row]:
    for one in view.rounds.values():
        yield one.id, one.kind, one.topic, one.announced, one.began, one.ended


def _inspections(view: PublicView) -> Iterator[Row]:
    for one in view.inspections:
        yield one.round, one.unit, one.reach, one.mode, one.began, one.ended, one.feedback, one.published


def _problems(view: PublicView) -> Iterator[Row]:
    for one in view.problems:
        yield (
            one.address, one.round, one.unit, one.number, one.title, one.result or None, one.category, one.nature,
            one.status, one.overdue,
        )  # fmt: skip


def _items(view: PublicView) -> Iterator[Row]:
    for problem in view.problems:
        for one in problem.items:
            yield problem.address, one.number, one.kind, one.task or None, one.due, one.status, one.overdue


def _moves(view: PublicView) -> Iterator[Row]:
    for problem in view.problems:
        for item in problem.items:
            for position, one in enumerate(item.moves, start=1):
                yield problem.address, item.number, position, one.month, one.action, one.by, one.how


def _figures(view: PublicView) -> Iterator[Row]:
    for one in view.figures:
        yield (
            one.key,
            one.n,
            one.of,
            _rate(one),
            _rounded(one.mean),
            _rounded(one.low),
            _rounded(one.high),
            one.yuan,
            one.until,
        )


def _rate(figure: PublicFigure) -> Decimal | None:
    return _rounded(100 * figure.n / figure.of) if figure.n is not None and figure.of else None


def _rounded(value: Decimal | None) -> Decimal | None:
    return value.quantize(_CENT, ROUND_HALF_UP) if value is not None else None


def _half_years(view: PublicView) -> Iterator[Row]:
    for one in view.half_years:
        yield one.half, one.key, bool(one.counts), *(one.counts.get(key) for key in COUNTED)


def _codes(shapes: list[Shape], view: PublicView, labels: Labels) -> Iterator[Row]:
    known = labels.with_local(view.district.words).codes
    for name in (*codes_in(shapes, labels), "role"):
        for code in known[name].values():
            words = code.public or code.label
            yield name, code.code, words.zh, words.en


_ROWS: tuple[tuple[Shape, Callable[[PublicView], Iterator[Row]]], ...] = (
    (UNITS, _units),
    (ROUNDS, _rounds),
    (INSPECTIONS, _inspections),
    (PROBLEMS, _problems),
    (ITEMS, _items),
    (MOVES, _moves),
    (FIGURES, _figures),
    (HALF_YEARS, _half_years),
)

SHAPES: tuple[Shape, ...] = (*(shape for shape, _ in _ROWS), CODES)
"""Every public table without its rows, in the order of the tables."""
