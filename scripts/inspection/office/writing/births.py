"""What a new record is asked for beyond what it cannot do without, and how it is named."""

import re
from collections.abc import Mapping

from inspection.errors import UsageError
from inspection.office.writing.targets import place_of

USUAL: Mapping[str, tuple[str, ...]] = {
    "problem": ("checked_by", "basis", "amount"),
    "round": ("phase", "announced", "checklists"),
    "inspection": ("mode", "audit", "intensity", "head", "onsite"),
    "unit": ("parent", "class", "leader_in_charge"),
    "letter": ("problems", "items", "suggestions", "reply_due"),
    "visit": ("rounds", "team", "units", "methods"),
    "person": ("specialty",),
    "common": ("owner", "addressees"),
    "self_check": ("submitted", "found", "measures", "institutions"),
    "checklist": ("aspects",),
    "paper": ("number",),
    "plan": ("rounds",),
    "calendar": ("off", "work"),
    "policy": (),
    "district": (),
    "signers": ("keys",),
    "purges": (),
}
"""The kinds of record, and the fields a terminal asks for too; an empty answer leaves them out."""

HOMES: Mapping[str, str] = {
    "problem": "R13-05",
    "round": "[R13-06]",
    "inspection": "R13-05/gushan-community",
    "unit": "gushan-community",
    "letter": "[2024]",
    "visit": "[2024]",
    "person": "",
    "common": "[C13-05]",
    "self_check": "C13-03/gushan-community",
    "checklist": "common-2025",
    "paper": "rectification-measures",
    "plan": "2025",
    "calendar": "2027",
    "policy": "2025-01-01",
    "district": "",
    "signers": "",
    "purges": "",
}
"""What follows the kind: its id, or where it belongs; in brackets what may be left to the tool."""

_ALONE = frozenset({"district", "signers", "purges"})
_BELONGS = {
    "problem": re.compile(r"R[0-9]{1,3}-[0-9]{2}"),
    "letter": re.compile(r"[0-9]{4}"),
    "visit": re.compile(r"[0-9]{4}"),
    "round": re.compile(r"[0-9]{1,3}"),
    "common": re.compile(r"[0-9]{1,3}"),
}


def named_or_home(kind: str, typed: str) -> tuple[str, str]:
    """Return the id of a new record and what it belongs to, one of them empty.

    Args:
        kind: Of the record.
        typed: What followed the kind: an id, a round, a year, a term, or nothing.

    Raises:
        UsageError: It is neither.
    """
    if kind in _ALONE:
        return kind, ""
    if typed and kind in _BELONGS and _BELONGS[kind].fullmatch(typed):
        return "", typed
    if typed:
        place_of(kind, typed)
        return typed, ""
    if HOMES[kind] and not HOMES[kind].startswith("["):
        raise UsageError(
            f"写明编号或属于哪里，如 inspection new {kind} {HOMES[kind]}",
            f"say its id or where it belongs, as in `inspection new {kind} {HOMES[kind]}`",
        )
    return "", ""
