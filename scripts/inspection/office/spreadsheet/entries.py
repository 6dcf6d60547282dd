"""What somebody filled in of a new entry, made whole: action, body, reason."""

from collections.abc import Mapping
from typing import Any

from inspection.derive.differences import as_plain
from inspection.model.problems import Action, Entry
from inspection.office.spreadsheet.columns import Listing
from inspection.office.spreadsheet.derived import REASONS
from inspection.office.spreadsheet.grid import quoted
from inspection.office.spreadsheet.listings import SUPERVISION
from inspection.office.spreadsheet.names import Names
from inspection.office.spreadsheet.offered import refuse_unfit
from inspection.office.spreadsheet.values import NotTakenError
from inspection.read.suggest import nearest_word

_BY = {
    **dict.fromkeys((Action.START, Action.REPORT, Action.ACHIEVE, Action.SUBMIT, Action.ASK), "unit"),
    Action.SUPERVISE: "office",
}
"""Whose word an action is, where nobody says."""


def entry_of(filled: Mapping[str, Any], names: Names, listing: Listing, reference: str) -> dict[str, Any]:
    """Return an entry from its fields by name.

    Args:
        filled: What was filled in; the action may be left out beside a note, which then is a report.
        names: What cells call codes.
        listing: The list it stands in; that of supervision takes supervisions only.
        reference: The item.

    Raises:
        NotTakenError: It is no entry yet: no day, no action, nobody says it, or the list has no columns for it.
    """
    entry = dict(filled)
    supervised = Action.SUPERVISE.value if listing.key == SUPERVISION else None
    made = Action(entry.pop("action", None) or supervised or _plainly(entry, listing))
    if supervised is None:
        refuse_unfit(made.value, listing.actions, reference, names)
    if "date" not in entry:
        raise _lacks("date", listing)
    by = entry.pop("by", None) or _BY.get(made)
    if by is None:
        raise NotTakenError(
            f"「{names.code('item_action', made.value)}」还要填「{_head('by', listing)}」",
            f"{made.value} needs the body whose word it is",
        )
    if made in REASONS and "reason" in entry:
        entry["reason"] = _reason(entry["reason"], REASONS[made], names)
    return {"date": entry.pop("date"), "action": made.value, "by": by, **entry}


def _plainly(entry: Mapping[str, Any], listing: Listing) -> str:
    if "note" in entry:
        return Action.REPORT.value
    raise _lacks("action", listing)


def _lacks(field: str, listing: Listing) -> NotTakenError:
    return NotTakenError(f"没有填「{_head(field, listing)}」", f"{field} is missing")


def _head(field: str, listing: Listing) -> str:
    return next(one.head.zh for one in listing.columns if one.place == f"items.log.{field}")


def _reason(text: str, vocabulary: str, names: Names) -> str:
    code = names.code_of(vocabulary, text)
    if code is None:
        labels = names.labels_of(vocabulary)
        near, known = nearest_word(text, labels), "、".join(labels)
        raise NotTakenError(
            f"理由{quoted(text).zh}不在可选范围内，" + (f"是不是「{near}」？" if near else f"可以写：{known}"),
            f"the reason is none of {known}",
        )
    return code


def recorded(log: tuple[Entry, ...], entry: Mapping[str, Any]) -> bool:
    """Return whether a log says already what an entry says."""
    wanted = as_plain(dict(entry))
    return any(wanted.items() <= as_plain(one).items() for one in log if str(one.date) == wanted["date"])
