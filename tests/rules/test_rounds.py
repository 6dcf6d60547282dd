from datetime import date

import pytest
from msgspec.structs import replace
from tests.rules.ledgers import base, found, places, with_policy

from inspection.finding import Severity
from inspection.model.record import Span

ROUND = base().rounds["R13-02"]
PATH = "rounds/R13-02/round.yaml"
ENTRY, LEFT = ROUND.onsite.from_, ROUND.onsite.to


def with_round(**changes):
    return replace(base(), rounds=base().rounds | {"R13-02": replace(ROUND, **changes)})


def with_inspection(unit, **changes):
    inspection = base().inspections["R13-02", unit]
    return replace(base(), inspections=base().inspections | {("R13-02", unit): replace(inspection, **changes)})


def test_an_announcement_on_the_last_day_on_site_is_possible_and_a_day_later_it_is_not():
    assert found("RND01", with_round(announced=LEFT)) == []
    assert places(found("RND01", with_round(announced=date(2024, 10, 12)))) == [(PATH, "/announced")]


def test_feedback_is_measured_by_the_unit_s_own_entry():
    feedback = base().inspections["R13-02", "wutong-village"].feedback
    later = Span(from_=date(2024, 10, 23), to=date(2024, 10, 24))

    assert places(found("RND01", with_inspection("wutong-village", onsite=later))) == [
        ("rounds/R13-02/wutong-village.yaml", "/feedback/date")
    ]
    assert found("RND01", with_inspection("wutong-village", onsite=replace(later, from_=feedback.date))) == []


@pytest.mark.parametrize(("kind", "first"), [("regular", ENTRY), ("flexible", LEFT)])
def test_announcements_are_judged_from_entry_and_of_a_flexible_round_from_its_last_day(kind, first):
    ledger = with_round(announcements=(), kind=kind)
    eve = first.fromordinal(first.toordinal() - 1)

    assert found("RND02", ledger, eve) == []
    assert places(found("RND02", ledger, first)) == [(PATH, "/announcements")] * 2


@pytest.mark.parametrize(
    ("today", "missing"),
    [
        (date(2024, 9, 1), 0),
        (ENTRY, 2),
        (LEFT, 2),
        (date(2024, 10, 12), 3),
        (date(2024, 10, 17), 3),
        (date(2024, 10, 18), 4),
    ],
)
def test_each_meeting_is_judged_from_its_own_day(today, missing):
    assert len(found("RND03", with_round(meetings=()), today)) == missing


def test_without_a_report_the_consultation_is_owed_when_the_time_after_the_round_is_over():
    ledger = with_round(reported=None, meetings=ROUND.meetings[:3])

    assert found("RND03", ledger, date(2025, 1, 13)) == []
    assert len(found("RND03", ledger, date(2025, 1, 14))) == 1


def integrated(policies=None):
    units = {unit: base().inspections["R13-02", unit] for unit in ("qinglan-community", "wutong-village")}
    changed = {("R13-02", unit): replace(one, mode="integrated") for unit, one in units.items()}
    return replace(base(), inspections=base().inspections | changed, policies=policies or base().policies)


def limited(most, day="2021-09-28"):
    policy = base().policies[0]
    limits = replace(policy.limits, integrated_communities=most)
    return replace(policy, id=day, path=f"policy/{day}.yaml", limits=limits)


def test_the_integrated_mode_is_judged_once_a_subdistrict_by_the_policy_of_the_announcement():
    strict_later = (limited(2), limited(1, "2024-08-29"))
    strict_before = (limited(2), limited(1, "2024-08-28"))

    assert found("RND04", integrated(strict_later)) == []
    assert places(found("RND04", integrated(strict_before))) == [("rounds/R13-02/qinglan-community.yaml", "/mode")]


def test_a_community_that_has_left_is_not_counted():
    village = replace(base().units["wutong-village"], left=date(2024, 8, 27))
    ledger = replace(integrated((limited(1),)), units=base().units | {village.id: village})

    assert found("RND04", ledger) == []


def test_one_group_for_many_has_more_than_one_unit_and_that_is_no_error():
    (group,) = ROUND.groups
    ledger = with_round(groups=(replace(group, units=("wutong-village",)),))
    mode = replace(base().inspections["R13-02", "wutong-village"], mode="one_to_many")
    ledger = replace(ledger, inspections=base().inspections | {("R13-02", "wutong-village"): mode})

    assert [(one.pointer, one.severity) for one in found("RND05", ledger)] == [("/groups/0/units", Severity.WARNING)]


def test_a_unit_named_twice_in_one_group_is_not_in_two():
    (group,) = ROUND.groups

    assert found("RND05", with_round(groups=(replace(group, units=("wutong-village", "wutong-village")),))) == []


def test_an_audit_s_list_is_asked_for_from_the_unit_s_entry():
    ledger = with_inspection("wutong-village", audit="audit_first")

    assert found("RND06", ledger, date(2024, 9, 1)) == []
    assert places(found("RND06", ledger, ENTRY)) == [("rounds/R13-02/wutong-village.yaml", "/audit")]


def test_the_plan_is_asked_for_from_the_announcement():
    ledger = with_round(plan=replace(ROUND.plan, focus=None))

    assert found("RND07", ledger, date(2024, 8, 27)) == []
    assert places(found("RND07", ledger, ROUND.announced)) == [(PATH, "/plan/focus")]


def test_a_stay_is_too_long_when_it_is_and_not_when_it_is_planned():
    ledger = with_round(onsite=replace(ROUND.onsite, to=date(2024, 11, 2)))

    assert found("RND08", ledger, date(2024, 11, 1)) == []
    assert places(found("RND08", ledger, date(2024, 11, 2))) == [(PATH, "/onsite/to")]


def test_a_unit_is_not_named_again_when_its_round_was_too_long():
    onsite = replace(ROUND.onsite, to=date(2024, 11, 2))
    ledger = with_round(onsite=onsite)
    inspection = replace(base().inspections["R13-02", "wutong-village"], onsite=onsite)
    ledger = replace(ledger, inspections=base().inspections | {("R13-02", "wutong-village"): inspection})

    assert places(found("RND08", ledger)) == [(PATH, "/onsite/to")]


def test_the_four_tasks_are_owed_the_day_after_the_due_day():
    ledger = with_round(after=None)

    assert found("RND10", ledger, date(2025, 1, 13)) == []
    assert [pointer for _, pointer in places(found("RND10", ledger, date(2025, 1, 14)))] == [
        "/after/analysed",
        "/after/assigned",
        "/after/followed",
        "/after/used",
    ]


def test_a_longer_time_for_the_future_changes_no_past_verdict():
    old = base().policies[0]
    longer = replace(old.deadlines, after_round=type(old.deadlines.after_round)("6m"))
    late = with_round(after=replace(ROUND.after, followed=date(2025, 1, 14), used=date(2025, 1, 13)))
    policies = (old, replace(old, id="2024-10-12", path="policy/2024-10-12.yaml", deadlines=longer))

    assert places(found("RND10", replace(late, policies=policies), date(2025, 1, 14))) == [(PATH, "/after/followed")]
    assert found("RND10", replace(late, policies=with_policy(deadlines=longer).policies), date(2025, 1, 14)) == []


def test_matters_are_owed_an_answer_the_day_after_the_due_day():
    ledger = with_round(matters=(replace(ROUND.matters[0], answered=8),))

    assert found("RND11", ledger, date(2024, 12, 10)) == []
    assert places(found("RND11", ledger, date(2024, 12, 11))) == [(PATH, "/matters/0/answered")]
