"""What is owed around the items, and by when: papers after feedback, answers to letters, self-checks, results."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from inspection.derive.clocks import deadline
from inspection.derive.policies import policy_on
from inspection.model.inspections import Inspection
from inspection.model.ledger import Ledger
from inspection.model.matters import CommonProblem, Letter
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


Event = tuple[Record, str, str, date]


def owed(ledger: Ledger, calendar: Calendar, as_of: date) -> Iterator[Owed]:
    """Yield what is owed on a day around the items; an item's own clocks are in `inspection.derive.waiting`.

    Args:
        ledger: The ledger; it must hold a policy.
        calendar: Which days are worked.
        as_of: The day; events after it have not happened yet, whatever is recorded counts as done.
    """
    for record, pointer, clock, start in _events(ledger, as_of):
        if start <= as_of:
            yield Owed(record, pointer, clock, start, deadline(ledger, calendar, clock, start))


def _events(ledger: Ledger, as_of: date) -> Iterator[Event]:
    for inspection in ledger.inspections.values():
        yield from _of_inspection(ledger, inspection)
    for round_ in ledger.rounds.values():
        yield from _of_round(round_)
    for common in ledger.commons.values():
        if _unanswered(ledger, common, as_of):
            yield common, "/issued", "self_check", common.issued
    for letter in ledger.letters.values():
        yield from _of_letter(letter, as_of)
    for visit in ledger.visits.values():
        if not visit.sent:
            yield visit, "/to", "visit_result", visit.to


def _of_inspection(ledger: Ledger, one: Inspection) -> Iterator[Event]:
    if one.feedback is None:
        return
    unit, given = ledger.units.get(one.unit), one.feedback.date
    papers = policy_on(ledger, given).duties_of(unit.kind if unit is not None else "default").papers
    head = one.report.head_submitted if one.report is not None else None
    missing = {
        "plan": one.plan is None and "plan" in papers,
        "life_meeting": one.life_meeting is None and "life_meeting" in papers,
        "report": (one.report is None and "report" in papers) or (head is None and "head_report" in papers),
    }
    yield from ((one, "/feedback/date", clock, given) for clock, left in missing.items() if left)
    reviews = one.report.reviews if one.report is not None and one.evaluation is None else ()
    accepted = next(((place, review.date) for place, review in enumerate(reviews) if review.decision == "accept"), None)
    if accepted is not None:
        yield one, f"/report/reviews/{accepted[0]}/date", "evaluation", accepted[1]


def _of_round(round_: Round) -> Iterator[Event]:
    after = round_.after
    if after is None or None in (after.analysed, after.assigned, after.followed, after.used):
        yield round_, "/onsite/to", "after_round", round_.onsite.to
    if any((month.answered or 0) < month.received for month in round_.matters):
        yield round_, "/onsite/to", "matters", round_.onsite.to


def _unanswered(ledger: Ledger, common: CommonProblem, as_of: date) -> bool:
    base = (unit.id for unit in ledger.units.values() if unit.in_base and unit.registered(as_of))
    checks = ((ledger.self_checks.get((common.id, unit))) for unit in (common.addressees or base))
    return any(check is None or check.submitted is None for check in checks)


def _of_letter(letter: Letter, as_of: date) -> Iterator[Event]:
    """Yield the answer a letter waits for: its receipt once issued, its reply once received."""
    so_far = [(entry.date, place) for place, entry in enumerate(letter.log) if entry.date <= as_of]
    day, place = max(so_far, default=(as_of, None))
    if place is None:
        return
    if letter.log[place].action == "issue":
        yield letter, f"/log/{place}/date", "letter_receipt", day
    if letter.log[place].action == "receive" and letter.reply_due is None:
        yield letter, f"/log/{place}/date", "letter_reply", day
