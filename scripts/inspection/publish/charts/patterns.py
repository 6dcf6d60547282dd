"""How parts are filled: each colour with a pattern of its own, which is what is left of it in black and white.

Everything in a pattern is upright and level, in whole units: that stays sharp where a printer draws it coarsely.
"""

from xml.etree.ElementTree import Element, SubElement

from inspection.publish.charts.shapes import Form

SIDE = 8
"""A pattern repeats itself every so many units."""

_UPRIGHT = "M0,0h1v8h-1ZM4,0h1v8h-1Z"
_LEVEL = "M0,0h8v1h-8ZM0,4h8v1h-8Z"

_INSIDE: dict[Form, str] = {
    "solid": "M0,0h8v8h-8Z",
    "dense": "M0,0h2v8h-2ZM4,0h2v8h-2Z",
    "dots": "M0,0h2v2h-2ZM4,4h2v2h-2Z",
    "sparse": _LEVEL,
    "cross": _UPRIGHT + _LEVEL,
    "blank": "",
}


def pattern(id_: str, key: str, form: Form) -> Element:
    """Return the definition of a pattern in the colour of a class."""
    made = Element("pattern", {"id": id_, "class": key, "width": str(SIDE), "height": str(SIDE)})
    made.set("patternUnits", "userSpaceOnUse")
    if form != "blank":
        SubElement(made, "rect", {"class": "tint", "width": str(SIDE), "height": str(SIDE)})
        SubElement(made, "path", {"class": "ink", "d": _INSIDE[form]})
    return made
