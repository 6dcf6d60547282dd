from datetime import date

from tests.statistics.small import closed, feedback, item, start, submit

from inspection.derive.provenance import Recorded
from inspection.derive.statistics import statistics, statistics_of_period


def person(small, name, *log, system="discipline"):
    small.put(f"people/{name}.yaml", system=system, home="district-discipline", log=list(log))


def entry(day, action, **more):
    return {"date": day, "action": action} | more


def group(*members):
    people = [{"person": name, "role": role, "home": "district-discipline"} for name, role in members]
    return [{"id": "G1", "standing": True, "formation": "free", "units": [], "members": people}]


def pools(small, day):
    people = small.figures(day)["people"]
    return [people[one] for one in ("leaders", "members", "specialists", "auditors")]


def test_somebody_is_in_the_pool_from_admission_to_leaving(small):
    person(
        small, "T-0001", entry("2022-01-01", "admit", pool="leader"), entry("2024-06-01", "leave", reason="eliminated")
    )
    person(
        small, "T-0002", entry("2022-01-01", "admit", pool="specialist"), entry("2023-01-01", "admit", pool="auditor")
    )

    assert pools(small, "2021-12-31") == [0, 0, 0, 0]
    assert pools(small, "2022-12-31") == [1, 0, 1, 0]
    assert pools(small, "2024-06-01") == [0, 0, 0, 1]
    assert [small.figures(day)["people"]["eliminated"] for day in ("2024-05-31", "2024-06-01")] == [0, 1]


def test_two_finished_rounds_admit_to_the_pool_of_the_highest_role_served_in(small):
    small.round("R13-05", groups=group(("T-0001", "deputy"), ("T-0002", "member"), ("T-0003", "member")))
    later = {"from": "2024-06-03", "to": "2024-06-28"}
    small.round(
        "R13-06", onsite=later, announced="2024-05-27", groups=group(("T-0001", "member"), ("T-0002", "member"))
    )
    for name in ("T-0001", "T-0002", "T-0003"):
        person(small, name)

    assert pools(small, "2024-06-28") == [0, 0, 0, 0]
    assert pools(small, "2024-06-29") == [1, 1, 0, 0]


def test_rounds_before_leaving_admit_nobody_again(small):
    small.round("R13-05", groups=group(("T-0001", "member")))
    small.round("R13-06", onsite={"from": "2024-06-03", "to": "2024-06-28"}, groups=group(("T-0001", "member")))
    person(small, "T-0001", entry("2024-05-01", "leave", reason="rotation"))

    assert pools(small, "2024-12-31") == [0, 0, 0, 0]


def test_service_is_counted_by_place_and_cadres_once(small):
    small.files["district.yaml"]["establishment"] = [{"date": "2023-12-31", "discipline_cadres": 96}]
    small.round("R13-05", groups=group(("T-0001", "leader"), ("T-0002", "member")))
    small.round("R13-06", onsite={"from": "2024-06-03", "to": "2024-06-28"}, groups=group(("T-0001", "leader")))
    person(small, "T-0001", entry("2024-01-01", "attach", until="2024-12-31"))
    person(small, "T-0002", system="finance")
    early, late = small.figures("2023-12-30")["people"], small.figures("2024-12-31")["people"]

    assert (early["person_times"], early["discipline_total"]) == (0, None)
    assert late["person_times"] == 3
    assert late["person_times_by_system"] == {"discipline": 2, "finance": 1}
    assert (late["discipline_served"], late["discipline_total"], late["attached"]) == (1, 96, 1)
    assert small.figures("2025-01-01")["people"]["attached"] == 0


def test_departures_are_counted_by_their_own_days(small):
    small.put("papers/decision.yaml", title="决定", date="2024-06-30", kind="decision", issuer="leading_group")
    small.files["policy/2016-09-28.yaml"]["rules"] = {
        "TAL04": {"severity": "none", "reason": "改革过渡", "until": "2024-12-31"}
    }
    small.inspection(
        "village-1",
        feedback=feedback(),
        plan={"submitted": "2024-06-07", "reviews": []},
        acknowledged=[{"rule": "INS02", "date": "2024-06-20", "by": "office", "reason": "换届"}],
        corrections=[
            {"date": "2024-07-01", "path": "/reach", "was": "extended", "is": "full", "why": "录错", "by": "office"}
        ],
    )
    void = entry("2024-09-05", "correct", by="office", entry=4, void=True, reason="录错")
    mend = entry("2024-09-06", "correct", by="office", entry=1, set={"note": "专班"}, reason="漏填")
    log = closed(1, "2024-08-16", "2024-09-01")["log"]
    ask = entry("2024-08-10", "ask", by="unit", until="2025-08-21", reason="funding")
    extend = entry("2024-08-12", "extend", by="leading_group", until="2025-08-21")
    withdraw = entry("2024-07-01", "withdraw", by="leading_group", paper="decision", into="R13-05-0001")
    small.problem(1, item(1, *log, void, mend), item(2, start(), ask, extend), item(3, start(), submit("2024-08-01")))
    small.problem(2, item(1, start(), withdraw))

    assert small.figures("2024-06-19")["departures"] == {
        "acknowledged": 0, "exceptions": 1, "corrections": 0, "voided": 0, "withdrawn": 0, "beyond_limit": 0,
        "backdated": None,
    }  # fmt: skip
    assert small.figures("2025-01-01")["departures"] == {
        "acknowledged": 1, "exceptions": 0, "corrections": 2, "voided": 1, "withdrawn": 1, "beyond_limit": 1,
        "backdated": None,
    }  # fmt: skip


def test_what_was_recorded_later_than_the_policy_allows_is_backdated_from_the_day_it_was_recorded(small):
    small.inspection("village-1", feedback=feedback("2024-05-20"))
    small.problem(1, item(1, start("2024-06-01"), submit("2024-08-01")))
    ledger, path = small.ledger(), "problems/R13-05/R13-05-0001.yaml"
    at_once, in_time, late = date(2024, 6, 1), date(2024, 7, 1), date(2024, 7, 2)

    def told(recorded, day, since=None):
        known = {(path, "/items/0/log/0"): Recorded(recorded), (path, "/items/0/log/1"): Recorded(date(2024, 8, 1))}
        asked = (since, day) if since is not None else (day,)
        return (statistics_of_period if since is not None else statistics)(ledger, *asked, provenance=known)

    assert told(at_once, date(2024, 12, 31)).plain()["departures"]["backdated"] == 0
    assert told(in_time, date(2024, 12, 31)).ids("departures.backdated") == ()
    assert told(late, date(2024, 12, 31)).ids("departures.backdated") == (f"{path}/items/0/log/0",)
    assert told(late, date(2024, 7, 1)).ids("departures.backdated") == ()
    assert told(late, date(2024, 6, 30), since=date(2024, 6, 1)).ids("departures.backdated") == ()
    assert told(late, date(2024, 7, 31), since=date(2024, 7, 1)).ids("departures.backdated") == (
        f"{path}/items/0/log/0",
    )
    assert statistics(ledger, date(2024, 12, 31)).plain()["departures"]["backdated"] is None
