"""An item's log as it is read: what the unit reported, what others verified, and what was decided about it.

Every entry is shown, those that count for nothing too: refused ones with the reason, voided and future ones as such.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from inspection.derive.lifecycle import Life, Refusal, read_log
from inspection.derive.lives import setting_of
from inspection.derive.roles import roles_of
from inspection.model.matters import Checked, Visit
from inspection.model.problems import Action, Entry, Item, Problem
from inspection.model.record import Day
from inspection.office.desk import Desk
from inspection.rules.lifecycle.sentences import why

REPORTED = frozenset({Action.START, Action.REPORT, Action.ACHIEVE, Action.SUBMIT, Action.ASK})
VERIFIED = frozenset({Action.AGREE, Action.RETURN, Action.CLOSE, Action.SUSTAIN, Action.REOPEN})


class Standing(StrEnum):
    """What an entry counts for."""

    COUNTS = "counts"
    REFUSED = "refused"
    VOID = "void"
    LATER = "later"


class Told(NamedTuple):
    """An entry of the log, or what a visit found.

    Attributes:
        number: The entry's number in the log, from 1; nothing for a visit.
        date: The day it happened; of a visit its last day.
        action: The action, or nothing for a visit.
        by: What whoever says it is called; the unit that leads is called by that word, as it may change.
        entry: The entry as its corrections leave it; as written where it is void.
        standing: What it counts for.
        corrected: Whether a correction changed it.
        reasons: Why it was refused, in words.
        found: What the visit found of the item.
        visit: The visit's id.
        recorded: The day Git learnt of it, where history is at hand.
    """

    number: int | None
    date: date
    action: str | None
    by: str
    entry: Entry | None = None
    standing: Standing = Standing.COUNTS
    corrected: bool = False
    reasons: tuple[str, ...] = ()
    found: Checked | None = None
    visit: str | None = None
    recorded: Day | None = None


class Columns(NamedTuple):
    """The log in two columns, and what was decided beside them; each by day."""

    reported: tuple[Told, ...]
    verified: tuple[Told, ...]
    decided: tuple[Told, ...]


Found = Mapping[str, list[tuple[Visit, Checked]]]
"""What visits found, by the item's id such as `R13-05-0137/1`."""


def found_by_visits(visits: Iterable[Visit], as_of: date) -> Found:
    """Return what the visits that ended by a day found of each item."""
    found: dict[str, list[tuple[Visit, Checked]]] = {}
    for visit in visits:
        for one in visit.checked if visit.to <= as_of else ():
            found.setdefault(one.item, []).append((visit, one))
    return found


def columns(desk: Desk, problem: Problem, item: Item, life: Life, found: Found) -> Columns:
    """Return an item's log in its columns, with what visits found of the item among what was verified."""
    entries = _told(desk, problem, item, life)
    visits = [_visited(desk, *one) for one in found.get(f"{problem.id}/{item.id}", ())]
    reported = [one for one in entries if one.action in REPORTED]
    verified = [*(one for one in entries if one.action in VERIFIED), *visits]
    decided = [one for one in entries if one.action not in REPORTED | VERIFIED]
    return Columns(tuple(reported), tuple(sorted(verified, key=lambda one: one.date)), tuple(decided))


def _told(desk: Desk, problem: Problem, item: Item, life: Life) -> list[Told]:
    read = read_log(setting_of(desk.ledger, problem, item), desk.as_of)
    mended = dict([*read.entries, *read.later])
    later = {placed.place for placed in read.later}
    refused: dict[int, list[Refusal]] = {}
    for refusal in life.refusals:
        refused.setdefault(refusal.place, []).append(refusal)
    roles = roles_of(desk.ledger, None, problem.unit)
    number = next(number for number, one in enumerate(problem.items) if one is item)
    told = []
    for place, written in enumerate(item.log):
        entry = mended.get(place, written)
        standing = _standing(place in mended, place in later, place in refused)
        reasons = tuple(why(desk.context, one.fault, one.entry).zh for one in refused.get(place, ()))
        by = desk.words.body(entry.by, roles)
        one = Told(place + 1, entry.date, entry.action, by, entry, standing, entry is not written, reasons)
        told.append(one._replace(recorded=_recorded(desk, problem.path, f"/items/{number}/log/{place}")))
    return sorted(told, key=lambda one: one.date)


def _standing(there: bool, later: bool, refused: bool) -> Standing:
    if not there:
        return Standing.VOID
    if later:
        return Standing.LATER
    return Standing.REFUSED if refused else Standing.COUNTS


def _visited(desk: Desk, visit: Visit, found: Checked) -> Told:
    recorded = _recorded(desk, visit.path, "/to")
    return Told(None, visit.to, None, desk.words.bodies(visit.by), found=found, visit=visit.id, recorded=recorded)


def _recorded(desk: Desk, path: str, pointer: str) -> date | None:
    known = (desk.context.provenance or {}).get((path, pointer))
    return known.day if known is not None else None
