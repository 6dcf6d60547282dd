"""An item's log as its `correct` entries leave it."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import starmap
from typing import NamedTuple

import msgspec

from inspection.model.problems import Action, Entry


class Placed(NamedTuple):
    """An entry and its place in the log as written, from 0."""

    place: int
    entry: Entry


class BadCorrection(NamedTuple):
    """A `correct` entry that cannot be carried out: its place, and the field that is wrong."""

    place: int
    field: str


class Mended(NamedTuple):
    """A log as its corrections leave it on a day.

    Attributes:
        entries: The entries that count on the day, by day, then position; corrections among them, voided ones not.
        later: The entries dated after it, in the same order.
        bad: Corrections that cannot be carried out.
    """

    entries: list[Placed]
    later: list[Placed]
    bad: list[BadCorrection]


def corrected(log: Sequence[Entry], as_of: date, legal: Callable[[Entry], bool]) -> Mended:
    """Return the log the fold reads on `as_of`.

    A correction names an entry written before it and changes it where it stands. Of several that change one entry, the
    later prevails; a correction that is itself corrected counts as mended, one that is voided not at all.

    Args:
        log: The log as written.
        as_of: The day; corrections dated after it do not count yet.
        legal: Whether a correction may be made at all (by whom, for what reason); others change nothing.
    """
    if Action.CORRECT not in [entry.action for entry in log]:
        return _parted(list(starmap(Placed, enumerate(log))), as_of, [])
    bad: list[BadCorrection] = []
    mended: list[Placed] = []
    against: dict[int, list[Placed]] = {}
    for place in range(len(log) - 1, -1, -1):
        entry = _carried_out(log[place], sorted(against.get(place, ()), key=_by_day), bad)
        if entry is None:
            continue
        mended.append(Placed(place, entry))
        if entry.action is Action.CORRECT and entry.date <= as_of and legal(entry):
            wrong = _wrong(entry, place)
            bad.extend([BadCorrection(place, wrong)] if wrong else [])
            if not wrong and entry.entry is not None:
                against.setdefault(entry.entry - 1, []).append(Placed(place, entry))
    return _parted(mended[::-1], as_of, bad)


def _by_day(placed: Placed) -> tuple[date, int]:
    return placed.entry.date, placed.place


def _parted(placed: list[Placed], as_of: date, bad: list[BadCorrection]) -> Mended:
    days = [entry.date for _, entry in placed]
    if days != sorted(days):
        placed.sort(key=_by_day)
    if not placed or placed[-1].entry.date <= as_of:
        return Mended(placed, [], bad)
    count = sum(one.entry.date <= as_of for one in placed)
    return Mended(placed[:count], placed[count:], bad)


def _wrong(correction: Entry, place: int) -> str:
    """Return the field of a correction that is wrong in itself, or nothing."""
    if correction.entry is None or not 1 <= correction.entry <= place:
        return "entry"
    if correction.void == bool(correction.set):
        return "void" if correction.void else "set"
    return ""


def _carried_out(entry: Entry, corrections: Sequence[Placed], bad: list[BadCorrection]) -> Entry | None:
    """Return the entry as the corrections that name it leave it; nothing when one voids it."""
    left: Entry | None = entry
    for place, correction in corrections:
        if left is None:
            bad.append(BadCorrection(place, "entry"))
        elif correction.void:
            left = None
        else:
            changed = _changed(left, correction)
            bad.extend([BadCorrection(place, "set")] if changed is None else [])
            left = left if changed is None else changed
    return left


def _changed(entry: Entry, correction: Entry) -> Entry | None:
    """Return the entry with the fields a correction sets; nothing when it is none any more, or of another sort."""
    try:
        changed = msgspec.convert({**msgspec.to_builtins(entry), **(correction.set or {})}, Entry)
    except msgspec.ValidationError:
        return None
    return changed if (changed.action is Action.CORRECT) == (entry.action is Action.CORRECT) else None
