"""What the changes of a run are by themselves: each only adds lines, and all of them are told from the last version."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from inspection.history.fact import Raw
from inspection.history.grown import day_of, only_grown
from inspection.history.runs import Change, Told
from inspection.history.verdict import Verdict
from inspection.model.kinds import Kind
from inspection.read.layers import NEVER, Came, NotLayeredError, first, numbers, since


def added(blobs: Sequence[str], told: Told, kind: Kind, inspection: str) -> dict[Change, Verdict]:
    """Return what each change of a run is by itself, as it is told from each two versions at a higher price.

    Args:
        blobs: The contents of the run.
        told: What it tells.
        kind: The kind of record.
        inspection: The path of the inspection a problem's texts belong to, with `{}` for its unit.

    Returns:
        Nothing where that is not certain.
    """
    if not only_grown(told.came):
        return {}
    try:
        return dict(_verdicts(blobs, told, kind, inspection))
    except NotLayeredError:
        return {}


def _verdicts(blobs: Sequence[str], told: Told, kind: Kind, inspection: str) -> Iterator[tuple[Change, Verdict]]:
    data, came, facts = told
    fresh: list[list[Raw]] = [[] for _ in blobs]
    for raw in facts.values():
        fresh[raw.came].append(raw)
    early, approved = _early(data, came), _approved(data, came)
    unit, named = _unit(data, came) if kind.name == "problem" else ("", NEVER)
    shown = _shown(data, came) if unit else ()
    befores: tuple[str, ...] = ()
    for number, (blob, new) in enumerate(zip(blobs, fresh, strict=True)):
        its = unit if number >= named else ""
        verdict = Verdict(
            befores,
            fresh=tuple([raw.pointer for raw in new]),
            earliest=min([raw.day for raw in new]).toordinal() if new else 0,
            early=number in early,
            unit=its,
            public=inspection.format(its) if number in shown and its else "",
            approved=number >= approved,
        )
        yield (befores, blob), verdict
        befores = (blob,)


def _part(node: Any, came: Came, key: str) -> tuple[Any, Came]:
    """Return a field of a mapping and when it came; nothing where there is none."""
    value = node.get(key) if isinstance(node, dict) else None
    return value, since(came, key) if value is not None else NEVER


def _items(data: Mapping[str, Any], came: Came) -> Iterator[tuple[Mapping[str, Any], Came]]:
    items, when = _part(data, came, "items")
    for place, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict):
            yield item, since(when, place)


def _unit(data: Mapping[str, Any], came: Came) -> tuple[str, int]:
    if "unit" not in data:
        return "", NEVER
    when = since(came, "unit")
    if not isinstance(when, int):
        raise NotLayeredError
    return str(data["unit"]), when


def _approved(data: Mapping[str, Any], came: Came) -> int:
    society, when = _part(*_part(data, came, "publication"), "society")
    return first(when) if society else NEVER


def _shown(data: Mapping[str, Any], came: Came) -> set[int]:
    """Return with which versions what may become public changed: see `grown.public`; a first one holds it."""
    texts = [_part(data, came, name) for name in ("public", "disclosure")]
    held = any(value and first(when) == 0 for value, when in texts)
    changed = [number for _, when in texts for number in numbers(when)]
    items, listed = _part(data, came, "items")
    if isinstance(items, list):
        changed.append(first(listed))
    for item, when in _items(data, came):
        changed += [first(when), *numbers(_part(item, when, "public")[1])]
    return {number for number in changed if number or held}


def _early(data: Mapping[str, Any], came: Came) -> set[int]:
    """Return with which versions a log gained an entry of a day before one that was there: see `grown.in_order`."""
    found = set(_out_of_order(*_part(data, came, "log")))
    names = [""]
    for item, when in _items(data, came):
        name, named = _part(item, when, "id")
        if name is not None and named != first(when):
            raise NotLayeredError
        names.append(str(name))
        found.update(_out_of_order(*_part(item, when, "log")))
    if len(set(names)) < len(names):
        raise NotLayeredError
    return found


def _out_of_order(log: Any, came: Came) -> Iterator[int]:
    if not isinstance(log, list) or not isinstance(came, list):
        return
    last, before, number = "", "", 0
    for entry, when in zip(log, map(first, came), strict=True):
        day = day_of(entry)
        if when > number:
            before, number = last, when
        if day < before:
            yield number
        last = max(last, day)
