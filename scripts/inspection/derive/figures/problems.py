"""Problems by status, and the three rates that must not be taken for one another."""

from collections.abc import Iterable

from inspection.derive.figures.leaves import Counted, Figure, Share, codes_of, counted, grouped
from inspection.derive.figures.scope import Scope, Standing
from inspection.derive.status import Status
from inspection.model.problems import Problem

STATUSES = (
    Status.CLOSED, Status.LONG_TERM, Status.BASICALLY_DONE, Status.IN_PROGRESS, Status.NOT_STARTED,
)  # fmt: skip
"""What a problem that is not withdrawn can be; their counts add up to the total."""

_PROGRESSED = frozenset({Status.CLOSED, Status.LONG_TERM, Status.BASICALLY_DONE})
_REPORTED = _PROGRESSED | {Status.SUBMITTED}


def problems(scope: Scope) -> Figure:
    """Return the problems of the term.

    `found` counts all found by the day; everything after it only those in a feedback given by the day. `total` is
    `fed_back` less `withdrawn` and the sum of the five statuses. `overdue` (a problem with an item whose clock runs
    and whose due day has passed), `on_time` (closed, each item that was not withdrawn on time) and `prominent` are
    flags within the total, and `by_category` and `by_nature` split the total.
    """
    total = scope.total
    withdrawn = [one for one in scope.fed_back if one.status is Status.WITHDRAWN]
    return {
        "found": _ids(scope.found),
        "fed_back": _ids(scope.fed_back),
        "withdrawn": _ids(withdrawn),
        "total": _ids(total),
        **{status.value: _ids(one for one in total if one.status is status) for status in STATUSES},
        "overdue": _ids(one for one in total if any(life.overdue_on(scope.as_of) for _, life in one.items)),
        "on_time": _ids(one for one in total if _on_time(one)),
        "prominent": _ids(one for one in total if one.problem.prominent),
        "by_category": grouped((one.problem.category, one.problem.id) for one in total),
        "by_nature": grouped(((one.problem.nature, one.problem.id) for one in total), codes_of(Problem, "nature")),
    }


def problems_of_period(scope: Scope) -> Figure:
    """Return the problems found in the period, and those fed back in it; every status is told of the last day.

    Prominent problems, categories and natures are those of what was fed back in the period and not withdrawn since.
    """
    found = counted(one.id for one in scope.problems if scope.counts(one.found))
    fed_back = [one for one in scope.problems if scope.given(one)]
    total = [one for one in fed_back if scope.lives.status(one) is not Status.WITHDRAWN]
    return {
        "found": found,
        "fed_back": counted(one.id for one in fed_back),
        "prominent": counted(one.id for one in total if one.prominent),
        "by_category": grouped((one.category, one.id) for one in total),
        "by_nature": grouped(((one.nature, one.id) for one in total), codes_of(Problem, "nature")),
    }


def _on_time(one: Standing) -> bool:
    return one.status is Status.CLOSED and all(life.on_time for _, life in one.items)


def closure_rate(scope: Scope) -> Figure:
    """Return closed / total. Basically done and long-term problems are not in it."""
    closed = _ids(one for one in scope.total if one.status is Status.CLOSED)
    return _rate(scope, "closed", closed)


def progress_rate(scope: Scope) -> Figure:
    """Return (closed + long_term + basically_done) / total."""
    return _rate(scope, "progressed", _ids(one for one in scope.total if one.status in _PROGRESSED))


def self_reported_rate(scope: Scope) -> Figure:
    """Return the problems whose every item is closed, long-term, basically done or submitted / total.

    This is what units say of themselves: a submitted item has been verified by nobody.
    """
    return _rate(scope, "self_reported", _ids(one for one in scope.total if _all_in(one, _REPORTED)))


def immediate(scope: Scope) -> Figure:
    """Return what is put right at once (即知即改), in feedback or not, withdrawn items left out.

    A problem counts when it has an item of kind immediate, and as closed by its own status: every item closed.
    """
    with_items = [(one, [item for item, _ in one.items if item.kind == "immediate"]) for one in scope.found]
    some = [one for one, items in with_items if items]
    closed = [
        item_id(one.problem, item.id)
        for one in some
        for item, life in one.items
        if item.kind == "immediate" and life.status is Status.CLOSED
    ]
    return {
        "problems": _ids(some),
        "problems_closed": _ids(one for one in some if one.status is Status.CLOSED),
        "items": counted(item_id(one.problem, item.id) for one, items in with_items for item in items),
        "items_closed": counted(closed),
    }


def item_id(problem: Problem, number: int) -> str:
    """Return how an item is named: `R13-05-0137/1`."""
    return f"{problem.id}/{number}"


def _rate(scope: Scope, key: str, part: Counted) -> Figure:
    total = _ids(scope.total)
    return {key: part, "total": total, "rate": Share(part, total)}


def _all_in(one: Standing, within: frozenset[Status]) -> bool:
    return bool(one.items) and all(life.status in within for _, life in one.items)


def _ids(standing: Iterable[Standing]) -> Counted:
    return counted(one.problem.id for one in standing)
