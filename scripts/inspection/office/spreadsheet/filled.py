"""A list with its rows: what each cell shows, before any workbook is made of it."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from inspection.office.desk import Desk
from inspection.office.spreadsheet.columns import Column, Form, Listing, Row
from inspection.office.spreadsheet.listings import LOGS
from inspection.office.spreadsheet.names import Names
from inspection.office.spreadsheet.offered import of_units
from inspection.office.spreadsheet.rows import rows_of
from inspection.office.spreadsheet.values import shown

Shown: TypeAlias = str | int | Decimal | date | None
"""What a cell shows."""

MOST_TEXT = 32_000
"""The longest text of a cell, in UTF-16 units; a workbook holds 32,767."""
CUT = "……（全文见台账）"

Told = Callable[[int, int], None]
"""Hears how many rows are done, and of how many."""


class Filled(NamedTuple):
    """A list with its rows.

    Attributes:
        keys: What each row is about: an item's id, of an entry `<item>#<number>`.
        rows: As many cells each as there are columns.
    """

    listing: Listing
    keys: tuple[str, ...]
    rows: tuple[tuple[Shown, ...], ...]


def filled(listing: Listing, desk: Desk, names: Names, unit: str | None = None) -> Filled:
    """Return a list with its rows.

    Args:
        listing: The list.
        desk: The ledger on a day.
        names: What cells call codes and units.
        unit: For a unit's own workbook: only its rows, and only the columns a unit needs.
    """
    if unit is not None:
        columns = (one._replace(only=of_units(one.only)) for one in listing.columns if one.local)
        listing = listing._replace(columns=tuple(columns), help=listing.local_help or listing.help)
    rows = list(rows_of(listing, desk, unit))
    cells = tuple(tuple(_cell(column, desk, row, names) for column in listing.columns) for row in rows)
    return Filled(listing, tuple(key_of(listing, row) for row in rows), cells)


def key_of(listing: Listing, row: Row) -> str:
    """Return what a row of a list is about."""
    return f"{row.reference}#{(row.place or 0) + 1}" if listing.key == LOGS else row.reference


def _cell(column: Column, desk: Desk, row: Row, names: Names) -> Shown:
    cell = shown(column.value(desk, row), column, names)
    return cut(cell) if isinstance(cell, str) and column.form is not Form.ID else cell


def cut(text: str) -> str:
    """Return a text a cell can hold; a longer one ends with words that say so."""
    if len(text) <= MOST_TEXT // 2 or len(text.encode("utf-16-le")) <= 2 * MOST_TEXT:
        return text
    return text.encode("utf-16-le")[: 2 * MOST_TEXT].decode("utf-16-le", "ignore") + CUT
