"""What happened to shown problems, by month: the timeline of a unit and the latest changes of the district."""

from collections.abc import Iterable
from typing import NamedTuple

from inspection.publish.view import PublicProblem


class Event(NamedTuple):
    """One verified step of a shown problem; only its month is known."""

    month: str
    action: str
    by: str
    how: str | None
    problem: PublicProblem


def events(problems: Iterable[PublicProblem]) -> list[Event]:
    """Return the steps of problems, the latest month first; within a month in the order of the problems.

    The order within a month says nothing about days: it is that of addresses. The same step of several items of a
    problem is told once.
    """
    found = dict.fromkeys(
        Event(move.month, move.action, move.by, move.how, problem)
        for problem in sorted(problems, key=lambda one: (one.round, one.unit, one.number))
        for item in problem.items
        for move in item.moves
    )
    return sorted(found, key=lambda one: one.month, reverse=True)


def by_month(found: Iterable[Event]) -> dict[str, list[Event]]:
    """Return events by month, in the order they come."""
    months: dict[str, list[Event]] = {}
    for event in found:
        months.setdefault(event.month, []).append(event)
    return months
