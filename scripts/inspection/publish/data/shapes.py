"""What a public table is: its columns, its key, and the tables it points to.

A column that holds a field of the ledger has that field's name, and its title and codes from the schema; a field inside
another is joined to it by `_`. What the ledger shows to the month has the type `yearmonth`.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

from inspection.labels import Labels, Wording

Type = Literal["string", "boolean", "integer", "number", "date", "yearmonth"]
"""A type of Table Schema; a `number` has two decimals at most."""

Cell: TypeAlias = str | bool | int | Decimal | date | None
Row: TypeAlias = tuple[Cell, ...]
"""The cells of one row, in the order of the columns; nothing where the public is not told or there is nothing."""


class Column(NamedTuple):
    """One column.

    Attributes:
        name: The ledger's name for the field.
        type: What its cells are.
        help: What they mean, for whoever reads the data.
        place: The field of the ledger it holds, such as `unit.kind` or `problem.items.due`; its title is said there.
        title: The title of a column that is no field of the ledger.
        codes: The vocabulary of its cells, where they are codes; of a field the schema knows it.
        optional: Whether a cell may be empty.
        pattern: A regular expression every cell fits.
        least: The least number a cell may hold.
    """

    name: str
    type: Type
    help: Wording
    place: str = ""
    title: Wording | None = None
    codes: str = ""
    optional: bool = False
    pattern: str = ""
    least: int | None = None

    def titled(self, labels: Labels) -> Wording:
        """Return the title people read."""
        return self.title or labels.field(*self.place.split(".", 1)).label

    def vocabulary(self, labels: Labels) -> str:
        """Return the vocabulary of its codes, empty where it holds none."""
        return self.codes or (labels.field(*self.place.split(".", 1)).vocabulary or "" if self.place else "")


class Reference(NamedTuple):
    """Columns whose cells, where there are any, are found in a table; the table may be the same."""

    columns: tuple[str, ...]
    table: str
    to: tuple[str, ...]


class Shape(NamedTuple):
    """A table without its rows.

    Attributes:
        key: The columns no two rows share.
        references: Where its rows point.
    """

    name: str
    title: Wording
    help: Wording
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    references: tuple[Reference, ...] = ()


class Table(NamedTuple):
    """A table with its rows."""

    shape: Shape
    rows: tuple[Row, ...]

    @property
    def name(self) -> str:
        """Its name, which is also that of its files."""
        return self.shape.name

    @property
    def columns(self) -> tuple[Column, ...]:
        """Its columns."""
        return self.shape.columns


def codes_in(shapes: Iterable[Shape], labels: Labels) -> list[str]:
    """Return every vocabulary the columns of tables use, each once, in their order."""
    used = (column.vocabulary(labels) for shape in shapes for column in shape.columns)
    return list(dict.fromkeys(name for name in used if name))
