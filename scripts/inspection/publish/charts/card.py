"""The picture that stands beside a link to the site where it is shared: the district's figures at one look.

It holds figures and Latin letters only, in the one font that vl-convert brings along: a machine that builds sites need
not have a Chinese font, and the words stand beside the picture anyway, in the link's title and description. The same
figures give the same bytes; only another release of that font, installed on a machine, may shift a pixel.
"""

from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, tostring

from inspection.publish.charts.drawing import png

WIDTH, HEIGHT = 1200, 630
"""What those who show links ask for, in pixels."""

_MARGIN, _BAR = 80, 96
_COLOURS = {
    "closed": "#1f6f43",
    "long_term": "#5b4b8a",
    "basically_done": "#2c6a91",
    "in_progress": "#8a6100",
    "not_started": "#5f6871",
    "late": "#a8201a",
    "name": "#17406d",
}
"""Those of the pages in the light (`tokens.css`)."""


class Card(NamedTuple):
    """What the picture tells.

    Attributes:
        name: The district's name in Latin letters, or nothing.
        rate: The share completed, as it is printed.
        basis: What it rests on, such as `311 / 383`.
        late: How many are overdue.
        parts: Each status and its number, in the order of the bar.
    """

    name: str
    rate: str
    basis: str
    late: str
    parts: Sequence[tuple[str, int]]


def card(told: Card) -> bytes:
    """Return the picture as PNG."""
    top = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "width": str(WIDTH), "height": str(HEIGHT)})
    _block(top, 0, 0, WIDTH, HEIGHT, "#ffffff")
    _block(top, 0, 0, WIDTH, 16, _COLOURS["name"])
    _word(top, WIDTH // 2, 110, 56, told.name, "name")
    _word(top, WIDTH // 2, 310, 210, told.rate, "closed")
    _word(top, 720, 420, 72, told.basis, "not_started", "end")
    _word(top, 870, 420, 72, told.late, "late", "start")
    SubElement(top, "path", {"d": "M810 362l36 62h-72Z", "fill": _COLOURS["late"]})
    _bar(top, told.parts)
    return png(tostring(top, encoding="unicode"))


def _bar(top: Element, parts: Sequence[tuple[str, int]]) -> None:
    whole, before = sum(n for _, n in parts), 0
    for status, n in parts:
        start, end = (round((WIDTH - 2 * _MARGIN) * part / whole) if whole else 0 for part in (before, before + n))
        _block(top, _MARGIN + start, HEIGHT - _MARGIN - _BAR, end - start, _BAR, _COLOURS[status])
        before += n


def _block(top: Element, x: int, y: int, width: int, height: int, colour: str) -> None:
    place = {"x": x, "y": y, "width": width, "height": height}
    SubElement(top, "rect", {**{name: str(value) for name, value in place.items()}, "fill": colour})


def _word(top: Element, x: int, y: int, size: int, text: str, paint: str, anchor: str = "middle") -> None:
    style = {"font-family": "Liberation Sans", "font-weight": "700", "text-anchor": anchor}
    place = {"x": str(x), "y": str(y), "font-size": str(size), "fill": _COLOURS[paint]}
    SubElement(top, "text", {**place, **style}).text = text
