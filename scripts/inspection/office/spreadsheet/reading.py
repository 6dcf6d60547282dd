"""The bytes of a workbook to its sheets. The only door to python-calamine."""

import re
import zipfile
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

import python_calamine

from inspection.errors import CannotRunError
from inspection.office.spreadsheet.grid import Sheet, Value
from inspection.office.spreadsheet.opening import Marks, marks_of, refuse_no_workbook

_SHEET = re.compile(r"<(?:\w+:)?sheet\s([^>]*?)/?>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s([^>]*?)/?>")
_ATTRIBUTE = re.compile(r"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_NONE = Marks(frozenset(), frozenset(), ())


def sheets_of(data: bytes) -> tuple[Sheet, ...]:
    """Return the sheets of an `.xlsx` workbook, hidden ones too; charts are left out.

    Args:
        data: The whole file.

    Raises:
        CannotRunError: It is no workbook that may be opened; the sentence says why and how to mend it.
    """
    refuse_no_workbook(data)
    marks = marks_of(data, _parts(data))
    try:
        book = python_calamine.CalamineWorkbook.from_object(BytesIO(data))
        shown = {one.name: one for one in book.sheets_metadata if one.typ is python_calamine.SheetTypeEnum.WorkSheet}
        return tuple(_sheet(book, name, one, marks.get(name, _NONE)) for name, one in shown.items())
    except python_calamine.CalamineError:
        raise CannotRunError(
            "工作簿的内容读不出来：请用 Excel 或 WPS 打开后另存一份再读入",
            "the workbook cannot be read: open it in Excel, save it and try again",
        ) from None


def _sheet(book: Any, name: str, about: Any, marks: Marks) -> Sheet:
    rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    hidden = about.visible is not python_calamine.SheetVisibleEnum.Visible
    kept = tuple(tuple(map(_value, row)) for row in rows)
    return Sheet(name, kept, marks.merged, hidden, marks.hidden_rows, marks.formulas)


def _value(cell: Any) -> Value:
    if cell == "" or cell is None:
        return None
    if isinstance(cell, str | bool | float | date | datetime | time | timedelta):
        return cell
    return float(cell) if isinstance(cell, int) else str(cell)


def _parts(data: bytes) -> dict[str, str]:
    """Return the part each sheet lies in, by the sheet's name, as the workbook itself relates them."""
    with zipfile.ZipFile(BytesIO(data)) as packed:
        try:
            listing = packed.read("xl/workbook.xml").decode("utf-8", "replace")
            related = packed.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
        except KeyError:
            raise CannotRunError("工作簿缺少目录，打不开", "the workbook has no list of its sheets") from None
    targets = {one["Id"]: one["Target"] for one in _attributes(_RELATION, related) if {"Id", "Target"} <= one.keys()}
    found = {}
    for sheet in _attributes(_SHEET, listing):
        identity = next((value for key, value in sheet.items() if key.endswith(":id")), "")
        if "name" in sheet and identity in targets:
            found[sheet["name"]] = _absolute(targets[identity])
    return found


def _attributes(pattern: re.Pattern[str], xml: str) -> list[dict[str, str]]:
    from html import unescape

    return [
        {key: unescape(one or other) for key, one, other in _ATTRIBUTE.findall(found[1])}
        for found in pattern.finditer(xml)
    ]


def _absolute(target: str) -> str:
    return target[1:] if target.startswith("/") else f"xl/{target}"
