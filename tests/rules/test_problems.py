from datetime import date

import pytest
from msgspec.structs import replace
from tests.rules.ledgers import TODAY, base, found, places, with_problems

OLD, NEW = base().problems["R13-01-0001"], base().problems["R13-02-0002"]


def recurrence(earlier=OLD.found, later=NEW.found, **changes):
    """PRB03 on two problems of one unit and category, in two rounds."""
    first = replace(OLD, found=earlier)
    second = replace(NEW, unit=OLD.unit, category=OLD.category, found=later, **changes)
    return found("PRB03", with_problems(first, second))


def test_a_problem_came_back_up_to_the_last_day_of_the_policy_s_time():
    assert len(recurrence(date(2022, 3, 10), date(2024, 3, 10))) == 1
    assert recurrence(date(2022, 3, 10), date(2024, 3, 11)) == []


def test_a_link_to_the_earlier_problem_is_all_that_is_asked():
    assert places(recurrence()) == [(NEW.path, "/category")]
    assert recurrence(follows=OLD.id) == []


def test_one_round_finds_no_recurrence_of_its_own():
    assert found("PRB03", with_problems(replace(NEW, category="collective_assets"))) == []


def test_a_problem_is_held_against_the_latest_of_an_earlier_round():
    twin = replace(OLD, id="R13-01-0002", path="problems/R13-01/R13-01-0002.yaml", found=date(2023, 4, 1))
    again = replace(NEW, unit=OLD.unit, category=OLD.category)
    (one,) = found("PRB03", with_problems(twin, again))

    assert one.message.en == (
        "R13-02-0002 (2024-09-18) is of the unit and category of R13-01-0002 (2023-04-01), no more than 24m later, "
        "without `follows`"
    )


def test_the_time_is_that_of_the_policy_in_force_when_the_earlier_one_was_found():
    policy = base().policies[0]
    short = replace(policy, id="2024-01-01", limits=replace(policy.limits, recurrence=policy.deadlines.self_check))
    ledger = with_problems(replace(NEW, unit=OLD.unit, category=OLD.category))

    assert len(found("PRB03", replace(ledger, policies=(policy, short)))) == 1
    assert found("PRB03", replace(ledger, policies=(short,))) == []


def with_letter(**changes):
    letter = replace(base().letters["L2024-002"], problems=(NEW.id,), **changes)
    ledger = with_problems(replace(NEW, nature="systemic"))
    return replace(ledger, letters=base().letters | {letter.id: letter})


@pytest.mark.parametrize("kind", ["inspection_suggestion", "discipline_suggestion", "supervisory_suggestion"])
def test_a_suggestion_letter_takes_up_a_shared_problem(kind):
    assert found("PRB02", with_letter(kind=kind)) == []


def test_another_letter_or_one_not_issued_does_not():
    log = base().letters["L2024-002"].log
    withdrawn = replace(log[0], date=TODAY, action="withdraw")

    assert places(found("PRB02", with_letter(kind="assignment"))) == [(NEW.path, "/nature")]
    assert places(found("PRB02", with_letter(log=()))) == [(NEW.path, "/nature")]
    assert places(found("PRB02", with_letter(log=(*log, withdrawn)))) == [(NEW.path, "/nature")]
    assert places(found("PRB02", with_letter(), date(2024, 11, 3))) == [(NEW.path, "/nature")]


def test_an_owner_or_a_letter_about_the_common_problem_is_enough():
    shared = replace(NEW, nature="field", common="C13-01")
    ownerless = replace(base().commons["C13-01"], owner=None)
    ledger = replace(with_problems(shared), commons={"C13-01": ownerless})

    assert found("PRB02", with_problems(shared)) == []
    assert found("PRB02", ledger) == []
    assert (NEW.path, "/common") in places(found("PRB02", replace(ledger, letters={})))


def test_a_plan_that_was_only_returned_asks_for_no_items():
    inspection = base().inspections["R13-02", "qinglan-community"]
    returned = replace(inspection.plan, reviews=inspection.plan.reviews[:1])
    ledger = replace(with_problems(replace(NEW, items=())), inspections=base().inspections)

    assert places(found("PRB01", ledger)) == [(NEW.path, "/items")]
    undecided = base().inspections | {("R13-02", "qinglan-community"): replace(inspection, plan=returned)}
    assert found("PRB01", replace(ledger, inspections=undecided)) == []


def test_units_are_counted_not_problems():
    many = [replace(NEW, id=f"R13-02-01{n:02}", path=f"problems/R13-02/R13-02-01{n:02}.yaml") for n in range(9)]
    apart = [replace(one, unit=unit) for one, unit in zip(many, ("lanpu", "wutong-village"), strict=False)]

    assert found("PRB04", with_problems(*many)) == []
    assert places(found("PRB04", with_problems(*many, *apart))) == [("rounds/R13-02/round.yaml", "")]
