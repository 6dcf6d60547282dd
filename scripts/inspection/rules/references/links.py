"""Where records name other records: one row per piece of a record, and the walk over them.

A row lists fields and what they name; `None` means the field holds further pieces. A day by body (`given`) names by its
keys, anything else by its values.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from inspection.model import district, inspections, matters, policy, problems, rounds, units
from inspection.model.record import Acknowledgement, Correction, Part, PlainPublication, Record, Review

_BY = (("by", "body"),)
_EACH = (("acknowledged", None), ("corrections", None))
_QUORUM = (("bodies", "body"),)
_UNITS = (("units", "unit"),)

SHAPES: dict[type[Part], tuple[tuple[str, str | None], ...]] = {
    Acknowledgement: _BY,
    Correction: _BY,
    PlainPublication: _BY,
    Review: _BY,
    district.District: (*_EACH, ("bodies", "unit"), ("terms", None)),
    district.Term: (("plan", "paper"),),
    district.Signers: (*_EACH, ("keys", None)),
    district.Key: (("role", "body"), ("unit", "unit")),
    district.Purges: (*_EACH, ("purges", None)),
    district.Purge: _BY,
    district.CalendarYear: _EACH,
    district.Paper: (*_EACH, ("issuer", "body")),
    district.Plan: (*_EACH, ("rounds", None)),
    district.PlannedRound: (("organizer", "body"), *_UNITS),
    policy.Policy: (
        *_EACH, ("basis", "paper"), ("duties", None), ("closing_on_site", None), ("publication_by", "body"),
        ("extensions", None),
    ),
    policy.Duties: (("given", "body"), ("signed", "body"), ("copied", "body"), ("reviews", None), ("closing", None)),
    policy.Quorum: _QUORUM,
    policy.Extensions: (("beyond_by", "body"),),
    units.Unit: (*_EACH, ("parent", "unit"), ("succeeded_by", "unit")),
    units.Checklist: (*_EACH, ("replaces", "checklist")),
    units.Person: (*_EACH, ("home", "unit"), ("log", None)),
    units.PersonEntry: (("to", "body"),),
    rounds.Round: (
        *_EACH, ("organizer", "body"), ("publication", None), ("checklists", "checklist"), ("consultations", None),
        ("meetings", None), ("briefings", None), ("training", None), ("groups", None), ("clues", None),
    ),
    rounds.Consultation: (("with_", "body"),),
    rounds.Meeting: (("with_", "body"),),
    rounds.Briefing: (("from_", "body"), *_UNITS),
    rounds.Training: _BY,
    rounds.Group: (*_UNITS, ("members", None)),
    rounds.Member: (("person", "person"), ("home", "unit"), ("recusal", None)),
    rounds.Recusal: (("from_units", "unit"),),
    rounds.Clues: (("to", "body"),),
    inspections.Inspection: (
        *_EACH, ("feedback", None), ("plan", None), ("life_meeting", None), ("report", None), ("progress", None),
        ("talks", None), ("again", None), ("publication", None),
    ),
    inspections.Feedback: (*_BY, ("given", "body"), ("signed", "body"), ("copied", "body")),
    inspections.RectificationPlan: (("reviews", None),),
    inspections.LifeMeeting: (("reviews", None),),
    inspections.Report: (("reviews", None),),
    inspections.Progress: _BY,
    inspections.Talk: _BY,
    inspections.SecondRectification: _BY,
    inspections.Publication: (("party", None), ("society", None)),
    inspections.PartyPublication: _BY,
    inspections.SocietyPublication: (*_BY, ("retracted", None)),
    inspections.Retraction: _BY,
    problems.Problem: (
        *_EACH, ("unit", "unit"), ("checked_by", "checklist_item"), ("common", "common"), ("follows", "problem"),
        ("items", None),
    ),
    problems.Item: (("lead", "unit"), ("partners", "unit"), ("notice", "letter"), ("log", None)),
    problems.Entry: (
        *_BY, ("agreed", "body"), ("visit", "visit"), ("order", "paper"), ("paper", "paper"), ("into", "problem"),
        ("lead", "unit"),
    ),
    matters.CommonProblem: (*_EACH, ("owner", "unit"), ("addressees", "unit"), ("publication", None)),
    matters.SelfCheck: (*_EACH, ("reviews", None)),
    matters.Letter: (
        *_EACH, ("from_", "body"), ("to", "body"), ("copies", "body"), ("problems", "problem"), ("items", "item"),
        ("common", "common"), ("log", None),
    ),
    matters.LetterEntry: _BY,
    matters.Visit: (
        *_EACH, ("rounds", "round"), ("common", "common"), *_UNITS, *_BY, ("sample", None), ("checked", None),
        ("sent", "body"),
    ),
    matters.Sample: (("drawn", "item"),),
    matters.Checked: (("item", "item"),),
}  # fmt: skip


class Naming(NamedTuple):
    """One place where a record names another: what kind it names, by which id, and where."""

    to: str
    id: str
    pointer: str


def unknown(record: Record, known: Mapping[str, frozenset[str]]) -> Iterator[Naming]:
    """Yield what a record names and nobody knows.

    Args:
        record: Any record.
        known: The ids there are, by kind; every kind `SHAPES` speaks of.
    """
    found: list[Naming] = []
    _walk(record, (), known, found)
    yield from found
    if isinstance(record, problems.Problem):
        for place, item in enumerate(record.items):
            for row, entry in enumerate(item.log):
                if entry.set:
                    yield from _set(entry.set, f"/items/{place}/log/{row}/set", known)


def taking_over(place: int, item: problems.Item, known: frozenset[str]) -> Iterator[Naming]:
    """Yield the problems an item is withdrawn into and nobody knows; as `unknown` yields them, in less time."""
    for row, entry in enumerate(item.log):
        if entry.into is not None and entry.into not in known:
            yield Naming("problem", entry.into, f"/items/{place}/log/{row}/into")
        into = entry.set.get("into") if entry.set else None
        if isinstance(into, str) and into not in known:
            yield Naming("problem", into, f"/items/{place}/log/{row}/set/into")


def _set(fields: Mapping[str, Any], at: str, known: Mapping[str, frozenset[str]]) -> Iterator[Naming]:
    """Yield what a correction writes into an entry, which is plain data."""
    for field, to in SHAPES[problems.Entry]:
        value = fields.get(field, ()) if to is not None else ()
        for place, name in [("", value)] if isinstance(value, str) else enumerate(value):
            if to is not None and name not in known[to]:
                yield Naming(to, name, f"{at}/{field}/{place}".rstrip("/"))


def _walk(part: Any, at: tuple[str | int, ...], known: Mapping[str, frozenset[str]], found: list[Naming]) -> None:
    """Add what a piece names and nobody knows; a pointer is made only where something is wrong."""
    for field, to in SHAPES[type(part)]:
        value = getattr(part, field)
        if not value:
            continue
        if to is None:
            for key, piece in _members(value):
                _walk(piece, (*at, field, key), known, found)
        elif isinstance(value, str):
            if value not in known[to]:
                found.append(Naming(to, value, _pointer(*at, field.rstrip("_"))))
        else:
            for place, name in _named(value):
                if name not in known[to]:
                    found.append(Naming(to, name, _pointer(*at, field.rstrip("_"), place)))


def _pointer(*steps: str | int) -> str:
    return "".join(f"/{step}" for step in steps if step != "")


def _members(value: Any) -> Iterable[tuple[str | int, Any]]:
    """Return the pieces of a field with their keys; the only one has none."""
    if isinstance(value, tuple):
        return enumerate(value)
    return value.items() if isinstance(value, dict) else (("", value),)


def _named(value: Any) -> Iterable[tuple[str | int, str]]:
    if isinstance(value, dict):
        return ((key, each if isinstance(each, str) else key) for key, each in value.items())
    return enumerate(value)
