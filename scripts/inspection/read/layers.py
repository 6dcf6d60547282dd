"""Versions of a text of which each only adds lines to the one before, read as one: the last, and when each part came.

Nearly every change of a record adds whole lines and touches no other. Such versions need not be read one by one: each
is the last without the lines that came later. What it holds is then the last record without what stands in those
lines, as long as the last is plainly written (see `plain`) and in it

- no line came before the one it stands under, nor a member of a list before the one in front of it,
- something under a key came together with the key,
- all lines of a literal block came together.

Where that is not certain nothing is said, and the versions must be read one by one.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from inspection.read import plain
from inspection.read.brackets import NotPlainError

Came = int | dict[str, "Came"] | list["Came"]
"""When a value came: the number of the version that brought all of it, else when each part of it came."""


class NotLayeredError(Exception):
    """The versions must be read one by one."""


def since(came: Came, part: Any) -> Came:
    """Return when a part of a value came, by its key or its place in a list."""
    return came if isinstance(came, int) else came[part]


def first(came: Came) -> int:
    """Return when the first of a value came."""
    while not isinstance(came, int):
        came = next(iter(came.values())) if isinstance(came, dict) else came[0]
    return came


def numbers(came: Came) -> set[int]:
    """Return when anything of a value came."""
    if isinstance(came, int):
        return {came}
    parts = came.values() if isinstance(came, dict) else came
    return set().union(*map(numbers, parts))


class Layered(NamedTuple):
    """What the last version holds, as `parsing.parse` gives it, and when each part of it came."""

    data: dict[str, Any]
    came: Came


class Layers:
    """Versions of a text, each with more lines than the one before.

    Args:
        first: The first version; its number is 0.
    """

    def __init__(self, first: bytes) -> None:
        """Take the first."""
        self._lines = first.split(b"\n")
        self._came = [0] * len(self._lines)
        self._number = 0

    def add(self, text: bytes) -> bool:
        """Take the next version, or return that it does more than add whole lines."""
        lines = text.split(b"\n")
        came = _merged(self._lines, self._came, lines, self._number + 1)
        if came is None:
            return False
        self._lines, self._came, self._number = lines, came, self._number + 1
        return True

    def read(self) -> Layered:
        """Return what all of them hold.

        Raises:
            NotLayeredError: They must be read one by one.
        """
        try:
            text = plain.decoded(b"\n".join(self._lines))
            lines = plain.lines_of(text)
            walk = _Walk(lines.copy(), _of_lines(text, lines, self._came))
            data = plain.read_fields(lines)
        except (OverflowError, NotPlainError):
            raise NotLayeredError from None
        if not data:
            raise NotLayeredError
        return Layered(data, walk.mapping(data)[1])


def _merged(before: Sequence[bytes], came: Sequence[int], after: Sequence[bytes], number: int) -> list[int] | None:
    """Return when each line came, those that were there found in their order; nothing where one is missing."""
    at, merged = 0, []
    for line in after:
        if at < len(before) and line == before[at]:
            merged.append(came[at])
            at += 1
        else:
            merged.append(number)
    return merged if at == len(before) else None


def _of_lines(text: str, lines: Sequence[plain.Line], came: Sequence[int]) -> list[int]:
    """Return when each of `plain.lines_of` a text came, of lines of the text when each of these did."""
    found: list[int] = []
    at = 0
    for line, height in plain.heights(text, lines):
        if height > 1 and line[3] and len(set(came[at : at + height])) > 1:
            raise NotLayeredError
        if not plain.is_comment(line):
            found.append(came[at])
        at += height
    return [*found, came[-1]]


class _Walk:
    """Goes through a record and its lines side by side.

    Args:
        lines: Of `plain.lines_of`.
        came: When each came.
    """

    def __init__(self, lines: Sequence[plain.Line], came: Sequence[int]) -> None:
        self._next = zip(reversed(lines), came, strict=True).__next__

    def mapping(self, node: dict[str, Any], begun: tuple[plain.Line, int] | None = None) -> tuple[int, Came]:
        """Return when the first line of a mapping came, and when all of it did; that line may have been taken."""
        parts: dict[str, Came] = {}
        first = -1
        for key, value in node.items():
            line, came = begun or self._next()
            begun = None
            first = came if first < 0 else first
            parts[key] = came if line[3] or line[5] else self._below(value, came)
            if came < first:
                raise NotLayeredError
        return first, first if list(parts.values()).count(first) == len(parts) else parts

    def _below(self, value: Any, came: int) -> Came:
        """Return when what stands under a key came."""
        first, parts = self.mapping(value) if isinstance(value, dict) else self._list(value)
        if first != came:
            raise NotLayeredError
        return parts

    def _list(self, members: list[Any]) -> tuple[int, Came]:
        parts: list[Came] = []
        first = last = -1
        for member in members:
            line, came = begun = self._next()
            first = came if first < 0 else first
            if came < last:
                raise NotLayeredError
            last = came
            parts.append(self.mapping(member, begun)[1] if line[2] else came)
        return first, first if parts.count(first) == len(parts) else parts
