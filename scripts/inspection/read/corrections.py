"""A record's `corrections`, honoured: what was recorded wrongly is read as it should have been.

Whoever corrects a value usually writes the new one in its place and adds the correction beside it; then there is
nothing to do. Where the old value still stands, the new one is read instead.
"""

import copy
import re
from typing import Any

from inspection.finding import Words
from inspection.read.fault import Fault

Json = dict[str, Any]

_KEY = "corrections"
_IN_A_LOG = re.compile(r"/items/[0-9]+/log(?:/|$)")
"""The log of an item: it mends itself, by entries that say who corrected what and when."""


def corrected(data: Json) -> tuple[Json, tuple[Fault, ...]]:
    """Return a valid record with its corrections applied, by day, then by position; the record itself is not changed.

    Returns:
        The record, and `SCH01` at each correction whose path leads nowhere or into an item's log, and at the last
        correction of a path whose value is neither the old one nor the new one.
    """
    entries: list[Json] = data.get(_KEY) or []
    if not entries:
        return data, ()
    record = copy.deepcopy(data)
    order = sorted(range(len(entries)), key=lambda index: (entries[index]["date"], index))
    last = {entries[index]["path"]: index for index in order}
    faults = []
    for index in order:
        entry = entries[index]
        if _IN_A_LOG.match(entry["path"]):
            faults.append(_into_a_log(index))
            continue
        found = _holder(record, entry["path"])
        if found is None:
            faults.append(_leads_nowhere(index))
            continue
        holder, key = found
        if _same(holder[key], entry["was"]):
            holder[key] = entry["is"]
        elif last[entry["path"]] == index and not _same(holder[key], entry["is"]):
            faults.append(_fits_neither(index))
    return record, tuple(faults)


def _holder(record: Json, path: str) -> tuple[Any, Any] | None:
    *parents, name = [part.replace("~1", "/").replace("~0", "~") for part in path.split("/")[1:]]
    node: Any = record
    if (not parents and name == _KEY) or parents[:1] == [_KEY]:
        return None
    for part in parents:
        key = _key(node, part)
        if key is None:
            return None
        node = node[key]
    key = _key(node, name)
    return None if key is None else (node, key)


def _key(node: Any, part: str) -> str | int | None:
    if isinstance(node, dict):
        return part if part in node else None
    if (
        isinstance(node, list)
        and part.isascii()
        and part.isdigit()
        and str(int(part)) == part
        and int(part) < len(node)
    ):
        return int(part)
    return None


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return type(one) is type(other) and bool(one == other)


def _leads_nowhere(index: int) -> Fault:
    return Fault(
        "SCH01",
        Words(
            f"第 {index + 1} 条更正的位置（path）在记录里找不到", f"the path of correction {index + 1} leads nowhere"
        ),
        Words("写成 /feedback/date 的形式；列表从 0 数起", "write it like /feedback/date; lists count from 0"),
        pointer=f"/{_KEY}/{index}/path",
    )


def _into_a_log(index: int) -> Fault:
    return Fault(
        "SCH01",
        Words(
            f"第 {index + 1} 条更正的位置（path）在整改记录（log）里，不能这样更正",
            f"correction {index + 1} reaches into an item's log, which is not corrected so",
        ),
        Words("在该事项的 log 里加一条 correct", "add an entry `correct` to the log itself"),
        pointer=f"/{_KEY}/{index}/path",
    )


def _fits_neither(index: int) -> Fault:
    return Fault(
        "SCH01",
        Words(
            f"第 {index + 1} 条更正：此处的值既不是原值（was），也不是新值（is）",
            f"correction {index + 1}: the value there is neither `was` nor `is`",
        ),
        Words(
            "核对 path、was、is;写法要与记录里完全一样", "check path, was and is; write them exactly as in the record"
        ),
        pointer=f"/{_KEY}/{index}",
    )
