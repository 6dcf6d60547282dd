"""The close-out form (对账销号单) of an item: task, cause, measures, evidence, opinions, number of returns."""

from inspection.derive.lives import setting_of
from inspection.derive.roles import roles_in
from inspection.derive.state import closing_of
from inspection.model.problems import Item, Problem
from inspection.office.desk import Desk
from inspection.office.documents import matters
from inspection.office.documents.paper import Paper, Value, file_name, lines, short_day, yuan
from inspection.office.entries import Found, found_by_visits
from inspection.office.words import round_name


def closeout_paper(desk: Desk, problem: Problem, items: tuple[Item, ...]) -> Paper:
    """Return the close-out forms of a problem's items, each on a page of its own.

    Args:
        desk: The ledger on a day.
        problem: A problem of it.
        items: One of its items, or several.
    """
    found = found_by_visits(desk.ledger.visits.values(), desk.as_of)
    name = problem.id if len(items) != 1 else f"{problem.id}-{items[0].id}"
    values: dict[str, Value] = {
        "as_of": short_day(desk.as_of),
        "forms": [_form(desk, problem, item, found) for item in items],
    }
    return Paper("form-closeout", file_name("对账销号单", name, desk.words.unit(problem.unit)), values)


def _form(desk: Desk, problem: Problem, item: Item, found: Found) -> Value:
    life = desk.lives.of(problem, item)
    log = matters.logged(desk, problem, item, life, found)
    roles = roles_in(desk.ledger, problem, life.lead)
    closing = closing_of(setting_of(desk.ledger, problem, item), desk.as_of, life.submitted or desk.as_of)
    submits = [one for one in log.reported if one.action == "submit"]
    return {
        "name": f"{problem.id}/{item.id}",
        "unit": desk.words.unit(problem.unit),
        "round": round_name(problem.round),
        "category": desk.words.code(problem.category, "category"),
        "kind": desk.words.code(item.kind, "item_kind"),
        "statement": lines(problem.statement) or [""],
        "amount": yuan(problem.amount),
        "task": item.task,
        "goal": item.goal or "",
        "lead": desk.words.unit(life.lead),
        "partners": "、".join(desk.words.unit(one) for one in item.partners),
        "responsible": life.responsible or "",
        "first_due": short_day(life.first_due),
        "due": short_day(life.due),
        "extensions": life.extensions,
        "returns": life.returns,
        "reopenings": life.reopenings,
        "status": desk.words.code(life.status, "status"),
        "submitted": short_day(submits[-1].date if submits else None),
        "vouched": (submits[-1].entry.vouched or "") if submits and submits[-1].entry is not None else "",
        "closed": short_day(life.closed),
        "causes": matters.causes(desk, problem, item),
        "measures": matters.measures(life),
        "evidence": matters.evidence(desk, item, desk.as_of),
        "outcomes": matters.outcomes(desk, item, desk.as_of),
        "reports": matters.said(desk, log.reported),
        "opinions": matters.said(desk, log.verified),
        "closing": desk.words.bodies(closing.bodies, roles),
        "count": closing.count,
        "bodies": [desk.words.body(body, roles) for body in closing.bodies],
    }
