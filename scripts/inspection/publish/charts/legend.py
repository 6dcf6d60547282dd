"""What the parts and lines of a chart are called, above it."""

from collections.abc import Sequence
from typing import NamedTuple

from inspection.publish.charts.drawing import Json, Mark
from inspection.publish.charts.measure import placed, width
from inspection.publish.charts.sheet import LINE, SIZE, WIDTH, blocks, pixels, strokes, word

_SWATCH, _SPACE, _GAP = 14, 5, 14


class Entry(NamedTuple):
    """One word of a legend, beside a piece of what it names.

    Attributes:
        paint: The classes of the piece; a `part` is a small block, anything else a line.
    """

    paint: str
    name: str


class Legend(NamedTuple):
    """A legend: its layers, its words, and where what lies below it begins."""

    layers: list[Json]
    words: list[Mark]
    height: int


def legend(entries: Sequence[Entry]) -> Legend:
    """Return a legend in as many rows as it needs."""
    wide = [(entry, _SWATCH + _SPACE + width(entry.name, SIZE) + _GAP) for entry in entries]
    laid = placed(wide, WIDTH + _GAP)
    names: list[Mark] = []
    pieces: list[Json] = []
    lines: list[Json] = []
    for entry, at, row in laid:
        top = row * (LINE + 3)
        names.append(word(at + _SWATCH + _SPACE, top + SIZE, entry.name))
        piece = {"x": at + 0.5, "x2": at + _SWATCH, "paint": entry.paint, "told": ""}
        if entry.paint.startswith("part "):
            pieces.append({**piece, "y": top + 3, "y2": top + 14})
        else:
            lines.append({**piece, "y": top + SIZE - 4})
    layers = [blocks(pieces, pixels("x")), strokes(lines, pixels("y"))]
    return Legend(layers, names, (laid[-1][2] + 1) * (LINE + 3) + 4 if laid else 0)
