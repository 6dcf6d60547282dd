"""Suiyang (S1): five rounds over villages and communities township by township, a pilot first."""

from itertools import chain

from tests.replays.office import Office, communities, term, unit, villages
from tests.replays.records import day, fed_back, inspection, item, planned, problem, round_, shares, started

from inspection.office.writing import Fact, New

TODAY = "2019-12-31"
TOWNS, FOUND, CLUES, AT_ONCE = 19, 2351, 217, 62
ROUNDS = {
    "R05-01": ("2019-02-18", 8),
    "R05-02": ("2019-03-25", 51),
    "R05-03": ("2019-05-20", 51),
    "R05-04": ("2019-07-15", 51),
    "R05-05": ("2019-09-09", 52),
}
"""The rounds, the days they entered, and how many villages and communities each inspected: 213."""
PILOT = "R05-01"


def replay():
    """Return the office at the end of the year."""
    office = Office(TODAY, term(5, "2018-09-28", "2023-09-27"))
    office.record(*_units())
    office.record(*_people(), *_rounds())
    office.record(*_inspected())
    office.record(*_visits(), *_clues())
    return office


def _units():
    for number in range(1, TOWNS + 1):
        yield unit(f"town-{number:02}", f"第{number:02}镇", "township", joined="2018-09-28", in_base=False)
    yield from _under(villages, 295)
    yield from _under(communities, 54)


def _under(make, total):
    """Return numbered units shared among the townships."""
    bounds = [total * number // TOWNS for number in range(TOWNS + 1)]
    made = (
        make(bounds[town] + 1, bounds[town + 1], f"town-{town + 1:02}", joined="2018-09-28") for town in range(TOWNS)
    )
    return chain.from_iterable(made)


def _order():
    """Yield units township by township; the first two of each of four townships are the pilot."""
    under = {town: [] for town in range(1, TOWNS + 1)}
    for act in (*_under(communities, 54), *_under(villages, 295)):
        under[int(act.body["parent"][-2:])].append(act.name)
    pilot = [name for town in range(1, 5) for name in under[town][:2]]
    yield from pilot
    yield from (name for names in under.values() for name in names if name not in pilot)


def _places():
    order = _order()
    return [(round_name, next(order)) for round_name, (_, units_) in ROUNDS.items() for _ in range(units_)]


def _people():
    """Yield the pool: 80 who lead or deputize, and 100 members."""
    for number in range(1, 181):
        pool = "leader" if number <= 80 else "member"
        yield New(
            "person",
            {
                "system": "discipline" if number % 2 else "agriculture",
                "home": "organization-department",
                "log": [{"date": "2019-01-15", "action": "admit", "pool": pool}],
            },
            f"T-{number:04}",
        )


def _rounds():
    talks, homes, sheets = shares(2125, 5), shares(14743, 5), shares(2130, 5)
    for place, (name, (entered, _)) in enumerate(ROUNDS.items()):
        yield round_(
            name,
            entered,
            day(entered, 25),
            phase="pilot" if name == PILOT else "rollout",
            meetings=[
                {"kind": kind, "date": day(entered, after)}
                for kind, after in (("mobilisation", -5), ("promotion", -3), ("dispatch", 10), ("consultation", 27))
            ],
            plan={"way": "一托N", "time": "一个月", "content": "六围绕", "channels": "走访座谈", "focus": "三资管理"},
            announcements=[{"channel": "public_place", "date": entered, "sheets": sheets[place]}],
            activities=[
                {"kind": "discussion", "date": day(entered, 10), "person_times": talks[place]},
                {"kind": "household_visit", "date": day(entered, 12), "households": homes[place], "of": homes[place]},
            ],
        )


def _inspected():
    """Yield the inspections and 2,351 problems; 62 of them are put right while the group is there."""
    places = _places()
    sums = zip(places, shares(FOUND, len(places)), shares(AT_ONCE, len(places)), strict=True)
    for place, ((round_name, name), problems, at_once) in enumerate(sums):
        entered = ROUNDS[round_name][0]
        given = day(entered, 40)
        yield inspection(
            round_name,
            name,
            mode="one_to_many",
            intensity="quick" if place % 3 else "full",
            **({} if place % 3 else {"intensity_reason": "集体经济体量大"}),
            onsite={"from": entered, "to": day(entered, 25)},
            feedback=fed_back(given, place + 1, problems - at_once),
            plan=planned(day(given, 10)),
        )
        for number in range(problems):
            if number < at_once:
                yield problem(round_name, name, day(entered, 5), _at_once(name, entered), in_feedback=False)
            else:
                yield problem(round_name, name, day(entered, 5), item(name, day(given, 90), started(day(given, 15))))


def _at_once(name, entered):
    log = [
        started(day(entered, 6)),
        {"date": day(entered, 8), "action": "submit", "by": "unit", "vouched": "党组织书记", "evidence": ["E1"]},
        {"date": day(entered, 9), "action": "close", "by": "group", "how": "on_site"},
    ]
    return item(name, day(entered, 12), *log, kind="immediate")


def _visits():
    """Yield 27 villages visited again by three supervision groups, nine each."""
    again = [place for place in _places() if place[1].startswith("village")][:27]
    for team in range(3):
        mine = again[team * 9 : team * 9 + 9]
        yield New(
            "visit",
            {
                "kind": "return_visit",
                "rounds": sorted({round_name for round_name, _ in mine}),
                "team": f"S{team + 1}",
                "units": [name for _, name in mine],
                "from": "2019-12-02",
                "to": "2019-12-06",
                "by": ["office"],
                "methods": ["field_visit", "discussion"],
            },
            home="2019",
        )


def _clues():
    for place, pieces in enumerate(shares(CLUES, 5)):
        name = list(ROUNDS)[place]
        yield Fact(
            name,
            "clue",
            {
                "transferred": day(ROUNDS[name][0], 30),
                "level": "village",
                "to": "discipline",
                "pieces": pieces,
                "persons": pieces,
                "results": [],
            },
        )
