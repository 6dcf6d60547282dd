"""How high a row must be for its texts to be read: not every spreadsheet program finds out by itself."""

from collections.abc import Iterable

from inspection.office.spreadsheet.columns import Column
from inspection.office.spreadsheet.filled import Shown

LINE = 14.5
"""Points a line of text takes."""
_MOST_LINES = 14
_SPARE = 1
"""Characters a cell's borders take of its width."""


def height_of(row: Iterable[tuple[Column, Shown]]) -> float:
    """Return the height of a row in points, for the most lines one of its texts takes; very long texts are cut.

    Args:
        row: Its cells, each with its column.
    """
    lines = max((_lines(cell, column.width - _SPARE) for column, cell in row if isinstance(cell, str)), default=1)
    return LINE * min(lines, _MOST_LINES)


def _lines(text: str, width: int) -> int:
    if len(text) * 2 <= width and "\n" not in text:
        return 1
    return sum(max(1, -(-_wide(line) // width)) for line in text.split("\n"))


def _wide(text: str) -> int:
    """Return how many characters of an ordinary font a line takes; a Chinese one takes two."""
    return len(text) + sum(letter > "\u2e7f" for letter in text)
