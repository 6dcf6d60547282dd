"""How cells look: calm, black on white; grey is what the program fills in, and a tint what is waiting to be filled."""

import re
from typing import Any

from inspection.office.spreadsheet.columns import Column, Form, Mode

FONT = "宋体"
_LINE, _GREY, _TINT, _HEAD = "#B0B0B0", "#F2F2F2", "#FFF8E1", "#D9E2F3"
_BY_CODE = frozenset({Form.ID, Form.IDS})
_RUN = re.compile(r"\s*[=+\-@＝＋－＠\t\r\n']")
"""A text that begins so would be run, should somebody open the cell and press Enter."""


class Looks:
    """The formats of one workbook, each made once."""

    def __init__(self, file: Any) -> None:
        """Make those that every sheet has."""
        self._file = file
        self._made: dict[tuple[Form, bool, bool, bool], Any] = {}
        self.title = file.add_format({"font_name": FONT, "bold": True, "font_size": 14})
        self.plain = file.add_format({"font_name": FONT, "font_size": 10, "border": 1, "border_color": _LINE})
        self.text = file.add_format({"font_name": FONT, "font_size": 10, "text_wrap": True, "valign": "top"})
        self.amount = file.add_format(
            {"font_name": FONT, "font_size": 10, "num_format": "#,##0.00", "border": 1, "border_color": _LINE}
        )
        self.head = self._head(_HEAD)
        self._heads = {Mode.FILL: self._head("#FFE8A3"), Mode.DERIVED: self._head("#E0E0E0")}

    def head_of(self, column: Column) -> Any:
        """Return the look of a column's heading."""
        return self._heads.get(column.mode, self.head)

    def of(self, column: Column, *, locked: bool, text: object = None) -> Any:
        """Return the look of a column's cells.

        Args:
            column: The column.
            locked: Whether a cell is protected.
            text: What stands in it.
        """
        quoted = isinstance(text, str) and _RUN.match(text) is not None
        key = (column.form, locked, column.mode is Mode.FILL, quoted)
        if key not in self._made:
            self._made[key] = self._file.add_format(_look(*key))
        return self._made[key]

    def _head(self, colour: str) -> Any:
        return self._file.add_format(
            {
                "font_name": FONT,
                "bold": True,
                "font_size": 10,
                "text_wrap": True,
                "valign": "vcenter",
                "align": "center",
                "bg_color": colour,
                "border": 1,
                "border_color": _LINE,
            }
        )


def _look(form: Form, locked: bool, filled: bool, quoted: bool) -> dict[str, Any]:
    look: dict[str, Any] = {"font_name": FONT, "font_size": 10, "valign": "top", "text_wrap": True}
    look |= {"border": 1, "border_color": _LINE, "locked": locked}
    if form is Form.DAY:
        look |= {"num_format": "yyyy-mm-dd", "align": "center"}
    elif form is Form.YUAN:
        look["num_format"] = "#,##0.00"
    elif form in _BY_CODE:
        look["num_format"] = "@"
    if locked or filled:
        look["bg_color"] = _GREY if locked else _TINT
    if quoted:
        look["quote_prefix"] = True
    return look
