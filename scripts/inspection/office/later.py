"""Stages that come only with their occasion: a new head, a poor grade, and the second look at a unit."""

from collections.abc import Iterator
from datetime import date

from inspection.derive.clocks import deadline
from inspection.derive.grades import LOW, grade_of
from inspection.model.inspections import Inspection
from inspection.office.desk import Desk
from inspection.office.stage import Stage, stage_of

_SIGNERS = {"outgoing": "移交人", "incoming": "接收人", "witness": "监交人"}


def handovers(desk: Desk, one: Inspection) -> Iterator[Stage]:
    """Yield a stage for each time the post first responsible changed hands: done once all three have signed."""
    for handover in one.handovers:
        if handover.date > desk.as_of:
            continue
        days = {name: getattr(handover.signed, name, None) for name in _SIGNERS}
        left = [_SIGNERS[name] for name, day in days.items() if day is None or day > desk.as_of]
        signed = [day for day in days.values() if day is not None]
        words = f"{handover.post}；未签：{'、'.join(left)}" if left else handover.post
        due = deadline(desk.ledger, desk.calendar, "handover", handover.date)
        done = max(signed) if len(signed) == len(_SIGNERS) else None
        yield stage_of(desk, "handover", handover.date, due, done, words)


def second_rectification(desk: Desk, one: Inspection) -> Iterator[Stage]:
    """Yield the second rectification: owed once the grade is low, done once it is ordered, for whatever reason."""
    evaluation, again = one.evaluation, one.again
    grade = grade_of(desk.ledger, evaluation) if evaluation is not None and evaluation.date <= desk.as_of else None
    if evaluation is not None and grade is not None and grade.name in LOW:
        due = deadline(desk.ledger, desk.calendar, "second_rectification", evaluation.date)
        done = again.ordered if again is not None and evaluation.date <= again.ordered else None
        yield stage_of(desk, "again", evaluation.date, due, done, _because(desk, one))
    elif again is not None and again.ordered <= desk.as_of:
        yield stage_of(desk, "again", again.ordered, None, again.ordered, _because(desk, one))


def _because(desk: Desk, one: Inspection) -> str:
    known = one.again is not None and one.again.ordered <= desk.as_of
    return desk.words.code(one.again.because, "again_because") if one.again is not None and known else ""


def revisit(desk: Desk, one: Inspection) -> Iterator[Stage]:
    """Yield the second look at a unit after its round: done by a visit or by the evaluation, whichever came first."""
    round_, unit = desk.ledger.rounds.get(one.round), desk.ledger.units.get(one.unit)
    if round_ is None or one.reach == "answering" or round_.onsite.to > desk.as_of:
        return
    ended = round_.onsite.to
    due = deadline(desk.ledger, desk.calendar, "revisit", ended)
    if unit is not None and unit.left is not None and unit.left < due.day:
        return
    yield stage_of(desk, "revisit", ended, due, min(_looks(desk, one, ended), default=None))


def _looks(desk: Desk, one: Inspection, ended: date) -> Iterator[date]:
    if one.evaluation is not None:
        yield one.evaluation.date
    for visit in desk.ledger.visits.values():
        if one.unit in visit.units and ended < visit.to and (not visit.rounds or one.round in visit.rounds):
            yield visit.to
