"""The tables of the registers as a page prints them: each cell as pieces of text, in one language, linked."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from inspection.labels import Wording
from inspection.office.cells import LATE, Cell, Clock, Link, Ref, Several, State, Table
from inspection.office.words import NOTHING

ROWS = 100
"""Rows of a table on one page."""


class Piece(NamedTuple):
    """A part of a printed cell.

    Attributes:
        ours: Whether the words are ours and in the page's language; others are the ledger's, in Chinese.
        target: The page it leads to, below the root of the site, where it leads anywhere.
        mark: The class of its look, where it has one.
        day: Whether it is a day.
        due: For what is left of a period its last day, so that a script can count the days again.
        anchor: The name it can be pointed at by.
    """

    text: str
    ours: bool = True
    target: str = ""
    mark: str = ""
    day: bool = False
    due: str = ""
    anchor: str = ""


PrintedCell = tuple[tuple[Piece, ...], ...]
"""For each value of the cell, the pieces of it."""


class PrintedTable(NamedTuple):
    """A part of a table as a page prints it.

    Attributes:
        heads: The heading of each column, and whether it holds numbers.
        wide: Whether it stays a table on a telephone.
        total: Rows of the whole table.
        pages: The addresses of all its parts.
        number: Which of them this is, from 1.
    """

    key: str
    title: str
    note: str
    heads: tuple[tuple[str, bool], ...]
    rows: tuple[tuple[PrintedCell, ...], ...]
    wide: bool
    total: int
    pages: tuple[str, ...]
    number: int


class Printer(NamedTuple):
    """How tables are printed.

    Attributes:
        language: `zh` or `en`.
        address: The page that tells of a record, below the root of the site, or nothing.
    """

    language: str
    address: Callable[[Ref], str]

    def words(self, words: Wording) -> str:
        """Return words in the language."""
        return words.en if self.language == "en" else words.zh

    def parts(self, folder: str, table: Table) -> Iterator[PrintedTable]:
        """Yield a table part by part, `ROWS` rows each; an empty one has one part."""
        cut = [table.rows[start : start + ROWS] for start in range(0, len(table.rows), ROWS)] or [()]
        paths = tuple(part_address(folder, table.key, number) for number in range(1, len(cut) + 1))
        for number, rows in enumerate(cut, start=1):
            yield PrintedTable(
                key=table.key,
                title=self.words(table.title),
                note=self.words(table.note) if table.note is not None and number == 1 else "",
                heads=tuple((self.words(column.head), column.number) for column in table.columns),
                rows=tuple(self._row(row, table.anchored) for row in rows),
                wide=table.wide,
                total=len(table.rows),
                pages=paths,
                number=number,
            )

    def _row(self, row: tuple[Cell, ...], anchored: bool) -> tuple[PrintedCell, ...]:
        first, *others = row
        if anchored and isinstance(first, Ref):
            return ((Piece(first.id, anchor=first.id.lower()),),), *map(self.cell, others)
        return tuple(map(self.cell, row))

    def cell(self, cell: Cell) -> PrintedCell:
        """Return a cell as it is printed."""
        if isinstance(cell, Several):
            return tuple(group for one in cell.cells for group in self.cell(one))
        return (self._pieces(cell),)

    def _pieces(self, cell: Cell) -> tuple[Piece, ...]:
        match cell:
            case None:
                return (Piece(NOTHING, mark="nothing"),)
            case date():
                return (Piece(cell.isoformat(), day=True),)
            case Clock():
                return self._clock(cell)
            case State(mark, words):
                return (Piece(self.words(words), mark=f"state {mark}"),)
            case Link(words, folder):
                return (Piece(self.words(words), target=f"{folder}/index.md"),)
            case Ref(_, id_):
                return (Piece(id_, target=self.address(cell)),)
            case Wording():
                return (Piece(self.words(cell)),)
            case str():
                return (Piece(cell, ours=False),)
            case _:
                return (Piece(str(cell)),)

    def _clock(self, clock: Clock) -> tuple[Piece, ...]:
        day, late = clock.due.isoformat(), clock.left < 0
        provisional = (Piece(self.words(Wording("暂定", "provisional"))),) if clock.provisional else ()
        left = Piece(self.words(remaining(clock.left)), mark=f"left {LATE}" if late else "left", due=day)
        return (Piece(day, day=True), *provisional, left)


def part_address(folder: str, key: str, number: int) -> str:
    """Return the address of a part of a table: the first stands on the first page of its folder."""
    return f"{folder}/index.md" if number == 1 else f"{folder}/{key}-{number}/index.md"


def row_addresses(folder: str, table: Table) -> Iterator[tuple[Ref, str]]:
    """Yield the record of each row of an anchored table with the address of the row."""
    for place, (first, *_) in enumerate(table.rows):
        if isinstance(first, Ref):
            yield first, f"{part_address(folder, table.key, place // ROWS + 1)}#{first.id.lower()}"


def remaining(left: int) -> Wording:
    """Return how late something is, or how much time is left."""
    if left < 0:
        return Wording(f"逾期 {-left} 天", f"{-left} days overdue")
    return Wording(f"还有 {left} 天", f"{left} days left") if left else Wording("今天到期", "due today")
