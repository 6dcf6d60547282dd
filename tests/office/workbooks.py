"""Workbooks for the tests: as a person would make or change them, and parts of them put in by hand."""

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import date, datetime

import xlsxwriter

from inspection.office.spreadsheet.fingerprints import SHEET
from inspection.office.spreadsheet.reading import sheets_of


def a_workbook(sheets: Mapping[str, list[list[object]]], then: Callable[[object], None] | None = None) -> bytes:
    """A workbook with these cells; `then` may merge, hide or format what is in it."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    put(sheet, row, column, cell, day)
        if then is not None:
            then(book)
    return made.getvalue()


def put(sheet, row, column, cell, day):
    if isinstance(cell, date):
        sheet.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), day)
    elif isinstance(cell, str):
        sheet.write_string(row, column, cell)
    elif cell is not None:
        sheet.write(row, column, cell)


def resaved(data: bytes, typed: Mapping[tuple[str, int, int], object] | None = None, without: tuple[str, ...] = ()):
    """A workbook with some cells typed anew, by sheet, row and column from 0; everything else as it was."""
    cells = {sheet.name: [list(row) for row in sheet.rows] for sheet in sheets_of(data) if sheet.name not in without}
    for (name, row, column), value in (typed or {}).items():
        rows = cells[name]
        rows += [[] for _ in range(row + 1 - len(rows))]
        rows[row] += [None] * (column + 1 - len(rows[row]))
        rows[row][column] = value
    return a_workbook(cells)


def forgetful(data: bytes) -> bytes:
    """A workbook that does not remember how it was exported."""
    return resaved(data, without=(SHEET,))


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """A workbook with one more part, or another in its place."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.namelist():
            if part != name:
                after.writestr(part, before.read(part))
        after.writestr(name, content)
    return made.getvalue()


def part_of(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return packed.read(name)


class Lines:
    """A sheet of a workbook by the headings of its columns."""

    def __init__(self, data: bytes, name: str, head: int = 1) -> None:
        self.name = name
        self.rows = next(sheet for sheet in sheets_of(data) if sheet.name == name).rows
        self._head = head
        self._columns = {cell: place for place, cell in enumerate(self.rows[head]) if cell}

    def column(self, heading: str) -> int:
        return self._columns[heading]

    def at(self, row: int, heading: str) -> object:
        place = self._columns[heading]
        return self.rows[row][place] if place < len(self.rows[row]) else None

    def find(self, heading: str, value: object) -> int:
        """The first row, from 0, with a value in a column."""
        return next(row for row in range(self._head + 1, len(self.rows)) if self.at(row, heading) == value)

    def typed(self, row: int, **cells: object) -> dict[tuple[str, int, int], object]:
        return {(self.name, row, self._columns[heading]): value for heading, value in cells.items()}
