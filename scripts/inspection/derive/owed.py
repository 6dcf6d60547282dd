"""What is owed around the items, and by when: papers after feedback, answers to letters, self-checks, results."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from inspection.derive.addressees import unanswered
from inspection.derive.clocks import deadline
from inspection.derive.letters import awaited
from inspection.derive.papers import first_accepted, papers_owed
from inspection.model.inspections import Inspection
from inspection.model.ledger import Ledger
from inspection.model.matters import CommonProblem
from inspection.model.record import Record
from inspection.model.rounds import Round
from inspection.workdays import Calendar, Due


class Owed(NamedTuple):
    """Something owed and not there yet.

    Attributes:
        record: Where it is to be recorded.
        pointer: JSON Pointer to the event its time runs from.
        clock: The policy's deadline it is owed by, a field of `inspection.model.policy.Deadlines`.
        start: The day of the event.
        due: The last day.
    """

    record: Record
    pointer: str
    clock: str
    start: date
    due: Due


class SelfCheckOwed(NamedTuple):
    """A self-check one unit owes."""

    common: CommonProblem
    unit: str
    due: Due


Event = tuple[Record, str, str, date]


def owed(ledger: Ledger, calendar: Calendar, as_of: date) -> Iterator[Owed]:
    """Yield what is owed on a day around the items; an item's own clocks are in `inspection.derive.waiting`.

    Args:
        ledger: The ledger; it must hold a policy.
        calendar: Which days are worked.
        as_of: The day; events after it have not happened yet. Of inspections, rounds and visits whatever is recorded
            counts as done, whenever it was.
    """
    for record, pointer, clock, start in _events(ledger, calendar, as_of):
        if start <= as_of:
            yield Owed(record, pointer, clock, start, deadline(ledger, calendar, clock, start))


def self_checks_owed(ledger: Ledger, calendar: Calendar, as_of: date) -> Iterator[SelfCheckOwed]:
    """Yield the self-checks that were asked for by a day and are not handed in; by the arguments of `owed`."""
    for common in ledger.commons.values():
        if common.issued <= as_of:
            due = deadline(ledger, calendar, "self_check", common.issued)
            yield from (SelfCheckOwed(common, unit, due) for unit in unanswered(ledger, common, as_of))


def _events(ledger: Ledger, calendar: Calendar, as_of: date) -> Iterator[Event]:
    for inspection in ledger.inspections.values():
        yield from _of_inspection(ledger, calendar, inspection)
    for round_ in ledger.rounds.values():
        yield from _of_round(round_)
    for common in ledger.commons.values():
        if unanswered(ledger, common, as_of):
            yield common, "/issued", "self_check", common.issued
    for letter in ledger.letters.values():
        answer = awaited(ledger, calendar, letter, as_of)
        if answer is not None and not answer.fixed:
            yield letter, answer.pointer, answer.clock, answer.start
    for visit in ledger.visits.values():
        if not visit.sent:
            yield visit, "/to", "visit_result", visit.to


def _of_inspection(ledger: Ledger, calendar: Calendar, one: Inspection) -> Iterator[Event]:
    missing = {paper.clock: paper for paper in papers_owed(ledger, calendar, one, date.max) if paper.done is None}
    yield from ((one, "/feedback/date", clock, paper.start) for clock, paper in missing.items())
    accepted = first_accepted(one, "report", date.max) if one.evaluation is None else None
    if accepted is not None:
        yield one, f"{accepted.pointer}/date", "evaluation", accepted.review.date


def _of_round(round_: Round) -> Iterator[Event]:
    after = round_.after
    if after is None or None in (after.analysed, after.assigned, after.followed, after.used):
        yield round_, "/onsite/to", "after_round", round_.onsite.to
    if any((month.answered or 0) < month.received for month in round_.matters):
        yield round_, "/onsite/to", "matters", round_.onsite.to
