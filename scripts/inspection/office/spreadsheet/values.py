"""A value of the ledger to what a cell shows, and what somebody typed into a cell back to a value."""

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation

from inspection.labels import Wording
from inspection.office.spreadsheet.columns import Column, Form, Typed
from inspection.office.spreadsheet.grid import Value, quoted, text_of
from inspection.office.spreadsheet.measures import measures_taken
from inspection.office.spreadsheet.names import Names
from inspection.office.writing.typed import day_in, digits_in, plainly, truth_in, whole_in
from inspection.read.suggest import nearest_word

SEPARATOR = "、"
_SEPARATORS = re.compile(r"[、,，;；\n]+")
_ID_SEPARATORS = re.compile(r"[、,，;；\s]+")
_SERIAL = re.compile(r"3[6-9][0-9]{3}|[4-6][0-9]{4}")
"""The numbers a spreadsheet has for the days from 1998 to 2091."""
_DAY_ZERO = date(1899, 12, 30)
_CENT = Decimal("0.01")
_MOST_YUAN = Decimal(10) ** 13
FLAG_WORDS = ("是", "否")


class NotTakenError(Exception):
    """A cell cannot be read as what its column holds.

    Attributes:
        words: One sentence with the mending.
    """

    def __init__(self, zh: str, en: str) -> None:
        """Keep the sentence in both languages."""
        super().__init__(zh)
        self.words = Wording(zh, en)


def shown(value: Typed, column: Column, names: Names) -> str | int | Decimal | date | None:
    """Return what a cell shows of a value."""
    match column.form, value:
        case _, None | ():
            return None
        case Form.CODE, str():
            return names.code(column.vocabulary, value)
        case Form.FLAG, bool():
            return FLAG_WORDS[0] if value else FLAG_WORDS[1]
        case Form.UNIT, str():
            return names.unit(value)
        case Form.BODY, str():
            return names.body(value)
        case ((Form.UNITS | Form.BODIES), tuple()):
            return SEPARATOR.join(map(names.unit if column.form is Form.UNITS else names.body, value))
        case _, tuple():
            return SEPARATOR.join(map(str, value))
        case _, str():
            return value.strip()
        case _:
            return value if isinstance(value, int | Decimal | date) else str(value)


def taken(cell: Value, column: Column, names: Names) -> Typed:
    """Return the value somebody typed into a cell that is not blank.

    Raises:
        NotTakenError: It cannot be read as what the column holds.
    """
    text = text_of(cell)
    if column.form in _OF_CELL:
        return _OF_CELL[column.form](cell, text)
    match column.form:
        case Form.CODE:
            return _code(text, column, names)
        case Form.UNIT | Form.BODY:
            return _NAMED[column.form](text, names)
        case Form.UNITS | Form.BODIES:
            one = _NAMED[column.form]
            return tuple(one(part, names) for part in _parts(text, _SEPARATORS))
        case Form.ID:
            return plainly(text)
        case Form.IDS:
            return tuple(_parts(plainly(text), _ID_SEPARATORS))
        case Form.MEASURES:
            return measures_taken(text)
        case _:
            return text


def _parts(text: str, separators: re.Pattern[str]) -> Iterable[str]:
    return [one.strip() for one in separators.split(text) if one.strip()]


def _day(cell: Value, text: str) -> date:
    if isinstance(cell, datetime):
        if cell.time() == time():
            return cell.date()
    elif isinstance(cell, date):
        return cell
    day = day_in(text) if isinstance(cell, str) else None
    if day is None and _SERIAL.fullmatch(text):  # a day in a cell of another format shows its number
        day = _DAY_ZERO + timedelta(days=int(text))
    if day is None:
        raise NotTakenError(
            f"{quoted(text).zh}不是日期：请写成 2024-03-18", f"{quoted(text).en} is no day: write 2024-03-18"
        )
    return day


def _yuan(cell: Value, text: str) -> Decimal:
    try:
        if isinstance(cell, bool):
            raise InvalidOperation
        amount = Decimal(repr(cell)) if isinstance(cell, float) else Decimal(digits_in(text))
        if not amount.is_finite() or amount < 0:
            raise InvalidOperation
        exact = amount.quantize(_CENT)
    except InvalidOperation:
        raise NotTakenError(
            f"{quoted(text).zh}不是金额：请写数字，单位为元", f"{quoted(text).en} is no amount: write a number, in yuan"
        ) from None
    if exact != amount and not (isinstance(cell, float) and abs(exact - amount) < Decimal("0.00001")):
        raise NotTakenError(
            f"金额{quoted(text).zh}超过两位小数：请写到分", f"{quoted(text).en} has more than two decimals"
        )
    if exact > _MOST_YUAN:
        raise NotTakenError(
            f"金额{quoted(text).zh}太大，表格存不准", f"{quoted(text).en} is too large to be exact in a workbook"
        )
    return exact


def _number(cell: Value, text: str) -> int:
    whole = whole_in(text) if not isinstance(cell, bool) else None
    if whole is None:
        raise NotTakenError(f"{quoted(text).zh}不是整数", f"{quoted(text).en} is no whole number")
    return whole


def _flag(_cell: Value, text: str) -> bool:
    truth = truth_in(text)
    if truth is None:
        raise NotTakenError(
            f"{quoted(text).zh}要写「是」或「否」", f"{quoted(text).en} is neither yes (是) nor no (否)"
        )
    return truth


def _code(text: str, column: Column, names: Names) -> str:
    code = names.code_of(column.vocabulary, text)
    if code is None:
        known = names.labels_of(column.vocabulary, column.only)
        near = nearest_word(text, known)
        choice = f"是不是「{near}」？" if near else f"可以写：{SEPARATOR.join(known)}"
        raise NotTakenError(
            f"{quoted(text).zh}不在可选范围内，{choice}", f"{quoted(text).en} is no choice; write: {', '.join(known)}"
        )
    return code


def _unit(text: str, names: Names) -> str:
    unit = names.unit_of(text)
    if unit is None:
        near = nearest_word(text, names.unit_names())
        raise NotTakenError(
            f"没有登记名为{quoted(text).zh}的单位" + (f"，是不是「{near}」？" if near else "：请照单位登记表的名称写"),
            f"no unit is called {quoted(text).en}" + (f'; did you mean "{near}"?' if near else ""),
        )
    return unit


def _body(text: str, names: Names) -> str:
    body = names.body_of(text)
    if body is None:
        near = nearest_word(text, [*names.labels_of("role"), *names.unit_names()])
        raise NotTakenError(
            f"{quoted(text).zh}不是办理主体"
            + (f"，是不是「{near}」？" if near else "：请写单位名称或「巡察办」一类的称呼"),
            f"{quoted(text).en} is no body" + (f'; did you mean "{near}"?' if near else ""),
        )
    return body


_OF_CELL: dict[Form, Callable[[Value, str], Typed]] = {
    Form.DAY: _day,
    Form.YUAN: _yuan,
    Form.NUMBER: _number,
    Form.FLAG: _flag,
}
_NAMED = {Form.UNIT: _unit, Form.UNITS: _unit, Form.BODY: _body, Form.BODIES: _body}
