"""The rows of an office's own list of units, by the headings of the schema or what offices call them."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from inspection.labels import Wording
from inspection.office.spreadsheet.grid import Place, Refusal, Sheet, Value, blank, text_of
from inspection.office.writing.fields import Field, Json
from inspection.office.writing.values import NotAValueError, value_of

ID = "id"
_SEARCHED = 20
"""Headings stand in one of the first rows."""
_ALSO = {
    "名称": "name", "单位": "name", "党组织名称": "name", "类别": "kind", "类型": "kind", "单位类型": "kind",
    "上级": "parent", "所属镇街": "parent", "上级党组织": "parent", "党组织类型": "body", "区划代码": "code",
    "编号": ID, "单位编号": ID, "代号": ID, "单位代号": ID,
}  # fmt: skip
"""What offices call the columns, beside the headings of the schema."""
_KINDS = {
    "镇": "township",
    "乡": "township",
    "部门": "department",
    "区直单位": "department",
    "国企": "state_enterprise",
}
"""What offices call kinds of units, beside the words of the schema."""
_AS_WRITTEN = (ID, "parent")
_HIDDEN = Wording(
    "这一行被隐藏或筛选掉了：要读入就取消隐藏，不要就删去", "the row is hidden: show it, or remove it from the sheet"
)


class Listed(NamedTuple):
    """A sheet that is a list of units.

    Attributes:
        head: The row of its headings, from 0.
        columns: Where each field stands.
        unread: Headings of columns that mean nothing here.
    """

    sheet: Sheet
    head: int
    columns: Mapping[str, int]
    unread: tuple[str, ...]


class Row(NamedTuple):
    """A row: what was read of it. A field whose cell cannot be taken is there with None."""

    place: Place
    values: Json
    columns: Mapping[str, int]

    def at(self, name: str) -> Place:
        """Return the cell of a field, the row where it has no column."""
        return self.place._replace(column=self.columns.get(name))


def listed(sheet: Sheet, fields: Mapping[str, Field]) -> Listed | None:
    """Return a sheet as the list of units it is, or nothing: one has a column of names and one of kinds."""
    names = {field.label.zh: field.name for field in fields.values()} | _ALSO
    for number, row in enumerate(sheet.rows[:_SEARCHED]):
        texts = {column: "".join(text_of(cell).split()).strip("*＊") for column, cell in enumerate(row)}
        columns: dict[str, int] = {}
        for column, text in texts.items():
            if text in names:
                columns.setdefault(names[text], column)
        if {"name", "kind"} <= columns.keys():
            read = set(columns.values())
            unread = tuple(text for column, text in texts.items() if text and column not in read)
            return Listed(sheet, number, columns, unread)
    return None


def rows_of(one: Listed, fields: Mapping[str, Field], refusals: list[Refusal]) -> Iterator[Row]:
    """Yield the rows of a list that are not empty; what cannot be taken joins the refusals.

    A cell that is part of a merged area holds what the area shows, as people read it.
    """
    merged = {
        (row, area.left): (area.top, area.left) for area in one.sheet.merged for row in _down(area.top, area.bottom)
    }
    for number in range(one.head + 1, len(one.sheet.rows)):
        row = Row(Place(one.sheet.name, number), {}, one.columns)
        cells = {
            name: one.sheet.cell(*merged.get((number, column), (number, column)))
            for name, column in one.columns.items()
        }
        if blank(cells["name"]) and all(blank(one.sheet.cell(number, column)) for column in one.columns.values()):
            continue
        if number in one.sheet.hidden_rows:
            refusals.append(Refusal(row.place, _HIDDEN))
        else:
            row.values.update(_values(row, cells, fields, refusals))
            yield row


def _down(top: int, bottom: int) -> range:
    return range(top, bottom + 1)


def _values(
    row: Row, cells: Mapping[str, Value], fields: Mapping[str, Field], refusals: list[Refusal]
) -> Iterator[tuple[str, Any]]:
    for name, cell in cells.items():
        text = " ".join(text_of(cell).split())
        if not text:
            continue
        try:
            yield (
                name,
                text if name in _AS_WRITTEN else value_of(fields[name], text, _KINDS if name == "kind" else None),
            )
        except NotAValueError as error:
            refusals.append(Refusal(row.at(name), Wording(*error.said)))
            yield name, None
