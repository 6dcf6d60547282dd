"""What a column of a list is: its heading, what its cells hold, and what may be done to them."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple, TypeAlias

from inspection.derive.lifecycle import Life
from inspection.labels import Wording
from inspection.model.problems import Entry, Item, Problem
from inspection.office.desk import Desk

Typed: TypeAlias = "str | int | bool | date | Decimal | tuple[Any, ...] | None"
"""A value as the model holds it."""


class Form(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    ID = "id"
    DAY = "day"
    YUAN = "yuan"
    NUMBER = "number"
    CODE = "code"
    FLAG = "flag"
    UNIT = "unit"
    UNITS = "units"
    BODY = "body"
    BODIES = "bodies"
    IDS = "ids"
    MEASURES = "measures"


class Mode(StrEnum):
    """What may be done to the cells of a column.

    `KEY` names the record; `FACT` is a field of it; `FILL` becomes a new entry; `DERIVED` is computed and not read.
    """

    KEY = "key"
    FACT = "fact"
    FILL = "fill"
    DERIVED = "derived"


class Until(StrEnum):
    """How long a recorded fact may be written anew; afterwards it is mended by a dated entry."""

    ALWAYS = "always"
    FEEDBACK = "feedback"
    ACCEPTED = "accepted"
    NEVER = "never"


class Row(NamedTuple):
    """What a row of a list is about."""

    problem: Problem
    item: Item | None = None
    life: Life | None = None
    place: int | None = None
    entry: Entry | None = None

    @property
    def reference(self) -> str:
        """The id of the row's item, else of its problem."""
        return self.problem.id if self.item is None else f"{self.problem.id}/{self.item.id}"


class Column(NamedTuple):
    """One column of a list.

    Attributes:
        key: Its name, unique within the list.
        value: What a row holds in it.
        place: The field of a problem it holds, such as `items.due`, or nothing.
        vocabulary: The list its codes come from.
        width: In characters of the ordinary font.
        until: Of a fact, how long it may be written anew.
        mend: The action of `inspection record` that changes it afterwards.
        local: Whether a unit's own workbook has it.
        only: The codes it offers, where not all of its vocabulary.
    """

    key: str
    head: Wording
    help: Wording
    form: Form
    mode: Mode
    value: Callable[[Desk, Row], Typed]
    place: str = ""
    vocabulary: str = ""
    width: int = 12
    until: Until = Until.NEVER
    mend: str = "correct"
    local: bool = True
    only: tuple[str, ...] = ()


class Listing(NamedTuple):
    """A list without its rows: one sheet of a workbook."""

    key: str
    title: Wording
    help: Wording
    columns: tuple[Column, ...]
    fixed: int = 1
    """How many columns stay in sight."""
    local_help: Wording | None = None
    """What a unit's own workbook says of it, where that is something else."""

    @property
    def actions(self) -> tuple[str, ...]:
        """The actions of an item's log that may be filled in."""
        return next((one.only for one in self.columns if one.vocabulary == "item_action"), ())

    @property
    def key_column(self) -> Column:
        """The column that names the record of a row."""
        return next(one for one in self.columns if one.mode is Mode.KEY)
