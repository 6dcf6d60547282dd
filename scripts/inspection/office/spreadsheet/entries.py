"""What somebody filled in of a new entry, made whole: action, body, reason."""

from collections.abc import Mapping
from typing import Any

from inspection.derive.differences import as_plain
from inspection.model.problems import Action, Entry
from inspection.office.spreadsheet.derived import REASONS
from inspection.office.spreadsheet.grid import quoted
from inspection.office.spreadsheet.names import Names
from inspection.office.spreadsheet.values import NotTakenError

_BY = {
    **dict.fromkeys((Action.START, Action.REPORT, Action.ACHIEVE, Action.SUBMIT, Action.ASK), "unit"),
    Action.SUPERVISE: "office",
}
"""Whose word an action is, where nobody says."""


def entry_of(filled: Mapping[str, Any], names: Names, action: str | None = None) -> dict[str, Any]:
    """Return an entry from its fields by name.

    Args:
        filled: What was filled in; the action may be left out beside a note, which then is a report.
        names: The words for reasons.
        action: The action, where the list knows it.

    Raises:
        NotTakenError: It is no entry yet: no day, no action, or nobody whose word it is.
    """
    entry = dict(filled)
    made = Action(entry.pop("action", None) or action or _plainly(entry))
    if "date" not in entry:
        raise NotTakenError("缺少日期", "the day is missing")
    by = entry.pop("by", None) or _BY.get(made)
    if by is None:
        raise NotTakenError(
            f"「{names.code('item_action', made.value)}」要写明办理主体",
            f"{made.value} needs the body whose word it is",
        )
    if made is Action.CORRECT:
        raise NotTakenError("更正不能用表格，请用 inspection record", "corrections are made by `inspection record`")
    if made in REASONS and "reason" in entry:
        entry["reason"] = _reason(entry["reason"], REASONS[made], names)
    return {"date": entry.pop("date"), "action": made.value, "by": by, **entry}


def _plainly(entry: Mapping[str, Any]) -> str:
    if "note" in entry:
        return Action.REPORT.value
    raise NotTakenError("缺少动作：请从下拉列表选择", "the action is missing")


def _reason(text: str, vocabulary: str, names: Names) -> str:
    code = names.code_of(vocabulary, text)
    if code is None:
        known = "、".join(names.labels_of(vocabulary))
        raise NotTakenError(f"理由{quoted(text).zh}不在可选范围内，可以写：{known}", f"the reason is none of {known}")
    return code


def recorded(log: tuple[Entry, ...], entry: Mapping[str, Any]) -> bool:
    """Return whether a log says already what an entry says."""
    wanted = as_plain(dict(entry))
    return any(wanted.items() <= as_plain(one).items() for one in log if str(one.date) == wanted["date"])
