"""Every time the ledger left its own rules on record: what was accepted, excepted, corrected, voided, withdrawn."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from inspection.derive.figures.departures import beyond_limit
from inspection.derive.lives import Lives
from inspection.model.ledger import Ledger
from inspection.model.problems import Action, Entry, Problem
from inspection.model.record import Body, Record


class Departure(NamedTuple):
    """One departure.

    Attributes:
        sort: `acknowledged`, `exception`, `correction`, `voided`, `withdrawn`, `beyond_limit` or `purged`.
        path: The record.
        pointer: Where it stands in it.
        day: The day it was made, of an exception the day its policy came into force.
        by: Who made it; nobody for an exception, which the policy makes.
        reason: Why, in their words.
        about: What it concerns: a rule, a place in the record, an entry, a commit.
    """

    sort: str
    path: str
    pointer: str
    day: date
    by: Body
    reason: str
    about: str


def departures(lives: Lives) -> list[Departure]:
    """Return the departures a ledger has on record by the lives' day, by their days."""
    ledger = lives.ledger
    found = [one for record in ledger.records() for one in _of_any(record)]
    for policy in ledger.policies:
        for code, one in policy.rules.items():
            day = date.fromisoformat(policy.id)
            about = f"{code} → {one.severity}（{one.until}）"
            found.append(Departure("exception", policy.path, f"/rules/{code}", day, "", one.reason, about))
    for place, purge in enumerate(ledger.purges.purges if ledger.purges is not None else ()):
        at, about = f"/purges/{place}", f"{purge.old[:10]} → {purge.new[:10]}"
        found.append(Departure("purged", "purges.yaml", at, purge.date, purge.by, purge.reason, about))
    found += (one for problem in ledger.problems.values() for one in _of_problem(ledger, lives, problem))
    return sorted((one for one in found if one.day <= lives.as_of), key=lambda one: (one.day, one.path, one.pointer))


def _of_any(record: Record) -> Iterator[Departure]:
    for place, one in enumerate(record.acknowledged):
        at = f"/acknowledged/{place}"
        yield Departure("acknowledged", record.path, at, one.date, one.by, one.reason, one.rule)
    for place, mended in enumerate(record.corrections):
        at = f"/corrections/{place}"
        yield Departure("correction", record.path, at, mended.date, mended.by, mended.why, mended.path)


def _of_problem(ledger: Ledger, lives: Lives, problem: Problem) -> Iterator[Departure]:
    if problem.unit not in ledger.units:
        return
    for place, item in enumerate(problem.items):
        life = lives.of(problem, item)
        beyond = {placed.place for placed in beyond_limit(ledger, item, life)}
        for index, entry in life.moves:
            sort = _sort(entry, index in beyond)
            if sort:
                at = f"/items/{place}/log/{index}"
                yield Departure(sort, problem.path, at, entry.date, entry.by, _why(entry), _about(entry))


def _sort(entry: Entry, beyond: bool) -> str:
    if entry.action is Action.CORRECT:
        return "voided" if entry.void else "correction"
    if entry.action is Action.WITHDRAW:
        return "withdrawn"
    return "beyond_limit" if beyond else ""


def _why(entry: Entry) -> str:
    return entry.reason or entry.note or entry.paper or ""


def _about(entry: Entry) -> str:
    if entry.entry is not None:
        return f"/log/{entry.entry - 1}"
    return entry.into or (str(entry.until) if entry.until is not None else "")
