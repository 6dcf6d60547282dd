"""The dossier of a unit (一单位一档): everything the ledger holds of it."""

from collections.abc import Iterator

from inspection.derive.letters import told
from inspection.model.inspections import Inspection
from inspection.model.problems import Problem
from inspection.model.units import Unit
from inspection.office.desk import Desk
from inspection.office.documents import matters
from inspection.office.documents.paper import Paper, Value, file_name, lines, long_day, short_day, yuan
from inspection.office.documents.senders import office_name
from inspection.office.entries import found_by_visits
from inspection.office.stage import Stage, State
from inspection.office.staged import KINDS
from inspection.office.stages import standing_of
from inspection.office.words import round_name

_STATES = {
    State.DONE: "已办",
    State.DONE_LATE: "已办（超期）",
    State.OWED: "待办",
    State.LATE: "逾期未办",
    State.BEFORE: "",
}


def dossier_paper(desk: Desk, unit: Unit) -> Paper:
    """Return the dossier of a unit on the desk's day."""
    problems = [one for one in desk.found() if one.unit == unit.id]
    values: dict[str, Value] = {
        "title": f"{unit.name}巡察档案",
        "office": office_name(desk),
        "as_of": long_day(desk.as_of),
        "facts": _facts(desk, unit),
        "below": "、".join(one.name for one in desk.ledger.units.values() if one.parent == unit.id),
        "inspections": [
            _inspection(desk, one, problems) for one in desk.ledger.inspections.values() if one.unit == unit.id
        ],
        "problems": list(_problems(desk, problems)),
        "letters": list(_letters(desk, unit)),
        "visits": list(_visits(desk, unit, problems)),
        "self_checks": list(_self_checks(desk, unit)),
    }
    return Paper("dossier", file_name("巡察档案", unit.name, desk.as_of.isoformat()), values)


def _facts(desk: Desk, unit: Unit) -> Value:
    return {
        "name": unit.name,
        "kind": desk.words.code(unit.kind, "unit_kind"),
        "class": desk.words.code(unit.class_, "community_class") if unit.class_ else "",
        "body": desk.words.code(unit.body, "party_body"),
        "parent": desk.words.unit(unit.parent) if unit.parent else "",
        "joined": short_day(unit.joined),
        "left": short_day(unit.left),
        "grade": desk.words.code(unit.grade, "unit_grade") if unit.grade else "",
        "risks": "、".join(desk.words.code(one, "risk") for one in unit.risks),
        "leader": unit.leader_in_charge or "",
    }


def _inspection(desk: Desk, one: Inspection, problems: list[Problem]) -> Value:
    round_ = desk.ledger.rounds.get(one.round)
    onsite = one.onsite or (round_.onsite if round_ is not None else None)
    own = [problem for problem in problems if problem.round == one.round]
    open_items = any(life.open for problem in own for _, life in desk.lives.of_problem(problem))
    stages = [stage for stage in standing_of(desk, one, open_items).stages if stage.state is not State.BEFORE]
    return {
        "name": round_name(one.round),
        "kind": desk.words.code(round_.kind, "round_kind") if round_ is not None else "",
        "days": f"{long_day(onsite.from_)}至{long_day(onsite.to)}" if onsite is not None else "",
        "mode": desk.words.code(one.mode, "mode") if one.mode else "",
        "head": one.head or "",
        "problems": len(own),
        "stages": [_stage(stage) for stage in stages],
    }


def _stage(stage: Stage) -> Value:
    return {
        "name": f"{KINDS[stage.kind]}{f'（{stage.called}）' if stage.called else ''}",
        "due": short_day(stage.due.day if stage.due is not None else None),
        "done": short_day(stage.done),
        "state": _STATES[stage.state],
        "words": stage.words,
    }


def _problems(desk: Desk, problems: list[Problem]) -> Iterator[Value]:
    found = found_by_visits(desk.ledger.visits.values(), desk.as_of)
    for problem in problems:
        items: list[Value] = []
        for item, life in desk.lives.of_problem(problem):
            log = matters.logged(desk, problem, item, life, found)
            entries = sorted([*log.reported, *log.verified, *log.decided], key=lambda one: (one.date, one.number or 0))
            late = "（逾期）" if life.overdue_on(desk.as_of) else ""
            items.append(
                {
                    "id": item.id,
                    "task": item.task,
                    "lead": desk.words.unit(life.lead),
                    "first_due": long_day(life.first_due),
                    "due": long_day(life.due),
                    "status": desk.words.code(life.status, "status") + late,
                    "log": matters.said(desk, entries),
                    "outcomes": matters.outcomes(desk, item, desk.as_of),
                }
            )
        yield {
            "id": problem.id,
            "round": round_name(problem.round),
            "category": desk.words.code(problem.category, "category"),
            "status": desk.words.code(desk.lives.status(problem), "status"),
            "found": long_day(problem.found),
            "amount": yuan(problem.amount),
            "statement": lines(problem.statement) or [""],
            "tasks": items,
        }


def _letters(desk: Desk, unit: Unit) -> Iterator[Value]:
    """Yield the letters to a unit that went out by the day."""
    for letter in desk.ledger.letters.values():
        moves = [one.entry for one in told(letter, desk.as_of) if one.allowed]
        if letter.to == unit.id and moves:
            yield {
                "id": letter.id,
                "number": letter.number or "",
                "kind": desk.words.code(letter.kind, "letter_kind"),
                "subject": letter.subject,
                "issued": short_day(moves[0].date),
                "state": f"{desk.words.code(moves[-1].action, 'letter_action')} {moves[-1].date}",
            }


def _visits(desk: Desk, unit: Unit, problems: list[Problem]) -> Iterator[Value]:
    own = {problem.id for problem in problems}
    for visit in desk.ledger.visits.values():
        if unit.id in visit.units and visit.to <= desk.as_of:
            checked = [one for one in visit.checked if one.item.partition("/")[0] in own]
            yield {
                "id": visit.id,
                "kind": desk.words.code(visit.kind, "visit_kind"),
                "days": f"{visit.from_} 至 {visit.to}",
                "by": desk.words.bodies(visit.by),
                "results": [f"{one.item} {desk.words.code(one.result, 'check_result')}" for one in checked] or [""],
            }


def _self_checks(desk: Desk, unit: Unit) -> Iterator[Value]:
    for (common, who), one in desk.ledger.self_checks.items():
        if who == unit.id and one.submitted is not None and one.submitted <= desk.as_of:
            known = desk.ledger.commons.get(common)
            yield {
                "id": common,
                "title": known.title if known is not None else "",
                "submitted": short_day(one.submitted),
                "found": one.found or 0,
                "measures": one.measures or 0,
                "institutions": one.institutions or 0,
            }
