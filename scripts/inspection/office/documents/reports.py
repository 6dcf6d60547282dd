"""The tables superiors ask for: of half a year, of a year, of a round."""

from datetime import date

from inspection.derive.grades import grade_of
from inspection.derive.grouped import grouped
from inspection.model.inspections import Inspection
from inspection.model.rounds import Round
from inspection.office.desk import Desk
from inspection.office.documents.paper import Paper, Value, file_name, long_day
from inspection.office.documents.periods import Period, half_year
from inspection.office.documents.reported import books_of, books_on, by_group, row, sections
from inspection.office.documents.senders import office_name
from inspection.office.words import NOTHING, round_name


def half_year_paper(desk: Desk, period: Period) -> Paper:
    """Return the tables of half a year, up to the desk's day; it has begun by then."""
    return _paper(desk, "report-half-year", period, [period])


def year_paper(desk: Desk, period: Period) -> Paper:
    """Return the tables of a year with its two halves, up to the desk's day; it has begun by then."""
    halves = [half_year(f"{period.first.year:04}H{half}") for half in (1, 2)]
    return _paper(desk, "report-year", period, [*(half for half in halves if half is not None), period])


def _paper(desk: Desk, template: str, period: Period, parts: list[Period]) -> Paper:
    last = period.until(desk.as_of).last
    whole = books_on(desk, last)
    values: dict[str, Value] = {
        "title": f"{period.name}巡察工作情况统计表",
        "office": office_name(desk),
        "period": f"{long_day(period.first)}至{long_day(last)}",
        "as_of": long_day(last),
        "sections": sections(whole, [books_of(desk, part) for part in parts]),
        "categories": by_group(desk, whole.figures, "category", lambda code: desk.words.code(code, "category")),
        "parents": by_group(
            desk, whole.figures, "parent", lambda id_: desk.words.unit(id_) if id_ else "区直和其他单位"
        ),
        "rounds": by_group(desk, whole.figures, "round", round_name),
        "total": row("合计", whole.figures.figures),
    }
    return Paper(template, file_name("巡察工作情况统计表", period.name), values)


def round_paper(desk: Desk, round_: Round) -> Paper:
    """Return the tables of a round: what was found at each unit, and how far it is put right by the desk's day."""
    day = _day(desk, round_)
    whole = books_on(desk, day)
    parts = grouped(desk.ledger, whole.figures, ["round", "unit"])
    figures = {one.group["unit"]: one.figures for one in parts if one.group["round"] == round_.id}
    inspections = [one for (name, _), one in desk.ledger.inspections.items() if name == round_.id]
    total = next(
        (one.figures for one in grouped(desk.ledger, whole.figures, ["round"]) if one.group["round"] == round_.id), {}
    )
    values: dict[str, Value] = {
        "title": f"{round_name(round_.id)}巡察情况统计表",
        "office": office_name(desk),
        "as_of": long_day(day),
        "kind": desk.words.code(round_.kind, "round_kind"),
        "days": f"{long_day(round_.onsite.from_)}至{long_day(round_.onsite.to)}",
        "groups": len(round_.groups),
        "members": len({member.person for group in round_.groups for member in group.members}),
        "units": [
            _unit(desk, one, row(desk.words.unit(one.unit), figures.get(one.unit, {})), day) for one in inspections
        ],
        "total": row("合计", total),
    }
    return Paper("report-round", file_name("巡察情况统计表", round_name(round_.id), day.isoformat()), values)


def _day(desk: Desk, round_: Round) -> date:
    """Return the day a round is told of: the desk's, or the last of the round's term once that is over."""
    district = desk.ledger.district
    terms = district.terms if district is not None else ()
    ends = [one.ends for one in terms if one.began <= round_.onsite.to <= one.ends]
    return min([desk.as_of, *ends])


def _unit(desk: Desk, one: Inspection, counts: dict[str, Value], day: date) -> Value:
    evaluated = one.evaluation if one.evaluation is not None and one.evaluation.date <= day else None
    grade = grade_of(desk.ledger, evaluated) if evaluated is not None else None
    return {
        **counts,
        "reach": desk.words.code(one.reach, "reach"),
        "grade": f"{grade.total} {desk.words.code(grade.name, 'grade')}" if grade is not None else NOTHING,
    }
