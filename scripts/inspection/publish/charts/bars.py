"""Stacked bars, one below the other: what each thing is made of."""

from collections.abc import Iterator, Sequence

from inspection.publish.charts.drawing import Json, marks
from inspection.publish.charts.legend import Entry, legend
from inspection.publish.charts.measure import width, wrapped
from inspection.publish.charts.picture import svg
from inspection.publish.charts.shapes import Bar, Heading, Part
from inspection.publish.charts.sheet import LINE, SIZE, WIDTH, blocks, scaled, sheet, word

_THICK, _GAP = 13, 11
_EDGE = 1
"""Room for the edges of the bars."""


def stacked_bars(heading: Heading, parts: Sequence[Part], bars: Sequence[Bar]) -> str:
    """Return bars divided into parts, all on one scale, as an SVG.

    Args:
        heading: What the chart is called and shows.
        parts: What each bar is divided into, from the left; one that no bar has is left out of the legend.
        bars: At least one, from the top.
    """
    used = [part for place, part in enumerate(parts) if any(bar.counts[place] for bar in bars)]
    layers, texts, top = legend([Entry(f"part {part.key}", part.name) for part in used])
    longest = max(sum(bar.counts) for bar in bars) or 1
    pieces: list[Json] = []
    for bar in bars:
        lines = wrapped(bar.name, SIZE, WIDTH - width(bar.said, SIZE) - _GAP)
        texts += [word(0, top + LINE * place + SIZE, line) for place, line in enumerate(lines)]
        top += LINE * len(lines)
        texts.append(word(WIDTH, top - LINE + SIZE, bar.said, end=True))
        pieces += _pieces(bar, parts, top)
        top += _THICK + _GAP
    height = top - _GAP + 2 * _EDGE
    across = scaled("x", longest, range=[_EDGE, WIDTH - _EDGE])
    drawn = marks(sheet(height, [*layers, blocks(pieces, across)]))
    return svg(heading, (WIDTH, height), [*texts, *drawn], used)


def _pieces(bar: Bar, parts: Sequence[Part], top: int) -> Iterator[Json]:
    before = 0
    for part, count in zip(parts, bar.counts, strict=True):
        if count:
            told = f"{bar.name} · {part.name} {count}"
            place = {"x": before, "x2": before + count, "y": top + _EDGE, "y2": top + _EDGE + _THICK}
            yield {**place, "paint": f"part {part.key}", "told": told}
        before += count
