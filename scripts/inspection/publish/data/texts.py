"""A table as CSV for spreadsheets and as JSON for programs."""

import csv
import io
import re
from datetime import date
from decimal import Decimal

import msgspec

from inspection.publish.data.shapes import Cell, Table

MARK = "'"
_FORMULA = re.compile(r"'*\s*[=+\-@＝＋－＠\t\r\n]")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_JSON = msgspec.json.Encoder(decimal_format="number")


def csv_bytes(table: Table) -> bytes:
    """Return a table as CSV: RFC 4180, UTF-8 with a byte-order mark, without which Excel takes Chinese for GBK.

    A text cell a spreadsheet would run as a formula, and one that begins with apostrophes before such a text, has one
    apostrophe more in front: see `guarded`.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(column.name for column in table.columns)
    writer.writerows(map(_printed, row) for row in table.rows)
    return _BYTE_ORDER_MARK + text.getvalue().encode("utf-8")


def json_bytes(table: Table) -> bytes:
    """Return a table as JSON: a list with an object for each row, on a line of its own; every key in every object."""
    names = [column.name for column in table.columns]
    rows = (_JSON.encode(dict(zip(names, row, strict=True))) for row in table.rows)
    return b"[" + b",".join(b"\n" + row for row in rows) + b"\n]\n"


def guarded(text: str) -> str:
    """Return a text that no spreadsheet runs as a formula (it would begin with `=`, `+`, `-`, `@` or a control).

    It is the text itself, or the text behind one apostrophe; `unguarded` returns the text in both cases.
    """
    return MARK + text if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """Return the text of a cell `guarded` made."""
    return cell[1:] if cell.startswith(MARK) and _FORMULA.match(cell) else cell


def _printed(cell: Cell) -> str:
    if isinstance(cell, str):
        return guarded(cell)
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    return cell.isoformat() if isinstance(cell, date) else "" if cell is None else str(cell)
