"""What lies in the cells of a workbook, whoever wrote it, and what people call the place of a cell."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple, TypeAlias

from inspection.labels import Wording
from inspection.office.writing.typed import repeatable

Value: TypeAlias = str | float | bool | date | datetime | time | timedelta | None
"""A cell as it was read. A whole number may come as `float`, an empty cell as None or `""`."""


class Area(NamedTuple):
    """Cells that were merged: first and last row and column, from 0, both included."""

    top: int
    left: int
    bottom: int
    right: int


class Sheet(NamedTuple):
    """One sheet of a workbook.

    Attributes:
        rows: The cells from A1 on; rows may differ in length.
        merged: The merged areas.
        hidden: Whether the sheet itself is hidden.
        hidden_rows: The rows people do not see, from 0: filtered away or hidden.
        formulas: Row and column, from 0, of cells whose value a formula computed.
        separated: Whether it was text with separators, where every cell is a text.
    """

    name: str
    rows: tuple[tuple[Value, ...], ...]
    merged: tuple[Area, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    formulas: frozenset[tuple[int, int]] = frozenset()
    separated: bool = False

    def cell(self, row: int, column: int) -> Value:
        """Return a cell, None where there is none."""
        if row >= len(self.rows) or column >= len(self.rows[row]):
            return None
        return self.rows[row][column]


class Place(NamedTuple):
    """Where something stands: a sheet, and row and column from 0; without a column the whole row."""

    sheet: str
    row: int
    column: int | None = None

    def words(self) -> Wording:
        """Return the place as people say it: 「问题清单」第 12 行 F 列."""
        if self.column is None:
            return Wording(f"「{self.sheet}」第 {self.row + 1} 行", f'"{self.sheet}" row {self.row + 1}')
        letters = column_letters(self.column)
        return Wording(
            f"「{self.sheet}」第 {self.row + 1} 行 {letters} 列",
            f'"{self.sheet}" row {self.row + 1} column {letters}',
        )


class Refusal(NamedTuple):
    """A cell or row that is not taken over: where it stands, and why in one sentence with the mending."""

    place: Place
    words: Wording


def quoted(text: str) -> Wording:
    """Return what somebody typed, as it may be repeated in a message: not at length, and no long number.

    A number of seven digits or more may be a person's.
    """
    return Wording(f"「{text}」", f'"{text}"') if repeatable(text) else Wording("所填内容", "what was typed")


def column_letters(column: int) -> str:
    """Return the letters of a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def blank(value: Value) -> bool:
    """Return whether a cell holds nothing to read."""
    return value is None or (isinstance(value, str) and not value.strip())


def text_of(value: Value) -> str:
    """Return a cell as one would read it aloud: days as `2024-03-18`, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return str(value).replace("\r\n", "\n").replace("\r", "\n").strip()
