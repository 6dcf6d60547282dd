"""The only door to vl-convert: from a Vega-Lite specification to the marks it draws, from an SVG to a PNG.

The drawing that vl-convert makes names fonts, colours and roles of its own. What is taken from it is where each mark
lies; its colour, given in the specification as the name of a class, comes from the page.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, fromstring

import vl_convert

Json = dict[str, Any]

_LONG = re.compile(r"-?[0-9]+\.[0-9]{2,}")
_MOVED = re.compile(r"translate\(([^,]+),([^)]+)\)")
_KEPT = ("d", "x2", "y2", "text-anchor", "font-size")


class Mark(NamedTuple):
    """A path, a line or a text of a drawing.

    Attributes:
        paint: The name given for its fill, else for its stroke.
        attributes: Where it lies.
        text: What a text says.
        told: The mark's description, empty for none.
    """

    tag: str
    paint: str
    attributes: Mapping[str, str]
    text: str
    told: str


def marks(specification: Json) -> list[Mark]:
    """Return the marks of a Vega-Lite specification in the order they are drawn.

    Nothing is measured, so the marks are the same on every machine: `autosize` is none, and padding is given.
    """
    whole = {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "autosize": {"type": "none"},
        "background": None,
        **specification,
        "config": {"view": {"stroke": None}, "text": {"aria": False}},
    }
    return list(_marks(fromstring(vl_convert.vegalite_to_svg(whole, allowed_base_urls=[])), (0.0, 0.0)))


def png(svg: str) -> bytes:
    """Return an SVG as PNG; of fonts only Liberation Sans is there on every machine."""
    return bytes(vl_convert.svg_to_png(svg))


def _marks(element: Element, before: tuple[float, float]) -> Iterator[Mark]:
    x, y = before
    moved = _MOVED.match(element.get("transform", ""))
    if moved is not None:
        x, y = x + float(moved[1]), y + float(moved[2])
    paint = next((given for name in ("fill", "stroke") if (given := element.get(name, "none")) != "none"), "")
    tag = element.tag.rpartition("}")[2]
    if paint and tag in ("path", "line", "text"):
        kept = {name: _short(element.attrib[name].removesuffix("px")) for name in _KEPT if name in element.attrib}
        kept.pop("text-anchor" if kept.get("text-anchor") == "start" else "", None)
        place = {"x": _short(str(x)), "y": _short(str(y))} if tag == "text" else _transform(x, y)
        yield Mark(tag, paint, {**place, **kept}, element.text or "", element.get("aria-label", ""))
    for child in element:
        yield from _marks(child, (x, y))


def _transform(x: float, y: float) -> dict[str, str]:
    return {"transform": f"translate({_short(str(x))},{_short(str(y))})"} if x or y else {}


def _short(numbers: str) -> str:
    """Return numbers with one decimal at most."""
    short = _LONG.sub(lambda one: f"{float(one[0]):.1f}", numbers)
    return re.sub(r"\.0(?![0-9])", "", short)
