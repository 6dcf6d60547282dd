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

NEVER = 1 << 60
"""When something came that is not there: after every version."""


class NotLayeredError(Exception):
    """The versions must be read one by one."""


def since(came: Came, part: Any) -> Came:
    """Return when a part of a value came, by its key or its place in a list."""
    return came if isinstance(came, int) else came[part]


def first(came: Came) -> int:
    """Return when the first of a value came."""
    if isinstance(came, int):
        return came
    return first(came[0]) if isinstance(came, list) else min(map(first, came.values()))


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
        self._text = first
        self._number = 0
        self._came = [0] * (first.count(b"\n") + 1)

    def add(self, text: bytes) -> bool:
        """Take the next version, or return that it does more than add whole lines."""
        before, number = self._text, self._number + 1
        if not before.endswith(b"\n"):
            return False
        start = _first_changed(before, text)
        end = start + len(text) - len(before)
        place = text.count(b"\n", 0, start)
        if text[start:end].endswith(b"\n") and text.endswith(before[start:]):
            self._came[place:place] = [number] * text.count(b"\n", start, end)
        else:
            rest = _merged(before[start:].split(b"\n"), self._came[place:], text[start:].split(b"\n"), number)
            if rest is None:
                return False
            self._came[place:] = rest
        self._text, self._number = text, number
        return True

    def read(self) -> Layered:
        """Return what all of them hold.

        Raises:
            NotLayeredError: They must be read one by one.
        """
        try:
            text = plain.decoded(self._text)
            lines = plain.lines_of(text)
            walk = _Walk(lines.copy(), self._of_lines(text, lines))
            data = plain.record_of(lines)
        except (OverflowError, NotPlainError):
            raise NotLayeredError from None
        earliest, came = walk.mapping(data)
        if earliest != 0:
            raise NotLayeredError
        return Layered(data, came)

    def _of_lines(self, text: str, lines: Sequence[plain.Line]) -> Sequence[int]:
        """Return when each of `plain.lines_of` the last version came."""
        came = self._came
        if len(lines) == len(came):
            return came
        places = plain.places(text, lines)
        for number, line in enumerate(reversed(lines)):
            if line[3] and len(set(came[places[number] : places[number + 1]])) > 1:
                raise NotLayeredError
        return [came[place] for place in places]


def _first_changed(before: bytes, after: bytes) -> int:
    """Return where the first line begins that is not the same in both."""
    if after.startswith(before):
        return len(before)
    least, most = 0, min(len(before), len(after))
    while before.find(b"\n", least, most) >= 0:
        middle = (least + most + 1) // 2
        if before[least:middle] == after[least:middle]:
            least = middle
        else:
            most = middle - 1
    return before.rfind(b"\n", 0, least) + 1


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


class _Walk:
    """Goes through a record and its lines side by side.

    Args:
        lines: Of `plain.lines_of`.
        came: When each came.
    """

    def __init__(self, lines: Sequence[plain.Line], came: Sequence[int]) -> None:
        self._next = zip(reversed(lines), came, strict=True).__next__

    def mapping(self, node: dict[str, Any], begun: tuple[plain.Line, int] | None = None) -> tuple[int, Came]:
        """Return when the first of a mapping came, and when all of it did.

        Args:
            node: The mapping.
            begun: Its first line where that was taken, as it has the hyphen of a list; then no other came before it.
        """
        parts: dict[str, Came] = {}
        earliest = begun[1] if begun else NEVER
        taken = begun
        for key, value in node.items():
            line, came = taken or self._next()
            taken = None
            if came < earliest:
                if begun:
                    raise NotLayeredError
                earliest = came
            parts[key] = came if line[3] or line[5] else self._below(value, came)
        return earliest, earliest if list(parts.values()).count(earliest) == len(parts) else parts

    def _below(self, value: Any, came: int) -> Came:
        """Return when what stands under a key came."""
        earliest, parts = self.mapping(value) if isinstance(value, dict) else self._list(value)
        if earliest != came:
            raise NotLayeredError
        return parts

    def _list(self, members: list[Any]) -> tuple[int, Came]:
        parts: list[Came] = []
        earliest = last = -1
        for member in members:
            line, came = begun = self._next()
            earliest = came if earliest < 0 else earliest
            if came < last:
                raise NotLayeredError
            last = came
            parts.append(self.mapping(member, begun)[1] if line[2] else came)
        return earliest, earliest if parts.count(earliest) == len(parts) else parts
