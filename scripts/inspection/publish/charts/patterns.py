"""How parts are filled: each colour with a pattern of its own, which is what is left of it in black and white."""

from xml.etree.ElementTree import Element, SubElement

from inspection.publish.charts.shapes import Form

SIDE = 6
"""A pattern repeats itself every so many units."""

_HATCHES: dict[Form, str] = {
    "solid": "",
    "dense": "M-1,1L1,-1M-1,4L4,-1M-1,7L7,-1M2,7L7,2M5,7L7,5",
    "dots": "M1,1h2v2h-2ZM4,4h2v2h-2Z",
    "sparse": "M-1,5L1,7M-1,-1L7,7M5,-1L7,1",
    "cross": "M-1,-1L7,7M7,-1L-1,7",
    "blank": "",
}


def pattern(id_: str, key: str, form: Form) -> Element:
    """Return the definition of a pattern in the colour of a class."""
    made = Element("pattern", {"id": id_, "class": key, "width": str(SIDE), "height": str(SIDE)})
    made.set("patternUnits", "userSpaceOnUse")
    ground = "ground" if form == "solid" else "tint"
    SubElement(made, "rect", {"class": ground, "width": str(SIDE), "height": str(SIDE)})
    if _HATCHES[form]:
        SubElement(made, "path", {"class": "dot" if form == "dots" else "hatch", "d": _HATCHES[form]})
    return made
