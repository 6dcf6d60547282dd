"""What stands in the tables of the office's registers: plain values that a page prints and a spreadsheet can hold."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from inspection.labels import Wording


class Ref(NamedTuple):
    """The id of a record, and its kind: `round`, `common`, `item`, `letter` ..."""

    kind: str
    id: str


class Clock(NamedTuple):
    """A last day, and how many days were left on the day the table is of; below zero it is late."""

    due: date
    left: int
    provisional: bool = False


class State(NamedTuple):
    """Where something stands, in words; the mark picks the shape and colour beside them."""

    mark: str
    words: Wording


class Link(NamedTuple):
    """Words that lead to a page of the office, which lies in a folder below the root of the site."""

    words: Wording
    folder: str


class Several(NamedTuple):
    """More than one value in a cell."""

    cells: "tuple[Cell, ...]"


Cell: TypeAlias = "int | str | date | Decimal | Wording | Ref | Link | Clock | State | Several | None"
"""A text (`str`) is a text of the ledger, in Chinese; ours are `Wording`. An absent value is None."""


class Column(NamedTuple):
    """A column: its key in exports, its heading, and whether it holds numbers."""

    key: str
    head: Wording
    number: bool = False


class Table(NamedTuple):
    """A register's table.

    Attributes:
        key: Its name in addresses and exports, unique within a register.
        columns: What each cell of a row is; the first column says what the row is about.
        rows: As many cells each as there are columns.
        note: What a reader should know beforehand.
        anchored: Whether a row can be pointed at by the record its first cell names.
        wide: Whether its cells are to be read across and down, so that on a telephone it stays a table and scrolls;
            the rows of others become cards there.
    """

    key: str
    title: Wording
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: Wording | None = None
    anchored: bool = False
    wide: bool = False


OK, LATE, OPEN, NONE = "settled", "late", "under-way", "none"
"""The marks of a state: in order, overdue, under way, not asked for."""


def same(text: str) -> Wording:
    """Return what is written alike in both languages: an id, a rate, a period."""
    return Wording(text, text)


def several(cells: Sequence[Cell]) -> Cell:
    """Return many values as one cell: none, the only one, or all."""
    if len(cells) < 2:
        return cells[0] if cells else None
    return Several(tuple(cells))
