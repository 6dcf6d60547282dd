"""What may be chosen in a cell: drop-down lists, and what is said of anything else that is typed."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from inspection.office.spreadsheet.columns import Column, Form, Mode
from inspection.office.spreadsheet.grid import column_letters
from inspection.office.spreadsheet.names import Names
from inspection.office.spreadsheet.values import FLAG_WORDS

SHEET = "选项"
"""The hidden sheet the lists stand in."""


class Choices:
    """The hidden sheet drop-down lists are taken from: a list cell itself holds 255 characters at most."""

    def __init__(self, file: Any, names: Names) -> None:
        """Hold no list yet."""
        self._file = file
        self._names = names
        self._columns: dict[str, Sequence[str]] = {}

    def source(self, column: Column) -> Mapping[str, Any] | None:
        """Return what a column's cells are checked by as they are typed, or nothing."""
        if column.mode is Mode.DERIVED:
            return None
        if column.form is Form.DAY:
            return _valid("date", criteria="between", minimum=date(1990, 1, 1), maximum=date(2100, 12, 31))
        if column.form is Form.FLAG:
            return _valid("list", source=list(FLAG_WORDS))
        if column.form is Form.CODE:
            return self._list(
                f"{column.vocabulary} {column.only}", self._names.labels_of(column.vocabulary, column.only)
            )
        if column.form is Form.UNIT:
            return self._list("unit", self._names.unit_names())
        if column.form is Form.BODY:
            return self._list("body", [*self._names.labels_of("role"), *self._names.unit_names()])
        return None

    def _list(self, name: str, words: Sequence[str]) -> Mapping[str, Any]:
        place = list(self._columns).index(name) if name in self._columns else len(self._columns)
        self._columns[name] = words
        letters = column_letters(place)
        return _valid("list", source=f"='{SHEET}'!${letters}$1:${letters}${max(len(words), 1)}")

    def write(self) -> None:
        """Write the sheet."""
        sheet = self._file.add_worksheet(SHEET)
        for place, words in enumerate(self._columns.values()):
            for row, word in enumerate(words):
                sheet.write_string(row, place, word)
        sheet.hide()


def _valid(kind: str, **more: Any) -> Mapping[str, Any]:
    said = {"date": "请填写日期，如 2024-03-18", "list": "请从下拉列表里选择"}[kind]
    return {"validate": kind, "error_title": "填写有误", "error_message": said, "ignore_blank": True, **more}
