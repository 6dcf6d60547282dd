"""Rectification items: closed, late, extended, returned, reopened."""

from collections.abc import Callable

import msgspec

from inspection.derive.clocks import review_due
from inspection.derive.figures.leaves import Counted, Figure, Share, counted
from inspection.derive.figures.problems import item_id
from inspection.derive.figures.scope import Scope
from inspection.derive.lifecycle import Life, life
from inspection.derive.lives import setting_of
from inspection.derive.status import Status
from inspection.model.problems import Action, Item, Problem

Row = tuple[Problem, Item, Life]


def items(scope: Scope) -> Figure:
    """Return the items of the problems in `problems.total`: those that exist by the day and are not withdrawn.

    `due`: the first deadline has passed. `on_time`: closed on a submit not after the first deadline, never reopened,
    its deadline passed or still ahead; `on_time_rate` counts both over the items that are `due`. `extended`,
    `returned`, `reopened`: items to which it happened by the day, however often. `reviews_overdue`: submitted, and the
    policy's period for the reviewers has passed. `long_term_after_due`: long-term, and made so after the due day
    current then.
    """
    rows = [(one.problem, item, life_) for one in scope.total for item, life_ in one.items]

    def those(wanted: Callable[[Row], bool]) -> Counted:
        return counted(item_id(row[0], row[1].id) for row in rows if wanted(row))

    due = those(lambda row: scope.passed(row[2].first_due))
    on_time_of_due = those(lambda row: row[2].on_time and scope.passed(row[2].first_due))
    return {
        "total": those(lambda _: True),
        "closed": those(lambda row: row[2].status is Status.CLOSED),
        "due": due,
        "on_time": those(lambda row: row[2].on_time),
        "on_time_rate": {"on_time": on_time_of_due, "due": due, "rate": Share(on_time_of_due, due)},
        "extended": those(lambda row: row[2].extensions > 0),
        "returned": those(lambda row: row[2].returns > 0),
        "reopened": those(lambda row: row[2].reopenings > 0),
        "overdue": those(lambda row: row[2].overdue_on(scope.as_of)),
        "reviews_overdue": those(lambda row: _review_overdue(scope, row[2])),
        "long_term_after_due": those(lambda row: _sustained_late(scope, *row)),
    }


def items_of_period(scope: Scope) -> Figure:
    """Return the items extended, returned and reopened in the period; what was withdrawn since is left out."""
    fed_back = [problem for problem in scope.problems if problem.in_feedback]
    rows = [
        (item_id(problem, item.id), {one.entry.action for one in life_.moves if scope.counts(one.entry.date)})
        for problem in fed_back
        for item, life_ in scope.lives.of_problem(problem)
        if life_.status is not Status.WITHDRAWN
    ]
    return {key: counted(name for name, made in rows if action in made) for key, action in _HAPPENED.items()}


_HAPPENED = {"extended": Action.EXTEND, "returned": Action.RETURN, "reopened": Action.REOPEN}


def _review_overdue(scope: Scope, life_: Life) -> bool:
    due = review_due(scope.ledger, scope.calendar, life_)
    return due is not None and scope.passed(due.day)


def _sustained_late(scope: Scope, problem: Problem, item: Item, life_: Life) -> bool:
    """Return whether the item became long-term after its due day; a later sustain only renews its check day."""
    if life_.status is not Status.LONG_TERM:
        return False
    moves = [placed.entry for placed in life_.moves if placed.entry.action is not Action.CORRECT]
    reopened = max((place for place, entry in enumerate(moves) if entry.action is Action.REOPEN), default=-1)
    first = next(p for p, entry in enumerate(moves) if p > reopened and entry.action is Action.SUSTAIN)
    until_then = msgspec.structs.replace(item, log=tuple(moves[:first]))
    day = moves[first].date
    return day > life(setting_of(scope.ledger, problem, until_then), day).due
