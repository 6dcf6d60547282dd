"""The two policies of the demonstration: that of the term's beginning, and its revision of 2024."""

from collections.abc import Iterator

from inspection.demo.places import Record
from inspection.emit import Number

_DEADLINES: Record = {
    "signatures": "5wd",
    "plan": "15wd",
    "life_meeting": "1m",
    "concentrated": "3m",
    "report": "3m",
    "continued_report": "3m",
    "evaluation": "1m",
    "review": "10wd",
    "extension": "5wd",
    "reopen": "10wd",
    "self_check": "2m",
    "letter_receipt": "5wd",
    "letter_reply": "30d",
    "clue_report": "3m",
    "publication_period": "15wd",
    "visit_result": "10wd",
    "after_round": "3m",
    "matters": "60d",
    "handover": "20wd",
    "revisit": "12m",
    "resample": "12m",
    "second_rectification": "1m",
}


def _duties(meeting: str, *, parent: bool) -> Record:
    above = ["parent"] if parent else []
    return {
        "given": ["unit", "head"],
        "signed": ["unit", "head", "leader_in_charge"],
        "copied": ["discipline", "organization", *above],
        "papers": ["plan", "life_meeting", "report", "head_report"],
        "life_meeting": meeting,
        "reviews": {"bodies": ["office", "discipline", "organization", *above], "count": 2},
        "closing": {"bodies": ["office", "discipline", *above], "count": 2},
    }


def _policy(basis: str, label: str, receipt: str) -> Record:
    return {
        "basis": basis,
        "framework": "four_focuses",
        "labels": {"immediate": {"zh": label}},
        "deadlines": _DEADLINES | {"letter_receipt": receipt},
        "duties": {
            "default": _duties("democratic_life", parent=False),
            "community": _duties("organizational_life", parent=True),
            "village": _duties("organizational_life", parent=True),
        },
        "closing_on_site": {"bodies": ["group"], "count": 1},
        "publication_by": "leading_group",
        "signing": "none",
        "extensions": {"most": 2, "beyond": "12m", "beyond_by": "leading_group"},
        "staffing": {"discipline_cadres": 8, "auditors": 1, "audit_lessons": 1, "deputies": [1, 2]},
        "formations": {
            "2+N": {"standing_groups": 2},
            "1+2+N": {"leader": "parent_discipline", "specialists": 2, "village_members": 1},
            "2+5": {"discipline": 2, "homes": 5},
        },
        "pool": {"admit_after_rounds": 2, "second_rounds": 2},
        "limits": {
            "onsite": {"regular": "60d", "special": "30d", "roving": "10d"},
            "integrated_communities": 5,
            "silence": "30d",
            "backdating": "30d",
            "recurrence": "24m",
            "common_from": 3,
            "checklist_age": "12m",
            "long_term_check": "12m",
            "returns": 2,
        },
        "warn": {"green": "20d", "yellow": "10d"},
        "sample": Number("0.10"),
        "grades": {"excellent": 90, "good": 80, "fair": 60, "poor": 0},
        "small_count": 3,
        "mean_units": 5,
    }


def policy_records() -> Iterator[tuple[str, Record]]:
    """Yield the policies."""
    yield "policy/2021-09-28.yaml", _policy("rectification-measures", "立行立改", "5wd")
    revised = _policy("rectification-measures-2024", "即知即改", "4wd")
    pause = {"severity": "none", "reason": "人才库改革过渡期暂停末位淘汰", "until": "2026-12-31"}
    revised["limits"] = revised["limits"] | {"common_from": 6}
    yield "policy/2024-01-01.yaml", revised | {"rules": {"TAL04": pause}}
