"""What a workbook remembers of itself: a short print of every cell as it was exported.

With it an import tells a cell somebody changed from one the ledger moved away from meanwhile: what still has its print
was not touched, and says nothing.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from hashlib import blake2b
from typing import NamedTuple

from inspection.office.spreadsheet.filled import Filled, Shown
from inspection.office.spreadsheet.grid import Sheet, Value, text_of

SHEET = "_inspection"
_FORMAT = "inspection-workbook/1"
_BYTES = 5
_NOTHING = "-"


class Prints(NamedTuple):
    """The prints of a workbook's cells.

    Attributes:
        as_of: The day it was exported for.
        titles: The title of each list's sheet, by its key.
        cells: For each list and row the print of every cell by its column.
    """

    as_of: str
    titles: Mapping[str, str]
    cells: Mapping[tuple[str, str], Mapping[str, str]]


def lines(lists: tuple[Filled, ...], as_of: date) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the hidden sheet."""
    yield _FORMAT, as_of.isoformat()
    for one in lists:
        yield "list", one.listing.key, one.listing.title.zh, " ".join(column.key for column in one.listing.columns)
    for one in lists:
        for key, row in zip(one.keys, one.rows, strict=True):
            yield one.listing.key, key, " ".join(map(print_of, row))


def prints_of(sheets: tuple[Sheet, ...]) -> Prints | None:
    """Return what a workbook remembers of itself, or nothing where it was not exported from here."""
    own = next((sheet for sheet in sheets if sheet.name == SHEET), None)
    if own is None or text_of(own.cell(0, 0)) != _FORMAT:
        return None
    titles: dict[str, str] = {}
    columns: dict[str, list[str]] = {}
    cells: dict[tuple[str, str], Mapping[str, str]] = {}
    for first, second, third, fourth, *_ in ((*map(text_of, row), "", "", "", "") for row in own.rows[1:]):
        if first == "list":
            titles[second], columns[second] = third, fourth.split()
        elif first in columns:
            cells[first, second] = dict(zip(columns[first], third.split(), strict=False))
    return Prints(text_of(own.cell(0, 1)), titles, cells)


def print_of(cell: Shown | Value) -> str:
    """Return the print of a cell: the same for what was written and what is read back of it."""
    text = _plain(cell)
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_BYTES).hexdigest() if text else _NOTHING


def _plain(cell: Shown | Value) -> str:
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    if isinstance(cell, Decimal | int | float) and not isinstance(cell, bool):
        exact = cell if isinstance(cell, Decimal) else Decimal(repr(cell))
        return f"{exact.normalize():f}" if exact else "0"
    return text_of(cell)
