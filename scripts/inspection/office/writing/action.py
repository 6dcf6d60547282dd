"""What a row of the tables of actions is: where a dated fact of a kind of record goes, and what it says."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from inspection.finding import Words

ENTRY = "entry"
"""A new last entry of a list."""
FIELDS = "fields"
"""Fields of a mapping that are not there yet."""
DAYS = "days"
"""The days of a mapping from bodies (or steps) to days."""

_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Action(NamedTuple):
    """One kind of dated fact.

    Attributes:
        name: What is typed for it; the code, where it is an entry of a log.
        words: What people call it.
        place: Where it goes, in dots below what it is recorded of. `@clue` picks an entry of a list: by its place from
            1, by `@group:id` its key, the last or only one where none is named.
        form: `ENTRY`, `FIELDS` or `DAYS`.
        names: The fields it may say; empty for all its schema has.
        needs: Fields it cannot do without though the schema can.
        day: The field that holds its day, for which `--date` may be typed.
        fixed: What it always says.
        usual: What it says where nothing else is said.
        beside: Fields of the whole record it may say too.
        creates: Whether it may be the first thing a record holds.
        of: Which part of the record is meant, where the place begins with `@of`.
    """

    name: str
    words: Words
    place: str
    form: str = ENTRY
    names: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    day: str = "date"
    fixed: Mapping[str, Any] = _NOTHING
    usual: Mapping[str, Any] = _NOTHING
    beside: tuple[str, ...] = ()
    creates: bool = False
    of: tuple[str, ...] = ()

    @property
    def picks(self) -> tuple[tuple[str, str], ...]:
        """Which entries of lists on the way must be picked: what each is called, and its key or nothing."""
        parts = [part[1:].partition(":") for part in self.place.split(".") if part.startswith("@")]
        return tuple((name, key) for name, _, key in parts if name != "of")
