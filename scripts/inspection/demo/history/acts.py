"""Who wrote what on which day: the facts of all records, put together into acts, one commit each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from inspection.demo.chance import Chance
from inspection.demo.days import TODAY, after
from inspection.demo.history.bodies import Bodies
from inspection.demo.history.dated import BEGAN, Birth, Pointer, parts
from inspection.demo.places import Record

_DELAYS = (0, 0, 0, 1, 1, 2, 3)
"""Days between what happened in a unit and its entry; the office enters its own matters at once."""


class Part(NamedTuple):
    """A part of a record, by its path and pointer."""

    path: str
    pointer: Pointer


@dataclass(slots=True)
class Act:
    """What one body wrote on one day in one matter.

    Attributes:
        day: The day it was recorded.
        body: Who wrote it: a role word, or the id of a unit no role word stands for.
        matter: A unit's id, or the folder of a matter of the district.
        of_unit: Whether the matter is a unit's.
        parts: What was written.
    """

    day: date
    body: str
    matter: str
    of_unit: bool
    parts: list[Part] = field(default_factory=list)


class _Fact(NamedTuple):
    happened: date
    place: int
    body: str
    joint: str
    part: Part


def acts(records: Mapping[str, Record], births: Mapping[str, Birth], seed: int) -> list[Act]:
    """Return the acts in the order of their days: on one day the district's own matters first, then those of the units.

    Args:
        records: The finished records by path.
        births: How each came to be.
        seed: Another seed records with other delays.
    """
    bodies = Bodies(records)
    matters: defaultdict[tuple[bool, str], list[_Fact]] = defaultdict(list)
    for path, born in births.items():
        for pointer, known in parts(records[path], born.first, born.told, one_hand=born.one_hand):
            body = bodies.writer(known.body, path, pointer, born.matter)
            facts = matters[_matter(path, born, pointer)]
            facts.append(_Fact(max(known.day, BEGAN), len(facts), body, known.joint, Part(path, pointer)))
    days: defaultdict[date, list[Act]] = defaultdict(list)
    for (of_unit, matter), facts in sorted(matters.items()):
        for day, some in _recorded(matter if of_unit else "", sorted(facts), seed):
            days[day] += _acts_of(day, matter, of_unit, some)
    first, *rest = sorted(days)
    return [_merged(days[first]), *(act for day in rest for act in days[day])]


def _matter(path: str, born: Birth, pointer: Pointer) -> tuple[bool, str]:
    if born.matter and not (born.with_round and not pointer):
        return True, born.matter
    folders = path.split("/")
    return False, "/".join(folders[: 2 if folders[0] in {"rounds", "common"} else 1])


def _recorded(unit: str, facts: Iterable[_Fact], seed: int) -> Iterator[tuple[date, list[_Fact]]]:
    """Yield the facts of a matter by the day they were recorded, which never runs behind."""
    by_day: dict[date, list[_Fact]] = {}
    last = BEGAN
    for fact in facts:
        delay = Chance(seed, f"{unit}/{fact.happened}").pick(_DELAYS) if unit else 0
        last = max(last, min(after(fact.happened, delay), TODAY))
        by_day.setdefault(last, []).append(fact)
    yield from by_day.items()


def _acts_of(day: date, matter: str, of_unit: bool, facts: list[_Fact]) -> list[Act]:
    """Put facts of one day together: one act a body, more only where bodies wrote in one record in turns."""
    made: list[Act] = []
    latest: dict[str, int] = {}
    together: defaultdict[str, list[_Fact]] = defaultdict(list)
    for fact in facts:
        together[fact.joint].append(fact)
    for fact in facts:
        some = together.pop(fact.joint, []) if fact.joint else [fact]
        if not some:
            continue
        least = max(latest.get(each.part.path, 0) for each in some)
        place = next((at for at in range(least, len(made)) if made[at].body == fact.body), len(made))
        if place == len(made):
            made.append(Act(day, fact.body, matter, of_unit))
        made[place].parts += [each.part for each in some]
        latest |= {each.part.path: place for each in some}
    return made


def _merged(some: list[Act]) -> Act:
    first = Act(some[0].day, "office", "", False)
    first.parts = [part for act in some for part in act.parts]
    return first
