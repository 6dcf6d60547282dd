"""One difference as a clause: what was added, what is gone, what was one thing and is now another."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from inspection.derive.differences import Difference
from inspection.finding import Words
from inspection.history.entries import entry_said, letter_entry_said, person_entry_said
from inspection.history.parts import part_said, review_said
from inspection.history.words import Speaker
from inspection.model.inspections import (
    LifeMeeting,
    Publication,
    RectificationPlan,
    Report,
    SocietyPublication,
)
from inspection.model.matters import LetterEntry
from inspection.model.problems import Entry, Item, Outcome, Problem
from inspection.model.record import Record, Review
from inspection.model.units import PersonEntry

_WITHIN: dict[type[Struct], tuple[str, ...]] = {
    Item: ("log", "outcome"),
    RectificationPlan: ("reviews",),
    LifeMeeting: ("reviews",),
    Report: ("reviews",),
    Publication: ("party", "society"),
    SocietyPublication: ("retracted",),
    Outcome: ("institutions", "money", "accountable"),
}
"""What is said besides a part that is added; of what only holds others nothing else is said."""

_HOLDERS = (Publication, Outcome)
_DAYS = ("date", "approved", "submitted", "held", "ordered", "transferred")
_UNSAID = {("Problem", "statement"): Words("问题表述有改动（原文见差异）", "the statement was changed (see the diff)")}


def clause_of(speaker: Speaker, before: Record, after: Record, one: Difference) -> Words | None:
    """Return what a difference is in words, without what it is about; nothing for what only holds others."""
    if isinstance(one.after or one.before, _HOLDERS):
        return None
    if one.after is None:
        if isinstance(one.before, Struct):
            said = _part(speaker, before, one.old, one.before)
            return Words(f"删去：{said.zh}", f"removed: {said.en}")
        return _values(speaker, before, one.old, one)
    if isinstance(one.after, Struct):
        return _part(speaker, after, one.new, one.after)
    return _UNSAID.get((type(one.holder).__name__, one.field)) or _values(speaker, after, one.new, one)


def within(one: Difference) -> Iterator[Difference]:
    """Yield what lies in a part that was added and is said apart from it."""
    part = one.after
    keys = dict(zip(part.__struct_fields__, part.__struct_encode_fields__, strict=True)) if _is_part(part) else {}
    for attribute in _WITHIN.get(type(part), ()):
        yield from added(part, attribute, f"{one.new}/{keys[attribute]}", one.around)


def added(holder: Struct, attribute: str, pointer: str, around: tuple[Struct, ...]) -> Iterator[Difference]:
    """Yield the parts of a field as differences from nothing."""
    value = getattr(holder, attribute)
    for place, part in enumerate(value if isinstance(value, tuple) else ()):
        if not _is_part(part):
            return
        yield Difference(f"{pointer}/{place}", f"{pointer}/-", holder, attribute, None, part, (*around, holder))
    if _is_part(value):
        yield Difference(pointer, pointer, holder, attribute, None, value, (*around, holder))


def day_of(one: Difference) -> str | None:
    """Return the day a fact happened, where it says one."""
    part = one.after if one.after is not None else one.before
    for name in _DAYS:
        day = getattr(part, name, None)
        if day is not None:
            return str(day)
    return None


def _is_part(value: Any) -> bool:
    return isinstance(value, Struct)


def _part(speaker: Speaker, record: Record, pointer: str, part: Struct) -> Words:
    if isinstance(part, Entry) and isinstance(record, Problem):
        item = next(item for item in record.items if any(entry is part for entry in item.log))
        return entry_said(speaker, record, item, part)
    if isinstance(part, LetterEntry):
        return letter_entry_said(speaker, part)
    if isinstance(part, PersonEntry):
        return person_entry_said(speaker, part)
    if isinstance(part, Review):
        paper = pointer.rpartition("/reviews")[0]
        return review_said(speaker, speaker.label(record, paper) if paper else Words("自查", "self-check"), part)
    return part_said(speaker, record, pointer, part)


def _values(speaker: Speaker, record: Record, pointer: str, one: Difference) -> Words:
    label = speaker.label(record, pointer)
    was, now = speaker.value(record, pointer, one.before), speaker.value(record, pointer, one.after)
    if one.before is None:
        return Words(f"{label.zh}：{now.zh}", f"{label.en}: {now.en}")
    if one.after is None:
        return Words(f"{label.zh}：{was.zh} 被删去", f"{label.en}: {was.en} removed")
    return Words(f"{label.zh}：{was.zh} → {now.zh}", f"{label.en}: {was.en} → {now.en}")
