"""The feedback of an inspection as a list: what was found by points of the framework, what is asked, who signs."""

from collections.abc import Iterator

from inspection.derive.clocks import deadline
from inspection.derive.papers import duties_of
from inspection.derive.policies import policy_on
from inspection.derive.roles import roles_of
from inspection.derive.signed import STEPS
from inspection.model.inspections import Feedback, Inspection
from inspection.model.problems import Problem
from inspection.office.desk import Desk
from inspection.office.documents.paper import (
    BLANK_NUMBER,
    Paper,
    Value,
    file_name,
    lines,
    long_day,
    numeral,
    sentence,
    short_day,
)
from inspection.office.documents.senders import full_name, office_name
from inspection.office.words import duration, round_name

OWED = {
    "signatures": "反馈意见签收并抄送有关单位",
    "plan": "报送整改方案",
    "life_meeting": "召开巡察整改专题生活会",
    "concentrated": "完成集中整改",
    "report": "报送整改进展情况报告",
    "head_report": "报送主要负责人组织整改情况报告",
    "continued_report": "集中整改期后，未完成的事项继续报送进展，直到全部办结或转为长期坚持",
}
"""What a unit owes after the feedback, by the deadline of the policy or the paper, in the order of their days."""

_STEPS = {"given": "送达", "signed": "签收", "copied": "抄送"}


def feedback_paper(desk: Desk, inspection: Inspection) -> Paper:
    """Return the feedback of an inspection; before it was given, with room for its number and day."""
    said = inspection.feedback
    unit = desk.words.unit(inspection.unit)
    problems = [
        one
        for one in desk.ledger.problems.values()
        if (one.round, one.unit) == (inspection.round, inspection.unit) and one.in_feedback
    ]
    values: dict[str, Value] = {
        "office": office_name(desk),
        "title": f"关于巡察{unit}的反馈意见",
        "number": said.paper.number
        if said is not None and said.paper is not None
        else f"〔{desk.as_of.year}〕{BLANK_NUMBER}",
        "to": unit,
        "opening": _opening(desk, inspection),
        "counted": f"本次反馈问题 {len(problems)} 个，清单如下。" if problems else "本次反馈没有列出问题。",
        "groups": list(_groups(desk, inspection, problems)),
        "duties": list(_duties(desk, inspection)),
        "received": list(_received(desk, inspection)),
        "date": long_day(said.date if said is not None else None),
    }
    return Paper("feedback", file_name("反馈意见", inspection.round, unit), values)


def _opening(desk: Desk, one: Inspection) -> str:
    round_ = desk.ledger.rounds.get(one.round)
    onsite = one.onsite or (round_.onsite if round_ is not None else None)
    came = f"{long_day(onsite.from_)}至{long_day(onsite.to)}，" if onsite is not None else ""
    kind = desk.words.code(round_.kind, "round_kind") if round_ is not None else "巡察"
    unit = desk.words.unit(one.unit)
    return (
        f"根据统一部署，{came}巡察组对{unit}开展了{kind}（{round_name(one.round)}）。现将发现的问题和整改要求反馈如下。"
    )


def _groups(desk: Desk, one: Inspection, problems: list[Problem]) -> Iterator[Value]:
    """Yield the points of the framework in use that problems fall under, in its order; numbers run through."""
    day = one.feedback.date if one.feedback is not None else desk.as_of
    groups = desk.words.labels.frameworks.get(policy_on(desk.ledger, day).framework, ())
    parts = [(group.label.zh, [each for each in problems if each.category in group.categories]) for group in groups]
    placed = {each.id for _, part in parts for each in part}
    parts.append(("其他方面", [each for each in problems if each.id not in placed]))
    number = 0
    for place, (name, part) in enumerate(((name, part) for name, part in parts if part), start=1):
        rows: list[Value] = []
        for problem in part:
            number += 1
            rows.append(_row(desk, number, problem))
        yield {"numeral": numeral(place), "name": name, "problems": rows}


def _row(desk: Desk, number: int, problem: Problem) -> Value:
    return {
        "number": number,
        "category": desk.words.code(problem.category, "category"),
        "lines": [sentence(line) for line in lines(problem.statement)] or [""],
        "nature": desk.words.code(problem.nature, "nature"),
        "basis": problem.basis or "",
    }


def _duties(desk: Desk, one: Inspection) -> Iterator[Value]:
    day = one.feedback.date if one.feedback is not None else None
    deadlines = policy_on(desk.ledger, day or desk.as_of).deadlines
    asked = duties_of(desk.ledger, one, desk.as_of).papers
    for name, what in OWED.items():
        if name in ("plan", "life_meeting", "report", "head_report") and name not in asked:
            continue
        clock = "report" if name == "head_report" else name
        length = duration(getattr(deadlines, clock))
        if name == "continued_report":
            yield {"what": what, "when": f"每 {length}一次"}
        else:
            last = f"，即{long_day(deadline(desk.ledger, desk.calendar, clock, day).day)}前" if day is not None else ""
            yield {"what": what, "when": f"自反馈之日起 {length}内{last}"}


def _received(desk: Desk, one: Inspection) -> Iterator[Value]:
    roles = roles_of(desk.ledger, one.unit)
    asked = duties_of(desk.ledger, one, desk.as_of)
    done = one.feedback or Feedback(date=desk.as_of, by="group")
    for step in STEPS:
        reached = {roles.who(body): day for body, day in getattr(done, step).items() if day <= desk.as_of}
        for body in getattr(asked, step):
            who = _post(desk, one, body) or full_name(desk, body, roles)
            yield {"step": _STEPS[step], "who": who, "day": short_day(reached.get(roles.who(body)))}


def _post(desk: Desk, one: Inspection, body: str) -> str | None:
    """Return the post behind the head and the leader in charge, where the ledger names it."""
    unit = desk.ledger.units.get(one.unit)
    posts = {"head": one.head, "leader_in_charge": unit.leader_in_charge if unit is not None else None}
    return posts.get(body)
