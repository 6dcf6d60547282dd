"""What stands in the tables of the office's registers: plain values that a page prints and a spreadsheet can hold."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from inspection.labels import Wording

NOTHING = "—"


class Ref(NamedTuple):
    """The id of a record, and the kind of page that tells of it: `round`, `common`, `item`, `rule` ..."""

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


class Several(NamedTuple):
    """More than one value in a cell."""

    cells: "tuple[Cell, ...]"


Cell: TypeAlias = "int | str | date | Decimal | Wording | Ref | Clock | State | Several | None"
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
    """

    key: str
    title: Wording
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: Wording | None = None


class Piece(NamedTuple):
    """A part of a printed cell.

    Attributes:
        ours: Whether the words are ours and in the page's language; others are the ledger's, in Chinese.
        target: The page it leads to, below the root of the site, where it leads anywhere.
        mark: The class of its look, where it has one.
        due: For the words of a clock its last day, so that a script can count the days again.
    """

    text: str
    ours: bool = True
    target: str = ""
    mark: str = ""
    due: str = ""


Addresses: TypeAlias = Mapping[tuple[str, str], str]
"""The page of a record, by its kind and id, below the root of the site."""

OK, LATE, OPEN, NONE = "ok", "late", "open", "none"
"""The marks of a state: in order, overdue, under way, not asked for."""

YES, NO = Wording("是", "yes"), Wording("否", "no")


def several(cells: Sequence[Cell]) -> Cell:
    """Return many values as one cell: none, the only one, or all."""
    if len(cells) < 2:
        return cells[0] if cells else None
    return Several(tuple(cells))


def printed(cell: Cell, language: str, addresses: Addresses) -> tuple[tuple[Piece, ...], ...]:
    """Return a cell as it is printed in a language, `zh` or `en`: for each of its values the parts of it."""
    if isinstance(cell, Several):
        return tuple(group for one in cell.cells for group in printed(one, language, addresses))
    return (_pieces(cell, language, addresses),)


def _pieces(cell: Cell, language: str, addresses: Addresses) -> tuple[Piece, ...]:
    match cell:
        case None:
            return (Piece(NOTHING),)
        case Clock():
            return _clock(cell, language)
        case State(mark, words):
            return (Piece(in_language(words, language), mark=mark),)
        case Ref(kind, id_):
            return (Piece(id_, target=addresses.get((kind, id_), "")),)
        case Wording():
            return (Piece(in_language(cell, language)),)
        case str():
            return (Piece(cell, ours=False),)
        case _:
            return (Piece(str(cell)),)


def in_language(words: Wording, language: str) -> str:
    """Return words in `zh` or `en`."""
    return words.en if language == "en" else words.zh


def _clock(clock: Clock, language: str) -> tuple[Piece, ...]:
    day = Piece(clock.due.isoformat(), due=clock.due.isoformat())
    late, words = clock.left < 0, remaining(clock.left)
    said = in_language(words, language)
    if clock.provisional:
        said += in_language(Wording("（暂定）", " (provisional)"), language)
    return day, Piece(said, mark=LATE if late else "minor")


def remaining(left: int) -> Wording:
    """Return how late something is, or how much time is left."""
    if left < 0:
        return Wording(f"逾期 {-left} 天", f"{-left} days overdue")
    return Wording(f"还有 {left} 天", f"{left} days left") if left else Wording("今天到期", "due today")
