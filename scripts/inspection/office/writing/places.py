"""The way from a record to the place a fact goes to, as far as the record already has it."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from inspection.errors import UsageError
from inspection.finding import Words
from inspection.office.writing.action import ENTRY, FIELDS, Action
from inspection.office.writing.bench import RefusedError
from inspection.office.writing.fields import Json, below, fields_of
from inspection.office.writing.splice import Add, Pointer
from inspection.office.writing.targets import Target
from inspection.read.schema import Schemas


class Reached(NamedTuple):
    """Where a fact goes.

    Attributes:
        there: The part of the way the record has.
        lacking: The keys of the rest of the way.
        schema: The schema of what is written: of an entry, or of the mapping fields are written in.
        around: The schema of the whole record.
        held: What stands there already: the mapping, or nothing.
        ids: The ids of the list's entries.
        beside: The ids that what is written may not give again, by the list within it they would stand in.
        length: How many entries the list has.
    """

    there: Pointer
    lacking: tuple[str, ...]
    schema: Json
    around: Json
    held: Json
    ids: tuple[Any, ...]
    beside: Mapping[str, tuple[Any, ...]]
    length: int

    @staticmethod
    def base(target: Target, data: Json) -> Pointer:
        """Return the way from the record to what is recorded of.

        Raises:
            UsageError: The problem has no such item.
        """
        if target.kind != "item":
            return ()
        ids = [one["id"] for one in data.get("items", ())]
        if target.item not in ids:
            raise UsageError(
                f"问题里没有事项 {target.item}，只有 {'、'.join(map(str, ids)) or '零项'}",
                f"the problem has no item {target.item}; there are {', '.join(map(str, ids)) or 'none'}",
            )
        return "items", ids.index(target.item)

    def edits(self, value: Json, action: Action) -> Iterable[Add]:
        """Return what is added to the record so that it says the value there; days stand in the order they came in."""
        if action.form == ENTRY:
            return [self._added([value])] if self.lacking else [Add(self.there, None, value)]
        if self.lacking:
            return [self._added(value)]
        order = [field.name for field in fields_of(self.schema)] if action.form == FIELDS else list(value)
        fresh = [key for key in value if key not in self.held]
        return [Add(self.there, key, value[key], order[: order.index(key)]) for key in fresh]

    def pointer(self, action: Action, value: Json) -> str:
        """Return the JSON Pointer of what is written."""
        way: Pointer = (*self.there, *self.lacking)
        if action.form == ENTRY:
            way = (*way, self.length)
        elif not self.lacking:
            way = (*way, next(key for key in value if key not in self.held))
        return "".join(f"/{part}" for part in way)

    def _added(self, value: Any) -> Add:
        for key in reversed(self.lacking[1:]):
            value = {key: value}
        dotted = ".".join(part for part in self.there if isinstance(part, str))
        order = [field.name for field in fields_of(below(self.around, dotted))]
        key = self.lacking[0]
        return Add(self.there, key, value, order[: order.index(key)])


def reached(schemas: Schemas, target: Target, action: Action, data: Json, picked: Mapping[str, str]) -> Reached:
    """Return where a fact goes.

    Args:
        schemas: Of all kinds.
        target: What it is recorded of.
        action: What it is.
        data: The record as it stands.
        picked: Which entry of each list is meant, and which part of the record.

    Raises:
        RefusedError: There is no such entry.
        UsageError: It was not said which part is meant.
    """
    there = Reached.base(target, data)
    node: Any = data
    for part in there:
        node = node[part]
    around = schemas.of(target.record_kind)
    names = [str(part) for part in there if isinstance(part, str)]
    lacking: tuple[str, ...] = ()
    for part in action.place.split(".") if action.place else ():
        key = _part(part, node, action, picked, around)
        if isinstance(key, str):
            names.append(key)
        if lacking or (isinstance(node, dict) and key not in node):
            lacking = (*lacking, str(key))
        else:
            there, node = (*there, key), node[key]
    held = node if isinstance(node, dict) and not lacking else {}
    entries = node if isinstance(node, list) and not lacking else []
    ids = tuple(one["id"] for one in entries if isinstance(one, dict) and "id" in one)
    beside = {"add": _measures(data, there)} if target.kind == "item" else {}
    return Reached(there, lacking, below(around, ".".join(names)), around, held, ids, beside, len(entries))


def _measures(data: Json, item: Pointer) -> tuple[Any, ...]:
    """Return the ids of all measures an item ever had: those of its plan, and those its log added."""
    held = data["items"][item[1]]
    lists = [held.get("measures", ()), *(entry.get("add", ()) for entry in held.get("log", ()))]
    return tuple(one["id"] for each in lists for one in each if isinstance(one, dict) and "id" in one)


def _part(part: str, node: Any, action: Action, picked: Mapping[str, str], schema: Json) -> str | int:
    if part == "@of":
        if picked.get("of") not in action.of:
            labels = {one.name: one.label.zh for one in fields_of(schema)}
            zh = "、".join(f"{labels[one]}（{one}）" for one in action.of)
            raise UsageError(f"用 --of 写明是哪一项：{zh}", f"say which: --of {', '.join(action.of)}")
        return picked["of"]
    if not part.startswith("@"):
        return part
    name, _, key = part[1:].partition(":")
    entries = node if isinstance(node, list) else []
    wanted = picked.get(name)
    if wanted is None and entries and (not key or len(entries) == 1):
        return len(entries) - 1
    for place, entry in enumerate(entries):
        if wanted is not None and wanted == str(entry.get(key) if key else place + 1):
            return place
    known = "、".join(str(entry.get(key) if key else place + 1) for place, entry in enumerate(entries))
    raise RefusedError(
        Words(f"用 --{name} 写明是哪一个：现有 {known or '零个'}", f"say which: --{name}; there are {known or 'none'}")
    )
