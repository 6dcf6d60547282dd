"""Counts over the months, as stepped lines: how far something has come, and how far it has to go."""

from collections.abc import Iterator, Sequence

from inspection.publish.charts.drawing import Json, marks
from inspection.publish.charts.legend import Entry, legend
from inspection.publish.charts.measure import width
from inspection.publish.charts.picture import svg
from inspection.publish.charts.shapes import Axis, Heading, Level, Line
from inspection.publish.charts.sheet import SMALL, WIDTH, curves, dots, scaled, sheet, strokes

_TALL, _ABOVE, _BELOW, _BESIDE = 150, 8, 22, 26
_PANEL_WIDTH, _PANEL_HEIGHT, _PANEL_EDGE = 150, 56, 4
_MANY_MONTHS = 18
"""Of more months than these only years are written below the axis."""


def over_time(heading: Heading, axis: Axis, lines: Sequence[Line], level: Level | None = None) -> str:
    """Return counts over the months as an SVG; months that have not come stay empty.

    Args:
        heading: What the chart is called and shows.
        axis: The months.
        lines: At least one, each with a count for the first month on; it may end before the axis does. One that is not
            dashed stands on a filled area.
        level: What is to be reached.
    """
    entries = [Entry(_paint("line", line), f"{line.name} {line.counts[-1]}") for line in lines]
    entries += [Entry("level", f"{level.name} {level.n}")] if level is not None else []
    layers, names, top = legend(entries)
    most = max(_most(lines), level.n if level is not None else 0)
    across = (round(width(str(most), SMALL)) + 8, WIDTH - _BESIDE)
    bottom = top + _ABOVE + _TALL
    height = bottom + _BELOW
    x = scaled("x", max(1, len(axis.months) - 1), _months_axis(axis, _BELOW), range=across)
    y = scaled("y", most, _counts_axis(across[0]), range=(bottom, top + _ABOVE), nice=4)
    if level is not None:
        line = {"x": across[0], "x2": across[1], "y": level.n, "paint": "level"}
        layers.append(strokes([line], _bare(y)))
    drawn = marks(sheet(height, [*layers, *_drawn(axis, lines, x, y)]))
    return svg(heading, (WIDTH, height), [*names, *drawn])


def panel(heading: Heading, axis: Axis, lines: Sequence[Line], most: int) -> str:
    """Return a small picture of counts over the months, one of several to be compared.

    It holds no text: its name and its latest counts stand beside it.

    Args:
        heading: What the picture is called and shows.
        axis: The months, the same for all.
        lines: At least one.
        most: The largest count in any of them.
    """
    x = scaled("x", max(1, len(axis.months) - 1), range=(_PANEL_EDGE, _PANEL_WIDTH - _PANEL_EDGE))
    y = scaled("y", max(1, most), range=(_PANEL_HEIGHT - _PANEL_EDGE, _PANEL_EDGE))
    floor = {"x": _PANEL_EDGE, "x2": _PANEL_WIDTH - _PANEL_EDGE, "y": 0, "paint": "grid"}
    layers = [strokes([floor], y), *_drawn(axis, lines, x, y)]
    return svg(heading, (_PANEL_WIDTH, _PANEL_HEIGHT), marks(sheet(_PANEL_HEIGHT, layers, _PANEL_WIDTH)))


def _drawn(axis: Axis, lines: Sequence[Line], x: Json, y: Json) -> Iterator[Json]:
    """Yield the layers of the areas, the lines and the dots; the first of them carries the axes."""
    areas = [step for line in lines if not line.dashed for step in _steps("area", line)]
    yield curves(areas, "area", x, y)
    yield curves([step for line in lines for step in _steps("line", line)], "line", _bare(x), _bare(y))
    points = [
        {"x": place, "y": line.counts[place], "paint": f"dot {line.key}", "told": f"{name} · {line.name} {count}"}
        for line in lines
        for place, name in axis.points
        for count in line.counts[place : place + 1]
    ]
    yield dots(points, _bare(x), _bare(y), 22)


def _steps(kind: str, line: Line) -> Iterator[Json]:
    """Yield the counts where they change, and the last."""
    before = -1
    for place, count in enumerate(line.counts):
        if count != before or place == len(line.counts) - 1:
            yield {"x": place, "y": count, "paint": _paint(kind, line)}
        before = count


def _paint(kind: str, line: Line) -> str:
    return f"{kind} {line.key}{' dashed' if line.dashed else ''}"


def _most(lines: Sequence[Line]) -> int:
    return max([1, *(count for line in lines for count in line.counts)])


def _months_axis(axis: Axis, below: int) -> Json:
    """Return the axis of months: every January's year, of few months every January and July."""
    last = len(axis.months) - 1
    if last < _MANY_MONTHS:
        named = {place: month for place, month in enumerate(axis.months) if month[5:] in ("01", "07")}
        named = named or {0: axis.months[0], last: axis.months[last]}
    else:
        named = {place: month[:4] for place, month in enumerate(axis.months) if month[5:] == "01"}
    written = ",".join(f"'{place}':'{name}'" for place, name in named.items())
    return {
        **_AXIS,
        "values": list(named),
        "labelExpr": f"({{{written}}})[datum.value]",
        "grid": False,
        "offset": -below,
    }


def _counts_axis(left: int) -> Json:
    return {
        **_AXIS,
        "grid": True,
        "tickCount": 4,
        "tickMinStep": 1,
        "format": "d",
        "domain": False,
        "ticks": False,
        "offset": -left,
    }


_AXIS: Json = {
    "title": None,
    "domainColor": "grid",
    "tickColor": "grid",
    "gridColor": "grid",
    "labelColor": "word",
    "labelFontSize": SMALL,
    "labelPadding": 4,
    "labelOverlap": False,
    "labelFlush": False,
    "labelBound": False,
}


def _bare(encoding: Json) -> Json:
    """Return an encoding without its axis, which one layer draws for all."""
    return {**encoding, "axis": None}
