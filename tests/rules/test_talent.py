from datetime import date

from msgspec.structs import replace
from tests.rules.ledgers import base, found, places

from inspection.model.units import PersonEntry

FIRST, SECOND = base().rounds["R13-01"], base().rounds["R13-02"]
PATH = "rounds/R13-02/round.yaml"
LEADER = "/groups/0/members/0/person"


def entry(day, action, **other):
    return PersonEntry(date=date.fromisoformat(day), action=action, **other)


def with_log(name, *log, **changes):
    person = replace(base().people[name], log=log)
    return replace(base(), people=base().people | {name: person}, **changes)


def policy(day, **pool):
    old = base().policies[0]
    return replace(old, id=day, path=f"policy/{day}.yaml", pool=replace(old.pool, **pool))


def test_a_secondment_is_judged_by_the_announcement_of_the_first_round_served():
    seconded = entry("2024-08-01", "second", rounds=1)
    mild = policy("2021-09-28", second_rounds=1)

    def judged(changed_on):
        policies = (mild, policy(changed_on, second_rounds=2))
        return places(found("TAL01", with_log("T-0002", seconded, policies=policies)))

    assert judged("2024-08-28") == [("people/T-0002.yaml", "/log/0/rounds")]
    assert judged("2024-08-29") == []


def test_a_secondment_nobody_has_served_yet_is_judged_by_its_own_day():
    seconded = entry("2024-08-01", "second", rounds=1)
    policies = (policy("2021-09-28", second_rounds=1), policy("2024-08-02", second_rounds=2))

    assert found("TAL01", with_log("T-0012", seconded, policies=policies)) == []
    assert len(found("TAL01", with_log("T-0012", replace(seconded, date=date(2024, 8, 2)), policies=policies))) == 1


def test_a_secondment_without_a_number_of_rounds_is_not_too_short():
    assert found("TAL01", with_log("T-0002", entry("2024-08-01", "second"))) == []


def test_a_leader_is_in_the_pool_from_the_day_of_the_admission():
    assert found("TAL02", with_log("T-0001", entry("2023-03-01", "admit", pool="leader"))) == []
    assert [
        one.message.en for one in found("TAL02", with_log("T-0001", entry("2023-03-02", "admit", pool="leader")))
    ] == ["T-0001 leads in R13-01 and was in no pool on 2023-03-01"]


def test_a_leader_is_judged_from_the_announcement():
    ledger = with_log("T-0001", entry("2022-02-01", "admit", pool="member"))

    assert places(found("TAL02", ledger, date(2024, 8, 27))) == [("rounds/R13-01/round.yaml", LEADER)]
    assert len(found("TAL02", ledger, date(2024, 8, 28))) == 2


def by_rounds(policies, **changes):
    """TAL02 on R13-02 where its leader has no entry, and has led R13-01."""
    rounds = {"R13-01": replace(FIRST, **changes), "R13-02": SECOND}
    ledger = with_log("T-0001", policies=policies, rounds=rounds)
    return [one.path for one in found("TAL02", ledger) if one.path == PATH]


def test_finished_rounds_admit_by_the_policy_of_the_announcement_of_the_round_that_completes_them():
    two, one = policy("2021-09-28"), policy("2023-03-01", admit_after_rounds=1)

    assert by_rounds((two,)) == [PATH]
    assert by_rounds((two, one)) == []
    assert by_rounds((two, replace(one, id="2023-03-02"))) == [PATH]


def test_a_round_counts_once_its_last_day_has_passed():
    one = policy("2021-09-28", admit_after_rounds=1)
    onsite = FIRST.onsite

    assert by_rounds((one,), onsite=replace(onsite, to=date(2024, 8, 27))) == []
    assert by_rounds((one,), onsite=replace(onsite, to=date(2024, 8, 28))) == [PATH]


def test_who_was_a_plain_member_comes_into_the_members_pool():
    (group,) = FIRST.groups
    member = replace(group, members=(replace(group.members[0], role="member"),))
    one = policy("2021-09-28", admit_after_rounds=1)

    assert by_rounds((one,), groups=(member,)) == [PATH]


def eliminated(*log):
    return places(found("TAL03", with_log("T-0001", *log)))


def test_an_eliminated_person_serves_again_only_after_being_admitted_anew():
    gone = entry("2024-09-02", "leave", reason="eliminated")

    assert eliminated(gone) == [(PATH, LEADER)]
    assert eliminated(replace(gone, date=date(2024, 9, 3))) == []
    assert eliminated(replace(gone, reason="rotation")) == []
    assert eliminated(gone, entry("2024-09-02", "admit", pool="leader")) == []


def test_a_year_is_judged_once_it_is_over_and_began_with_a_pool():
    ledger = with_log("T-0012")

    def years(today):
        return [one.message.en.rpartition(" ")[2] for one in found("TAL04", ledger, today)]

    assert years(date(2022, 12, 31)) == []
    assert years(date(2023, 12, 31)) == []
    assert years(date(2024, 1, 1)) == ["2023"]
    assert years(date(2025, 1, 1)) == ["2023", "2024"]
    assert years(date(2030, 1, 1)) == ["2023", "2024", "2025"]


def test_a_ledger_without_people_has_nobody_to_eliminate():
    assert found("TAL04", replace(base(), people={}), date(2030, 1, 1)) == []
