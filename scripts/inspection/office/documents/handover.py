"""The handover list (移交清单): what of an inspection was open when the post first responsible changed hands."""

from inspection.derive.lives import Lives
from inspection.derive.status import Status
from inspection.model.inspections import Handover, Inspection
from inspection.office.desk import Desk
from inspection.office.documents.paper import Paper, Value, file_name, lines, long_day, short_day
from inspection.office.words import round_name

_OVER = frozenset({Status.CLOSED, Status.WITHDRAWN})


def handover_paper(desk: Desk, inspection: Inspection) -> Paper:
    """Return the list for the latest handover by the desk's day; with none recorded, for one on that day."""
    past = [one for one in inspection.handovers if one.date <= desk.as_of]
    last = max(past, key=lambda one: one.date, default=None)
    day = last.date if last is not None else desk.as_of
    lives = desk.lives if day == desk.as_of else Lives(desk.ledger, day)
    unit = desk.words.unit(inspection.unit)
    rows = _rows(desk, lives, inspection)
    values: dict[str, Value] = {
        "unit": unit,
        "round": round_name(inspection.round),
        "date": long_day(day),
        "post": (last.post if last is not None else inspection.head) or "",
        "rows": rows,
        "count": len(rows),
        "late": sum(bool(row["overdue"]) for row in rows),
        "signed": _signed(last),
    }
    return Paper("form-handover", file_name("移交清单", inspection.round, unit, day.isoformat()), values)


def _rows(desk: Desk, lives: Lives, inspection: Inspection) -> list[dict[str, Value]]:
    rows: list[dict[str, Value]] = []
    for problem in desk.ledger.problems.values():
        if (problem.round, problem.unit) != (inspection.round, inspection.unit):
            continue
        for item, life in lives.of_problem(problem):
            if life.status in _OVER:
                continue
            left = [one.text for one in life.measures if one.id in life.outstanding]
            late = life.overdue_on(lives.as_of)
            rows.append(
                {
                    "number": len(rows) + 1,
                    "name": f"{problem.id}/{item.id}",
                    "statement": lines(problem.statement) or [""],
                    "task": item.task,
                    "left": left or ["措施已全部完成"],
                    "lead": desk.words.unit(life.lead),
                    "due": short_day(life.check if life.check is not None else life.due),
                    "status": desk.words.code(life.status, "status") + ("（逾期）" if late else ""),
                    "overdue": late,
                }
            )
    return rows


def _signed(handover: Handover | None) -> Value:
    signed = handover.signed if handover is not None else None
    return {
        "outgoing": short_day(signed.outgoing if signed is not None else None),
        "incoming": short_day(signed.incoming if signed is not None else None),
        "witness": short_day(signed.witness if signed is not None else None),
    }
