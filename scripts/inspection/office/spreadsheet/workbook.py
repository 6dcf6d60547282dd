"""Lists and summary tables as the bytes of a workbook. The only door to XlsxWriter."""

import zipfile
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any, NamedTuple

import xlsxwriter

from inspection.labels import Wording
from inspection.office.cells import Cell, Table
from inspection.office.spreadsheet import fingerprints
from inspection.office.spreadsheet.choices import Choices
from inspection.office.spreadsheet.columns import Column, Mode, Until
from inspection.office.spreadsheet.filled import Filled, Told
from inspection.office.spreadsheet.heights import height_of
from inspection.office.spreadsheet.looks import FONT, Looks
from inspection.office.spreadsheet.names import Names
from inspection.office.spreadsheet.paper import on_paper

GUIDE = "说明"
HEAD_ROW = 1
_ROOM = 500
"""Rows below the last one that still have drop-down lists: for what is new."""

_PROTECTED = {
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
    "sort": True,
    "autofilter": True,
}
_PROPERTIES = "docProps/core.xml"


class Book(NamedTuple):
    """What a workbook is made of.

    Attributes:
        title: Whose it is: the office's name, or a unit's.
        warning: What every sheet says at its foot.
        mark: What tells the publishing step that it is the office's; it stands in the file unpacked.
        guide: What the first sheet says, a line each.
    """

    title: str
    warning: str
    mark: str
    as_of: date
    lists: tuple[Filled, ...]
    summaries: tuple[Table, ...]
    guide: tuple[str, ...]


def workbook(book: Book, names: Names, told: Told | None = None) -> bytes:
    """Return a workbook; the same book gives the same bytes.

    Args:
        book: What it is made of.
        names: The words of its drop-down lists.
        told: Hears of its rows.
    """
    made = BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_urls": False}) as file:
        looks = Looks(file)
        file.set_properties(
            {
                "title": book.title,
                "comments": f"{book.warning} {book.mark}",
                "created": datetime(book.as_of.year, book.as_of.month, book.as_of.day),
            }
        )
        _guide(file, book, looks)
        choices = Choices(file, names)
        whole = sum(len(one.rows) for one in book.lists)
        done = 0
        for one in book.lists:
            _list(file, book, one, looks, choices)
            done += len(one.rows)
            if told is not None:
                told(done, whole)
        for table in book.summaries:
            _summary(file, book, table, looks)
        choices.write()
        _remember(file, book)
    return _with_mark_unpacked(made.getvalue())


def _guide(file: Any, book: Book, looks: Looks) -> None:
    sheet = file.add_worksheet(GUIDE)
    sheet.set_column(0, 0, 22, looks.text)
    sheet.set_column(1, 1, 90, looks.text)
    sheet.write_string(0, 0, book.title, looks.title)
    row = 2
    for line in book.guide:
        sheet.merge_range(row, 0, row, 1, line, looks.text)
        row += 1
    for one in book.lists:
        row += 1
        sheet.write_string(row, 0, one.listing.title.zh, looks.head)
        sheet.write_string(row, 1, one.listing.help.zh, looks.head)
        for column in one.listing.columns:
            row += 1
            sheet.write_string(row, 0, column.head.zh, looks.text)
            sheet.write_string(row, 1, column.help.zh, looks.text)
        row += 1
    on_paper(sheet, book.warning, "", [])
    sheet.activate()


def _list(file: Any, book: Book, one: Filled, looks: Looks, choices: Choices) -> None:
    listing, last = one.listing, len(one.rows) + HEAD_ROW
    sheet = file.add_worksheet(listing.title.zh)
    title = f"{book.title}·{listing.title.zh}（截至 {book.as_of}，{len(one.rows)} 行）"
    sheet.write_string(0, 0, title, looks.title)
    sheet.set_row(0, 22, looks.title)
    sheet.set_row(HEAD_ROW, 32)
    for place, column in enumerate(listing.columns):
        sheet.set_column(place, place, column.width, looks.of(column, locked=column.mode is Mode.DERIVED))
        sheet.write_string(HEAD_ROW, place, column.head.zh, looks.head_of(column))
        sheet.write_comment(HEAD_ROW, place, column.help.zh, {"x_scale": 1.6, "font_name": FONT, "font_size": 9})
        source = choices.source(column)
        if source is not None:
            sheet.data_validation(HEAD_ROW + 1, place, last + _ROOM, place, source)
    for number, row in enumerate(one.rows, HEAD_ROW + 1):
        sheet.set_row(number, height_of(zip(listing.columns, row, strict=True)))
        for place, (column, cell) in enumerate(zip(listing.columns, row, strict=True)):
            if cell is not None:
                locked = column.mode in (Mode.KEY, Mode.DERIVED) or _is_settled(column)
                _write(sheet, number, place, cell, looks.of(column, locked=locked, text=cell))
    sheet.freeze_panes(HEAD_ROW + 1, listing.fixed)
    sheet.autofilter(HEAD_ROW, 0, max(last, HEAD_ROW + 1), len(listing.columns) - 1)
    sheet.protect("", _PROTECTED)
    printed = [place for place, column in enumerate(listing.columns) if column.mode is not Mode.FILL]
    sheet.repeat_rows(HEAD_ROW)
    sheet.print_area(HEAD_ROW, 0, last, printed[-1])
    on_paper(sheet, book.warning, title, [column.width for column in listing.columns[: printed[-1] + 1]])
    sheet.repeat_columns(0, listing.fixed - 1)


def _is_settled(column: Column) -> bool:
    """Return whether what stands in a cell is never written anew."""
    return column.mode is Mode.FACT and column.until is Until.NEVER


def _write(sheet: Any, row: int, column: int, cell: str | int | Decimal | date, look: Any) -> None:
    """Write a cell; a text is written as a text whatever it begins with, and is never run."""
    if isinstance(cell, str):
        sheet.write_string(row, column, cell, look)
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), look)
    else:
        sheet.write_number(row, column, cell, look)


def _summary(file: Any, book: Book, table: Table, looks: Looks) -> None:
    sheet = file.add_worksheet(table.title.zh)
    title = f"{book.title}·{table.title.zh}（截至 {book.as_of}）"
    sheet.write_string(0, 0, title, looks.title)
    sheet.set_row(0, 22, looks.title)
    widths = [_width(table, place) for place in range(len(table.columns))]
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, widths[place])
        sheet.write_string(HEAD_ROW, place, column.head.zh, looks.head)
    for number, row in enumerate(table.rows, HEAD_ROW + 1):
        for place, cell in enumerate(row):
            look = looks.amount if isinstance(cell, Decimal) else looks.plain
            plain = _in_words(cell)
            if plain is not None:
                _write(sheet, number, place, plain, look)
    sheet.freeze_panes(HEAD_ROW + 1, 1)
    sheet.set_row(HEAD_ROW, 32)
    sheet.repeat_rows(HEAD_ROW)
    sheet.print_area(HEAD_ROW, 0, len(table.rows) + HEAD_ROW, len(widths) - 1)
    on_paper(sheet, book.warning, title, widths)
    sheet.repeat_columns(0)


def _width(table: Table, place: int) -> int:
    """Return how wide a column of a summary must be, in characters: names are long, numbers as long as the longest."""
    if not table.columns[place].number:
        return 30
    amounts = [f"{row[place]:,.2f}" for row in table.rows if isinstance(row[place], Decimal)]
    return max(9, 1 + max(map(len, amounts), default=0))


def _in_words(cell: Cell) -> str | int | Decimal | date | None:
    if cell is None or isinstance(cell, str | int | Decimal | date):
        return cell
    return cell.zh if isinstance(cell, Wording) else str(cell)


def _remember(file: Any, book: Book) -> None:
    sheet = file.add_worksheet(fingerprints.SHEET)
    for number, line in enumerate(fingerprints.lines(book.lists, book.as_of)):
        for place, word in enumerate(line):
            sheet.write_string(number, place, word)
    sheet.very_hidden()


def _with_mark_unpacked(data: bytes) -> bytes:
    """Return the workbook with its properties stored as they are, so that the mark can be found in its bytes."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.infolist():
            kind = zipfile.ZIP_STORED if part.filename == _PROPERTIES else zipfile.ZIP_DEFLATED
            fresh = zipfile.ZipInfo(part.filename, part.date_time)
            fresh.external_attr = part.external_attr
            after.writestr(fresh, before.read(part), compress_type=kind)
    return made.getvalue()
