"""QR codes: an address as dark squares on light, drawn as one path."""

import re
from typing import NamedTuple

import segno

QUIET = 4
"""How many squares around a code stay light, so that a camera finds it."""

_MASK = 3  # any of the eight can be read; to choose the best costs four times the rest
_DARK = re.compile(rb"\x01+")


class Code(NamedTuple):
    """A QR code.

    Attributes:
        size: Its width and height in squares, the light border among them.
        path: The dark squares, as the `d` of an SVG path in squares.
    """

    size: int
    path: str


def code(text: str) -> Code:
    """Return the code of a text that is read even where a seventh of it is dirty or torn.

    Args:
        text: At most a few hundred characters, such as an address.
    """
    rows = segno.make(text, error="m", micro=False, mask=_MASK).matrix
    runs = [
        f"M{run.start() + QUIET} {number + QUIET}h{len(run[0])}v1h-{len(run[0])}z"
        for number, row in enumerate(rows)
        for run in _DARK.finditer(bytes(row))
    ]
    return Code(size=len(rows) + 2 * QUIET, path="".join(runs))
