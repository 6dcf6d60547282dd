"""Who owes the next step of an item, and by when: both clocks in one list."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from inspection.derive.clocks import deadline, review_due
from inspection.derive.lifecycle import Life
from inspection.derive.lives import Lives
from inspection.derive.status import RUNNING, Status
from inspection.model.ledger import Ledger
from inspection.model.problems import Item, Problem
from inspection.workdays import Calendar, Due

Clock = Literal["unit", "review", "answer", "check"]


class Waiting(NamedTuple):
    """A step somebody owes.

    Attributes:
        clock: `unit`: the rectification itself; `review`: the answer to a submit; `answer`: the answer to an ask;
            `check`: the next look at a long-term item.
        bodies: Whose turn it is: the leading unit, or the bodies of the policy.
        due: The last day.
        provisional: Whether the day rests on a year that is not announced yet.
        days: Days left on the day asked about; below zero when it is late.
    """

    problem: Problem
    item: Item
    lead: str
    responsible: str | None
    status: Status
    clock: Clock
    bodies: tuple[str, ...]
    due: date
    provisional: bool
    days: int


def waiting(lives: Lives, calendar: Calendar) -> Iterator[Waiting]:
    """Yield every step that is owed on the lives' day, in the order of the ledger.

    Args:
        lives: The items' lives as of the day.
        calendar: Which days are worked.
    """
    for problem in lives.ledger.problems.values():
        for item, life in lives.of_problem(problem):
            for clock, bodies, due in _steps(lives.ledger, calendar, life):
                left = (due.day - lives.as_of).days
                yield Waiting(problem, item, life.lead, life.responsible, life.status, clock, bodies, *due, left)


def _steps(ledger: Ledger, calendar: Calendar, life: Life) -> list[tuple[Clock, tuple[str, ...], Due]]:
    steps: list[tuple[Clock, tuple[str, ...], Due]] = []
    if life.status in RUNNING:
        steps.append(("unit", (life.lead,), Due(life.due)))
    review = review_due(ledger, calendar, life)
    if review is not None:
        steps.append(("review", life.reviewers, review))
    if life.asks:
        steps += [("answer", ("office",), deadline(ledger, calendar, "extension", ask.on)) for ask in life.asks]
    if life.check is not None and life.status is Status.LONG_TERM:
        steps.append(("check", (life.lead,), Due(life.check)))
    return steps
