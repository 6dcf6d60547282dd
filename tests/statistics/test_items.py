import pytest
from tests.statistics.small import closed, closing, feedback, item, start, submit

ASK = {"date": "2024-08-10", "action": "ask", "by": "unit", "until": "2024-10-20", "reason": "funding"}
EXTEND = {"date": "2024-08-12", "action": "extend", "by": "office", "until": "2024-10-20"}
RETURN = {"date": "2024-08-19", "action": "return", "by": "office", "note": "缺照片"}
REOPEN = {
    "date": "2024-10-01", "action": "reopen", "by": "office", "order": "decision", "due": "2024-12-01",
    "add": [{"id": "M9", "text": "重新公开"}],
}  # fmt: skip


def sustain(day, by):
    return {
        "date": day, "action": "sustain", "by": by, "reason": "historic", "check": "2025-06-01", "evidence": ["E1"],
        "agreed": ["office", "discipline"],
    }  # fmt: skip


@pytest.fixture
def fed_back(small):
    """Feedback to village-1 on 20 May, its plan on 7 June."""
    small.put("papers/decision.yaml", title="决定", date="2024-06-30", kind="decision", issuer="leading_group")
    small.inspection("village-1", feedback=feedback(), plan={"submitted": "2024-06-07", "reviews": []})
    return small


def test_an_item_exists_from_the_day_its_plan_was_submitted(fed_back):
    fed_back.problem(1, item(1))

    assert fed_back.figures("2024-06-06")["items"]["total"] == 0
    assert fed_back.figures("2024-06-07")["items"]["total"] == 1


def test_on_time_is_measured_by_the_submit_that_led_to_the_close(fed_back):
    again = item(1, start(), submit("2024-08-16"), RETURN, submit("2024-08-21"), *closing("2024-09-01"))
    fed_back.problem(1, closed(1, "2024-08-20", "2024-09-01"))
    fed_back.problem(2, again)
    items = fed_back.figures("2024-12-31")["items"]

    assert (items["closed"], items["on_time"], items["returned"]) == (2, 1, 1)


def test_the_on_time_rate_is_taken_over_the_items_whose_first_deadline_has_passed(fed_back):
    fed_back.problem(1, closed(1, "2024-08-01", "2024-08-05"), item(2), item(3, due="2024-12-31"))

    before, after = fed_back.figures("2024-08-20")["items"], fed_back.figures("2024-08-21")["items"]

    assert (before["on_time"], before["on_time_rate"]) == (1, {"on_time": 0, "due": 0, "rate": None})
    assert (after["on_time"], after["on_time_rate"]) == (1, {"on_time": 1, "due": 2, "rate": "50.00"})


def test_an_extension_moves_the_due_day_and_not_the_first_deadline(fed_back):
    fed_back.problem(1, item(1, start(), ASK, EXTEND, submit("2024-10-18"), *closing("2024-10-25")))
    while_open, after = fed_back.figures("2024-10-01")["items"], fed_back.figures("2024-12-31")["items"]

    assert (while_open["extended"], while_open["due"], while_open["overdue"]) == (1, 1, 0)
    assert (after["closed"], after["on_time"]) == (1, 0)


def test_a_reopened_item_is_never_on_time_again(fed_back):
    again = (submit("2024-11-01"), *closing("2024-11-05"))
    done = {"date": "2024-10-30", "action": "report", "by": "unit", "note": "已重新公开", "done": ["M9"]}
    fed_back.problem(1, item(1, start(), submit("2024-08-16"), *closing("2024-08-18"), REOPEN, done, *again))

    on_the_way = [fed_back.figures(day)["items"] for day in ("2024-09-30", "2024-10-01", "2024-12-31")]

    assert [(one["closed"], one["on_time"], one["reopened"]) for one in on_the_way] == [(1, 1, 0), (0, 0, 1), (1, 0, 1)]


def test_the_reviewers_are_overdue_when_their_working_days_have_passed(fed_back):
    fed_back.problem(1, item(1, start(), submit("2024-08-16")))

    assert fed_back.figures("2024-08-30")["items"]["reviews_overdue"] == 0
    assert fed_back.figures("2024-08-31")["items"]["reviews_overdue"] == 1


def test_an_item_under_review_is_not_overdue_for_its_unit(fed_back):
    fed_back.problem(1, item(1, start(), submit("2024-08-16")))

    assert fed_back.figures("2024-12-31")["items"]["overdue"] == 0


def test_long_term_after_the_due_day_is_told_apart_from_a_renewed_check(fed_back):
    fed_back.problem(1, item(1, start(), sustain("2024-08-20", "office"), sustain("2024-10-01", "leading_group")))
    fed_back.problem(2, item(1, start(), sustain("2024-08-21", "leading_group")))
    items = fed_back.figures("2024-12-31")["items"]

    assert items["long_term_after_due"] == 1


def test_days_under_review_move_the_due_day_that_a_sustain_is_measured_by(fed_back):
    fed_back.problem(1, item(1, start(), submit("2024-08-15"), RETURN, sustain("2024-08-24", "office")))
    fed_back.problem(2, item(1, start(), submit("2024-08-15"), RETURN, sustain("2024-08-25", "leading_group")))

    assert fed_back.figures("2024-12-31")["items"]["long_term_after_due"] == 1


def test_a_voided_entry_never_happened(fed_back):
    void = {"date": "2024-09-05", "action": "correct", "by": "office", "entry": 4, "void": True, "reason": "录错"}
    fed_back.problem(1, item(1, start(), submit("2024-08-16"), *closing("2024-09-01"), void))

    assert [fed_back.figures(day)["items"]["closed"] for day in ("2024-09-04", "2024-09-05")] == [1, 0]


def test_items_of_withdrawn_problems_and_of_those_not_fed_back_are_left_out(fed_back):
    withdraw = {
        "date": "2024-07-01", "action": "withdraw", "by": "leading_group", "paper": "decision", "into": "R13-05-0002",
    }  # fmt: skip
    fed_back.problem(1, item(1, start(), withdraw))
    fed_back.problem(2, item(1), item(2, start(), withdraw | {"into": "R13-05-0003"}))
    fed_back.problem(3, item(1), in_feedback=False)

    assert fed_back.figures("2024-12-31")["items"]["total"] == 1
