"""Xincheng (S3): a whole term of an inspection office, and what its supervision of rectification changed."""

from itertools import count

from tests.replays.office import Office, term, unit
from tests.replays.records import (
    closed,
    day,
    fed_back,
    inspection,
    issued,
    item,
    letter,
    planned,
    problem,
    round_,
    shares,
    started,
    submitted,
)

from inspection.office.writing import Fact, New

TODAY = "2021-06-30"
BEFORE_SUPERVISION, AFTER_SUPERVISION = "2020-06-30", "2020-12-31"
PROBLEMS, CLOSED_BEFORE, CLOSED_AFTER = 1883, 1695, 1828
ROUNDS = (*[("regular", 4)] * 8, ("special", 9), ("flexible", 4))
"""Kind and number of groups of each round, one inspection a group: 45 groups, the flexible round's in schools."""
SERVED = {"discipline": 78, "organization": 145}
"""Person-times by system."""


def replay():
    """Return the office at the end of the term."""
    office = Office(TODAY, term(11, "2016-09-28", "2021-09-27"))
    places = list(_inspections())
    office.record(*(_unit(name, number) for number, (_, name) in enumerate(places, start=1)))
    office.record(*_people())
    office.record(*_rounds(places))
    office.record(*_inspected(places), *_problems(places))
    _supervised(office, places)
    _beside(office)
    return office


def _inspections():
    """Yield round and unit of each of the 45 inspections."""
    number = count(1)
    for place, (kind, groups) in enumerate(ROUNDS, start=1):
        for _ in range(groups):
            yield f"R11-{place:02}", f"{'school' if kind == 'flexible' else 'bureau'}-{next(number):02}"


def _unit(name, number):
    kind = name.partition("-")[0]
    return unit(name, f"第{number:02}单位", {"bureau": "department", "school": "school"}[kind], joined="2016-09-28")


def _entered(round_name):
    return day("2017-02-06", 120 * (int(round_name[-2:]) - 1))


def _people():
    """Yield 58 leaders and 131 specialists, those of the discipline system first."""
    for number in range(1, 190):
        system = "discipline" if number <= 30 or 59 <= number <= 90 else "organization"
        pool = "leader" if number <= 58 else "specialist"
        yield New(
            "person",
            {
                "system": system,
                "home": "organization-department",
                "log": [{"date": "2016-12-01", "action": "admit", "pool": pool}],
            },
            f"T-{number:04}",
        )


def _members():
    """Return the place of everybody who served, over the 45 groups: person-times by system as published."""
    discipline = [*range(1, 31), *range(59, 91)]
    others = [*range(31, 59), *range(91, 190)]
    places = [discipline[turn % len(discipline)] for turn in range(SERVED["discipline"])]
    places += [others[turn % len(others)] for turn in range(SERVED["organization"])]
    return [places[group::45] for group in range(45)]


def _rounds(places):
    members = _members()
    for number, (kind, groups) in enumerate(ROUNDS, start=1):
        name = f"R11-{number:02}"
        mine = [place for place, (round_name, _) in enumerate(places) if round_name == name]
        assert len(mine) == groups
        entered = _entered(name)
        yield round_(
            name,
            entered,
            day(entered, 25),
            kind=kind,
            phase="rollout",
            groups=[_group(order, places[place][1], members[place]) for order, place in enumerate(mine, 1)],
            **({"topic": "专题"} if kind == "special" else {}),
        )


def _group(order, unit_name, people):
    roles = ["leader", "deputy", *["member"] * (len(people) - 2)]
    return {
        "id": f"G{order}",
        "standing": True,
        "formation": "free",
        "units": [unit_name],
        "members": [
            {"person": f"T-{person:04}", "role": role, "home": "organization-department"}
            for person, role in zip(people, roles, strict=True)
        ],
    }


def _inspected(places):
    """Yield the inspections with their signed papers; from the seventh round on 17 leaders of the district came."""
    coming = iter(["分管副区长"] * 17)
    opinions = shares(439, len(places))
    for number, (round_name, name) in enumerate(places, start=1):
        given = day(_entered(round_name), 40)
        leader = next(coming, None) if int(round_name[-2:]) >= 7 else None
        attended = {"attended": [{"post": leader, "date": given}]} if leader else {}
        yield inspection(
            round_name,
            name,
            onsite={"from": _entered(round_name), "to": day(_entered(round_name), 25)},
            feedback=fed_back(
                given, number, shares(PROBLEMS, 45)[number - 1], opinions=opinions[number - 1], **attended
            ),
            plan=planned(day(given, 10)),
        )


def _problems(places):
    """Yield the problems: those closed before the supervision, those closed in its course, those still open."""
    number = count()
    institutions = shares(980, PROBLEMS)
    for (round_name, name), share in zip(places, shares(PROBLEMS, 45), strict=True):
        given = day(_entered(round_name), 40)
        for _ in range(share):
            here = next(number)
            outcome = _outcome(here, institutions[here], day(given, 30))
            yield problem(round_name, name, day(given, -20), _item(name, given, _standing(here), outcome))


def _standing(number):
    """Return when an item is closed; one in ten is not before the supervision, spread over all units."""
    if number * 1695 // PROBLEMS != (number + 1) * 1695 // PROBLEMS:
        return "before"
    opened = number - (number + 1) * 1695 // PROBLEMS
    return "after" if opened < CLOSED_AFTER - CLOSED_BEFORE else "open"


def _item(name, given, standing, outcome):
    log = [started(day(given, 15))]
    if standing == "before":
        log += [submitted(day(given, 40)), *closed(day(given, 45))]
    elif standing == "after":
        log += [submitted("2020-09-10"), *closed("2020-09-20")]
    return item(name, day(given, 90), *log, **outcome)


def _outcome(number, institutions, on):
    made = [{"title": f"第{number + 1}号制度", "date": on, "new": True}] * institutions
    money = [{"date": on, "kind": "recovered", "yuan": "22463100.00", "receipt": "E1"}] if number == 0 else []
    outcome = {**({"institutions": made} if made else {}), **({"money": money} if money else {})}
    return {"outcome": outcome} if outcome else {}


def _supervised(office, places):
    """Eleven visits, each with its result sent to the body, to discipline and to the leader in charge."""
    made = office.record(
        *(
            New(
                "visit",
                {
                    "kind": "supervision",
                    "rounds": [round_name],
                    "units": [name],
                    "from": "2020-07-06",
                    "to": "2020-07-08",
                    "by": ["office", "discipline"],
                    "methods": ["field_visit"],
                },
                home="2020",
            )
            for round_name, name in places[::4][:11]
        )
    )
    sent = {"unit": "2020-07-13", "discipline": "2020-07-13", "leader_in_charge": "2020-07-14"}
    office.record(*(Fact(name, "send", sent) for name in made))


def _beside(office):
    """Briefings, clues, special reports and letters."""
    documents = shares(1000, 12)
    office.record(
        *(
            Fact(
                "R11-01",
                "briefing",
                {"from": "discipline", "kind": "known_problems", "date": "2017-01-20", "documents": each},
            )
            for each in documents
        ),
        Fact(
            "R11-02",
            "clue",
            {
                "transferred": "2017-08-01",
                "level": "village",
                "to": "discipline",
                "pieces": 18,
                "persons": 18,
                "results": [],
            },
        ),
        Fact(
            "R11-02",
            "clue-result",
            {"date": "2018-03-01", "filed": {"pieces": 6, "persons": 6}, "handled": 6, "sanctioned": 4, "judicial": 2},
            {"clue": "1"},
        ),
        Fact("R11-09", "output", {"kind": "special_report", "date": "2020-06-01", "quantity": 154}),
    )
    letters = (letter("inspection_suggestion", "audit-bureau", suggestions=13) for _ in range(11))
    office.record(*issued(office.record(*letters), "2021-03-01"))
