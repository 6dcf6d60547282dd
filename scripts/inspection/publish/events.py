"""What happened to shown problems, by month: the timeline of a unit and the latest changes of the district."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from inspection.publish.view import PublicProblem

LISTED = 100
"""How many of the latest steps of a unit are listed one by one."""


class Event(NamedTuple):
    """One verified step of a shown problem; only its month is known."""

    month: str
    action: str
    by: str
    how: str | None
    problem: PublicProblem


class Month(NamedTuple):
    """A month: how many steps of each kind there were, and which, unless it is too long ago to list them."""

    month: str
    counts: Mapping[str, int]
    events: tuple[Event, ...]


def events(problems: Iterable[PublicProblem]) -> list[Event]:
    """Return the steps of problems, the latest month first; within a month in the order of the problems.

    The order within a month says nothing about days: it is that of addresses. The same step of several items of a
    problem is told once.
    """
    found = [
        Event(*step, problem)
        for problem in sorted(problems, key=lambda one: (one.round, one.unit, one.number))
        for step in dict.fromkeys(
            (move.month, move.action, move.by, move.how) for item in problem.items for move in item.moves
        )
    ]
    return sorted(found, key=lambda one: one.month, reverse=True)


def by_month(found: Iterable[Event]) -> list[Month]:
    """Return events by month, in the order they come; the older months no longer one by one."""
    months: dict[str, list[Event]] = {}
    for event in found:
        months.setdefault(event.month, []).append(event)
    told, room = [], LISTED
    for month, own in months.items():
        room -= len(own)
        told.append(Month(month, Counter(one.action for one in own), tuple(own) if room >= 0 else ()))
    return told
