"""The sheet a chart is drawn on, and the layers of a Vega-Lite specification that lie on it.

A sheet is as wide as a small telephone, and no text on it is smaller than one can read there; wider places enlarge it.
"""

from collections.abc import Sequence

from inspection.publish.charts.drawing import Json, Mark

WIDTH = 320
SIZE, SMALL = 13, 11
LINE = 17

_PAINT: Json = {"field": "paint", "type": "nominal", "scale": None}
_TOLD: Json = {"field": "told", "type": "nominal"}


def pixels(name: str) -> Json:
    """Return the encoding of a field that holds a place on the sheet."""
    return {"field": name, "type": "quantitative", "scale": None, "axis": None}


def scaled(name: str, most: int, axis: Json | None = None, **scale: object) -> Json:
    """Return the encoding of a field that holds a number from 0 to the most."""
    given = {"domain": [0, most], "nice": False, **scale}
    return {"field": name, "type": "quantitative", "scale": given, "axis": axis}


def word(x: float, y: float, text: str, end: bool = False) -> Mark:
    """Return a text that begins, or ends, at a place on the sheet.

    Texts lie where they are put, so Vega-Lite, which would look for fonts to measure them, is not asked.
    """
    anchor = {"text-anchor": "end"} if end else {}
    place = {"x": f"{round(x, 1):g}", "y": f"{round(y, 1):g}"}
    return Mark("text", "word", {**place, **anchor, "font-size": str(SIZE)}, text, "")


def blocks(rectangles: Sequence[Json], x: Json) -> Json:
    """Return a layer of rectangles: from `x` to `x2`, from `y` to `y2`, `paint`, and `told`, which may be empty."""
    return {
        "data": {"values": rectangles},
        "mark": "rect",
        "encoding": {
            "x": x,
            "x2": {"field": "x2"},
            "y": pixels("y"),
            "y2": {"field": "y2"},
            "fill": _PAINT,
            "description": _TOLD,
        },
    }


def strokes(lines: Sequence[Json], y: Json) -> Json:
    """Return a layer of level lines: from `x` to `x2` at the field of `y`, `paint`."""
    return {
        "data": {"values": lines},
        "mark": {"type": "rule", "aria": False},
        "encoding": {"x": pixels("x"), "x2": {"field": "x2"}, "y": y, "stroke": _PAINT},
    }


def dots(points: Sequence[Json], x: Json, y: Json, size: int) -> Json:
    """Return a layer of dots: at the fields of `x` and `y`, `paint`, `told`."""
    return {
        "data": {"values": points},
        "mark": {"type": "circle", "size": size},
        "encoding": {"x": x, "y": y, "fill": _PAINT, "description": _TOLD},
    }


def curves(values: Sequence[Json], kind: str, x: Json, y: Json) -> Json:
    """Return a layer of stepped lines or areas, one for each `paint`: a count holds until the next one."""
    channel = "stroke" if kind == "line" else "fill"
    return {
        "data": {"values": values},
        "mark": {"type": kind, "interpolate": "step-after", "aria": False},
        "encoding": {"x": x, "y": y, channel: _PAINT, "detail": {"field": "paint", "type": "nominal"}},
    }


def sheet(height: int, layers: Sequence[Json], width: int = WIDTH, **more: object) -> Json:
    """Return the specification of a sheet; scales of different layers know nothing of one another unless told so."""
    apart = {"scale": {"x": "independent", "y": "independent"}}
    return {"width": width, "height": height, "padding": 0, "layer": list(layers), "resolve": apart, **more}
