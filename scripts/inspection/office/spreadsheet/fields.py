"""Columns that hold a field of the ledger: headed, explained and coded as the schema says."""

import re
from typing import Any

from inspection.labels import Labels, Wording
from inspection.office.desk import Desk
from inspection.office.spreadsheet.columns import Column, Form, Mode, Row, Typed, Until

_ITEM, _LOG = "items.", "items.log."
_WIDTHS = {
    Form.TEXT: 28,
    Form.MEASURES: 40,
    Form.UNIT: 20,
    Form.UNITS: 20,
    Form.BODY: 16,
    Form.BODIES: 20,
    Form.YUAN: 14,
    Form.FLAG: 8,
    Form.NUMBER: 8,
}


def fact(
    labels: Labels,
    place: str,
    form: Form = Form.TEXT,
    until: Until = Until.NEVER,
    *,
    mode: Mode = Mode.FACT,
    mend: str = "correct",
    width: int | None = None,
    local: bool = True,
    head: Wording | None = None,
) -> Column:
    """Return the column of a field of a problem, of its items or of their logs.

    Args:
        labels: What the schemas say.
        place: The field, such as `statement`, `items.due` or `items.log.note`.
        form: What its cells hold.
        until: How long it may be written anew.
        mode: What may be done to its cells.
        mend: What changes it afterwards; see `Column`.
        width: In characters, where the form's own is not fit.
        local: Whether a unit's own workbook has it.
        head: The heading, where the schema's would not be understood in the list.
    """
    field = labels.field("problem", place)
    return Column(
        key=place,
        head=head or field.label,
        help=typed_help(field.help, form),
        form=form,
        mode=mode,
        value=_Reading(place),
        place=place,
        vocabulary=field.vocabulary or "",
        width=width or _WIDTHS.get(form, 12),
        until=until,
        mend=mend,
        local=local,
    )


def fill(labels: Labels, place: str, form: Form = Form.TEXT, *, width: int | None = None) -> Column:
    """Return a column that is empty and becomes part of a new entry of the item's log."""
    field = labels.field("problem", place)
    return Column(
        key=f"new.{place.removeprefix(_LOG)}",
        head=Wording(f"填报·{field.label.zh}", f"New: {field.label.en}"),
        help=typed_help(field.help, form),
        form=form,
        mode=Mode.FILL,
        value=nothing,
        place=place,
        vocabulary=field.vocabulary or "",
        width=width or _WIDTHS.get(form, 12),
    )


def typed_help(help_: Wording, form: Form) -> Wording:
    """Return the help of a field for whoever fills in a cell: the schema's is for whoever writes a record."""
    if form is Form.FLAG:
        return Wording(f"{help_.zh.replace('写 true', '填「是」').replace('写 false', '填「否」')}", help_.en)
    how = _HOW.get(form)
    if how is None:
        return Wording(help_.zh.replace("编码", ""), help_.en)
    return Wording(how.zh if re.search("[a-z]{4}|编号|编码", help_.zh) else help_.zh + how.zh, f"{help_.en} {how.en}")


_CHOOSE = Wording("从下拉列表选择。", "Choose from the list.")
_HOW = {
    Form.CODE: _CHOOSE,
    Form.UNIT: Wording("从下拉列表选择单位名称。", "Choose the unit's name from the list."),
    Form.BODY: Wording("从下拉列表选择单位或「巡察办」一类的称呼。", "Choose a unit or a role from the list."),
    Form.UNITS: Wording("写单位名称，几个之间用顿号隔开。", "Names of units, parted by 、."),
    Form.BODIES: Wording("写单位或「巡察办」一类的称呼，几个之间用顿号隔开。", "Bodies, parted by 、."),
    Form.IDS: Wording("写编号，如 M1、M2，几个之间用顿号隔开。", "Ids such as M1, parted by 、."),
    Form.MEASURES: Wording("一条一行，写明 1. 2. 3.。", "A line each, numbered 1. 2. 3."),
}


def nothing(_desk: Desk, _row: Row) -> Typed:
    """Return nothing: the cell is for whoever fills it in."""
    return None


class _Reading:
    """Reads a field from what a row is about."""

    def __init__(self, place: str) -> None:
        self._of_log = place.startswith(_LOG)
        self._of_item = place.startswith(_ITEM)
        self._parts = place.removeprefix(_LOG).removeprefix(_ITEM).split(".")

    def __call__(self, _desk: Desk, row: Row) -> Typed:
        held: Any = row.entry if self._of_log else row.item if self._of_item else row.problem
        for part in self._parts:
            held = getattr(held, part, None)
        value: Typed = held
        return value
