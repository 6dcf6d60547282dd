"""Which round visits which unit, when and how, and how many problems it finds there."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from inspection.demo.chance import Chance
from inspection.demo.days import TODAY
from inspection.demo.places import Place, Register


@dataclass(slots=True)
class Target:
    """One unit in a round.

    Attributes:
        place: The unit.
        reach: full, extended or answering.
        mode: For communities and villages.
        weight: Its share of the problems.
        extended_from: The unit it was reached from, for extended.
        problems: How many problems are found there.
    """

    place: Place
    reach: str = "full"
    mode: str | None = None
    weight: float = 1.0
    extended_from: str | None = None
    problems: int = 0


@dataclass(slots=True)
class Visited:
    """A round as planned.

    Attributes:
        kind: The kind of round.
        announced: The day it was announced, or nothing yet.
        start: First day on site.
        end: Last day on site.
        organizer: office, or the township that runs it.
        phase: pilot or rollout.
        topic: For special rounds.
        gap: Days from the end to the first feedback.
        id: Its id.
        targets: Its units.
    """

    kind: str
    announced: date | None
    start: date
    end: date
    organizer: str = "office"
    phase: str = "rollout"
    topic: str | None = None
    gap: int = 20
    id: str = ""
    targets: list[Target] = field(default_factory=list)

    @property
    def begun(self) -> bool:
        """Whether it has entered its units by today."""
        return self.start <= TODAY

    @property
    def edition(self) -> str:
        """The year of the checklists in force when it was announced."""
        return "2024" if self.start >= date(2024, 1, 15) else "2022"


_MORE = (
    ("regular", date(2022, 5, 16), date(2022, 5, 23), date(2022, 7, 15)),
    ("cross", date(2022, 10, 10), date(2022, 10, 17), date(2022, 12, 9)),
    ("regular", date(2023, 4, 17), date(2023, 4, 24), date(2023, 6, 16)),
    ("cross", date(2023, 8, 21), date(2023, 8, 28), date(2023, 10, 20)),
    ("regular", date(2023, 10, 30), date(2023, 11, 6), date(2023, 12, 22)),
    ("cross", date(2024, 5, 13), date(2024, 5, 20), date(2024, 7, 12)),
    ("regular", date(2022, 6, 20), date(2022, 6, 27), date(2022, 8, 19)),
    ("regular", date(2023, 7, 3), date(2023, 7, 10), date(2023, 8, 31)),
)
_BESIDE = 60
"""How many units a further round takes."""


def schedule(places: Register, problems: int, seed: int) -> list[Visited]:
    """Return the rounds of the term, in the order of their days, with their units and numbers of problems."""
    chance = Chance(seed, "schedule")
    towns = places.towns
    subdistricts = [town for town in towns[2:] if town.kind == "subdistrict"]
    townships = [town for town in towns[2:] if town.kind == "township"]
    city = chance.shuffled([place for town in subdistricts for place in places.grassroots[town.id]])
    roving, crossing = townships[-1:], townships[:2] if len(townships) > 2 else townships[:1]
    if roving == crossing:
        crossing = []
    country = [p for town in townships if town not in (*roving, *crossing) for p in places.grassroots[town.id]]
    rounds = [
        _first(places, _take(city, 0.16)),
        _special(places, _take(city, 0.24), _take(city, 0.1)),
        _crossing(places, crossing),
        _flexible(places),
        _regular(places, subdistricts[-1:], _take(city, 0.12), _take(city, 0.8)),
        _roving(places, roving),
    ]
    rounds += _beside([*city, *country], len(places.places))
    rounds += [_looking_back(rounds[0], rounds[2]), _elevated([*country, *city])]
    for each in rounds:
        each.targets = [target for target in each.targets if _there(target.place, each)]
    rounds = sorted((each for each in rounds if each.targets), key=lambda each: each.start)
    for number, each in enumerate(rounds, 1):
        each.id = f"R13-{number:02d}"
    _share_out(rounds, problems)
    return rounds


def _there(place: Place, each: Visited) -> bool:
    """Return whether the unit is in the register while the round and its rectification last."""
    left = place.record.get("left")
    joined = date.fromisoformat(place.record["joined"]) <= each.start
    return joined and (left is None or date.fromisoformat(left) > each.end + timedelta(days=360))


def _take(places: list[Place], part: float) -> list[Place]:
    """Take a part of those there were at first, or what is left of it."""
    count = max(1, round(part * len(places))) if places else 0
    taken, places[:] = places[:count], places[count:]
    return taken


def _below(places: Register, towns: Sequence[Place], mode: str) -> list[Target]:
    return [Target(place, mode=mode) for town in towns for place in places.grassroots[town.id]]


def _first(places: Register, direct: list[Place]) -> Visited:
    targets = []
    for town in places.towns[:2]:
        targets += [Target(town, weight=2.2), *_below(places, [town], "integrated")]
    targets += [Target(place, mode="direct") for place in direct]
    return Visited(
        "regular", date(2022, 2, 28), date(2022, 3, 7), date(2022, 4, 29), phase="pilot", targets=targets, gap=21
    )


def _special(places: Register, led: list[Place], extended: list[Place]) -> Visited:
    departments = [place for place in places.departments if place.id in {"housing-bureau", "planning-bureau"}]
    targets = [Target(place, weight=1.6) for place in departments]
    targets += [Target(place, mode="special_led") for place in led]
    first = departments[0].id
    targets += [Target(place, "extended", "special_led", 0.5, first) for place in extended]
    days = date(2022, 8, 29), date(2022, 9, 5), date(2022, 9, 30)
    return Visited("special", *days, topic="工程项目建设", targets=targets, gap=24)


def _crossing(places: Register, towns: list[Place]) -> Visited:
    targets = [Target(town, "answering", weight=0) for town in towns[:1]]
    targets += [Target(town, weight=2.2) for town in towns[1:]]
    targets += _below(places, towns, "one_to_many")
    return Visited("cross", date(2023, 2, 13), date(2023, 2, 20), date(2023, 4, 14), targets=targets)


def _flexible(places: Register) -> Visited:
    schools = [place for place in places.departments if place.id == "education-bureau"]
    targets = [Target(place, weight=1.4) for place in (*schools, *places.others)]
    days = date(2023, 6, 30), date(2023, 6, 5), date(2023, 6, 30)
    return Visited("flexible", *days, targets=targets, gap=18)


def _regular(places: Register, towns: list[Place], led: list[Place], direct: list[Place]) -> Visited:
    department = next(place for place in places.departments if place.id == "civil-affairs-bureau")
    targets = [Target(department, weight=1.6), *(Target(place, mode="department_led") for place in led)]
    targets += [Target(town, weight=2.2) for town in towns]
    targets += [Target(place, mode="direct") for place in direct]
    return Visited("regular", date(2024, 2, 26), date(2024, 3, 4), date(2024, 4, 30), targets=targets, gap=17)


def _roving(places: Register, towns: list[Place]) -> Visited:
    targets = _below(places, towns, "township_led")
    organizer = towns[0].id if towns else "office"
    days = date(2024, 8, 26), date(2024, 9, 2), date(2024, 9, 10)
    return Visited("roving", *days, organizer=organizer, targets=targets, gap=14)


def _looking_back(first: Visited, crossing: Visited) -> Visited:
    """Go again to a town of the first round and to two units that were inspected within the last two years."""
    again = [target for target in first.targets if "left" not in target.place.record]
    recent = [target for target in crossing.targets if target.reach == "full"] or again
    targets = [Target(target.place, mode=target.mode, weight=0.8) for target in (again[0], *recent[-2:])]
    return Visited("look_back", date(2024, 10, 8), date(2024, 10, 14), date(2024, 11, 8), targets=targets, gap=24)


def _elevated(left: list[Place]) -> Visited:
    targets = [Target(place, mode="direct", weight=0) for place in left[-3:]]
    return Visited("elevated", None, date(2025, 2, 17), date(2025, 3, 21), targets=targets)


def _beside(left: list[Place], units: int) -> list[Visited]:
    """Return further rounds for large districts, so that coverage keeps its pace."""
    rounds = []
    count = max(0, min(len(_MORE), (units - 110) // _BESIDE))
    share = (len(left) * 2 // 3) // count if count else 0
    for index, (kind, announced, start, end) in enumerate(_MORE[:count]):
        some = left[index * share : (index + 1) * share]
        mode = "direct" if kind == "regular" else "one_to_many"
        rounds.append(Visited(kind, announced, start, end, targets=[Target(place, mode=mode) for place in some]))
    return rounds


def _share_out(rounds: list[Visited], problems: int) -> None:
    """Share the problems out by weight, every last one."""
    targets = [target for each in rounds if each.begun for target in each.targets if target.weight]
    whole = sum(target.weight for target in targets)
    given, owed = 0, 0.0
    for target in targets:
        owed += problems * target.weight / whole
        target.problems = round(owed) - given
        given += target.problems
    targets[-1].problems += problems - given
