"""What the parts and lines of a chart are called, above it."""

from collections.abc import Sequence
from typing import NamedTuple

from inspection.publish.charts.drawing import Json
from inspection.publish.charts.measure import placed, width
from inspection.publish.charts.sheet import LINE, SIZE, WIDTH, blocks, pixels, strokes, words

_SWATCH, _SPACE, _GAP = 14, 5, 14


class Entry(NamedTuple):
    """One word of a legend, beside a piece of what it names.

    Attributes:
        paint: The classes of the piece; a `part` is a small block, anything else a line.
    """

    paint: str
    name: str


def legend(entries: Sequence[Entry], most: int = WIDTH) -> tuple[list[Json], int]:
    """Return the layers of a legend, and where what lies below it begins."""
    wide = [(entry, _SWATCH + _SPACE + width(entry.name, SIZE) + _GAP) for entry in entries]
    laid = placed(wide, most + _GAP)
    names: list[Json] = []
    pieces: list[Json] = []
    lines: list[Json] = []
    for entry, at, row in laid:
        top = row * (LINE + 3)
        names.append({"x": at + _SWATCH + _SPACE, "y": top + SIZE, "text": entry.name})
        piece = {"x": at + 0.5, "x2": at + _SWATCH, "paint": entry.paint, "told": ""}
        if entry.paint.startswith("part "):
            pieces.append({**piece, "y": top + 3, "y2": top + 14})
        else:
            lines.append({**piece, "y": top + SIZE - 4})
    layers = [words(names), blocks(pieces, pixels("x")), strokes(lines, pixels("y"))]
    return layers, (laid[-1][2] + 1) * (LINE + 3) + 4 if laid else 0
