"""One published notice: 697 problems, of which 688 are put right, 4 basically, and 5 become long-term."""

from tests.replays.office import Office, term, unit
from tests.replays.records import (
    day,
    done,
    fed_back,
    inspection,
    item,
    met,
    planned,
    problem,
    reported,
    round_,
    started,
)

from inspection.office.writing import Fact

TODAY, GIVEN = "2023-12-31", "2023-05-08"
ROUND, UNIT = "R13-01", "town-1"
CLOSED, BASICALLY, LONG_TERM = 688, 4, 5


def replay():
    """Return the office with the notice published."""
    office = Office(TODAY, term(13, "2021-09-28", "2026-09-27"))
    office.record(unit(UNIT, "第1镇", "township"))
    office.record(
        round_(ROUND, "2023-03-06", "2023-04-14"),
        inspection(
            ROUND,
            UNIT,
            onsite={"from": "2023-03-06", "to": "2023-04-14"},
            feedback=fed_back(GIVEN, 1, CLOSED + BASICALLY + LONG_TERM),
            plan=planned(day(GIVEN, 10)),
            life_meeting={**met(day(GIVEN, 20)), "kind": "democratic_life"},
            report=reported(day(GIVEN, 90)),
        ),
        *_problems(),
    )
    office.record(Fact(f"{ROUND}/{UNIT}", "approve", {"approved": "2023-10-09", "by": "leading_group"}))
    office.record(
        Fact(
            f"{ROUND}/{UNIT}",
            "publish",
            {"published": "2023-10-16", "until": "2023-11-06", "channels": ["website", "board"]},
        )
    )
    return office


def _problems():
    for number in range(1, CLOSED + BASICALLY + LONG_TERM + 1):
        texts = {"number": number, "title": f"第{number}个问题", "result": "已按要求整改"}
        yield problem(
            ROUND,
            UNIT,
            "2023-03-20",
            {**_item(number), "public": {"task": "按要求整改"}},
            public=texts,
            disclosure={"society": "shown"},
        )


def _item(number):
    due = day(GIVEN, 90)
    if number <= CLOSED:
        return done(UNIT, due, day(GIVEN, 15), day(GIVEN, 60), day(GIVEN, 65))
    if number <= CLOSED + BASICALLY:
        basically = {
            "date": day(GIVEN, 60),
            "action": "achieve",
            "by": "unit",
            "note": "主体完成",
            "next": "2024-03-01",
        }
        return item(UNIT, due, started(day(GIVEN, 15)), basically)
    sustained = {
        "date": day(GIVEN, 60),
        "action": "sustain",
        "by": "office",
        "reason": "institutional",
        "check": "2024-06-01",
        "evidence": ["E1"],
        "agreed": ["office", "discipline"],
    }
    return item(UNIT, due, started(day(GIVEN, 15)), sustained)
