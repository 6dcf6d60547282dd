"""Which list a sheet is, in which row its headings stand, and which column is which."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from inspection.errors import CannotRunError
from inspection.labels import Wording
from inspection.office.spreadsheet.columns import Column, Listing
from inspection.office.spreadsheet.grid import Sheet, column_letters, text_of

_SEARCHED = 20
"""Headings stand in one of the first rows."""
_ENOUGH = 0.3
"""The share of a list's headings by which a sheet of another name is known."""


class Headed(NamedTuple):
    """A sheet that is one of our lists.

    Attributes:
        head: The row of its headings, from 0.
        columns: By place, from 0.
        unknown: Headings of columns that are none of the list's.
    """

    sheet: Sheet
    listing: Listing
    head: int
    columns: Mapping[int, Column]
    unknown: tuple[str, ...] = ()


def headed(sheet: Sheet, listings: Sequence[Listing], title: str = "") -> Headed | None:
    """Return a sheet as the list it is, or nothing when it is none of ours.

    Args:
        sheet: The sheet.
        listings: The lists there are.
        title: The key of the list its name stands for, where the workbook says so.

    Raises:
        CannotRunError: Two columns have the same heading.
    """
    chosen = [one for one in listings if one.key == title] or listings
    found = max(
        (_fits(sheet, one, row) for one in chosen for row in range(min(_SEARCHED, len(sheet.rows)))), default=None
    )
    if found is None or not found.share or (len(chosen) > 1 and found.share < _ENOUGH):
        return None
    refuse_duplicates(sheet, found.row)
    listing = next(one for one in listings if one.key == found.key)
    names = _names(listing)
    texts = {place: heading(cell) for place, cell in enumerate(sheet.rows[found.row])}
    columns = {place: names[text] for place, text in texts.items() if text in names}
    unknown = tuple(text for text in texts.values() if text and text not in names)
    return Headed(sheet, listing, found.row, columns, unknown)


class _Fit(NamedTuple):
    share: float
    row: int
    key: str


def _fits(sheet: Sheet, listing: Listing, row: int) -> _Fit:
    names = _names(listing)
    known = {names[text].key for text in map(heading, sheet.rows[row]) if text in names}
    if listing.key_column.key not in known or len(known) < 2:
        return _Fit(0, row, listing.key)
    return _Fit(len(known) / len(listing.columns), row, listing.key)


def heading(cell: object) -> str:
    """Return a heading without blanks and line breaks."""
    return "".join(text_of(cell).split()) if isinstance(cell, str) else ""


def _names(listing: Listing) -> dict[str, Column]:
    english = {heading(column.head.en): column for column in listing.columns}
    keys = {column.key: column for column in listing.columns}
    return keys | english | {heading(column.head.zh): column for column in listing.columns}


def refuse_duplicates(sheet: Sheet, row: int) -> None:
    """Let a row of headings pass in which none stands twice.

    Raises:
        CannotRunError: One does.
    """
    seen: dict[str, int] = {}
    for place, text in enumerate(map(heading, sheet.rows[row])):
        if text and text in seen:
            one, other = column_letters(seen[text]), column_letters(place)
            raise CannotRunError(
                f"「{sheet.name}」第 {row + 1} 行有两个「{text}」（{one} 列和 {other} 列）：请删去或改名其中一个",
                f'"{sheet.name}" row {row + 1} has the heading "{text}" twice (columns {one} and {other})',
            )
        seen[text] = place


def notes_of(sheet: Sheet, unknown: Iterable[str], head: int) -> list[Wording]:
    """Return what a reader should know of a sheet that was read."""
    notes = []
    if sheet.hidden:
        notes.append(
            Wording(f"工作表「{sheet.name}」是隐藏的，也读入了", f'the hidden sheet "{sheet.name}" was read too')
        )
    hidden = sum(1 for row in sheet.hidden_rows if head < row < len(sheet.rows))
    if hidden:
        notes.append(
            Wording(
                f"「{sheet.name}」有 {hidden} 行被隐藏或筛掉，也读入了",
                f'{hidden} hidden rows of "{sheet.name}" were read too',
            )
        )
    formulas = sum(1 for row, _ in sheet.formulas if row > head)
    if formulas:
        notes.append(
            Wording(
                f"「{sheet.name}」有 {formulas} 格是公式，读入的是它们上次算出的结果",
                f'{formulas} cells of "{sheet.name}" are formulas: what they came to last was read',
            )
        )
    others = "、".join(unknown)
    if others:
        notes.append(
            Wording(f"「{sheet.name}」里没有读入的列：{others}", f'columns of "{sheet.name}" not read: {others}')
        )
    return notes
