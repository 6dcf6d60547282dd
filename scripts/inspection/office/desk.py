"""What every page of the office is made from: the ledger on a day, and the words for it."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from inspection.derive.lives import Lives
from inspection.finding import Finding
from inspection.model.ledger import Ledger
from inspection.model.problems import Problem
from inspection.office.words import Words
from inspection.rules.framework import Context
from inspection.workdays import Calendar


class Desk(NamedTuple):
    """The ledger as it lies on the office's desk.

    Attributes:
        context: The ledger, the day, the lives of all items and the calendar, each computed once.
        words: What people call codes, bodies and days.
        revision: The commit the ledger was read at, or nothing for what nobody committed.
        live: Whether the day is the real one, so that a browser may count the days that passed since.
        findings: What `check` says of the ledger.
    """

    context: Context
    words: Words
    revision: str | None = None
    live: bool = False
    findings: tuple[Finding, ...] = ()

    @property
    def ledger(self) -> Ledger:
        """The whole ledger."""
        return self.context.head

    @property
    def as_of(self) -> date:
        """The day everything is told for."""
        return self.context.today

    @property
    def lives(self) -> Lives:
        """The lives of all items on the day."""
        return self.context.lives

    @property
    def calendar(self) -> Calendar:
        """Which days are worked."""
        return self.context.calendar

    def found(self) -> Iterator[Problem]:
        """Yield the problems found by the day; one of which an item exists already, whatever day is written, too."""
        for problem in self.ledger.problems.values():
            if problem.found <= self.as_of or any(True for _ in self.lives.of_problem(problem)):
                yield problem
