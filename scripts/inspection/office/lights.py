"""Every item somebody still owes a step of, with its lamps and its two clocks."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from inspection.derive.clocks import Light, light
from inspection.derive.lifecycle import Life
from inspection.derive.roles import roles_in
from inspection.derive.status import Status
from inspection.derive.waiting import Waiting, waiting
from inspection.model.problems import Item, Problem
from inspection.office.desk import Desk


class Lamp(StrEnum):
    """What an item stands under on the board, the most urgent first."""

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    LATER = "later"
    REVIEW = "review"
    ASKED = "asked"
    CHECK = "check"


_OF_LIGHT = {
    Light.RED: Lamp.RED,
    Light.YELLOW: Lamp.YELLOW,
    Light.GREEN: Lamp.GREEN,
    Light.NONE: Lamp.LATER,
}
_OF_CLOCK = {"review": Lamp.REVIEW, "answer": Lamp.ASKED, "check": Lamp.CHECK}


class Clock(NamedTuple):
    """A clock of an item.

    Attributes:
        lamp: The lamp it lights; nothing for a clock that stands still.
        due: The last day.
        days: Days left; below zero when it is late.
        provisional: Whether the day rests on a year that is not announced yet.
        whose: The keys of whoever must act: ids of units, or role words that stand for none.
        called: What each of them is called, in the same order.
    """

    lamp: Lamp | None
    due: date
    days: int
    provisional: bool
    whose: tuple[str, ...]
    called: tuple[str, ...]


class Row(NamedTuple):
    """An item on the board.

    Attributes:
        unit_clock: The unit's: it runs, stands still while the item is reviewed, or is a long-term item's next check.
        reviewers: The reviewers' clock, or that of whoever answers an ask; several asks have one each.
        steps: What it was made of.
    """

    problem: Problem
    item: Item
    life: Life
    unit_clock: Clock | None
    reviewers: tuple[Clock, ...]
    steps: tuple[Waiting, ...]

    @property
    def reference(self) -> str:
        """The item's id, such as `R13-05-0137/1`."""
        return f"{self.problem.id}/{self.item.id}"

    @property
    def lamps(self) -> tuple[Lamp, ...]:
        """The lamps it stands under, each once."""
        return tuple(dict.fromkeys(clock.lamp for clock in self.running if clock.lamp is not None))

    @property
    def running(self) -> tuple[Clock, ...]:
        """The clocks that run."""
        clocks = (self.unit_clock, *self.reviewers)
        return tuple(clock for clock in clocks if clock is not None and clock.lamp is not None)

    @property
    def next_due(self) -> date:
        """The first day somebody must act by."""
        return min(clock.due for clock in self.running)


class Tally(NamedTuple):
    """How many items stand under each lamp, and in how many of them that clock is late."""

    total: int
    lit: Mapping[Lamp, int]
    late: Mapping[Lamp, int]


def rows_of(desk: Desk) -> list[Row]:
    """Return every item with a running clock, the one that must be seen to first at the head."""
    steps = groupby(waiting(desk.lives, desk.calendar), key=lambda step: id(step.item))
    rows = [_row(desk, tuple(of_item)) for _, of_item in steps]
    return sorted(rows, key=lambda row: (row.next_due, row.problem.id, row.item.id))


def _row(desk: Desk, steps: tuple[Waiting, ...]) -> Row:
    problem, item = steps[0].problem, steps[0].item
    life = desk.lives.of(problem, item)
    own = next((_clock(desk, life, step) for step in steps if step.clock in ("unit", "check")), None)
    if own is None and life.status is Status.SUBMITTED:
        left = (life.due - desk.as_of).days
        own = Clock(None, life.due, left, False, (life.lead,), (desk.words.unit(life.lead),))
    others = tuple(_clock(desk, life, step) for step in steps if step.clock in ("review", "answer"))
    return Row(problem, item, life, own, others, steps)


def _clock(desk: Desk, life: Life, step: Waiting) -> Clock:
    roles = roles_in(desk.ledger, step.problem, life.lead)
    lamp = _OF_CLOCK.get(step.clock) or _OF_LIGHT[light(desk.ledger, life, desk.as_of)]
    called = {roles.who(body): desk.words.body(body, roles) for body in step.bodies}
    return Clock(lamp, step.due, step.days, step.provisional, tuple(called), tuple(called.values()))


def tally(rows: Iterable[Row]) -> Tally:
    """Count items by lamp; one that is asked for and overdue stands under both, and is one in the total."""
    total, lit, late = 0, dict.fromkeys(Lamp, 0), dict.fromkeys(Lamp, 0)
    for row in rows:
        total += 1
        passed = {clock.lamp for clock in row.running if clock.days < 0}
        for lamp in row.lamps:
            lit[lamp] += 1
            late[lamp] += lamp in passed
    return Tally(total, lit, late)
