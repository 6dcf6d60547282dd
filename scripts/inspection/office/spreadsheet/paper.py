"""How a sheet is printed."""

from collections.abc import Sequence
from math import ceil
from typing import Any

from inspection.office.spreadsheet.looks import FONT

_A4 = 9
_MOST_HEADER = 255
_ACROSS = 220
"""The most characters across a page of A4 that can still be read."""


def on_paper(sheet: Any, warning: str, title: str, widths: Sequence[float]) -> None:
    """Lay out how a sheet is printed: on A4, a table across, on as many pages beside each other as it takes to be read.

    The title stands above each page, for the cell it stands in is cut on all but the first.

    Args:
        sheet: The sheet.
        warning: What stands at its foot.
        title: What stands above a table.
        widths: Of the columns of a table, in characters; none for a text.
    """
    if widths:
        sheet.set_landscape()
        sheet.set_margins(left=0.4, right=0.4, top=0.8, bottom=0.6)
        sheet.set_header(f'&L&"{FONT},Bold"&12{title.replace("&", "&&")}'[:_MOST_HEADER])
    sheet.set_paper(_A4)
    sheet.fit_to_pages(max(1, ceil(sum(widths) / _ACROSS)), 0)
    sheet.set_footer(f"&L{warning.replace('&', '&&')}&R第 &P 页，共 &N 页")
