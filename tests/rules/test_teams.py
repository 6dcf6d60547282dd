from datetime import date

import pytest
from msgspec.structs import replace
from tests.rules.ledgers import base, found, places

from inspection.model.policy import Formation
from inspection.model.record import Span

ROUND = base().rounds["R13-02"]
(GROUP,) = ROUND.groups
LEADER, DEPUTY, AUDITOR = GROUP.members
PATH = "rounds/R13-02/round.yaml"
ENTRY = ROUND.onsite.from_
MEMBERS = "/groups/0/members"


def with_round(**changes):
    return replace(base(), rounds=base().rounds | {"R13-02": replace(ROUND, **changes)})


def with_members(*members, **changes):
    return with_round(groups=(replace(GROUP, members=members, **changes),))


def with_units(ledger, *units):
    return replace(ledger, units=base().units | {unit.id: unit for unit in units})


def policy(day="2021-09-28", **staffing):
    old = base().policies[0]
    return replace(old, id=day, path=f"policy/{day}.yaml", staffing=replace(old.staffing, **staffing))


def test_a_round_is_staffed_by_the_policy_of_its_announcement():
    before, between = date(2024, 8, 28), date(2024, 8, 29)

    for code, more in (
        ("TEA01", {"discipline_cadres": 8}),
        ("TEA02", {"auditors": 2}),
        ("TEA03", {"deputies": (2, 3)}),
    ):
        announced = [one for one in found(code, after(before, more)) if one.path == PATH]
        assert len(announced) == 1
        assert found(code, after(between, more)) == []


def after(day, staffing):
    return replace(base(), policies=(policy(), policy(day.isoformat(), **staffing)))


def test_a_round_that_was_not_announced_is_staffed_by_the_policy_of_its_entry():
    changed = (policy(), policy(ENTRY.isoformat(), discipline_cadres=8))

    assert len(found("TEA01", replace(with_round(announced=None), policies=changed))) == 1
    assert found("TEA01", replace(base(), policies=changed)) == []


@pytest.mark.parametrize("code", ["TEA01", "TEA02", "TEA03", "TEA06", "TEA07", "TEA08"])
def test_a_team_is_judged_from_its_entry(code):
    bare = replace(AUDITOR, recusal=None, pledges=None, trained=None, person="T-0012")
    ledger = with_members(bare)

    assert found(code, ledger, date(2024, 9, 1)) == []
    assert {one.path for one in found(code, ledger, ENTRY)} == {PATH}


def test_a_cadre_in_two_groups_is_one_cadre():
    twice = with_round(groups=(GROUP, replace(GROUP, id="G2", units=(), members=(replace(LEADER, role="member"),))))
    ledger = replace(twice, policies=(policy(discipline_cadres=3),))

    assert [one.message.en for one in found("TEA01", ledger)] == [
        "R13-02 visits communities: discipline cadres 2, the policy asks for 3"
    ]


def test_a_round_that_goes_to_no_community_is_not_staffed_by_the_rule():
    inspections = {key: one for key, one in base().inspections.items() if key[0] != "R13-02"}
    to_a_bureau = with_members(AUDITOR, units=("civil-affairs-bureau",))

    assert found("TEA01", replace(to_a_bureau, inspections=inspections)) == []
    assert len(found("TEA01", replace(to_a_bureau, inspections=base().inspections))) == 1


def test_who_cannot_be_looked_up_is_not_counted_as_missing():
    people = {name: one for name, one in base().people.items() if name != "T-0011"}

    assert found("TEA01", replace(base(), people=people)) == []


def test_the_members_of_a_village_below_an_inspected_subdistrict_may_not_serve_there():
    ledger = with_members(replace(LEADER, home="wutong-village"), units=("lanpu",))
    inspection = replace(base().inspections["R13-02", "wutong-village"], id="lanpu", path="rounds/R13-02/lanpu.yaml")
    inspected = replace(ledger, inspections=base().inspections | {("R13-02", "lanpu"): inspection})
    answering = replace(inspection, reach="answering")
    answered = replace(ledger, inspections=base().inspections | {("R13-02", "lanpu"): answering})

    assert places(found("TEA05", inspected)) == [(PATH, f"{MEMBERS}/0/home")]
    assert found("TEA05", answered) == []


def test_the_unit_above_may_send_members_to_its_own_round_only():
    members = (replace(LEADER, home="lanpu"), DEPUTY, AUDITOR)

    assert places(found("TEA05", with_members(*members))) == [(PATH, f"{MEMBERS}/0/home")]
    assert found("TEA05", replace(with_members(*members), rounds={"R13-02": own_round(members)})) == []


def own_round(members):
    return replace(ROUND, organizer="lanpu", groups=(replace(GROUP, members=members),))


def test_a_pledge_is_measured_by_the_group_s_own_entry():
    late = replace(LEADER, pledges=replace(LEADER.pledges, secrecy=date(2024, 9, 9)))
    ledger = with_members(late)
    span = Span(from_=date(2024, 9, 9), to=date(2024, 10, 11))
    inspections = {key: replace(one, onsite=span) for key, one in base().inspections.items() if key[0] == "R13-02"}

    assert places(found("TEA07", ledger)) == [(PATH, f"{MEMBERS}/0/pledges/secrecy")]
    assert found("TEA07", replace(ledger, inspections=base().inspections | inspections)) == []


def formed(name, ledger, **least):
    old = base().policies[0]
    formations = old.formations | {name: Formation(**least)}
    return [one.message.en for one in found("TEA04", replace(ledger, policies=(replace(old, formations=formations),)))]


def test_a_formation_asks_for_the_least_numbers_of_the_policy():
    ledger = with_members(*GROUP.members, formation="2+5")

    assert formed("2+5", ledger, discipline=2, homes=2) == []
    assert formed("2+5", ledger, discipline=3, homes=3) == [
        "R13-02: group G1 is a 2+5: home units 2, the policy asks for 3",
        "R13-02: group G1 is a 2+5: discipline cadres 2, the policy asks for 3",
    ]


def test_a_formation_the_policy_does_not_define_asks_for_nothing():
    old = replace(base().policies[0], formations={})

    assert found("TEA04", replace(with_members(LEADER, formation="2+5"), policies=(old,))) == []


NOT_LED = ["R13-02: group G1 is a 1+2+N: the leader is no discipline cadre of the township"]
STATION = replace(base().units["civil-affairs-bureau"], id="lanpu-station", parent="lanpu", path="units/s.yaml")


@pytest.mark.parametrize(
    ("home", "person", "wrong"),
    [
        ("lanpu", "T-0001", []),
        ("lanpu-station", "T-0001", []),
        ("lanpu", "T-0002", NOT_LED),
        ("wutong-village", "T-0001", NOT_LED),
        ("district-discipline", "T-0001", NOT_LED),
        ("civil-affairs-bureau", "T-0001", NOT_LED),
    ],
)
def test_a_group_of_the_township_is_led_by_its_discipline_cadre(home, person, wrong):
    leader = replace(LEADER, home=home, person=person)
    ledger = with_units(with_members(leader, formation="1+2+N"), STATION)

    assert formed("1+2+N", ledger, leader="parent_discipline") == wrong


def test_a_specialist_has_a_specialty_or_is_in_a_pool_of_such_and_does_not_lead():
    plain = replace(base().people["T-0002"], specialty=None)

    def specialists(person, *members):
        ledger = replace(with_members(*members, formation="1+2+N"), people=base().people | {person.id: person})
        return formed("1+2+N", ledger, specialists=1) == []

    assert specialists(plain, AUDITOR)
    assert specialists(base().people["T-0002"], AUDITOR)
    assert not specialists(plain, replace(AUDITOR, role="leader"))
    assert not specialists(plain, replace(AUDITOR, home="wutong-village"))
    assert not specialists(replace(plain, log=()), AUDITOR)
