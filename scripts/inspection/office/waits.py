"""What waits for whom: every step somebody owes somebody else, of items, inspections, rounds, letters and visits."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from inspection.derive.addressees import unanswered
from inspection.derive.letters import awaited
from inspection.derive.owed import Owed, owed
from inspection.derive.papers import duties_of
from inspection.derive.roles import roles_of
from inspection.model.inspections import Inspection
from inspection.model.matters import CommonProblem, Visit
from inspection.model.rounds import Round
from inspection.office.desk import Desk
from inspection.office.lights import Row
from inspection.office.stage import Stage
from inspection.office.stages import Standing
from inspection.office.words import round_name

STEPS = {
    "unit": "整改",
    "review": "审核销号",
    "answer": "答复延期申请",
    "check": "复查长期事项",
    "after_round": "巡后四项工作",
    "matters": "答复群众反映",
    "self_check": "自查",
    "letter_receipt": "签收函件",
    "letter_reply": "回复函件",
    "visit_result": "反馈督查结果",
}
"""What is owed, beside the stages of an inspection."""


class Wait(NamedTuple):
    """A step one body owes another.

    Attributes:
        debtor: The key of whoever must act: the id of a unit, or a role word that stands for none.
        called: What it is called.
        creditor: What whoever waits is called.
        step: A key of `STEPS`, or a kind of stage.
        about: What it is about, such as `R13-05-0137/1`; `detail` says more, such as the item's task.
        path: The page of that, where there is one.
        since: The day it has been owed from, where it is known.
        due: The last day, or nothing where the policy sets none.
        days: Days left, below zero when late.
    """

    debtor: str
    called: str
    creditor: str
    step: str
    about: str
    path: str | None
    since: date | None
    due: date | None
    days: int | None
    provisional: bool = False
    detail: str = ""

    @property
    def late(self) -> bool:
        """Whether the last day has passed."""
        return self.days is not None and self.days < 0


def waits(desk: Desk, rows: Iterable[Row], standings: Iterable[Standing]) -> list[Wait]:
    """Return everything that is owed, the longest overdue first, what has no last day at the end."""
    found = [*_of_rows(desk, rows), *_of_standings(desk, standings), *_of_others(desk), *_of_letters(desk)]
    return sorted(found, key=lambda one: (one.due or date.max, one.since or date.max, one.about, one.called))


def _of_rows(desk: Desk, rows: Iterable[Row]) -> Iterator[Wait]:
    office = desk.words.body("office")
    for row in rows:
        path = f"items/{row.problem.id.lower()}/index.md#item-{row.item.id}"
        lead = desk.words.unit(row.life.lead)
        asked = iter([ask.on for ask in row.life.asks])
        for clock, step in zip(row.running, row.steps, strict=True):
            creditor = office if step.clock in ("unit", "check") else lead
            since = row.life.submitted if step.clock == "review" else next(asked) if step.clock == "answer" else None
            for key, called in zip(clock.whose, clock.called, strict=True):
                made = Wait(key, called, creditor, step.clock, row.reference, path, since, clock.due, clock.days)
                yield made._replace(provisional=clock.provisional, detail=row.item.task)


def _of_standings(desk: Desk, standings: Iterable[Standing]) -> Iterator[Wait]:
    for one in standings:
        inspection = one.inspection
        roles = roles_of(desk.ledger, inspection.unit)
        path = f"stages/{inspection.round.lower()}/{inspection.unit}/index.md"
        about = f"{round_name(inspection.round)} {desk.words.unit(inspection.unit)}"
        for stage in one.missing:
            due = stage.due.day if stage.due is not None else None
            provisional = stage.due is not None and stage.due.provisional
            debtors, creditor = _parties(desk, inspection, stage)
            for body in debtors:
                key = inspection.unit if body == "head" else roles.who(body)
                called, waiting = desk.words.body(key, roles), desk.words.body(creditor, roles)
                yield Wait(key, called, waiting, stage.kind, about, path, stage.start, due, stage.days, provisional)


def _parties(desk: Desk, one: Inspection, stage: Stage) -> tuple[tuple[str, ...], str]:
    """Return who owes a stage of an inspection, and who waits for it."""
    if stage.kind == "given":
        return ((one.feedback.by if one.feedback is not None else "group"),), stage.body
    if stage.kind == "signed":
        return (stage.body,), "office"
    if stage.kind == "copied":
        return ("office",), stage.body
    if stage.kind.endswith("_review"):
        roles = roles_of(desk.ledger, one.unit)
        asked = duties_of(desk.ledger, one, desk.as_of).reviews.bodies
        return tuple(body for body in asked if roles.who(body) != one.unit), "unit"
    if stage.kind in ("feedback", "evaluation", "again", "revisit", "party", "society"):
        round_ = desk.ledger.rounds.get(one.round)
        return (round_.organizer if round_ is not None else "office",), "unit"
    return ("unit",), "office"


def _of_others(desk: Desk) -> Iterator[Wait]:
    for one in owed(desk.ledger, desk.calendar, desk.as_of):
        record = one.record
        if isinstance(record, Round):
            yield from _wait(desk, one, (record.organizer,), "群众" if one.clock == "matters" else "office")
        elif isinstance(record, CommonProblem):
            yield from _wait(desk, one, unanswered(desk.ledger, record, desk.as_of), record.owner or "office")
        elif isinstance(record, Visit):
            yield from _wait(desk, one, record.by, desk.words.bodies(record.units))


def _wait(desk: Desk, one: Owed, debtors: Iterable[str], creditor: str) -> Iterator[Wait]:
    roles, days = roles_of(desk.ledger, None), (one.due.day - desk.as_of).days
    waiting = desk.words.body(creditor)
    for key, called in {roles.who(body): desk.words.body(body, roles) for body in debtors}.items():
        made = Wait(key, called, waiting, one.clock, _about(one), None, one.start, one.due.day, days)
        yield made._replace(provisional=one.due.provisional)


def _about(one: Owed) -> str:
    """Return what is called by its id; a round and a common problem have theirs from their folder."""
    folder = one.record.path.split("/")[1]
    if isinstance(one.record, Round):
        return round_name(folder)
    return folder if isinstance(one.record, CommonProblem) else one.record.id


def _of_letters(desk: Desk) -> Iterator[Wait]:
    for letter in desk.ledger.letters.values():
        answer = awaited(desk.ledger, desk.calendar, letter, desk.as_of)
        if answer is None:
            continue
        roles, days = roles_of(desk.ledger, letter.to), (answer.due.day - desk.as_of).days
        key, called = roles.who(letter.to), desk.words.body(letter.to, roles)
        creditor = desk.words.body(letter.from_, roles)
        made = Wait(key, called, creditor, answer.clock, letter.id, None, answer.start, answer.due.day, days)
        yield made._replace(provisional=answer.due.provisional, detail=letter.subject)
