"""The plan: what was foreseen for each quarter and what became of it, coverage so far, and coverage as foreseen."""

from collections import defaultdict
from collections.abc import Iterator

from inspection.derive.figures.coverage import base_of
from inspection.derive.figures.leaves import percent
from inspection.labels import Wording
from inspection.model.district import PlannedRound
from inspection.model.rounds import Round
from inspection.office.books import Books, own
from inspection.office.cells import LATE, NONE, OK, OPEN, Cell, Ref, State, Table, same
from inspection.office.page import Page
from inspection.office.printing import Printer
from inspection.office.registers import Register, pages
from inspection.workdays import month_end

FOLDER = "registers/plan"
TITLE = Wording("计划与覆盖", "Plan and coverage")

_COVERAGE = (
    own("base", "基数", "Base", number=True),
    own("inspected", "已巡察", "Inspected", number=True),
    own("rate", "覆盖率", "Coverage", number=True),
    own("planned", "已巡察或已计划", "Inspected or planned", number=True),
    own("forecast", "预计覆盖率", "Forecast", number=True),
    own("left", "尚无安排", "Not planned", number=True),
)


def coverage_by_kind(books: Books) -> Table:
    """Return coverage and forecast for each kind of unit; the last row is what `inspection statistics` says of all."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for unit in _base(books):
        kinds[books.ledger.units[unit].kind].append(unit)
    split = books.split("coverage.by_kind")
    rows = [(books.code("unit_kind", kind), *_covered(books, kinds[kind])) for kind in split]
    rows.append((Wording("合计", "Total"), *_covered(books, _base(books))))
    columns = (own("kind", "单位类型", "Kind of unit"), *_COVERAGE)
    return Table("kinds", Wording("按单位类型", "By kind of unit"), columns, tuple(rows), wide=True)


def coverage_by_parent(books: Books) -> Table:
    """Return the same for the units below each township or subdistrict, itself included."""
    families: dict[str, list[str]] = defaultdict(list)
    for unit in _base(books):
        families[books.ledger.units[unit].parent or unit].append(unit)
    rows = [(books.unit(parent), *_covered(books, units)) for parent, units in families.items() if len(units) > 1]
    columns = (own("parent", "乡镇（街道）", "Township"), *_COVERAGE)
    note = Wording("含本级和所辖单位，只列所辖有基数单位的。", "With its own; those with units of the base below them.")
    return Table("parents", Wording("按乡镇（街道）", "By township"), columns, tuple(rows), note, wide=True)


def planned_rounds(books: Books) -> Table:
    """Return every round the yearly plans name and every other round of the ledger, the latest first, and its state."""
    rows: list[tuple[str, tuple[Cell, ...]]] = []
    named: set[str] = set()
    for year, plan in books.ledger.plans.items():
        for one in plan.rounds:
            named.add(one.id)
            when = Wording(f"{year} 年第 {one.quarter} 季度", f"{year}, quarter {one.quarter}")
            over = month_end(f"{year}-{3 * one.quarter:02}") < books.as_of
            rows.append((one.id, _planned(books, one, when, over=over)))
    for round_ in books.ledger.rounds.values():
        if round_.id not in named:
            unplanned = PlannedRound(id=round_.id, quarter=0, organizer=round_.organizer)
            rows.append((round_.id, _planned(books, unplanned, Wording("不在计划内", "not planned"), over=False)))
    columns = (
        own("round", "轮次", "Round"),
        own("when", "计划时间", "Planned for"),
        books.head("plan", "rounds.organizer"),
        own("planned", "计划单位", "Units planned", number=True),
        own("visited", "实际巡察", "Units visited", number=True),
        own("onsite", "驻点", "On site"),
        own("state", "状态", "State"),
    )
    ordered = tuple(row for _, row in sorted(rows, key=lambda pair: pair[0], reverse=True))
    return Table("rounds", Wording("年度计划与实施", "Plans and what became of them"), columns, ordered)


def _planned(books: Books, one: PlannedRound, when: Wording, *, over: bool) -> tuple[Cell, ...]:
    round_ = books.ledger.rounds.get(one.id)
    visited = [unit for round_id, unit in books.ledger.inspections if round_id == one.id]
    return (
        Ref("round", one.id),
        when,
        books.body(one.organizer),
        len(one.units) if one.quarter else None,
        len(visited) if round_ is not None else None,
        same(f"{round_.onsite.from_} – {round_.onsite.to}") if round_ is not None else None,
        progress(books, round_, over=over),
    )


def progress(books: Books, round_: Round | None, *, over: bool = False) -> State:
    """Return where a round is on the day; `over`: whether the quarter it was planned for has gone by."""
    if round_ is not None and round_.onsite.to < books.as_of:
        return State(OK, Wording("已结束", "over"))
    if round_ is not None and round_.onsite.from_ <= books.as_of:
        return State(OPEN, Wording("驻点中", "on site"))
    if round_ is not None and books.came(round_.announced):
        return State(OPEN, Wording("已公告", "announced"))
    if over:
        return State(LATE, Wording("逾期未实施", "quarter gone by"))
    return State(NONE, Wording("计划中", "planned"))


def not_covered(books: Books) -> Table:
    """Return the units of the base that were not inspected in the term: those nothing is planned for come first."""
    inspected, planned = frozenset(books.ids("coverage.inspected")), frozenset(books.ids("forecast.planned"))
    left = [unit for unit in _base(books) if unit not in inspected]
    rows = [_unit(books, unit, unit in planned) for unit in sorted(left, key=lambda one: (one in planned, one))]
    columns = (
        own("unit", "单位", "Unit"),
        *(books.head("unit", key) for key in ("kind", "parent", "grade", "risks")),
        own("state", "安排", "State"),
    )
    note = Wording(
        "基数单位，本届尚未全面巡察。撤出的单位仍在基数内。",
        "Units of the base without a full inspection in the term; those that left stay in the base.",
    )
    return Table("left", Wording("尚未巡察的单位", "Units not inspected yet"), columns, tuple(rows), note)


def _unit(books: Books, id_: str, planned: bool) -> tuple[Cell, ...]:
    unit = books.ledger.units[id_]
    state = (
        State(OPEN, Wording("已列入计划", "planned")) if planned else State(LATE, Wording("尚无安排", "not planned"))
    )
    if unit.left is not None and unit.left < books.as_of:
        state = State(NONE, Wording(f"{unit.left} 撤出", f"left on {unit.left}"))
    risks = [books.labels.code("risk", risk) for risk in unit.risks]
    said = Wording("、".join(one.zh for one in risks), ", ".join(one.en for one in risks)) if risks else None
    return (
        unit.name,
        books.code("unit_kind", unit.kind),
        books.unit(unit.parent),
        books.code("unit_grade", unit.grade),
        said,
        state,
    )


def plan_pages(books: Books, printer: Printer) -> Iterator[Page]:
    """Yield the plan as pages."""
    term = books.scope.term
    lead: tuple[Wording, ...] = ()
    if term is not None:
        target = f"{(term.target * 100).normalize():f}%"
        lead = (
            Wording(
                f"第 {term.number} 届，{term.began} 至 {term.ends}；基数 {term.base_frozen} 冻结，覆盖目标 {target}。",
                f"Term {term.number}, {term.began} to {term.ends}; base frozen on {term.base_frozen}, target {target}.",
            ),
        )
    tables = (coverage_by_kind(books), coverage_by_parent(books), planned_rounds(books), not_covered(books))
    return pages(Register(FOLDER, TITLE, tables, lead), printer)


def _base(books: Books) -> list[str]:
    return [unit.id for unit in base_of(books.ledger, books.scope.term, books.as_of)]


def _covered(books: Books, units: list[str]) -> tuple[Cell, ...]:
    whole = frozenset(units)
    inspected = len(whole.intersection(books.ids("coverage.inspected")))
    planned = len(whole.intersection(books.ids("forecast.planned")))
    rate, foreseen = (same(f"{share}%") if (share := percent(n, len(whole))) else None for n in (inspected, planned))
    return len(whole), inspected, rate, planned, foreseen, len(whole) - planned
