"""How wide a text stands on a terminal, where a Chinese character takes two cells."""

import unicodedata

_WIDE = ("W", "F")
_NO_WIDTH = ("Mn", "Me", "Cf")
_CUT = "…"


def inert(text: str) -> str:
    """Return a text a terminal only shows: a tab is a blank, what steers a terminal or cannot be seen is `?`."""
    return "".join(one if one.isprintable() else " " if one in "\t\u3000" else "?" for one in text)


def cells(text: str) -> int:
    """Return how many cells of a terminal a text takes; characters of ambiguous width count as one."""
    return sum(_of(one) for one in text)


def clipped(text: str, at: int, room: int) -> tuple[str, int]:
    """Return what of a long line is shown around a place, and how many cells stand before that place.

    Args:
        text: An inert line.
        at: The place in it, counted in characters from 0; beyond the end is the end.
        room: How many cells there are. What is left out is marked with `…`.
    """
    if cells(text) <= room:
        return text, cells(text[:at])
    start = _start(text, at, room * 2 // 3)
    lead = _CUT if start else ""
    end = _end(text, start, room - len(lead))
    return lead + text[start:end] + (_CUT if end < len(text) else ""), len(lead) + cells(text[start:at])


def _of(character: str) -> int:
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def _start(text: str, at: int, before: int) -> int:
    start, width = min(at, len(text)), 0
    while start > 0 and width + _of(text[start - 1]) < before:
        start -= 1
        width += _of(text[start])
    return start


def _end(text: str, start: int, room: int) -> int:
    end, width = start, 0
    while end < len(text) and width + _of(text[end]) < room:
        width += _of(text[end])
        end += 1
    return end
