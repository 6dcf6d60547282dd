"""The workbook of the whole office, and that of one unit."""

from inspection.derive.statistics import Statistics
from inspection.office.desk import Desk
from inspection.office.spreadsheet.columns import Listing
from inspection.office.spreadsheet.filled import Filled, filled
from inspection.office.spreadsheet.listings import LOGS, PROBLEMS, RESPONSIBILITIES, TASKS, listings
from inspection.office.spreadsheet.names import Names
from inspection.office.spreadsheet.rows import rows_of
from inspection.office.spreadsheet.summaries import summaries
from inspection.office.spreadsheet.workbook import Book

WARNING = "内部工作资料，不得公开"
_FOR_UNITS = (TASKS, PROBLEMS, RESPONSIBILITIES, LOGS)
_COMMON = (
    "灰色的格子由程序填写，改动不读入；编号不能改，也不要删除表头。",
    "填好后交回巡察办，用 inspection import 读入；读入前会逐条列出将写进台账的内容。",
    "姓名写作张某；身份证号、电话、举报内容等一律不填。",
)


def whole(desk: Desk, names: Names, made: Statistics) -> Book:
    """Return the office's workbook: every list and the summary tables.

    Args:
        desk: The ledger on a day.
        names: What cells call codes and units.
        made: The figures of that day.
    """
    lists = lists_of(desk, names, None)
    guide = (f"截至 {desk.as_of}，由巡察台账导出。", *_COMMON)
    return Book(_office(desk), WARNING, "", desk.as_of, lists, summaries(desk.ledger, made, names), guide)


def of_unit(desk: Desk, names: Names, unit: str) -> Book:
    """Return a unit's own workbook, for handing out: its problems, tasks, responsibilities and logs."""
    name = names.unit(unit)
    lists = lists_of(desk, names, unit)
    guide = (
        f"{name}：截至 {desk.as_of} 的整改任务，由{_office(desk)}下发。",
        "请在「任务清单」黄色的「填报」各列填写：动作、日期、说明；每个事项一次填一条，几条的写进「整改记录」。",
        *_COMMON,
    )
    return Book(name, WARNING, "", desk.as_of, lists, (), guide)


def units_with_rows(desk: Desk, names: Names) -> list[str]:
    """Return the ids of the units a workbook of their own would not be empty for, in the order of the register."""
    tasks = next(one for one in listings(names.labels) if one.key == TASKS)
    rows = list(rows_of(tasks, desk))
    concerned = {problem.unit for problem in desk.ledger.problems.values()}
    for row in rows:
        if row.item is not None and row.life is not None:
            concerned |= {row.life.lead, row.item.lead, *row.item.partners}
    return [unit for unit in desk.ledger.units if unit in concerned]


def _for_units(names: Names) -> list[Listing]:
    known = {one.key: one for one in listings(names.labels)}
    return [known[key] for key in _FOR_UNITS]


def lists_of(desk: Desk, names: Names, unit: str | None) -> tuple[Filled, ...]:
    """Return the lists alone, of everything or of a unit."""
    chosen = listings(names.labels) if unit is None else _for_units(names)
    return tuple(filled(one, desk, names, unit) for one in chosen)


def _office(desk: Desk) -> str:
    district = desk.ledger.district
    return district.office.zh if district is not None else "巡察办"
