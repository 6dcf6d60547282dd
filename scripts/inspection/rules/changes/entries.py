"""CHG02: entries of logs, which are only ever added."""

from collections.abc import Iterator

from msgspec import Struct

from inspection.derive.differences import Difference
from inspection.derive.matched import Pair, out_of_order, pairs
from inspection.finding import Severity
from inspection.model.district import Purge
from inspection.model.matters import LetterEntry
from inspection.model.problems import Action, Entry, Item, Problem
from inspection.model.record import Acknowledgement, Correction, Record
from inspection.model.units import PersonEntry
from inspection.rules.changes.compared import compared
from inspection.rules.changes.mended import mended
from inspection.rules.framework import Context, Sighting, rule, see

ENTRIES = (Entry, LetterEntry, PersonEntry, Acknowledgement, Correction, Purge)
"""What is only ever added: the entries of logs, and of the lists that say what was mended or accepted."""


@rule("CHG02", Severity.ERROR)
def log_entry_changed(context: Context) -> Iterator[Sighting]:
    """An entry of a log was changed, moved or removed.

    Why: what a body said on a day stays said; a log that may be rewritten proves nothing.

    Instead: put the entry back and add new ones at the end; mend a mistake by a `correct` entry, in the log of a letter
    or a person by `corrections` of the record, value by value.

    整改记录（log）等只能追加的条目被修改、移动或删除。

    为什么：某个主体某一天说过的话就留在那里；能改写的记录什么也证明不了。

    怎么改：恢复原条目，新条目加在末尾；记错的用 `correct` 更正，函件和人员的在 `corrections` 里更正。
    """
    for before, after, found in compared(context).altered:
        for difference in found:
            if concerns_entries(difference) and not mended(after, difference):
                yield from _changed(after, difference)
        for pointer, old, new in _logs(before, after):
            matched = pairs(old, new)
            yield from _moved(after, pointer, new, matched)
            yield from _redirected(after, pointer, old, new, matched)


def concerns_entries(difference: Difference) -> bool:
    """Return whether a difference lies in what is only ever added: in an entry, or in an item gone with its log."""
    if isinstance(difference.before, Item):
        return bool(difference.before.log)
    return isinstance(difference.before, ENTRIES) or any(isinstance(one, ENTRIES) for one in difference.around)


def _changed(record: Record, difference: Difference) -> Iterator[Sighting]:
    gone = difference.before
    at = difference.new.removesuffix("/-")
    if isinstance(gone, Item):
        zh = f"{record.id} 第 {gone.id} 项连同 {len(gone.log)} 条整改记录被删除"
        yield see(record, at, zh=zh, en=f"{record.id}: item {gone.id} is gone with {len(gone.log)} entries of its log")
    elif isinstance(gone, ENTRIES):
        said = _said(gone)
        yield see(record, at, zh=f"{record.id} 的条目（{said}）被删除", en=f"{record.id}: the entry {said} is gone")
    else:
        entry = next(one for one in difference.around if isinstance(one, ENTRIES))
        name, said = difference.new.rpartition("/")[2], _said(entry)
        zh = f"{record.id} 已有条目（现为 {said}）的 `{name}` 被修改"
        yield see(record, at, zh=zh, en=f"{record.id}: `{name}` of an entry (now {said}) was changed")


def _said(entry: Struct) -> str:
    """Return an entry's day and what it does, never its words."""
    parts = (getattr(entry, name, None) for name in ("date", "action", "rule", "path"))
    return " ".join(str(part) for part in parts if part is not None)


def _logs(before: Record, after: Record) -> Iterator[tuple[str, tuple[Struct, ...], tuple[Struct, ...]]]:
    """Yield the logs both versions hold: where each stands now, the older and the newer entries."""
    if isinstance(before, Problem) and isinstance(after, Problem):
        old = {item.id: item.log for item in reversed(before.items)}
        for place, item in enumerate(after.items):
            yield f"/items/{place}/log", old.get(item.id, ()), item.log
    for name in ("log", "acknowledged", "corrections", "purges"):
        if hasattr(after, name):
            yield f"/{name}", getattr(before, name), getattr(after, name)


def _moved(record: Record, pointer: str, new: tuple[Struct, ...], matched: list[Pair]) -> Iterator[Sighting]:
    for pair in out_of_order(matched):
        entry = _said(new[pair.after or 0])
        yield see(
            record,
            f"{pointer}/{pair.after}",
            zh=f"{record.id} 已有条目（{entry}）的先后次序被改动",
            en=f"{record.id}: an entry ({entry}) stands in another order than before",
        )


def _redirected(
    record: Record, pointer: str, old: tuple[Struct, ...], new: tuple[Struct, ...], matched: list[Pair]
) -> Iterator[Sighting]:
    """Yield the corrections that, as they count entries, concern another entry than they did."""
    now = {pair.before: pair.after for pair in matched}
    for place, entry in enumerate(old):
        after = now.get(place)
        if not isinstance(entry, Entry) or entry.action is not Action.CORRECT or entry.entry is None or after is None:
            continue
        same, meant = new[after], now.get(entry.entry - 1)
        if isinstance(same, Entry) and same == entry and meant != entry.entry - 1:
            yield see(
                record,
                f"{pointer}/{after}/entry",
                zh=f"{record.id} 的更正（{_said(entry)}）原指第 {entry.entry} 条，该条前面插入了条目，现在指向另一条",
                en=f"{record.id}: the correction ({_said(entry)}) of entry {entry.entry} now concerns another entry",
            )
