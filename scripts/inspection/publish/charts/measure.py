"""How wide texts are, estimated: whatever font a reader's system has, and none is asked while the site is built."""

import re
import unicodedata
from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")

_WIDE, _NARROW = 1.0, 0.62
_PIECE = re.compile(r"[（「“《]*[\u3400-\u9fff][，。、；：）」”》]*\s*|[^\s\u3400-\u9fff（「“《]+\s*|.")


def width(text: str, size: float) -> float:
    """Return the width of a text: ideographs are square, anything else is at most a little wider than digits are."""
    return size * sum(_WIDE if unicodedata.east_asian_width(char) in "WF" else _NARROW for char in text)


def wrapped(text: str, size: float, most: float) -> list[str]:
    """Return a text in lines no wider than given: broken at blanks, and between ideographs; nothing is cut off."""
    lines = [""]
    for piece in _PIECE.findall(text):
        if lines[-1] and width((lines[-1] + piece).rstrip(), size) > most:
            lines.append("")
        lines[-1] += piece
    return [line.strip() for line in lines]


def placed(things: Iterable[tuple[T, float]], most: float) -> list[tuple[T, float, int]]:
    """Return things, given with their widths, laid out in rows: each with the place it begins at and its row."""
    laid: list[tuple[T, float, int]] = []
    at, row = 0.0, 0
    for thing, wide in things:
        if at and at + wide > most:
            at, row = 0.0, row + 1
        laid.append((thing, at, row))
        at += wide
    return laid
