"""What an import will write, and what it will not, in plain words."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from inspection.labels import Field, Wording
from inspection.office.spreadsheet.columns import Typed
from inspection.office.spreadsheet.derived import REASONS
from inspection.office.spreadsheet.grid import Refusal
from inspection.office.spreadsheet.measures import measure_lines
from inspection.office.spreadsheet.names import Names
from inspection.office.spreadsheet.wishes import NewEntry, NewItem, NewProblem, Set, Wish

MOST = 200
"""The most lines of one kind that are told; the rest is counted."""
_LONG = 60


def preview(wishes: Iterable[Wish], names: Names) -> Iterator[Wording]:
    """Yield what will be written, a line each, by what it is.

    Args:
        wishes: What is written.
        names: What codes and units are called.
    """
    every = list(wishes)
    for kind, zh, en in _KINDS:
        lines = [_line(one, names) for one in every if isinstance(one, kind)]
        if lines:
            yield Wording(f"{zh} {len(lines)} {_COUNTED[kind]}：", f"{en}: {len(lines)}")
            yield from _listed(lines)


def refused(refusals: Iterable[Refusal]) -> Iterator[Wording]:
    """Yield what is not written: the cell, and why."""
    lines = []
    for place, words in sorted(refusals, key=lambda one: (one.place.sheet, one.place.row, one.place.column or 0)):
        where = place.words()
        lines.append(Wording(f"{where.zh}：{words.zh}", f"{where.en}: {words.en}"))
    if lines:
        yield Wording(f"没有读入 {len(lines)} 处：", f"not taken over: {len(lines)}")
        yield from _listed(lines)


_KINDS = (
    (NewProblem, "新增问题", "new problems"),
    (NewItem, "新增整改事项", "new items"),
    (NewEntry, "新增整改记录", "new entries"),
    (Set, "补填和修改", "fields filled in or changed"),
)
_COUNTED = {NewProblem: "个", NewItem: "个", NewEntry: "条", Set: "处"}


def _listed(lines: list[Wording]) -> Iterator[Wording]:
    yield from (Wording(f"  {one.zh}", f"  {one.en}") for one in lines[:MOST])
    if len(lines) > MOST:
        rest = len(lines) - MOST
        yield Wording(f"  ……另有 {rest} 处", f"  ... and {rest} more")


def _line(wish: Wish, names: Names) -> Wording:
    where = wish.place.words()
    match wish:
        case NewProblem():
            items = wish.fields.get("items", ())
            text = f"{wish.round} {names.unit(wish.fields['unit'])}：{_short(wish.fields['statement'])}"
            if items:
                text += f"，整改事项 {len(items)} 个"
        case NewItem():
            text = f"{wish.reference}：{_short(wish.fields['task'])}，期限 {wish.fields['due']}"
        case NewEntry():
            text = f"{wish.reference}：{_entry(wish.entry, names)}"
        case Set():
            was = _said(wish.was, names, wish.vocabulary) or "（空）"
            head, now = wish.head, _said(wish.value, names, wish.vocabulary)
            return Wording(
                f"{wish.reference}「{head.zh}」：{was} → {now}（{where.zh}）",
                f'{wish.reference} "{head.en}": {was} -> {now} ({where.en})',
            )
    return Wording(f"{text}（{where.zh}）", f"{text} ({where.en})")


def _entry(entry: Any, names: Names) -> str:
    action = names.code("item_action", entry["action"])
    rest = [
        f"{_field(key, names).label.zh} {_said(value, names, _vocabulary(entry, key, names))}"
        for key, value in entry.items()
        if key not in ("date", "action", "by", "note")
    ]
    said = [
        f"{entry['date']} {names.body(entry['by'])}{action}",
        *([_short(entry["note"])] if entry.get("note") else []),
    ]
    return "，".join([*said, *rest])


def _field(key: str, names: Names) -> Field:
    return names.labels.field("problem", f"items.log.{key}")


def _vocabulary(entry: Any, key: str, names: Names) -> str:
    return REASONS.get(entry["action"], "") if key == "reason" else _field(key, names).vocabulary or ""


def _said(value: Typed, names: Names, vocabulary: str = "") -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, tuple):
        return (
            "；".join(_short(one) for one in measure_lines(value))
            if _measures(value)
            else "、".join(map(names.body, value))
        )
    if isinstance(value, str):
        return names.code(vocabulary, value) if vocabulary else _short(names.body(value))
    return str(value) if isinstance(value, int | date | Decimal) else ""


def _measures(value: tuple[Any, ...]) -> bool:
    return bool(value) and not isinstance(value[0], str)


def _short(text: object) -> str:
    plain = " ".join(str(text).split()).rstrip("。；")
    return plain if len(plain) <= _LONG else f"{plain[:_LONG]}……"
