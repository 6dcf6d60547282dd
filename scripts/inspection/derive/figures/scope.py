"""Which records a figure is counted over, and on which day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from inspection.derive.lifecycle import Life
from inspection.derive.lives import Lives
from inspection.derive.policies import calendar_of
from inspection.derive.provenance import Provenance
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
    """The records of a term up to a day, or those of every term, of which only what is dated in a period counts.

    Attributes:
        ledger: The whole ledger, for the units, plans, papers and policies the records name.
        as_of: The day, or the last of the period; what is dated after it does not count.
        lives: The items' lives on that day; for a period, as the whole ledger tells them.
        term: The term that contains the day; None when none had begun, and then no record is in scope.
        rounds: The rounds of the term, entered or not.
        inspections: The inspections of these rounds.
        problems: The problems of these rounds that were found by the day.
        commons: The common problems of the term that were issued by the day.
        since: The first day of the period; what is dated before it does not count. The records are then those of every
            term, whenever they were found or issued.
        provenance: When each fact was recorded; None where history is not at hand.
    """

    ledger: Ledger
    as_of: date
    lives: Lives
    term: Term | None
    rounds: tuple[Round, ...]
    inspections: tuple[Inspection, ...]
    problems: tuple[Problem, ...]
    commons: tuple[CommonProblem, ...]
    since: date | None = None
    provenance: Provenance | None = None

    def counts(self, day: date | None) -> bool:
        """Return whether an entry of that day counts; an absent day has not come yet."""
        return day is not None and day <= self.as_of and (self.since is None or self.since <= day)

    def in_term(self, day: date | None) -> bool:
        """Return whether an entry of that day counts and lies in the term, for records whose ids name no term.

        A period may span terms: all that is dated in it counts.
        """
        if self.since is not None:
            return self.counts(day)
        return self.term is not None and day is not None and self.term.began <= day and self.counts(day)

    def takes(self, span: Span | None) -> bool:
        """Return whether what took those days counts: from its first day on, in a period by its last day."""
        return span is not None and self.counts(span.from_ if self.since is None else span.to)

    def precedes(self, day: date) -> bool:
        """Return whether a day lies before the period; nothing precedes what is counted from the beginning."""
        return self.since is not None and day < self.since

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
        """Return whether the inspectors had entered by the day; of a period, whether they left in it."""
        return self.takes(self.onsite(inspection))

    def unit_kind(self, unit: str) -> str | None:
        """Return the kind of a unit, or nothing when the register does not hold it."""
        known = self.ledger.units.get(unit)
        return known.kind if known is not None else None

    def given(self, problem: Problem) -> bool:
        """Return whether the problem stands in a feedback whose day counts."""
        inspection = self.ledger.inspection_of(problem) if problem.in_feedback else None
        return inspection is not None and inspection.feedback is not None and self.counts(inspection.feedback.date)

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
        return tuple(one for one in self.found if self.given(one.problem))

    @cached_property
    def total(self) -> tuple[Standing, ...]:
        """Those fed back and not withdrawn: what every rate of problems divides by."""
        return tuple(one for one in self.fed_back if one.status is not Status.WITHDRAWN)

    def _standing(self, problem: Problem) -> Standing:
        left = tuple(pair for pair in self.lives.of_problem(problem) if pair[1].status is not Status.WITHDRAWN)
        return Standing(problem, self.lives.status(problem), left)


def scope_of(ledger: Ledger, as_of: date, lives: Lives, provenance: Provenance | None = None) -> Scope:
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
        rounds=tuple(one for one in ledger.rounds.values() if term_of(one.id) == number),
        inspections=tuple(one for one in ledger.inspections.values() if term_of(one.round) == number),
        problems=tuple(one for one in ledger.problems.values() if term_of(one.round) == number and one.found <= as_of),
        commons=tuple(one for one in ledger.commons.values() if term_of(one.id) == number and one.issued <= as_of),
        provenance=provenance,
    )


def period_of(
    ledger: Ledger, since: date, to: date, lives: Lives | None = None, provenance: Provenance | None = None
) -> Scope:
    """Return the records of every term, of which what is dated from `since` to `to` counts.

    Items are seen as the whole ledger tells their lives: what a correction says later of an entry in the period holds
    for the period too, so that the figures of two periods add up to those of both together.

    Args:
        ledger: The ledger.
        since: The first day of the period.
        to: Its last.
        lives: The items' lives as the whole ledger tells them, where they are already at hand.
        provenance: When each fact was recorded, where history is at hand.
    """
    return Scope(
        ledger=ledger,
        as_of=to,
        lives=lives or Lives(ledger, date.max),
        term=term_on(ledger, to),
        rounds=tuple(ledger.rounds.values()),
        inspections=tuple(ledger.inspections.values()),
        problems=tuple(ledger.problems.values()),
        commons=tuple(ledger.commons.values()),
        since=since,
        provenance=provenance,
    )


def term_on(ledger: Ledger, day: date) -> Term | None:
    """Return the term that contains a day; after the last term's end, the term that began last; before the first, none.

    A ledger whose next term is not written down yet goes on being counted in the last one.
    """
    terms: Iterable[Term] = ledger.district.terms if ledger.district is not None else ()
    return max((term for term in terms if term.began <= day), key=lambda term: term.began, default=None)


def term_of(record_id: str) -> int:
    """Return the number of the term a round or a common problem names: 13 of `R13-05`."""
    return int(record_id[1:].partition("-")[0])
