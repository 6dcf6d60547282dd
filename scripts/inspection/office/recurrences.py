"""What came back after it was closed (不贰过), and what was put right before any inspector came (未巡先改)."""

from collections.abc import Iterator
from datetime import date

from inspection.derive.lives import Lives
from inspection.derive.looks import item_of
from inspection.derive.status import Status
from inspection.labels import Wording
from inspection.model.problems import Action, Problem
from inspection.office.books import Books, own, record_of
from inspection.office.cells import LATE, OPEN, Cell, Ref, State, Table

UNLINKED = "PRB03"
"""The rule that finds what came back without being linked."""


def came_back_linked(books: Books) -> Table:
    """Return the problems of the term that follow an earlier one, and whether that one stood closed by then."""
    rows = tuple(_follower(books, one) for one in books.scope.problems if one.follows is not None)
    columns = (
        own("problem", "问题", "Problem"),
        own("unit", "单位", "Unit"),
        *(books.head("problem", key) for key in ("category", "found", "follows")),
        own("then", "发现时前一问题", "The earlier one then"),
        own("now", "目前状态", "Status now"),
    )
    return Table("linked", Wording("已关联的复发问题", "Problems that came back, linked"), columns, rows)


def _follower(books: Books, one: Problem) -> tuple[Cell, ...]:
    earlier = books.ledger.problems.get(one.follows or "")
    then: Cell = None
    if earlier is not None:
        status = Lives(books.ledger, one.found).status(earlier)
        then = State(LATE if status is Status.CLOSED else OPEN, books.labels.code("status", status))
    return (
        Ref("problem", one.id),
        books.unit(one.unit),
        books.code("category", one.category),
        one.found,
        Ref("problem", one.follows or ""),
        then,
        books.code("status", books.lives.status(one)),
    )


def came_back_unlinked(books: Books) -> Table:
    """Return the problems of a category that came back in a unit and are linked to no earlier one."""
    found = [one for one in books.findings if one.code == UNLINKED]
    columns = (
        own("problem", "问题", "Problem"),
        own("message", "说明", "What is wrong"),
        own("state", "状态", "State"),
    )
    accepted = Wording("已承认", "acknowledged")
    rows = tuple((record_of(one.path), Wording(*one.message), accepted if one.acknowledged else None) for one in found)
    return Table("unlinked", Wording("未关联的同类问题", "Problems that came back, not linked"), columns, rows)


def reopened_items(books: Books) -> Table:
    """Return the items of the term that were reopened, each reopening with its ground; `items.reopened` counts them."""
    rows = [row for name in books.ids("items.reopened") for row in _reopenings(books, name)]
    columns = (
        own("item", "整改事项", "Item"),
        own("unit", "单位", "Unit"),
        own("closed", "此前销号", "Closed on"),
        own("reopened", "重新整改", "Reopened on"),
        own("ground", "依据", "Ground"),
        own("due", "新的期限", "New due day"),
        own("now", "目前状态", "Status now"),
    )
    ordered = tuple(row for _, row in sorted(rows, key=lambda pair: pair[0], reverse=True))
    return Table("reopened", Wording("销号后重新整改的事项", "Items reopened"), columns, ordered)


def _reopenings(books: Books, name: str) -> Iterator[tuple[date, tuple[Cell, ...]]]:
    found = item_of(books.ledger, name)
    if found is None:
        return
    problem, _, item = found
    life = books.lives.of(problem, item)
    closed: date | None = None
    for entry in (placed.entry for placed in life.moves):
        if entry.action is Action.CLOSE:
            closed = entry.date
        elif entry.action is Action.REOPEN:
            ground = Ref("visit", entry.visit) if entry.visit else Ref("paper", entry.order) if entry.order else None
            row: tuple[Cell, ...] = (
                Ref("item", name), books.unit(problem.unit), closed, entry.date, ground, entry.due,
                books.code("status", life.status),
            )  # fmt: skip
            yield entry.date, row


def mended_before_inspection(books: Books) -> Table:
    """Return the self-checks that `common.before_inspection` counts: handed in before inspectors entered the unit."""
    entered: dict[str, date] = {}
    for inspection in books.scope.inspections:
        span = books.scope.onsite(inspection)
        if span is not None:
            entered[inspection.unit] = min(entered.get(inspection.unit, span.from_), span.from_)
    rows = tuple(_beforehand(books, name, entered) for name in books.ids("common.before_inspection"))
    columns = (
        own("unit", "单位", "Unit"),
        own("common", "共性问题", "Common problem"),
        books.head("self_check", "submitted"),
        own("entered", "巡察进驻", "Inspectors entered"),
        books.head("self_check", "found", number=True),
    )
    note = Wording("报送自查时巡察尚未进驻。", "Handed in before inspectors entered, or they have not entered.")
    return Table("beforehand", Wording("未巡先改", "Put right before any inspection"), columns, rows, note)


def _beforehand(books: Books, name: str, entered: dict[str, date]) -> tuple[Cell, ...]:
    common, _, unit = name.partition("/")
    check = books.ledger.self_checks[common, unit]
    return books.unit(unit), Ref("common", common), check.submitted, entered.get(unit), check.found
