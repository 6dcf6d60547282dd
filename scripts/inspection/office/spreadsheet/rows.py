"""The rows of a list: which problems, items and entries stand in it."""

from collections.abc import Iterator

from inspection.derive.status import OPEN, Status
from inspection.model.problems import Problem
from inspection.office.desk import Desk
from inspection.office.spreadsheet.columns import Listing, Row
from inspection.office.spreadsheet.listings import LOGS, PROBLEMS, SUPERVISION

_SUPERVISED = OPEN | {Status.LONG_TERM}


def rows_of(listing: Listing, desk: Desk, unit: str | None = None) -> Iterator[Row]:
    """Yield the rows of a list.

    Args:
        listing: The list.
        desk: The ledger on a day.
        unit: Only what a unit has to do with: its problems, and the items it leads or takes part in.
    """
    for problem in desk.ledger.problems.values():
        items = [row for row in _items(desk, problem) if unit is None or _concerns(row, unit)]
        if listing.key == PROBLEMS:
            if unit is None or unit == problem.unit or items:
                yield Row(problem)
        elif listing.key == SUPERVISION:
            yield from (row for row in items if _supervised(row))
        elif listing.key == LOGS:
            for row in items:
                yield from _entries(row)
        else:
            yield from items


def _items(desk: Desk, problem: Problem) -> Iterator[Row]:
    for item, life in zip(problem.items, desk.lives.of_all(problem), strict=True):
        yield Row(problem, item, life)


def _concerns(row: Row, unit: str) -> bool:
    item, life = row.item, row.life
    return item is not None and life is not None and unit in (row.problem.unit, life.lead, item.lead, *item.partners)


def _supervised(row: Row) -> bool:
    return row.life is not None and row.life.exists and row.life.status in _SUPERVISED


def _entries(row: Row) -> Iterator[Row]:
    if row.item is not None:
        for place, entry in enumerate(row.item.log):
            yield row._replace(place=place, entry=entry)
