"""Who owes the next step of an item, and by when: both clocks in one list."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from inspection.derive.clocks import deadline, review_due
from inspection.derive.lives import Lives
from inspection.derive.status import RUNNING, Status
from inspection.model.problems import Item, Problem
from inspection.workdays import Calendar


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
    clock: Literal["unit", "review", "answer", "check"]
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
    for problem, _, item in lives.ledger.items():
        yield from _of_item(lives, calendar, problem, item)


def _of_item(lives: Lives, calendar: Calendar, problem: Problem, item: Item) -> Iterator[Waiting]:
    life, ledger, today = lives.of(problem, item), lives.ledger, lives.as_of
    if not life.exists:
        return

    def owed(
        clock: Literal["unit", "review", "answer", "check"], bodies: tuple[str, ...], due: date, open_: bool = False
    ) -> Waiting:
        return Waiting(
            problem, item, life.lead, life.responsible, life.status, clock, bodies, due, open_, (due - today).days
        )

    if life.status in RUNNING:
        yield owed("unit", (life.lead,), life.due)
    review = review_due(ledger, calendar, life)
    if review is not None:
        yield owed("review", life.reviewers, review.day, review.provisional)
    for ask in life.asks:
        answer = deadline(ledger, calendar, "extension", ask.on)
        yield owed("answer", ("office",), answer.day, answer.provisional)
    if life.status is Status.LONG_TERM and life.check is not None:
        yield owed("check", (life.lead,), life.check)
