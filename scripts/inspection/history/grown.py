"""Whether one version of a record only adds to another: the fast half of the audit.

Nothing is judged here. What only adds in the ways named cannot have changed a fact, and whatever else a version does
is looked at by the rules.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from inspection.read.layers import Came

_LOGS = frozenset({"log", "corrections", "acknowledged", "purges"})
_PROMISED = frozenset({"measures", "topic", "title"})
"""What no longer even grows once it was accepted or approved; whether it was, the rules know."""
_PUBLIC = frozenset({"public", "disclosure"})
"""What has a check of its own (see `public`)."""


Logs = Sequence[tuple[str, list[Any]]]


def grown(before: Any, after: Any, name: str = "") -> bool:
    """Return whether one value, part or list only adds to another; what was there stands in its order.

    Args:
        before: Plain data.
        after: Plain data.
        name: The key it stands under.
    """
    if before is after or name in _PUBLIC:
        return True
    if name not in _PROMISED:
        if isinstance(before, dict) and isinstance(after, dict):
            return _fields_grown(before, after)
        if isinstance(before, list) and isinstance(after, list):
            return _list_grown(before, after, whole=name in _LOGS)
    return bool(before == after)


def only_grown(came: Came, name: str = "") -> bool:
    """Return the same of versions of which each only adds lines to the one before: is each grown out of that?

    Args:
        came: When each part of the last one came.
        name: The key it stands under.
    """
    if isinstance(came, int) or name in _PUBLIC:
        return True
    if isinstance(came, list):
        return name not in _PROMISED and all(isinstance(one, int) if name in _LOGS else only_grown(one) for one in came)
    return name not in _PROMISED and all(only_grown(one, key) for key, one in came.items())


def _fields_grown(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    for key, value in before.items():
        if key not in after or (value is not after[key] and not grown(value, after[key], key)):
            return False
    return True


def _list_grown(before: Sequence[Any], after: Sequence[Any], *, whole: bool) -> bool:
    rest = iter(after)
    for one in before:
        for other in rest:
            if one is other or (one == other if whole else grown(one, other)):
                break
        else:
            return False
    return True


def public(data: Mapping[str, Any]) -> Any:
    """Return what of a problem may become public, as plain data."""
    items = data.get("items")
    tasks = [one.get("public") for one in items if isinstance(one, dict)] if isinstance(items, list) else ()
    return data.get("public"), data.get("disclosure"), tasks


def logs(data: Mapping[str, Any]) -> Logs:
    """Return the logs of a record, by the item they are of."""
    items = data.get("items")
    found: list[tuple[object, Any]] = [("", data.get("log"))]
    if isinstance(items, list):
        found += [(one.get("id"), one.get("log")) for one in items if isinstance(one, dict)]
    return [(str(place), log if isinstance(log, list) else []) for place, log in found]


def in_order(before: Logs, after: Logs) -> bool:
    """Return whether every entry a log gained is the last by place and by day.

    Then the moves before it were judged with it: an item's status is a fold, and the beginning of a fold stays.
    """
    old = dict(before)
    return all(_follows(old[place], log) for place, log in after if place in old)


def _follows(before: Sequence[Any], after: Sequence[Any]) -> bool:
    if len(before) == len(after):
        return True
    if after[: len(before)] != before:
        return False
    last = max((day_of(one) for one in before), default="")
    return all(day_of(one) >= last for one in after[len(before) :])


def day_of(entry: Any) -> str:
    """Return the day of an entry as it is written, `""` where there is none."""
    return str(entry.get("date", "")) if isinstance(entry, dict) else ""


def leaves(value: Any, place: str = "") -> set[tuple[str, object]]:
    """Return every value with the keys that lead to it, without positions in lists."""
    found: set[tuple[str, object]] = set()
    if isinstance(value, dict):
        for key, inner in value.items():
            found |= leaves(inner, f"{place}/{key}")
    elif isinstance(value, list):
        for inner in value:
            found |= leaves(inner, place)
    else:
        found.add((place, value))
    return found


def rewritten(before: Sequence[bytes], after: Sequence[bytes]) -> bool:
    """Return whether of a text less than half is left, line by line, so that nobody can see what was changed."""
    half = (len(before) + 1) // 2
    if len(before) <= _SHORT or before[:half] == after[:half]:
        return False
    kept = set(after)
    return 2 * sum(line in kept for line in before) < len(before)


_SHORT = 5
"""Lines up to which a text is seen at a glance."""
