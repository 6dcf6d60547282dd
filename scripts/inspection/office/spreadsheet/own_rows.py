"""The rows of an office's own sheet by what their columns mean; a merged cell counts for all its rows."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from inspection.errors import CannotRunError
from inspection.labels import Wording
from inspection.office.spreadsheet.grid import Place, Sheet, Value, blank
from inspection.office.spreadsheet.headings import heading, notes_of, refuse_duplicates
from inspection.office.spreadsheet.mapping import IGNORED, NUMBER, Mapped

_SEARCHED = 20
_TITLE_SHARE = 0.6
"""A merged cell over so much of the table is a title between its rows."""


class Cell(NamedTuple):
    """A cell that says something, and where it stands."""

    value: Value
    place: Place


class OwnRow(NamedTuple):
    """A row that says something: its cells by meaning."""

    cells: Mapping[str, Cell]
    place: Place


class OwnRows(NamedTuple):
    """The rows of a sheet, and what a reader should know of it."""

    rows: tuple[OwnRow, ...]
    notes: tuple[Wording, ...]


def own_rows(sheets: tuple[Sheet, ...], told: Mapped) -> OwnRows:
    """Return the rows of an office's own sheet.

    Args:
        sheets: The sheets of the file.
        told: What its columns mean.

    Raises:
        CannotRunError: There is no such sheet, or its headings are not found.
    """
    sheet, head = _found(sheets, told)
    refuse_duplicates(sheet, head)
    band = max((area.bottom for area in sheet.merged if area.top <= head <= area.bottom), default=head)
    columns = _columns(sheet, head, band, told)
    notes = notes_of(sheet, (), band)
    missing = [key for key, meaning in told.columns.items() if meaning != IGNORED and meaning not in columns.values()]
    if missing:
        zh, en = "、".join(missing), ", ".join(missing)
        notes.append(Wording(f"表里没有这些列：{zh}", f"columns the sheet does not have: {en}"))
    rows, titles = [], 0
    merged = _merged(sheet, band)
    for row in range(band + 1, len(sheet.rows)):
        if all(map(blank, sheet.rows[row])):
            continue
        cells = dict(_cells(sheet, row, columns, merged))
        if _is_title(sheet, row) or not set(cells) - {NUMBER}:
            titles += 1
            continue
        rows.append(OwnRow(cells, Place(sheet.name, row)))
    if titles:
        notes.append(
            Wording(f"有 {titles} 行不是问题行（小标题、落款等），没有读入", f"{titles} rows of titles not read")
        )
    return OwnRows(tuple(rows), tuple(notes))


def _found(sheets: tuple[Sheet, ...], told: Mapped) -> tuple[Sheet, int]:
    chosen = [sheet for sheet in sheets if not told.sheet or sheet.name == told.sheet or sheet.separated]
    if not chosen:
        names = "、".join(sheet.name for sheet in sheets)
        raise CannotRunError(f"没有工作表「{told.sheet}」，有 {names}", f'no sheet "{told.sheet}"; there are {names}')
    if told.head:
        return max(chosen, key=lambda sheet: _share(sheet, told.head - 1, told)), told.head - 1
    share, at, row = max(
        (
            (_share(sheet, row, told), -at, -row)
            for at, sheet in enumerate(chosen)
            for row in range(min(_SEARCHED, len(sheet.rows)))
        ),
        default=(0, 0, 0),
    )
    if not share:
        raise CannotRunError(
            f"没有找到表头：前 {_SEARCHED} 行里没有「{'」「'.join(told.columns)}」",
            f"no headings in the first {_SEARCHED} rows: {', '.join(told.columns)}",
        )
    return chosen[-at], -row


def _share(sheet: Sheet, row: int, told: Mapped) -> int:
    return sum(heading(cell) in told.columns for cell in sheet.rows[row]) if row < len(sheet.rows) else 0


def _columns(sheet: Sheet, head: int, band: int, told: Mapped) -> dict[int, str]:
    """Return the meaning of each column; where headings take several rows the lowest that has one says it."""
    found: dict[int, str] = {}
    for row in range(head, min(band + 1, len(sheet.rows))):
        for place, cell in enumerate(sheet.rows[row]):
            meaning = told.columns.get(heading(cell), IGNORED)
            if meaning != IGNORED:
                found[place] = meaning
    return found


def _merged(sheet: Sheet, band: int) -> dict[tuple[int, int], tuple[int, int]]:
    """Return for each cell of a merged area below the headings the one that holds its value."""
    return {
        (row, column): (area.top, area.left)
        for area in sheet.merged
        if area.top > band
        for row in range(area.top, min(area.bottom, len(sheet.rows)) + 1)
        for column in range(area.left, area.right + 1)
    }


def _cells(
    sheet: Sheet, row: int, columns: Mapping[int, str], merged: Mapping[tuple[int, int], tuple[int, int]]
) -> Iterator[tuple[str, Cell]]:
    for column, meaning in columns.items():
        value = sheet.cell(*merged.get((row, column), (row, column)))
        if not blank(value):
            yield meaning, Cell(value, Place(sheet.name, row, column))


def _is_title(sheet: Sheet, row: int) -> bool:
    width = max(len(one) for one in sheet.rows)
    wide = any(area.top == row and area.right - area.left + 1 >= max(2, width * _TITLE_SHARE) for area in sheet.merged)
    return wide and sum(not blank(cell) for cell in sheet.rows[row]) == 1
