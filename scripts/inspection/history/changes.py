"""Two versions of a ledger to what an office would say was done between them. Pure, and linear in what it reads."""

from collections.abc import Iterator

from msgspec.structs import replace

from inspection.change import Change, ChangeKind
from inspection.derive.differences import Difference, differences
from inspection.finding import Words
from inspection.history.clauses import clause_of, day_of, within
from inspection.history.fresh import contents, fresh_said
from inspection.history.subjects import Subject, subject_of
from inspection.history.topics import topic_of, topic_of_record
from inspection.history.words import Labels, Speaker
from inspection.model.ledger import Ledger
from inspection.model.problems import Item, Problem
from inspection.model.record import Record
from inspection.rules.changes.mended import mended


def changes(base: Ledger, head: Ledger, labels: Labels, broken: frozenset[str] = frozenset()) -> list[Change]:
    """Return what `head` holds and `base` does not, and the other way round, in the order of the records.

    A value changed by a correction is said by the correction alone. A record that cannot be read now is left out: the
    reader's findings speak of it.

    Args:
        base: The older ledger.
        head: The newer one.
        labels: What people call fields and codes.
        broken: Paths of the files of `head` that hold no good record.
    """
    speaker = Speaker(labels, head, base)
    before = {one.path: one for one in base.records()}
    after = {one.path: one for one in head.records()}
    gone = {path: one for path, one in before.items() if path not in after and path not in broken}
    homes = {_nameless(one): path for path, one in gone.items()}
    said: list[Change] = []
    for path, record in after.items():
        if path in before:
            said += _altered(speaker, before[path], record) if before[path] != record else ()
        elif (old := homes.pop(_nameless(record), None)) is not None:
            said.append(_renamed(speaker, gone.pop(old), record))
        else:
            said += _added(speaker, record)
    said += (_deleted(speaker, record) for record in gone.values())
    return said


def _nameless(one: Record) -> tuple[str, str]:
    return type(one).__name__, repr(replace(one, path="", id=""))


def _altered(speaker: Speaker, before: Record, after: Record) -> Iterator[Change]:
    speaker.hidden.look_at(before)
    speaker.hidden.look_at(after)
    for one in differences(before, after):
        if not mended(after, one):
            yield from _told(speaker, before, after, one)


def _told(speaker: Speaker, before: Record, after: Record, one: Difference) -> Iterator[Change]:
    """Yield a difference, then what lies within a part that was added."""
    record = after if one.after is not None else before
    clause = clause_of(speaker, before, after, one)
    if clause is not None:
        subject = subject_of(speaker, record, _item(before, one))
        yield Change(
            path=after.path,
            id=subject.id,
            unit=subject.unit,
            pointer=one.new if one.after is not None else one.old,
            kind=_kind(one),
            before=speaker.hidden.plain(one.before),
            after=speaker.hidden.plain(one.after),
            day=day_of(one),
            topic=topic_of(after, one),
            **_sentence(subject, clause),
        )
    if one.before is None:
        for inner in within(one):
            yield from _told(speaker, before, after, inner)


def _kind(one: Difference) -> ChangeKind:
    if one.before is None:
        return ChangeKind.ADDED
    return ChangeKind.REMOVED if one.after is None else ChangeKind.ALTERED


def _item(before: Record, one: Difference) -> Item | None:
    """Return the item a difference lies in or is."""
    around = (part for part in (*one.around, one.after, one.before) if isinstance(part, Item))
    return next(around, None) if isinstance(before, Problem) else None


def _added(speaker: Speaker, record: Record) -> Iterator[Change]:
    speaker.hidden.look_at(record)
    yield _of_record(speaker, record, ChangeKind.RECORD_ADDED, fresh_said(speaker, record))
    for one in contents(record):
        yield from _told(speaker, record, record, one)


def _deleted(speaker: Speaker, record: Record) -> Change:
    said = Words(f"记录被删除（{record.path}）", f"record deleted ({record.path})")
    return _of_record(speaker, record, ChangeKind.RECORD_DELETED, said)


def _renamed(speaker: Speaker, old: Record, record: Record) -> Change:
    said = Words(f"记录由 {old.path} 改名", f"record renamed from {old.path}")
    change = _of_record(speaker, record, ChangeKind.RECORD_RENAMED, said)
    return replace(change, before=old.path, after=record.path)


def _of_record(speaker: Speaker, record: Record, kind: ChangeKind, said: Words) -> Change:
    subject = subject_of(speaker, record)
    return Change(
        path=record.path,
        id=subject.id,
        unit=subject.unit,
        pointer="",
        kind=kind,
        topic=topic_of_record(record, kind),
        **_sentence(subject, said),
    )


def _sentence(subject: Subject, clause: Words) -> dict[str, str]:
    return {"zh": f"{subject.said.zh}：{clause.zh}", "en": f"{subject.said.en}: {clause.en}"}
