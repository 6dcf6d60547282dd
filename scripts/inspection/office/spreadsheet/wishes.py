"""What a workbook wishes of the ledger, in plain data, and where in the workbook it stands."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

from inspection.labels import Wording
from inspection.office.spreadsheet.columns import Typed
from inspection.office.spreadsheet.grid import Place, Refusal

Cells: TypeAlias = Mapping[str, Place]
NO_CELLS: Cells = MappingProxyType({})


class Set(NamedTuple):
    """A field that is empty is filled in, or one that may still be written anew gets another value.

    Attributes:
        path: The record's file below the ledger folder.
        reference: The problem or item it is about, as people name it.
        field: The field, in dots below the problem or item.
        item: The item's place in the problem's list, from 0; nothing for a field of the problem.
        head: What people call the field.
        was: The old value, None where there was none.
        vocabulary: The list its codes come from, if it has codes.
    """

    path: str
    reference: str
    field: str
    item: int | None
    head: Wording
    was: Typed
    value: Typed
    place: Place
    vocabulary: str = ""


class NewEntry(NamedTuple):
    """One more entry of an item's log.

    Attributes:
        cells: Where each of its fields stands, by the last part of its name.
    """

    path: str
    reference: str
    item: int
    entry: Mapping[str, Any]
    place: Place
    cells: Cells = NO_CELLS


class NewItem(NamedTuple):
    """One more item of a problem; its number is given when it is written."""

    path: str
    reference: str
    fields: Mapping[str, Any]
    place: Place
    cells: Cells = NO_CELLS


class NewProblem(NamedTuple):
    """A new problem of a round, with the items it begins with; its id is given when it is written."""

    round: str
    fields: Mapping[str, Any]
    place: Place
    cells: Cells = NO_CELLS


Wish: TypeAlias = Set | NewEntry | NewItem | NewProblem


class Wishes(NamedTuple):
    """What was read out of a workbook.

    Attributes:
        rows: How many rows were looked at.
        refusals: The cells and rows that are not taken over.
        notes: What a reader should know: hidden rows that were read, columns that were not.
    """

    rows: int = 0
    wishes: tuple[Wish, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    notes: tuple[Wording, ...] = ()

    def and_(self, other: "Wishes") -> "Wishes":
        """Return both."""
        return Wishes(
            self.rows + other.rows,
            self.wishes + other.wishes,
            self.refusals + other.refusals,
            self.notes + other.notes,
        )
