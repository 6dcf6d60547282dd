"""The rows of the tables superiors ask for: figures with their labels, and figures by group."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from inspection.derive.figures.catalogue_periods import dated
from inspection.derive.figures.leaves import Figure, percent, plain
from inspection.derive.grouped import grouped
from inspection.derive.lives import Lives
from inspection.derive.statistics import Statistics, statistics, statistics_of_period
from inspection.labels import Wording
from inspection.office.books import Books
from inspection.office.cells import Cell
from inspection.office.desk import Desk
from inspection.office.documents.paper import Value
from inspection.office.documents.periods import Period
from inspection.office.figure_rows import figure_table
from inspection.office.words import NOTHING

_PROBLEMS = (
    "found", "fed_back", "total", "closed", "long_term", "basically_done", "in_progress", "not_started", "overdue",
)  # fmt: skip

SECTIONS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("覆盖", "coverage", ("inspected", "base", "rate")),
    ("轮次", "rounds", ("total", "groups")),
    ("问题", "problems", _PROBLEMS),
    ("整改率", "", ("closure_rate.rate", "progress_rate.rate")),
    ("整改事项", "items", ("total", "closed", "extended", "returned", "reopened", "overdue", "on_time_rate.rate")),
    ("立行立改", "immediate", ("problems", "problems_closed")),
    ("函件", "letters", ("total", "suggestions", "accepted", "overdue")),
    ("督查回访", "visits", ("total", "checked")),
    ("共性问题", "common", ("total", "addressed", "submitted", "completed", "found", "institutions")),
    ("线索", "clues", ("pieces", "persons", "filed_pieces", "handled", "sanctioned", "judicial")),
    ("追缴退还（元）", "money", ("recovered", "refunded", "saved")),
    ("制度", "institutions", ("new", "revised")),
    ("问责", "accountable", ("organizations", "persons")),
    ("群众反映", "matters", ("received", "answered")),
    ("质效测评", "satisfaction", ("units", "mean", "rate")),
)
"""The figures of the reports: the name of a section, the figure, and the keys below it."""


def books_on(desk: Desk, day: date) -> Books:
    """Return the ledger with the figures of a day, of the term that holds it."""
    lives = desk.lives if day == desk.as_of else Lives(desk.ledger, day)
    return Books(lives, statistics(desk.ledger, day, lives=lives), desk.words.labels)


def books_of(desk: Desk, period: Period) -> Books | None:
    """Return the ledger with the figures of what has passed of a period; nothing where none of it has."""
    if period.first > desk.as_of:
        return None
    made = statistics_of_period(desk.ledger, period.first, period.until(desk.as_of).last)
    return Books(Lives(desk.ledger, made.as_of), made, desk.words.labels)


def sections(whole: Books, periods: Sequence[Books | None]) -> list[Value]:
    """Return the figures by section: each with its label, what each period counts by its own days, and the whole.

    What has no day of its own a period does not count; its cell holds a dash.
    """
    made: list[Value] = []
    for name, figure, keys in SECTIONS:
        rows: list[Value] = []
        for key in (f"{figure}.{key}".removeprefix(".") for key in keys):
            columns = [_of(books, key) if books is not None and dated(key) else [] for books in periods]
            for place, (label, value) in enumerate(_of(whole, key)):
                own = [column[place][1] if place < len(column) else NOTHING for column in columns]
                rows.append({"label": label, "periods": own, "whole": value})
        made.append({"name": name, "rows": rows})
    return made


def _of(books: Books, key: str) -> list[tuple[str, str]]:
    return [
        ("·".join(dict.fromkeys(_shown(one[0]).split("·"))), _shown(one[1])) for one in figure_table(books, key).rows
    ]


def _shown(cell: Cell) -> str:
    if isinstance(cell, Wording):
        return cell.zh
    return f"{cell:,}" if isinstance(cell, int | Decimal) else NOTHING if cell is None else str(cell)


def by_group(desk: Desk, made: Statistics, by: str, called: Callable[[str], str]) -> list[Value]:
    """Return problems and coverage by group, as `inspection statistics --by` counts them.

    Args:
        desk: The ledger.
        made: The figures of a day.
        by: A dimension of `inspection.derive.grouped`.
        called: What people call a group.
    """
    return [
        row(called(one.group[by]), one.figures)
        for one in grouped(desk.ledger, made, [by])
        if _count(one.figures, "total")
    ]


def row(name: str, figures: Figure) -> dict[str, Value]:
    """Return the problems of a group as a row."""
    total, closed = _count(figures, "total"), _count(figures, "closed")
    share = percent(closed, total)
    counts = ("fed_back", "total", "closed", "long_term", "basically_done", "in_progress", "not_started", "overdue")
    return {"name": name, **{key: _count(figures, key) for key in counts}, "rate": f"{share}%" if share else NOTHING}


def _count(figures: Figure, key: str) -> int:
    found = plain(figures)
    problems = found.get("problems") if isinstance(found, dict) else None
    value = problems.get(key) if isinstance(problems, dict) else None
    return value if isinstance(value, int) else 0
