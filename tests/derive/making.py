"""A small ledger of plain data: a community, its subdistrict, four bodies, a policy, one problem with one item.

Every function takes what matters to the test and fills in the rest.
"""

from datetime import date
from typing import Any, TypeVar

import msgspec

from inspection.derive.lifecycle import Life, life
from inspection.derive.lives import setting_of
from inspection.model.district import District
from inspection.model.inspections import Inspection
from inspection.model.ledger import Ledger
from inspection.model.policy import Policy
from inspection.model.problems import Problem
from inspection.model.record import Record
from inspection.model.rounds import Round
from inspection.model.units import Unit

Kind = TypeVar("Kind", bound=Record)
Plain = dict[str, Any]

BODIES = {
    "office": "inspection-office",
    "discipline": "district-discipline",
    "organization": "organization-department",
    "audit": "audit-bureau",
}
SHA = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"
ROUND, UNIT, PROBLEM = "R13-05", "gushan-community", "R13-05-0137"
FAR = date(2030, 1, 1)
EVIDENCE = [
    {"id": "E1", "kind": "document", "title": "招租公告", "date": "2024-07-10", "sha256": SHA},
    {"id": "E2", "kind": "photo", "title": "公示照片", "date": "2024-09-10", "sha256": SHA},
    {"id": "E3", "kind": "other", "title": "未登记校验值的材料", "date": "2024-09-10"},
]
DEADLINES = {
    "signatures": "5wd", "plan": "15wd", "life_meeting": "1m", "concentrated": "3m", "report": "3m",
    "continued_report": "3m", "evaluation": "1m", "review": "10wd", "extension": "5wd", "reopen": "10wd",
    "self_check": "2m", "letter_receipt": "5wd", "letter_reply": "30d", "clue_report": "3m",
    "publication_period": "15wd", "visit_result": "10wd", "after_round": "3m", "matters": "60d", "handover": "20wd",
    "revisit": "12m", "resample": "12m", "second_rectification": "1m",
}  # fmt: skip


def record(kind: type[Kind], path: str, data: Plain) -> Kind:
    """Return plain data as a record."""
    parts = path.removesuffix(".yaml").split("/")
    identity = parts[-2] if parts[-1] in ("round", "common") else parts[-1]
    return msgspec.convert({**data, "path": path, "id": identity}, kind, dec_hook=lambda form, text: form(text))


def duties(*closing: str, count: int = 2) -> Plain:
    """Return a kind of unit's duties, closed by `count` of the bodies."""
    return {
        "given": ["unit", "head"],
        "signed": ["unit", "head", "leader_in_charge"],
        "copied": ["discipline", "organization"],
        "papers": ["plan", "life_meeting", "report", "head_report"],
        "life_meeting": "organizational_life",
        "reviews": {"bodies": ["office", "discipline", "organization"], "count": 2},
        "closing": {"bodies": list(closing), "count": count},
    }


def a_policy(day: str = "2021-09-28", **other: Any) -> Policy:
    """Return a policy in force from `day`."""
    data: Plain = {
        "basis": "rectification-measures",
        "framework": "four_focuses",
        "deadlines": DEADLINES,
        "duties": {"default": duties("office", "discipline"), "community": duties("office", "discipline", "parent")},
        "closing_on_site": {"bodies": ["group"], "count": 1},
        "publication_by": "leading_group",
        "signing": "none",
        "extensions": {"most": 2, "beyond": "12m", "beyond_by": "leading_group"},
        "staffing": {"discipline_cadres": 8, "auditors": 1, "audit_lessons": 1, "deputies": [1, 2]},
        "formations": {},
        "pool": {"admit_after_rounds": 2, "second_rounds": 2},
        "limits": {
            "onsite": {"regular": "60d"}, "integrated_communities": 5, "silence": "30d", "backdating": "30d",
            "recurrence": "24m", "common_from": 3, "checklist_age": "12m", "long_term_check": "12m", "returns": 2,
        },
        "warn": {"green": "20d", "yellow": "10d"},
        "sample": "0.10",
        "grades": {"excellent": "90", "good": "80", "fair": "60", "poor": "0"},
        "small_count": 3,
        "mean_units": 5,
    }  # fmt: skip
    return record(Policy, f"policy/{day}.yaml", {**data, **other})


def a_unit(name: str, kind: str = "department", **other: Any) -> Unit:
    """Return a unit of the register."""
    data = {"name": name, "kind": kind, "body": "party_group", "joined": "2021-09-28", "in_base": True}
    return record(Unit, f"units/{name}.yaml", {**data, **other})


def an_item(log: list[Plain] | None = None, **other: Any) -> Plain:
    """Return a phased item led by the community, its first deadline 2024-08-20."""
    data: Plain = {
        "id": 1, "kind": "phased", "task": "重新公开招租", "due": "2024-08-20", "lead": UNIT,
        "measures": [{"id": "M1", "text": "清理合同并公示"}], "evidence": EVIDENCE, "log": log or [],
    }  # fmt: skip
    return {**data, **other}


def a_problem(*items: Plain, identity: str = PROBLEM, **other: Any) -> Problem:
    """Return a problem of the community with these items."""
    data: Plain = {
        "unit": UNIT, "category": "collective_assets", "nature": "individual", "source": "documents",
        "found": "2024-03-18", "in_feedback": True, "statement": "村集体房产出租未公开招租。", "names_person": False,
        "items": list(items),
    }  # fmt: skip
    return record(Problem, f"problems/{ROUND}/{identity}.yaml", {**data, **other})


def a_ledger(*problems: Problem, **other: Any) -> Ledger:
    """Return a ledger with these problems; the group was on site until 2024-04-28, the plan came on 2024-06-07."""
    units = [a_unit(UNIT, "community", parent="beizhou"), a_unit("beizhou", "subdistrict"), a_unit("agriculture")]
    units += [a_unit(name) for name in BODIES.values()]
    district = record(District, "district.yaml", {"name": {"zh": "云渚区"}, "office": {"zh": "区委巡察办"},
                      "timezone": "Asia/Shanghai", "bodies": BODIES})  # fmt: skip
    onsite = {"from": "2024-03-04", "to": "2024-04-28"}
    plan = {"submitted": "2024-06-07"}
    inspection = record(Inspection, f"rounds/{ROUND}/{UNIT}.yaml", {"reach": "full", "onsite": onsite, "plan": plan})
    data: Plain = {
        "district": district,
        "policies": (a_policy(),),
        "units": {unit.id: unit for unit in units},
        "rounds": {ROUND: record(Round, f"rounds/{ROUND}/round.yaml",
                                 {"kind": "regular", "organizer": "office", "onsite": onsite})},
        "inspections": {(ROUND, UNIT): inspection},
        "problems": {problem.id: problem for problem in problems},
    }  # fmt: skip
    return Ledger(**{**data, **other})


def entry(day: str, action: str, by: str = "unit", **fields: Any) -> Plain:
    """Return an entry of a log; a day without a year is one of 2024."""
    return {"date": day if len(day) > 5 else f"2024-{day}", "action": action, "by": by, **fields}


def lived(log: list[Plain], as_of: date = FAR, ledger: Ledger | None = None, **item: Any) -> Life:
    """Return the life of an item with this log."""
    problem = a_problem(an_item(log, **item))
    return life(setting_of(ledger or a_ledger(), problem, problem.items[0]), as_of)
