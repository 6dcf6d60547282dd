import pytest
from tests.statistics.small import feedback

ACCEPT = {"by": ["office", "discipline"], "date": "2024-08-28", "decision": "accept", "deviations": 0, "opinions": 0}
RETURN = {"by": ["office"], "date": "2024-06-12", "decision": "return", "deviations": 5, "opinions": 3}
BALLOTS = {
    "issued": 9, "returned": 9, "blank": 0, "unknown": 0, "satisfied": 9, "basically": 0, "dissatisfied": 0,
}  # fmt: skip


def stage(small, day, name):
    found = small.figures(day)["stages"][name]
    return found["done"], found["due"]


@pytest.fixture
def town(small):
    """Feedback to the township on 20 May 2024."""
    small.inspection("qinghe-town", feedback=feedback())
    return small


def test_nothing_is_due_before_its_deadline_in_working_days(town):
    assert stage(town, "2024-06-11", "plan") == (0, 0)
    assert stage(town, "2024-06-12", "plan") == (0, 1)


def test_a_stage_that_was_done_early_counts_once_it_is_due(town):
    town.inspection("qinghe-town", feedback=feedback(), plan={"submitted": "2024-06-07", "reviews": []})

    assert stage(town, "2024-06-11", "plan") == (0, 0)
    assert stage(town, "2024-06-12", "plan") == (1, 1)


def test_a_stage_that_was_done_late_is_done(town):
    town.inspection("qinghe-town", feedback=feedback(), plan={"submitted": "2024-07-07", "reviews": []})

    assert stage(town, "2024-07-06", "plan") == (0, 1)
    assert stage(town, "2024-07-07", "plan") == (1, 1)


def test_feedback_is_done_when_given_signed_and_copied_to_all_the_duties_name(small):
    small.inspection("qinghe-town", feedback=feedback())
    small.inspection("village-1", feedback=feedback(copied={"qinghe-town": "2024-05-22"}))
    small.inspection("village-2", feedback=feedback(signed={"unit": "2024-05-22", "head": "2024-05-22"}))

    assert small.figures("2024-05-28")["stages"]["feedback"] == {
        "done": 2,
        "due": 3,
        "by_kind": {"township": {"done": 1, "due": 1}, "village": {"done": 1, "due": 2}},
    }
    assert small.figures("2024-05-27")["stages"]["feedback"] == {"done": 0, "due": 0, "by_kind": {}}


def test_only_what_the_duties_ask_of_the_kind_of_unit_is_due(small):
    small.inspection("village-1", feedback=feedback())

    assert stage(small, "2024-12-31", "life_meeting") == (0, 0)
    assert stage(small, "2024-12-31", "plan") == (0, 1)


def test_a_report_without_the_heads_own_is_not_done_where_the_duties_ask_for_both(town):
    report = {"submitted": "2024-08-19", "reviews": []}
    town.inspection("qinghe-town", feedback=feedback(), report=report)
    town.inspection("village-1", feedback=feedback(), report=report)

    assert town.figures("2024-12-31")["stages"]["report"] == {
        "done": 1,
        "due": 2,
        "by_kind": {"township": {"done": 0, "due": 1}, "village": {"done": 1, "due": 1}},
    }


def test_the_evaluation_is_due_from_the_day_the_report_was_accepted(town):
    report = {"submitted": "2024-08-19", "head_submitted": "2024-08-19", "reviews": [ACCEPT]}
    town.inspection("qinghe-town", feedback=feedback(), report=report)

    assert stage(town, "2024-09-28", "evaluation") == (0, 0)
    assert stage(town, "2024-09-30", "evaluation") == (0, 1)


def notice(day, **more):
    return {"approved": day, "by": "leading_group", "digest": "0" * 32, "published": day} | more


def test_publication_is_due_once_evaluated_and_done_while_a_notice_stands(town):
    retracted = {"date": "2024-10-08", "by": "leading_group", "reason": "文字有误"}
    town.inspection(
        "qinghe-town",
        feedback=feedback(),
        evaluation={"date": "2024-09-10", "anonymous": True, "ballots": BALLOTS, "indicators": []},
        publication={"society": [notice("2024-09-20", retracted=retracted), notice("2024-11-01")]},
    )
    days = ("2024-09-09", "2024-09-10", "2024-09-20", "2024-10-08", "2024-11-01")

    assert [stage(town, day, "publication") for day in days] == [(0, 0), (0, 1), (1, 1), (0, 1), (1, 1)]


def test_every_review_counts_and_a_reviewed_organization_once(small):
    again = RETURN | {"date": "2024-06-18", "decision": "accept", "deviations": 1, "opinions": 0}
    small.inspection("village-1", feedback=feedback(), plan={"submitted": "2024-06-07", "reviews": [RETURN, again]})
    small.inspection("village-2", feedback=feedback(), plan={"submitted": "2024-06-07", "reviews": [RETURN]})

    assert small.figures("2024-06-12")["reviews"]["plan"] == {"organizations": 2, "deviations": 10, "opinions": 6}
    assert small.figures("2024-06-18")["reviews"] == {
        "plan": {"organizations": 2, "deviations": 11, "opinions": 6},
        "life_meeting": {"organizations": 0, "deviations": 0, "opinions": 0},
        "report": {"organizations": 0, "deviations": 0, "opinions": 0},
    }


def test_signatures_and_attendances_count_from_their_days(town):
    leaders = [{"post": "分管副区长", "date": "2024-05-20"}, {"post": "组织部长", "date": "2024-05-21"}]
    town.inspection("qinghe-town", feedback=feedback(attended=leaders))

    assert town.figures("2024-05-20")["signatures"] == {"leader_in_charge": 0, "attended": 1}
    assert town.figures("2024-05-22")["signatures"] == {"leader_in_charge": 1, "attended": 2}
