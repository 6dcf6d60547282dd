"""Where every key and value of a record stands, for printing findings."""

from collections.abc import Collection
from typing import Any, NamedTuple

from inspection.finding import Mark
from inspection.read.fault import pointer


class Positions(NamedTuple):
    """Places by JSON Pointer.

    Attributes:
        values: Where each value begins; `""` is the record itself.
        keys: Where the key of each value that has one begins.
    """

    values: dict[str, Mark]
    keys: dict[str, Mark]

    def of(self, place: str, *, key: bool = False) -> Mark:
        """Return the mark of a pointer, or of the nearest part of it that is there.

        Args:
            place: A JSON Pointer.
            key: Whether the key is meant, not the value.
        """
        first, second = (self.keys, self.values) if key else (self.values, self.keys)
        while place:
            mark = first.get(place) or second.get(place)
            if mark:
                return mark
            place, key = place.rpartition("/")[0], False
            first, second = self.keys, self.values
        return self.values.get("", Mark(1, 1))


class Tracker:
    """Takes a parser's events and keeps where everything stands.

    Attributes:
        found: What was found so far.
        done: Whether the rest of the file need not be read.
    """

    def __init__(self, wanted: Collection[str] | None = None) -> None:
        """Begin a file, to be read until the values at all pointers that are wanted are found, or as a whole."""
        self.found = Positions({}, {})
        self.done = False
        self._wanted = None if wanted is None else set(wanted)
        self._stack: list[tuple[str, list[int] | None]] = []
        self._key: list[str | None] = []

    def document(self, _event: Any) -> None:
        """Begin a document."""

    def end_of_document(self, _event: Any) -> None:
        """End a document."""

    def alias(self, event: Any) -> None:
        """Take an alias, which stands for a value."""
        self._at(event)

    def scalar(self, event: Any) -> None:
        """Take a scalar, as a key where one is due."""
        if self._stack and self._stack[-1][1] is None and self._key[-1] is None:
            self._key[-1] = place = pointer(self._stack[-1][0], event.value)
            self.found.keys.setdefault(place, _mark(event))
        else:
            self._at(event)

    def start_mapping(self, event: Any) -> None:
        """Begin a mapping."""
        self._stack.append((self._at(event), None))
        self._key.append(None)

    def start_list(self, event: Any) -> None:
        """Begin a list."""
        self._stack.append((self._at(event), [0]))
        self._key.append(None)

    def end(self, _event: Any) -> None:
        """End the mapping or list begun last."""
        self._stack.pop()
        self._key.pop()

    def _at(self, event: Any) -> str:
        if not self._stack:
            place = ""
        else:
            parent, count = self._stack[-1]
            if count is not None:
                place = pointer(parent, count[0])
                count[0] += 1
            else:
                place = self._key[-1] or parent
                self._key[-1] = None
        self.found.values.setdefault(place, _mark(event))
        if self._wanted is not None:
            self._wanted.discard(place)
            self.done = not self._wanted
        return place


def _mark(event: Any) -> Mark:
    return Mark(event.start_mark.line + 1, event.start_mark.column + 1)
