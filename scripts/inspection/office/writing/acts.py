"""What somebody wants written, and how each act becomes values added to one file."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, NamedTuple

from inspection.emit import is_block_of_text
from inspection.finding import Words
from inspection.office.writing.action import DAYS, ENTRY, Action
from inspection.office.writing.bench import Bench, RefusedError, State
from inspection.office.writing.fields import Json, below, fields_of, missing, ordered, plain
from inspection.office.writing.named import named_action
from inspection.office.writing.numbers import next_id, with_ids
from inspection.office.writing.places import Reached, reached
from inspection.office.writing.splice import Add, Pointer, Put, fresh
from inspection.office.writing.targets import Target, place_of, target_of


class New(NamedTuple):
    """A new record.

    Attributes:
        kind: Its kind.
        body: Its fields, plain data; days, `Decimal`s and lists as Python has them will do.
        name: Its id; empty where the tool gives it.
        home: For the tool's id: a problem's round, a letter's or visit's year; empty for today's.
    """

    kind: str
    body: Mapping[str, Any]
    name: str = ""
    home: str = ""


class Fact(NamedTuple):
    """A dated fact of a record that is there.

    Attributes:
        target: The id of the record or item; see `targets.target_of`.
        action: The name of an action of `actions.ACTIONS`.
        fields: What it says, with the names of the schema; of a `DAYS` action bodies and their days.
        picked: Which entry of a list is meant, where the action's place has an `@`, and which part, `of`.
    """

    target: str
    action: str
    fields: Mapping[str, Any]
    picked: Mapping[str, str] = {}


class Change(NamedTuple):
    """Another value for a field that no rule protects, or a first one: what a spreadsheet's changed cell is.

    Attributes:
        target: The id of the record or item.
        pointer: JSON Pointer below it, such as `/responsible`.
        value: Plain data.
    """

    target: str
    pointer: str
    value: Any


Act = New | Fact | Change


class Drafted(NamedTuple):
    """An act as it would be written.

    Attributes:
        target: What it was of.
        pointer: Where it stands in the record, a JSON Pointer.
        state: The whole file as it would stand.
    """

    target: Target
    pointer: str
    state: State


def drafted(bench: Bench, act: Act, paths: Collection[str], today: date) -> Drafted:
    """Return an act as it would be written, judged by its form alone.

    Raises:
        RefusedError: It cannot be written.
        UsageError: It names what is not there.
    """
    if isinstance(act, New):
        return _new(bench, act, paths, today)
    target = target_of(act.target, paths)
    if isinstance(act, Change):
        return _change(bench, target, act)
    return _fact(bench, target, named_action(target.kind, act.action, act.target), act)


def _new(bench: Bench, act: New, paths: Collection[str], today: date) -> Drafted:
    name = act.name or next_id(act.kind, act.home, paths, bench.around, today, bench.numbers)
    target = place_of(act.kind, name)
    schema = bench.schemas.of(act.kind)
    body = with_ids(schema, ordered(schema, dict(act.body)))
    if act.kind == "problem" and not is_block_of_text(body.get("statement", "\n")):
        body["statement"] = f"{str(body['statement']).strip()}\n"
    _complete(schema, body, ())
    return Drafted(target, "", bench.created(target.path, fresh(body, schema["properties"]), body))


def _fact(bench: Bench, target: Target, action: Action, act: Fact) -> Drafted:
    data = bench.data(target.path)
    if data is None and not action.creates:
        raise RefusedError(Words(f"还没有 {target.name} 这份记录", f"there is no record {target.name} yet"))
    at = reached(bench.schemas, target, action, data or {}, act.picked)
    said = {**action.usual, **act.fields}
    if action.name == "correct" and target.kind != "item":
        said.setdefault("was", _was(data or {}, str(said.get("path", ""))))
    beside = {key: said.pop(key) for key in action.beside if key in said}
    arranged = plain if action.form == DAYS else ordered
    value = with_ids(at.schema, arranged(at.schema, {**said, **action.fixed}), at.ids, at.beside)
    if action.form == ENTRY:
        value = _in_order(value, action)
        _complete(at.schema, value, action.needs)
    else:
        _complete(at.schema, {**at.held, **value} if action.form != DAYS else value, action.needs)
        _not_there_yet(at, value, target)
    edits = [*at.edits(value, action), *_beside(bench, target, data or {}, beside)]
    if data is None:
        schema = bench.schemas.of(target.kind)
        return Drafted(target, "", bench.created(target.path, fresh(value, schema["properties"]), value))
    return Drafted(target, at.pointer(action, value), bench.changed(target.path, edits))


def _change(bench: Bench, target: Target, act: Change) -> Drafted:
    data = bench.data(target.path)
    if data is None:
        raise RefusedError(Words(f"没有 {target.name} 这份记录", f"there is no record {target.name}"))
    parts = [part for part in act.pointer.split("/") if part]
    base = Reached.base(target, data)
    holder: Any = data
    place: Pointer = base
    for part in base:
        holder = holder[part]
    for part in parts[:-1]:
        key: str | int = int(part) if isinstance(holder, list) else part
        if isinstance(holder, dict) and key not in holder:
            raise RefusedError(Words(f"没有 {act.pointer} 这个位置", f"there is no place {act.pointer}"))
        holder, place = holder[key], (*place, key)
    dotted = ".".join(str(part) for part in (*place, parts[-1]) if not isinstance(part, int))
    schema = bench.schemas.of(target.record_kind)
    value, last = plain(below(schema, dotted), act.value), parts[-1]
    if last in holder:
        edit: Add | Put = Put((*place, last), value)
    else:
        order = [field.name for field in fields_of(below(schema, ".".join(dotted.split(".")[:-1])))]
        edit = Add(place, last, value, order[: order.index(last)] if last in order else ())
    pointer = "".join(f"/{part}" for part in (*place, last))
    return Drafted(target, pointer, bench.changed(target.path, [edit]))


def _in_order(value: Json, action: Action) -> Json:
    """Return an entry with its fields in the order of its action: the day and the action first, the note last."""
    order = [key for key in ("id", "date", *action.fixed, *action.names) if key in value]
    return {key: value[key] for key in dict.fromkeys([*order, *value])} if action.names else value


def _beside(bench: Bench, target: Target, data: Json, said: Json) -> list[Add]:
    order = [field.name for field in fields_of(bench.schemas.of(target.record_kind))]
    taken = [key for key in said if key in data and data[key] != said[key]]
    if taken:
        raise _taken(taken, bench.schemas.of(target.record_kind), target)
    return [Add((), key, value, order[: order.index(key)]) for key, value in said.items() if key not in data]


def _complete(schema: Json, value: Json, needs: tuple[str, ...]) -> None:
    lacking = list(missing(schema, value, needs))
    if lacking:
        zh = "、".join(f"{field.label.zh}（{place}）" for place, field in lacking)
        raise RefusedError(Words(f"还缺 {zh}", f"still missing: {', '.join(place for place, _ in lacking)}"))


def _not_there_yet(at: Reached, value: Json, target: Target) -> None:
    if not value:
        raise RefusedError(
            Words("没有写要记的内容：用 --字段 写明，字段见 --help", "nothing to record was said: see --help")
        )
    taken = [key for key in value if key in at.held and at.held[key] != value[key]]
    if taken:
        raise _taken(taken, at.schema, target)
    if all(key in at.held for key in value):
        raise RefusedError(Words("这些内容已经记载，没有要写的", "all of this is recorded already"))


def _was(data: Json, path: str) -> Any:
    node: Any = data
    for part in [part for part in path.split("/") if part]:
        try:
            node = node[int(part)] if isinstance(node, list) else node[part]
        except (LookupError, ValueError, TypeError):
            raise RefusedError(Words(f"记录里没有 {path}", f"the record has no {path}")) from None
    return node


def _taken(keys: list[str], schema: Json, target: Target) -> RefusedError:
    labels = {one.name: one.label.zh or one.name for one in fields_of(schema)}
    zh = "、".join(f"「{labels.get(key, key)}」" for key in keys)
    record = target.name.partition("/")[0] if target.kind == "item" else target.name
    return RefusedError(
        Words(f"{zh}已有记载，不能再写", f"{', '.join(keys)}: recorded already"),
        Words(f"写错了的，用 inspection record {record} 更正", f"mend a mistake: inspection record {record} correct"),
    )
