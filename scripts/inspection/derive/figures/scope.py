"""Which records a figure is counted over, and on which day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from inspection.derive.lifecycle import Life
from inspection.derive.lives import Lives
from inspection.derive.policies import calendar_of
from inspection.derive.status import Status
from inspection.model.district import Term
from inspection.model.inspections import Inspection
from inspection.model.ledger import Ledger
from inspection.model.matters import CommonProblem
from inspection.model.problems import Item, Problem
from inspection.model.record import Span
from inspection.model.rounds import Round
from inspection.workdays import Calendar


class Standing(NamedTuple):
    """A problem that was found by the day: its status, and its items that exist and are not withdrawn."""

    problem: Problem
    status: Status
    items: tuple[tuple[Item, Life], ...]


@dataclass(frozen=True)
class Scope:
    """The records of a term up to a day.

    Attributes:
        ledger: The whole ledger, for the units, plans, papers and policies the records name.
        as_of: The day; only what is dated on or before it counts.
        lives: The items' lives on that day.
        term: The term the figures are read from; None when none had begun, and then no record is in scope.
        rounds: The rounds of the term, entered or not.
        inspections: The inspections of these rounds.
        problems: The problems of these rounds that were found by the day.
        commons: The common problems of the term that were issued by the day.
    """

    ledger: Ledger
    as_of: date
    lives: Lives
    term: Term | None
    rounds: tuple[Round, ...]
    inspections: tuple[Inspection, ...]
    problems: tuple[Problem, ...]
    commons: tuple[CommonProblem, ...]

    def counts(self, day: date | None) -> bool:
        """Return whether an entry of that day counts; an absent day has not come yet."""
        return day is not None and day <= self.as_of

    def in_term(self, day: date | None) -> bool:
        """Return whether an entry of that day counts and lies in the term; for records whose ids name no term."""
        return self.term is not None and day is not None and self.term.began <= day and self.counts(day)

    def passed(self, day: date | None) -> bool:
        """Return whether a day has passed: the day itself has not."""
        return day is not None and day < self.as_of

    def onsite(self, inspection: Inspection) -> Span | None:
        """Return the days on site at the unit, else those of the round."""
        if inspection.onsite is not None:
            return inspection.onsite
        round_ = self.ledger.rounds.get(inspection.round)
        return round_.onsite if round_ is not None else None

    def entered(self, inspection: Inspection) -> bool:
        """Return whether the inspectors had entered by the day."""
        span = self.onsite(inspection)
        return span is not None and self.counts(span.from_)

    def unit_kind(self, unit: str) -> str | None:
        """Return the kind of a unit, or nothing when the register does not hold it."""
        known = self.ledger.units.get(unit)
        return known.kind if known is not None else None

    @cached_property
    def calendar(self) -> Calendar:
        """Which days are worked."""
        return calendar_of(self.ledger)

    @cached_property
    def found(self) -> tuple[Standing, ...]:
        """Every problem found by the day, in feedback or not."""
        return tuple(self._standing(problem) for problem in self.problems)

    @cached_property
    def fed_back(self) -> tuple[Standing, ...]:
        """Those that stand in a feedback given by the day, the withdrawn ones too."""
        return tuple(one for one in self.found if one.problem.in_feedback and self._feedback_given(one.problem))

    @cached_property
    def total(self) -> tuple[Standing, ...]:
        """Those fed back and not withdrawn: what every rate of problems divides by."""
        return tuple(one for one in self.fed_back if one.status is not Status.WITHDRAWN)

    def _standing(self, problem: Problem) -> Standing:
        left = tuple(pair for pair in self.lives.of_problem(problem) if pair[1].status is not Status.WITHDRAWN)
        return Standing(problem, self.lives.status(problem), left)

    def _feedback_given(self, problem: Problem) -> bool:
        inspection = self.ledger.inspection_of(problem)
        return inspection is not None and inspection.feedback is not None and self.counts(inspection.feedback.date)


def scope_of(ledger: Ledger, as_of: date, lives: Lives) -> Scope:
    """Return the records of the term that contains `as_of`, up to that day.

    A round, with its inspections and problems, belongs to the term its id names (`R13-05`: term 13); so does a common
    problem.
    """
    term = term_on(ledger, as_of)
    number = term.number if term is not None else None
    return Scope(
        ledger=ledger,
        as_of=as_of,
        lives=lives,
        term=term,
        rounds=tuple(one for one in ledger.rounds.values() if _term(one.id) == number),
        inspections=tuple(one for one in ledger.inspections.values() if _term(one.round) == number),
        problems=tuple(one for one in ledger.problems.values() if _term(one.round) == number and one.found <= as_of),
        commons=tuple(one for one in ledger.commons.values() if _term(one.id) == number and one.issued <= as_of),
    )


def term_on(ledger: Ledger, day: date) -> Term | None:
    """Return the term that contains a day; after the last term's end, the term that began last; before the first, none.

    A ledger whose next term is not written down yet goes on being counted in the last one.
    """
    terms: Iterable[Term] = ledger.district.terms if ledger.district is not None else ()
    return max((term for term in terms if term.began <= day), key=lambda term: term.began, default=None)


def _term(record_id: str) -> int:
    return int(record_id[1:].partition("-")[0])
