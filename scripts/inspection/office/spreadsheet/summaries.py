"""The tables superiors ask for: the figures of a day, in all and by round, unit and category."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from inspection.derive.figures.leaves import Figure, exact, rounded
from inspection.derive.grouped import grouped
from inspection.derive.statistics import Statistics
from inspection.labels import Wording
from inspection.model.ledger import Ledger
from inspection.office.cells import Column, Table
from inspection.office.spreadsheet.names import Names
from inspection.office.words import round_name


class _Asked(NamedTuple):
    """A column: the figure it shows, and whether that is a rate in per cent or a sum of yuan."""

    key: str
    head: Wording
    fraction: bool = False


_COLUMNS = (
    _Asked("problems.total", Wording("问题数", "Problems")),
    _Asked("problems.closed", Wording("已完成", "Closed")),
    _Asked("problems.long_term", Wording("长期坚持", "Long-term")),
    _Asked("problems.basically_done", Wording("基本完成", "Basically done")),
    _Asked("problems.in_progress", Wording("正在整改", "In progress")),
    _Asked("problems.not_started", Wording("未整改", "Not started")),
    _Asked("problems.overdue", Wording("逾期问题", "Overdue problems")),
    _Asked("closure_rate", Wording("整改完成率（%）", "Closure rate (%)"), fraction=True),
    _Asked("items.total", Wording("整改事项数", "Items")),
    _Asked("items.closed", Wording("已销号事项", "Closed items")),
    _Asked("items.overdue", Wording("逾期事项", "Overdue items")),
    _Asked("items.extended", Wording("延期事项", "Extended items")),
    _Asked("items.returned", Wording("被退回事项", "Returned items")),
    _Asked("items.on_time_rate", Wording("按期完成率（%）", "On time (%)"), fraction=True),
    _Asked("money.recovered", Wording("追缴（元）", "Recovered (yuan)"), fraction=True),
    _Asked("money.refunded", Wording("清退（元）", "Refunded (yuan)"), fraction=True),
    _Asked("money.saved", Wording("节约（元）", "Saved (yuan)"), fraction=True),
    _Asked("institutions.new", Wording("新建制度", "New institutions")),
    _Asked("institutions.revised", Wording("修订制度", "Revised institutions")),
)
_BY = (
    ("round", Wording("汇总（按轮次）", "Summary by round"), Wording("轮次", "Round")),
    ("parent", Wording("汇总（按镇街和单位）", "Summary by township"), Wording("镇街、部门", "Township or department")),
    ("unit", Wording("汇总（按被巡察单位）", "Summary by unit"), Wording("被巡察党组织", "Inspected unit")),
    ("category", Wording("汇总（按问题类别）", "Summary by category"), Wording("问题类别", "Category")),
)
_ALL = Wording("合计", "All")
_NOTE = Wording(
    "数字与 inspection statistics 相同，由程序算出，不读入。",
    "The figures of `inspection statistics`; computed, and not read back.",
)


def summaries(ledger: Ledger, made: Statistics, names: Names) -> tuple[Table, ...]:
    """Return the summary tables of a day.

    Args:
        ledger: The ledger the figures were counted in.
        made: The figures.
        names: What units and categories are called.
    """
    asked = [one for one in _COLUMNS if _leaf(made.figures, one.key) is not None]
    whole = (_ALL, *(_cell(made.figures, one) for one in asked))
    return tuple(_table(ledger, made, names, by, asked, whole) for by in _BY)


def _table(
    ledger: Ledger,
    made: Statistics,
    names: Names,
    by: tuple[str, Wording, Wording],
    asked: list[_Asked],
    whole: tuple[Wording | int | Decimal | None, ...],
) -> Table:
    dimension, title, head = by
    rows = [
        (_called(names, dimension, one.group[dimension]), *(_cell(one.figures, column) for column in asked))
        for one in grouped(ledger, made, [dimension])
        if any(_cell(one.figures, column) for column in asked[:1])
    ]
    columns = (Column(dimension, head), *(Column(one.key, one.head, number=True) for one in asked))
    return Table(f"by_{dimension}", title, columns, (*rows, whole), _NOTE)


def _called(names: Names, dimension: str, code: str) -> str:
    if dimension == "round":
        return f"{round_name(code)}（{code}）"
    return names.code("category", code) if dimension == "category" else names.unit(code)


def _cell(figures: Mapping[str, Figure], column: _Asked) -> int | Decimal | None:
    leaf = _leaf(figures, column.key)
    value = exact(leaf) if leaf is not None and not isinstance(leaf, Mapping) else None
    if value is None:
        return None
    return Decimal(rounded(value)) if column.fraction else int(value)


def _leaf(figures: Mapping[str, Figure], key: str) -> Figure:
    found: Figure = figures
    for part in key.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    if isinstance(found, Mapping):  # a rate stands below its own name, beside what it divides
        found = found.get("rate")
    return found
