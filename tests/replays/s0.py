"""Yuhuatai (S0): communities inspected in every mode over two terms, with checklists, staffing and reviews."""

from itertools import count

from tests.replays.office import Office, communities, term, unit
from tests.replays.records import (
    closed,
    day,
    fed_back,
    inspection,
    issued,
    item,
    letter,
    met,
    planned,
    problem,
    reported,
    round_,
    shares,
    started,
    submitted,
)

from inspection.office.writing import Fact, New

TODAY = "2024-12-31"
BELOW = (5, 5, 4, 11, 10, 10, 10, 9)
"""Communities of each subdistrict: three integrated with at most five, five inspected directly; 64 of them."""
ROUNDS = {
    "R13-04": "2022-03-07",
    "R13-05": "2023-03-06",
    "R13-06": "2024-01-08",
    "R13-07": "2024-02-26",
    "R13-08": "2024-04-15",
    "R13-09": "2024-06-03",
}
"""The rounds that inspected the communities, and the days they entered."""
SPECIAL = {
    "R12-01": "2019-03-04",
    "R12-02": "2020-03-02",
    "R13-01": "2021-11-01",
    "R13-02": "2021-12-06",
    "R13-03": "2022-01-10",
}
EXTENDED = "R13-10"
FOR_2023 = "R13-05"


def replay():
    """Return the office at the end of 2024."""
    office = Office(TODAY, term(12, "2016-09-28", "2021-09-27"), term(13, "2021-09-28", "2026-09-27"))
    office.record(*_units(), _checklist(), *_people())
    office.record(*_rounds(), *_inspections(), *_special(), *_extended())
    office.record(Fact("district", "establishment", {"date": "2021-12-31", "discipline_cadres": 60}))
    _put_right_at_once(office)
    office.record(*_evaluations())
    return office


def _places():
    """Yield round, number and mode of each community's inspection."""
    number = count(1)
    for subdistrict, below in enumerate(BELOW):
        for _ in range(below):
            yield list(ROUNDS)[max(0, subdistrict - 2)], next(number), "integrated" if subdistrict < 3 else "direct"


def _units():
    for number in range(1, 9):
        yield unit(f"subdistrict-{number}", f"第{number}街道", "subdistrict", joined="2016-09-28", in_base=False)
    for number in range(1, 7):
        yield unit(f"bureau-{number}", f"第{number}部门", "department", joined="2016-09-28", in_base=False)
    first = 1
    for number, below in enumerate(BELOW, start=1):
        for one in communities(first, first + below - 1, f"subdistrict-{number}"):
            agricultural = int(one.name[-3:]) <= 19
            yield one._replace(body={**one.body, "class": "agricultural" if agricultural else "urban"})
        first += below


def _checklist():
    code = count(1)
    aspects = [
        {
            "name": f"第{place}方面",
            "category": "collective_assets",
            "items": [{"code": f"A{next(code):02}", "text": f"第{place}方面的要求"} for _ in range(share)],
        }
        for place, share in enumerate(shares(99, 13), start=1)
    ]
    body = {
        "kind": "common",
        "title": "社区共性监督清单",
        "applies_to": {"kinds": ["community"]},
        "effective": "2021-10-01",
        "aspects": aspects,
    }
    return New("checklist", body, "common-2021")


def _people():
    """Yield 48 discipline cadres and 6 auditors who serve, 11 who leave at a yearly elimination, 4 on a posting."""
    for number in range(1, 55):
        system = "discipline" if number <= 48 else "audit"
        home = "district-discipline" if number <= 48 else "audit-bureau"
        yield _person(number, {"system": system, "home": home, "log": []})
    for number in range(55, 66):
        log = [
            {"date": "2022-01-10", "action": "admit", "pool": "member"},
            {"date": "2023-12-29", "action": "leave", "reason": "eliminated"},
        ]
        yield _person(number, {"system": "finance", "home": "audit-bureau", "log": log})
    for number in range(66, 70):
        log = [{"date": "2024-07-01", "action": "attach", "until": "2025-06-30"}]
        yield _person(number, {"system": "other", "home": "organization-department", "log": log})


def _person(number, body):
    return New("person", body, f"T-{number:04}")


def _rounds():
    """Yield the rounds of the communities, each with eight discipline cadres, an auditor and an audit lesson."""
    for place, (name, entered) in enumerate(ROUNDS.items()):
        team = [(place * 8 + number, "district-discipline") for number in range(1, 9)] + [(49 + place, "audit-bureau")]
        units = [f"community-{number:03}" for round_name, number, _ in _places() if round_name == name]
        lesson = {
            "date": day(entered, -5),
            "topic": "财务审查",
            "by": "audit",
            "level": "own",
            "lecturers": 1,
            "person_times": 9,
        }
        members = [
            {"person": f"T-{number:04}", "role": role, "home": home}
            for (number, home), role in zip(team, ["leader", "deputy", *["member"] * 7], strict=True)
        ]
        group = {"id": "G1", "standing": True, "formation": "free", "units": units, "members": members}
        yield round_(name, entered, day(entered, 25), checklists=["common-2021"], training=[lesson], groups=[group])


def _inspections():
    """Yield the communities' inspections; the plans of 2023 come back with 56 deviations and 32 opinions."""
    deviations, opinions = iter([6] + [5] * 10), iter([2] + [3] * 10)
    for round_name, number, mode in _places():
        entered, name = ROUNDS[round_name], f"community-{number:03}"
        given = day(entered, 45)
        noted = {"deviations": next(deviations), "opinions": next(opinions)} if round_name == FOR_2023 else {}
        yield inspection(
            round_name,
            name,
            mode=mode,
            onsite={"from": entered, "to": day(entered, 25)},
            feedback=fed_back(given, number, 1),
            plan=planned(day(given, 10), **noted),
            life_meeting=met(day(given, 20)),
            report=reported(day(given, 60)),
        )
        log = (started(day(given, 15)), submitted(day(given, 40)), *closed(day(given, 45)))
        yield problem(round_name, name, day(entered, 10), item(name, day(given, 90), *log))


def _special():
    """Yield five special rounds in two terms: 18 typical cases, and in the last 42 difficulties solved."""
    for place, (name, entered) in enumerate(SPECIAL.items()):
        more = (
            {"outputs": [{"kind": "difficulty_solved", "date": day(entered, 60), "quantity": 42}]} if place == 4 else {}
        )
        yield round_(name, entered, day(entered, 20), kind="special", topic="专题", **more)
        given, cases = day(entered, 40), (4, 4, 4, 3, 3)[place]
        yield inspection(
            name,
            "bureau-1",
            onsite={"from": entered, "to": day(entered, 20)},
            feedback=fed_back(given, 100 + place, cases),
        )
        for _ in range(cases):
            yield problem(name, "bureau-1", day(entered, 10), item("bureau-1", day(given, 90)), prominent=True)


def _extended():
    """Yield a round in which six departments lead on to communities: 28 problems there."""
    entered = "2024-08-05"
    yield round_(EXTENDED, entered, day(entered, 20))
    for number, found in enumerate((5, 5, 5, 5, 4, 4), start=1):
        onsite, name = {"from": entered, "to": day(entered, 20)}, f"community-{number:03}"
        yield inspection(EXTENDED, f"bureau-{number}", onsite=onsite)
        yield inspection(
            EXTENDED, name, reach="extended", extended_from=f"bureau-{number}", mode="department_led", onsite=onsite
        )
        for _ in range(found):
            yield problem(EXTENDED, name, day(entered, 10), in_feedback=False)


def _put_right_at_once(office):
    """Record 46 immediate items of the round of 2023, closed by the group before it left."""
    units = [f"community-{number:03}" for round_name, number, _ in _places() if round_name == FOR_2023]
    entered = ROUNDS[FOR_2023]
    notices = office.record(*(letter("immediate_notice", name)._replace(home="2023") for name in units))
    office.record(*issued(notices, day(entered, 5)))
    log = (
        started(day(entered, 6)),
        submitted(day(entered, 8)),
        {"date": day(entered, 9), "action": "close", "by": "group", "how": "on_site"},
    )
    office.record(
        *(
            problem(
                FOR_2023,
                name,
                day(entered, 4),
                item(name, day(entered, 12), *log, kind="immediate", notice=notice),
                in_feedback=False,
            )
            for name, notice, share in zip(units, notices, shares(46, len(units)), strict=True)
            for _ in range(share)
        )
    )


def _evaluations():
    """Yield an anonymous evaluation of each community on six indicators; their sums are 98.4 and 98.8 by turns."""
    weights = {"责任落实": 20, "整改措施": 20, "问题解决": 20, "预期效果": 20, "长效机制": 10, "群众评价": 10}
    for round_name, number, _ in _places():
        last = "9.3" if number % 2 else "9.7"
        scores = dict(zip(weights, ("19.8", "19.8", "19.8", "19.8", "9.9", last), strict=True))
        on = day(ROUNDS[round_name], 160)
        yield Fact(
            f"{round_name}/community-{number:03}",
            "evaluate",
            {
                "date": on,
                "anonymous": True,
                "ballots": {
                    "issued": 50,
                    "returned": 48,
                    "blank": 0,
                    "unknown": 0,
                    "satisfied": 46,
                    "basically": 2,
                    "dissatisfied": 0,
                },
                "indicators": [
                    {"name": name, "weight": weight, "score": scores[name]} for name, weight in weights.items()
                ],
            },
        )
