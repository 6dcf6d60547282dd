"""A small ledger of plain data for the border: two communities of a subdistrict, one round, a few problems.

A test changes the plain data and asks for the ledger; `approve` writes the digest of the texts as they are then.
"""

import copy
from datetime import date
from typing import Any

import msgspec
from tests.derive.making import DEADLINES, duties

from inspection.derive.digest import society_digest
from inspection.derive.lives import Lives
from inspection.model.kinds import kind_at
from inspection.model.ledger import Ledger
from inspection.read.loader import assembled

Plain = dict[str, Any]
AS_OF = date(2024, 12, 31)
ROUND, UNIT, OTHER = "R13-05", "gushan", "lianhu"
SHA = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"

_DISTRICT = {
    "name": {"zh": "云渚区"},
    "office": {"zh": "云渚区委巡察办"},
    "timezone": "Asia/Shanghai",
    "bodies": {"office": "inspection-office", "discipline": "district-discipline"},
    "terms": [{"number": 13, "began": "2021-09-28", "ends": "2026-09-27", "base_frozen": "2021-12-31", "target": 1}],
}
_LIMITS = {
    "onsite": {"regular": "60d"}, "integrated_communities": 5, "silence": "30d", "backdating": "30d",
    "recurrence": "24m", "common_from": 3, "checklist_age": "12m", "long_term_check": "12m", "returns": 2,
}  # fmt: skip
_POLICY = {
    "basis": "measures", "framework": "four_focuses", "deadlines": DEADLINES,
    "duties": {"default": duties("office", "discipline")},
    "closing_on_site": {"bodies": ["group"], "count": 1}, "publication_by": "leading_group", "signing": "none",
    "extensions": {"most": 2, "beyond": "12m", "beyond_by": "leading_group"},
    "staffing": {"discipline_cadres": 8, "auditors": 1, "audit_lessons": 1, "deputies": [1, 2]},
    "formations": {}, "pool": {"admit_after_rounds": 2, "second_rounds": 2}, "limits": _LIMITS,
    "warn": {"green": "20d", "yellow": "10d"}, "sample": "0.10", "grades": {"good": 80}, "small_count": 3,
    "mean_units": 5,
}  # fmt: skip


def unit(name: str, kind: str, **other: Any) -> Plain:
    return {"name": name, "kind": kind, "body": "branch", "joined": "2021-09-28", "in_base": True, **other}


def inspection(**other: Any) -> Plain:
    given = {"feedback": {"date": "2024-05-20", "by": "group"}, "plan": {"submitted": "2024-06-07"}}
    notice = {"approved": "2024-09-20", "by": "leading_group", "digest": "0" * 32, "published": "2024-09-25"}
    return {"reach": "full", "mode": "direct", **given, "publication": {"society": [notice]}, **other}


def item(id_: int = 1, *log: Plain, **other: Any) -> Plain:
    evidence = [{"id": "E1", "kind": "photo", "title": "照片", "date": "2024-07-01", "sha256": SHA}]
    return {
        "id": id_, "kind": "phased", "task": "内部任务", "public": {"task": f"公开任务{id_}"}, "due": "2024-08-20",
        "lead": UNIT, "evidence": evidence, "log": list(log), **other,
    }  # fmt: skip


CLOSING = (
    {"date": "2024-06-20", "action": "start", "by": "unit"},
    {"date": "2024-08-16", "action": "submit", "by": "unit", "vouched": "书记", "evidence": ["E1"]},
    {"date": "2024-09-16", "action": "agree", "by": "discipline", "how": "on_site"},
    {"date": "2024-09-18", "action": "close", "by": "office", "how": "documents"},
)


def problem(number: int, *items: Plain, unit: str = UNIT, shown: bool = True, **other: Any) -> Plain:
    return {
        "unit": unit, "category": "collective_assets", "nature": "individual", "source": "documents",
        "found": "2024-03-18", "in_feedback": True, "statement": "内部表述", "names_person": False,
        "public": {"number": number, "title": f"公开标题{number}", "result": f"公开结果{number}"},
        "disclosure": {"society": "shown"} if shown else {"society": "withheld", "reason": "privacy"},
        "items": list(items), **other,
    }  # fmt: skip


def records() -> dict[str, Plain]:
    """Return the whole ledger as plain data by path."""
    made = {
        "district.yaml": _DISTRICT,
        "policy/2021-09-28.yaml": _POLICY,
        "units/beizhou.yaml": unit("北洲街道党工委", "subdistrict"),
        f"units/{UNIT}.yaml": unit("古山社区党总支", "community", parent="beizhou"),
        f"units/{OTHER}.yaml": unit("莲湖社区党总支", "community", parent="beizhou"),
        "units/inspection-office.yaml": unit("区委巡察办", "department"),
        "units/district-discipline.yaml": unit("区纪委监委机关", "department"),
        f"rounds/{ROUND}/round.yaml": {
            "kind": "regular", "organizer": "office", "announced": "2024-02-26",
            "onsite": {"from": "2024-03-04", "to": "2024-04-30"},
        },
        f"rounds/{ROUND}/{UNIT}.yaml": inspection(),
        f"rounds/{ROUND}/{OTHER}.yaml": inspection(),
        f"problems/{ROUND}/R13-05-0001.yaml": problem(1, item(1, *CLOSING)),
        f"problems/{ROUND}/R13-05-0002.yaml": problem(2, item(1), item(2, CLOSING[0])),
        f"problems/{ROUND}/R13-05-0003.yaml": problem(1, item(1, CLOSING[0]), unit=OTHER),
    }  # fmt: skip
    return copy.deepcopy(made)


def ledger_of(data: dict[str, Plain]) -> Ledger:
    """Return plain data as a ledger, as the loader would."""
    made = []
    for path, record in sorted(data.items()):
        kind, id_ = kind_at(path) or (None, "")
        assert kind is not None, path
        whole = {**record, "path": path, "id": id_}
        made.append((kind, msgspec.convert(whole, kind.struct, dec_hook=lambda form, text: form(text))))
    return assembled(made)


def approve(data: dict[str, Plain], as_of: date = AS_OF) -> dict[str, Plain]:
    """Write into every newest notice the digest of the texts as they are, and return the same data."""
    ledger = ledger_of(data)
    lives = Lives(ledger, as_of)
    for path, record in data.items():
        society = record.get("publication", {}).get("society") if path.startswith("rounds/") else None
        if society:
            own = [one for one in ledger.problems.values() if path == f"rounds/{one.round}/{one.unit}.yaml"]
            society[-1]["digest"] = society_digest(own, {one.id: lives.withdrawn(one) for one in own})
    return data
