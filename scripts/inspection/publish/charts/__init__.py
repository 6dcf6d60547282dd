"""Charts: from plain rows to SVG that stands in a page and follows its colours.

Nothing here knows a ledger or a public view: who draws a chart counts what is in it, and prints the same numbers as a
table beside it. Vega-Lite draws, by one door; what lies where is taken from it, colours come from the page.
"""

from inspection.publish.charts.bars import stacked_bars
from inspection.publish.charts.curves import over_time, panel
from inspection.publish.charts.shapes import Axis, Bar, Form, Heading, Level, Line, Part

__all__ = ["Axis", "Bar", "Form", "Heading", "Level", "Line", "Part", "over_time", "panel", "stacked_bars"]
