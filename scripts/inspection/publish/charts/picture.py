"""From the marks of a drawing to the SVG that stands on a page."""

import re
from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement

from inspection.publish.charts.drawing import Mark
from inspection.publish.charts.patterns import pattern
from inspection.publish.charts.shapes import Heading, Part
from inspection.templates import picture

_CHINESE = re.compile(r"[\u3400-\u9fff]")


def svg(heading: Heading, size: tuple[int, int], marks: Iterable[Mark], parts: Sequence[Part] = ()) -> str:
    """Return the picture of a chart as HTML.

    Args:
        heading: Its title and its sentence, which a reader who does not see it is told.
        size: Its width and height; it grows and shrinks with the place it has.
        marks: What is drawn. The paint of a mark is its classes; one in the class `part` has the pattern of its key.
        parts: The parts that have patterns.
    """
    id_ = heading.id
    drawn = Element("svg", {"class": "chart", "viewBox": f"0 0 {size[0]} {size[1]}", "role": "img"})
    drawn.set("aria-labelledby", f"{id_}-title {id_}-desc")
    for tag, text in (("title", heading.title), ("desc", heading.sentence)):
        SubElement(drawn, tag, {"id": f"{id_}-{tag}"}).text = text
    if parts:
        defs = SubElement(drawn, "defs")
        defs.extend(pattern(f"{id_}-{_class(part.key)}", _class(part.key), part.form) for part in parts)
    drawn.extend(_element(heading, mark) for mark in marks)
    return picture(drawn)


def _element(heading: Heading, mark: Mark) -> Element:
    classes = _class(mark.paint)
    made = Element(mark.tag, {"class": classes, **mark.attributes})
    if classes.startswith("part "):
        made.set("fill", f"url(#{heading.id}-{classes.removeprefix('part ')})")
    if heading.language != "zh" and _CHINESE.search(mark.text + mark.told):
        made.set("lang", "zh-CN")
    made.text = mark.text
    if mark.told:
        SubElement(made, "title").text = mark.told
    return made


def _class(paint: str) -> str:
    return paint.replace("_", "-")
