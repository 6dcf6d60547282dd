"""Common problems (共性问题): problems, responsibilities, rectification and supervision, the four lists of each.

Who is asked, late, done or early is read from the figures, so that no list can count otherwise than they do.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from inspection.derive.clocks import deadline
from inspection.derive.escalation import self_check_step
from inspection.derive.figures.leaves import Counted, Summed
from inspection.derive.letters import SUGGESTIONS, about, issued
from inspection.labels import Wording
from inspection.model.matters import CommonProblem, SelfCheck
from inspection.office.books import Books, own
from inspection.office.cells import LATE, OK, OPEN, Cell, Ref, State, Table, several
from inspection.office.figure_rows import count_of
from inspection.workdays import Due

COMPLETED = State(OK, Wording("已完成", "completed"))
REVIEWED = State(OPEN, Wording("整改未完", "not all rectified"))
RETURNED = State(OPEN, Wording("审核退回", "returned"))
UNREVIEWED = State(OPEN, Wording("待审核", "awaits its review"))
MISSING = State(LATE, Wording("逾期未报", "overdue"))
AWAITED = State(OPEN, Wording("未报送", "not handed in"))

SUMS = ("addressed", "submitted", "completed", "late", "found", "measures", "institutions", "cases", "persons")
"""What is summed for each common problem, keys of the figure `common`."""


class Answer(NamedTuple):
    """What a unit that was asked to examine itself answered by the day.

    Attributes:
        check: Its self-check, if it handed one in by the day.
        late: Whether it came late, or is due and has not come.
        rectified: How many of the problems found are rectified.
        reviewed: The day of the last review.
    """

    common: str
    unit: str
    check: SelfCheck | None
    due: Due
    state: State
    late: bool
    rectified: int
    reviewed: date | None


def answers(books: Books) -> Iterator[Answer]:
    """Yield the answer of every unit asked in the term, by common problem, in the order they were asked."""
    done, late = frozenset(books.ids("common.completed")), frozenset(books.ids("common.late"))
    for name in books.ids("common.addressed"):
        common, _, unit = name.partition("/")
        due = deadline(books.ledger, books.calendar, "self_check", books.ledger.commons[common].issued)
        check = books.ledger.self_checks.get((common, unit))
        if check is None or not books.came(check.submitted):
            state = MISSING if name in late else AWAITED
            yield Answer(common, unit, None, due, state, name in late, 0, None)
            continue
        reviews = sorted((one for one in check.reviews if books.came(one.date)), key=lambda one: one.date)
        told = [(one.date, one.rectified) for one in check.progress if books.came(one.date)]
        rectified = max(told, key=lambda one: one[0])[1] if told else 0
        last = reviews[-1] if reviews else None
        state = UNREVIEWED if last is None else REVIEWED if last.decision == "accept" else RETURNED
        state = COMPLETED if name in done else state
        yield Answer(common, unit, check, due, state, name in late, rectified, last.date if last else None)


def problem_list(books: Books) -> Table:
    """Return the list of problems (问题清单): the common problems of the term, and where each was found."""
    rows = []
    for common in books.scope.commons:
        found = [one for one in books.scope.problems if one.common == common.id]
        row: tuple[Cell, ...] = (
            _ref(common), common.title, books.code("nature", common.nature), common.issued,
            several([Ref("round", round_) for round_ in dict.fromkeys(one.round for one in found)]),
            len(found), len({one.unit for one in found}),
            books.by_then(common.publication.published) if common.publication is not None else None,
        )  # fmt: skip
        rows.append(row)
    columns = (
        own("common", "编号", "Id"),
        *(books.head("common", key) for key in ("title", "nature", "issued")),
        own("rounds", "发现轮次", "Found in"),
        own("problems", "个案问题", "Problems", number=True),
        own("units", "涉及单位", "Units", number=True),
        books.head("common", "publication.published"),
    )
    return Table("problems", Wording("问题清单", "Problems"), columns, tuple(rows))


def responsibility_list(books: Books) -> Table:
    """Return the list of responsibilities (责任清单): who owns, who is in charge, and how many examine themselves."""
    rows: list[tuple[Cell, ...]] = []
    asked = _sums(books, "addressed")
    for common in books.scope.commons:
        owner = books.unit(common.owner) or State(LATE, Wording("没有明确", "nobody"))
        letters = several([Ref("letter", name) for name in _suggested(books, common)])
        rows.append((_ref(common), common.title, _OWNER, owner, None, None, letters))
        for told in common.notified:
            if books.came(told.date):
                told_on, received = told.date, books.by_then(told.received)
                rows.append((_ref(common), common.title, _LEADER, told.post, told_on, received, None))
        units = asked.get(common.id, 0)
        whom = Wording(f"{units} 个单位", f"{units} units")
        rows.append((_ref(common), common.title, _ADDRESSEES, whom, common.issued, None, None))
    columns = (
        own("common", "编号", "Id"),
        books.head("common", "title"),
        own("role", "责任类别", "Responsibility"),
        own("who", "责任主体", "Who"),
        own("told", "通报日期", "Told on"),
        own("received", "签收日期", "Received on"),
        own("letters", "建议书", "Suggestion letters"),
    )
    return Table("responsibilities", Wording("责任清单", "Responsibilities"), columns, tuple(rows))


def rectification_list(books: Books, common: str | None = None) -> Table:
    """Return the list of rectification (整改清单): what each unit found and mended; of one common problem or of all."""
    rows: list[tuple[Cell, ...]] = []
    for one in answers(books):
        if common is not None and one.common != common:
            continue
        check = one.check
        cases = check.cases if check is not None else None
        counts = (check.found, check.measures, check.institutions) if check is not None else (None, None, None)
        due = one.due.day if check is not None else books.clock(one.due)
        rows.append(
            (
                books.unit(one.unit), Ref("common", one.common), due, check.submitted if check is not None else None,
                _LATE if one.late and check is not None else None, *counts, cases.pieces if cases is not None else None,
                cases.persons if cases is not None else None, one.rectified if check is not None else None,
                len(check.evidence) if check is not None else None, one.reviewed, one.state,
            )
        )  # fmt: skip
    columns = (
        own("unit", "单位", "Unit"), own("common", "编号", "Id"), own("due", "期限", "Due"),
        books.head("self_check", "submitted"), own("late", "迟报", "Late"),
        *(books.head("self_check", key, number=True) for key in ("found", "measures", "institutions")),
        *(books.head("self_check", key, number=True) for key in ("cases.pieces", "cases.persons")),
        own("rectified", "已整改", "Rectified", number=True),
        own("evidence", "佐证份数", "Evidence", number=True), own("reviewed", "审核日期", "Reviewed on"),
        own("state", "状态", "State"),
    )  # fmt: skip
    return Table("rectification", Wording("整改清单", "Rectification"), columns, tuple(rows))


def rectification_sums(books: Books) -> Table:
    """Return the same summed for each common problem; the last row is what `inspection statistics` says of all."""
    by_key = {key: _sums(books, key) for key in SUMS}
    rows: list[tuple[Cell, ...]] = [
        (_ref(common), common.title, *(by_key[key].get(common.id, 0) for key in SUMS)) for common in books.scope.commons
    ]
    if rows:
        rows.append((Wording("合计", "Total"), None, *(count_of(books, f"common.{key}") for key in SUMS)))
    heads = (
        ("应自查", "Asked"), ("已报送", "Handed in"), ("已完成", "Completed"), ("逾期", "Late"),
        ("自查问题", "Found"), ("措施", "Measures"), ("制度", "Institutions"), ("立案", "Cases"),
        ("立案人数", "Persons"),
    )  # fmt: skip
    columns = (
        own("common", "编号", "Id"),
        books.head("common", "title"),
        *(own(key, *words, number=True) for key, words in zip(SUMS, heads, strict=True)),
    )
    title = Wording("整改清单（合计）", "Rectification, summed")
    note = Wording("各单位明细见每个共性问题的页面。", "Unit by unit on the page of each common problem.")
    return Table("sums", title, columns, tuple(rows), note, wide=True)


def supervision_list(books: Books) -> Table:
    """Return the list of supervision (督办清单): what is not completed, the most urgent first, and what was done."""
    rows: list[tuple[date, tuple[Cell, ...]]] = []
    for one in answers(books):
        if one.state is COMPLETED:
            continue
        letters = [letter.id for letter in books.ledger.letters.values() if letter.common == one.common
                   and letter.to == one.unit and issued(letter, books.as_of) is not None]  # fmt: skip
        visits = [visit.id for visit in books.ledger.visits.values() if visit.common == one.common
                  and one.unit in visit.units and visit.to <= books.as_of]  # fmt: skip
        done = [*(Ref("letter", name) for name in letters), *(Ref("visit", name) for name in visits)]
        next_ = _next_step(books, one) if one.check is None else None
        row = books.unit(one.unit), Ref("common", one.common), one.state, books.clock(one.due), several(done), next_
        rows.append((one.due.day, row))
    columns = (
        own("unit", "单位", "Unit"),
        own("common", "编号", "Id"),
        own("state", "督办事项", "What is left"),
        own("due", "期限", "Due"),
        own("done", "已发函件、已督查", "Letters and visits"),
        own("step", "下一步", "Next step"),
    )
    ordered = tuple(row for _, row in sorted(rows, key=lambda pair: pair[0]))
    return Table("supervision", Wording("督办清单", "Supervision"), columns, ordered)


def _next_step(books: Books, one: Answer) -> Cell:
    """Return the letter of the ladder proposed for a self-check that has not come, or what it waits for."""
    found = self_check_step(books.ledger, books.calendar, one.common, one.unit, one.due.day, books.as_of)
    if found.waits is not None:
        return State(OPEN, Wording(f"等答复，期限 {found.waits}", f"its answer is due {found.waits}"))
    return State(LATE, books.labels.code("letter_kind", found.step)) if found.step is not None else None


_OWNER = Wording("主管部门", "Owner")
_LEADER = Wording("分管领导", "Leader in charge")
_ADDRESSEES = Wording("自查单位", "Units examining themselves")
_LATE = State(LATE, Wording("迟报", "late"))


def _ref(common: CommonProblem) -> Ref:
    return Ref("common", common.id)


def _suggested(books: Books, common: CommonProblem) -> list[str]:
    """Return the suggestion letters about a common problem."""
    return [
        letter.id
        for letter in books.ledger.letters.values()
        if letter.kind in SUGGESTIONS
        and common.id in about(books.ledger, letter)
        and issued(letter, books.as_of) is not None
    ]


def _sums(books: Books, key: str) -> dict[str, int]:
    """Return a figure of `common` for each common problem."""
    leaf = books.figure(f"common.{key}")
    parts: list[tuple[str, int]] = []
    if isinstance(leaf, Counted):
        parts = [(name, 1) for name in leaf.ids]
    elif isinstance(leaf, Summed):
        parts = list(leaf.parts)
    sums: dict[str, int] = {}
    for name, count in parts:
        common = name.partition("/")[0]
        sums[common] = sums.get(common, 0) + count
    return sums
