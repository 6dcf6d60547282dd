"""The yearly assessment of the units as a table: one row for each, every rate with its n and N."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from inspection.derive.assessment import Assessment, assessments, leaf_of
from inspection.derive.figures.leaves import Counted, Summed, Yuan, number, percent, plain
from inspection.labels import Wording
from inspection.model.inspections import Ballots
from inspection.office.books import Books, own
from inspection.office.cells import Cell, Column, Table, same
from inspection.office.page import Page
from inspection.office.printing import Printer
from inspection.office.registers import Register, pages

FOLDER = "registers/assessment"
TITLE = Wording("年度考核", "Yearly assessment")


class Count(NamedTuple):
    """A column that counts: the paths of the figures it adds up, and what it is called."""

    key: str
    paths: tuple[str, ...]
    zh: str
    en: str


_PAPERS = ("plan", "life_meeting", "report")
COUNTS = (
    Count("problems", ("problems.total",), "问题总数", "Problems"),
    Count("closed", ("problems.closed",), "已完成", "Closed"),
    Count("problems_overdue", ("problems.overdue",), "逾期问题", "Problems overdue"),
    Count("items", ("items.total",), "整改事项", "Items"),
    Count("items_due", ("items.on_time_rate.due",), "首个期限已过", "First deadline passed"),
    Count("items_on_time", ("items.on_time_rate.on_time",), "其中按期完成", "On time among them"),
    Count("extended", ("items.extended",), "延期", "Extended in the year"),
    Count("returned", ("items.returned",), "退回", "Returned in the year"),
    Count("reopened", ("items.reopened",), "重新整改", "Reopened in the year"),
    Count("papers_due", tuple(f"stages.{one}.due" for one in _PAPERS), "应报送材料", "Papers due"),
    Count("papers_done", tuple(f"stages.{one}.done" for one in _PAPERS), "已报送材料", "Papers handed in"),
    Count("deviations", tuple(f"reviews.{one}.deviations" for one in _PAPERS), "审核偏差", "Deviations found"),
    Count("checks_asked", ("common.addressed",), "应自查", "Self-checks asked"),
    Count("checks_late", ("common.late",), "自查逾期", "Self-checks late"),
    Count("false_closures", ("false_closure_rate.found",), "虚假销号", "False close-outs"),
)
"""What is counted of each unit, by figures of the statistics."""

SHOWN = frozenset(
    {
        "unit", "evaluated", "score", "grade", "satisfaction", "closure", "punctuality", "problems_overdue", "returned",
        "reopened", "checks_late", "false_closures", "letters", "letters_overdue", "again",
    }
)  # fmt: skip
"""The columns of the page; the export has them all."""

_EXPORT = Wording(
    "全部各列：inspection assessment 年份 --format csv。", "All columns: `inspection assessment YEAR --format csv`."
)

LETTERS = ("reminder", "urging", "admonition", "accountability")


def assessment_table(books: Books, year: int) -> Table:
    """Return the assessment of a year: a row for each unit anything is known of.

    Raises:
        ValueError: The year has not begun on the day of the books.
    """
    rows = tuple(_row(books, one) for one in assessments(books.ledger, year, books.as_of))
    last = min(f"{year}-12-31", books.as_of.isoformat())
    title = Wording(f"{year} 年度考核（截至 {last}）", f"Assessment of {year} (to {last})")
    note = Wording(
        "按被巡察单位归集。延期、退回、重新整改、审核、自查、函件、督查、谈话、测评、追缴是本年的；状态、完成率、逾期取最后一天。只列事实，不折算分数。",
        "By inspected unit. Extensions, returns, reopenings, reviews, self-checks, letters, visits, talks, evaluation"
        " and money are of the year; statuses, rates and what is overdue of the last day. Facts, no marks.",
    )
    return Table("assessment", title, (*_columns(books), *_LATER), rows, note)


def _columns(books: Books) -> tuple[Column, ...]:
    counts = [own(one.key, one.zh, one.en, number=True) for one in COUNTS]
    kinds = [Column(kind, books.labels.code("letter_kind", kind), number=True) for kind in LETTERS]
    return (
        own("unit", "单位", "Unit"),
        own("id", "编号", "Id"),
        books.head("unit", "kind"),
        own("evaluated", "测评日期", "Evaluated on"),
        own("score", "得分", "Score", number=True),
        own("grade", "等次", "Grade"),
        own("satisfaction", "满意率", "Satisfaction"),
        own("closure", "整改完成率", "Closure rate"),
        own("punctuality", "按期完成率", "On-time rate"),
        *counts,
        own("letters", "收函", "Letters received", number=True),
        *kinds,
    )


_LATER = (
    own("letters_overdue", "函件逾期", "Letters overdue", number=True),
    own("visits", "督查", "Visits", number=True),
    own("talks", "谈话", "Talks", number=True),
    own("again", "再次整改", "Second rectifications", number=True),
    own("recovered", "追缴（元）", "Recovered in the year (yuan)", number=True),
)


def _row(books: Books, one: Assessment) -> tuple[Cell, ...]:
    unit, counts = books.ledger.units[one.unit], {count.key: _count(one, count) for count in COUNTS}
    sent = [len(leaf.ids) for leaf in one.letters.values()]
    urged = [len(one.letters[kind].ids) if kind in one.letters else 0 for kind in LETTERS]
    recovered = leaf_of(one.figures, "money.recovered")
    return (
        unit.name,
        same(one.unit),
        books.code("unit_kind", unit.kind),
        one.evaluation.date if one.evaluation is not None else None,
        one.grade.total if one.grade is not None else None,
        books.code("grade", one.grade.name) if one.grade is not None else None,
        _satisfaction(one.evaluation.ballots if one.evaluation is not None else None),
        _rate(counts["closed"], counts["problems"]),
        _rate(counts["items_on_time"], counts["items_due"]),
        *counts.values(),
        sum(sent),
        *urged,
        len(one.overdue.ids),
        len(one.visits.ids),
        sum(len(leaf.ids) for leaf in one.talks.values()),
        len(one.again.ids),
        Decimal(str(plain(recovered))) if isinstance(recovered, Yuan) and recovered.parts else None,
    )


def _count(one: Assessment, count: Count) -> int:
    leaves = (leaf_of(one.figures, path) for path in count.paths)
    return sum(number(leaf) for leaf in leaves if isinstance(leaf, Counted | Summed))


def _satisfaction(said: Ballots | None) -> Cell:
    if said is None:
        return None
    return _rate(said.satisfied + said.basically, said.returned - said.blank - said.unknown)


def _rate(part: int, whole: int) -> Cell:
    share = percent(part, whole)
    return Wording(f"{share}%（{part}/{whole}）", f"{share}% ({part}/{whole})") if share is not None else None


def assessment_pages(books: Books, printer: Printer) -> Iterator[Page]:
    """Yield the assessment of the year the day lies in, so far, as pages: what is looked at first of each unit."""
    table = _brief(assessment_table(books, books.as_of.year))
    yield from pages(Register(FOLDER, TITLE, (table,), (_EXPORT,)), printer)


def _brief(table: Table) -> Table:
    """Return a table with the columns of the page only."""
    places = [place for place, column in enumerate(table.columns) if column.key in SHOWN]
    rows = tuple(tuple(row[place] for place in places) for row in table.rows)
    return table._replace(columns=tuple(table.columns[place] for place in places), rows=rows)
