"""Guangming (S2): common problems drawn from four rounds, and every unit's own examination of them."""

from itertools import count

from tests.replays.office import Office, term, unit
from tests.replays.records import (
    SHA,
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

from inspection.office.writing import Change, New

TODAY = "2024-12-31"
ROUNDS = {"R13-01": "2022-03-07", "R13-02": "2022-08-01", "R13-03": "2023-03-06", "R13-04": "2023-08-07"}
COMMON, FOUND, MEASURES, INSTITUTIONS, CASES, LETTERS = 20, 429, 702, 112, 8, 11
DEPARTMENTS, SUBDISTRICTS, STOCK = 12, 6, 22


def replay():
    """Return the office at the end of 2024: every self-check completed."""
    office = Office(TODAY, term(13, "2021-09-28", "2026-09-27"))
    office.record(*_units())
    office.record(*_inspected())
    commons = office.record(*_commons())
    office.record(*_draws(office, commons))
    office.record(*_self_checks(commons))
    letters = office.record(
        *(
            letter(
                "inspection_suggestion",
                f"bureau-{number:02}",
                common=commons[number - 1],
                campaign={"title": "专项治理", "from": "2024-03-01", "to": "2024-06-30"},
            )._replace(home="2024")
            for number in range(1, LETTERS + 1)
        )
    )
    office.record(*issued(letters, "2024-02-20"))
    return office


def _units():
    for number in range(1, DEPARTMENTS + 1):
        yield unit(f"bureau-{number:02}", f"第{number:02}部门", "department")
    for number in range(1, SUBDISTRICTS + 1):
        yield unit(f"subdistrict-{number}", f"第{number}街道", "subdistrict")
    for number in range(1, STOCK + 1):
        yield unit(f"cooperative-{number:02}", f"第{number:02}股份合作公司", "stock_cooperative", in_base=False)


def _inspected():
    """Yield four rounds over 12 departments, 6 subdistricts and, extended from these, 22 stock cooperatives."""
    direct = [f"bureau-{number:02}" for number in range(1, DEPARTMENTS + 1)]
    direct += [f"subdistrict-{number}" for number in range(1, SUBDISTRICTS + 1)]
    number = count(1)
    for place, (name, entered) in enumerate(ROUNDS.items()):
        yield round_(name, entered, day(entered, 40))
        mine = direct[place::4]
        onsite, given = {"from": entered, "to": day(entered, 40)}, day(entered, 60)
        for each in mine:
            yield inspection(
                name,
                each,
                onsite=onsite,
                feedback=fed_back(given, next(number), COMMON // 4),
                plan=planned(day(given, 10)),
            )
            log = (started(day(given, 15)), submitted(day(given, 40)), *closed(day(given, 45)))
            for _ in range(COMMON // 4):
                yield problem(name, each, day(entered, 10), item(each, day(given, 90), *log))
        for cooperative in range(place + 1, STOCK + 1, 4):
            above = next(one for one in mine if one.startswith("subdistrict"))
            yield inspection(
                name, f"cooperative-{cooperative:02}", reach="extended", extended_from=above, onsite=onsite
            )


def _commons():
    for number in range(1, COMMON + 1):
        owner = f"bureau-{(number - 1) % DEPARTMENTS + 1:02}"
        yield New(
            "common",
            {
                "title": f"第{number:02}项共性问题",
                "nature": "industry",
                "owner": owner,
                "issued": "2024-01-08",
                "notified": [{"post": "分管副区长", "date": "2024-01-10", "received": "2024-01-11"}],
            },
            home="13",
        )


def _draws(office, commons):
    """Yield the link of each round's problems to the five common problems drawn from it."""
    for name in ROUNDS:
        mine = [one for one in office.ledger.problems.values() if one.round == name]
        first = list(ROUNDS).index(name) * (COMMON // 4)
        for place, one in enumerate(mine):
            yield Change(one.id, "/common", commons[first + place % (COMMON // 4)])


def _self_checks(commons):
    """Yield what each unit of the base found in itself, all of it put right by the summer."""
    units_ = [
        *(f"bureau-{number:02}" for number in range(1, DEPARTMENTS + 1)),
        *(f"subdistrict-{number}" for number in range(1, SUBDISTRICTS + 1)),
    ]
    places = [(common, name) for common in commons for name in units_]
    sums = [shares(whole, len(places)) for whole in (FOUND, MEASURES, INSTITUTIONS, CASES)]
    for (common, name), found, measures, institutions, cases in zip(places, *sums, strict=True):
        yield New(
            "self_check",
            {
                "submitted": "2024-02-26",
                "found": found,
                "measures": measures,
                "institutions": institutions,
                "cases": {"pieces": cases, "persons": cases},
                "progress": [{"date": "2024-06-20", "rectified": found, "measures_done": measures}],
                "evidence": [
                    {
                        "id": "E1",
                        "kind": "document",
                        "title": "自查报告",
                        "date": "2024-02-25",
                        "sha256": SHA,
                        "kept_at": "档案室",
                    }
                ],
                "reviews": [
                    {"by": ["office"], "date": "2024-03-05", "decision": "accept", "deviations": 0, "opinions": 0}
                ],
            },
            f"{common}/{name}",
        )
