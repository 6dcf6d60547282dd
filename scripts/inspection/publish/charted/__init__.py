"""The charts of the public pages: what is counted, from the public view alone, the sentence about it, and its table.

What the district's totals tell (coverage, on time) is taken from the published figures; everything else counts shown
problems and says so.
"""

from inspection.publish.charted.chart import Chart, Panel, Row
from inspection.publish.charted.district import coverage, on_time
from inspection.publish.charted.progress import burn_up, townships
from inspection.publish.charted.standing import by_category, by_round, by_unit

__all__ = [
    "Chart",
    "Panel",
    "Row",
    "burn_up",
    "by_category",
    "by_round",
    "by_unit",
    "coverage",
    "on_time",
    "townships",
]
