"""An item's log as its `correct` entries leave it."""

from collections.abc import Sequence
from datetime import date
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


def in_order(log: Sequence[Entry], as_of: date) -> list[Placed]:
    """Return the entries not after `as_of`, by day, then position."""
    placed = [Placed(index, entry) for index, entry in enumerate(log) if entry.date <= as_of]
    return sorted(placed, key=lambda one: (one.entry.date, one.place))


def corrected(log: Sequence[Entry], as_of: date) -> tuple[list[Placed], list[BadCorrection]]:
    """Return the log the fold reads on `as_of`, and the corrections that name nothing.

    Later corrections are carried out first, so one may void or change an earlier one. A corrected entry keeps its
    place in the file; `correct` entries themselves move nothing.
    """
    bad: list[BadCorrection] = []
    entries: list[Entry | None] = list(log)
    for index, _ in reversed([one for one in in_order(log, as_of) if one.entry.action is Action.CORRECT]):
        correction = entries[index]
        if correction is not None:
            fault = _carry_out(entries, index, correction)
            bad.extend([BadCorrection(index, fault)] if fault else [])
    left = [Placed(index, entry) for index, entry in enumerate(entries) if entry is not None and entry.date <= as_of]
    return sorted(left, key=lambda one: (one.entry.date, one.place)), bad


def _carry_out(entries: list[Entry | None], index: int, correction: Entry) -> str:
    """Change the entry a correction names; return the field that is wrong, or nothing."""
    target = (correction.entry or 0) - 1
    if not 0 <= target < len(entries) or target == index:
        return "entry"
    mended = entries[target]
    if mended is None:
        return "entry"
    if correction.void == bool(correction.set):
        return "void" if correction.void else "set"
    if correction.void:
        entries[target] = None
        return ""
    try:
        entries[target] = msgspec.convert({**msgspec.to_builtins(mended), **(correction.set or {})}, Entry)
    except msgspec.ValidationError:
        return "set"
    return ""
