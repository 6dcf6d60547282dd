import pytest
from tests.statistics.small import closed, feedback, item, start, submit

SUSTAIN = {
    "date": "2024-07-01", "action": "sustain", "by": "office", "reason": "historic", "check": "2025-06-01",
    "evidence": ["E1"], "agreed": ["discipline"],
}  # fmt: skip
ACHIEVE = {"date": "2024-07-01", "action": "achieve", "by": "unit", "note": "差最后一步", "next": "2024-10-01"}
WITHDRAW = {
    "date": "2024-07-01",
    "action": "withdraw",
    "by": "leading_group",
    "paper": "decision",
    "into": "R13-05-0001",
}


@pytest.fixture
def fed_back(small):
    """Feedback to village-1 on 20 May, its plan on 7 June."""
    small.put("papers/decision.yaml", title="决定", date="2024-06-30", kind="decision", issuer="leading_group")
    small.inspection("village-1", feedback=feedback(), plan={"submitted": "2024-06-07", "reviews": []})
    return small


@pytest.fixture
def every_status(fed_back):
    """A problem in every status, and one that was left out of the feedback."""
    fed_back.problem(1, closed(1, "2024-08-16", "2024-09-01"), prominent=True)
    fed_back.problem(2, closed(1, "2024-08-21", "2024-09-01"), item(2, start(), SUSTAIN))
    fed_back.problem(3, closed(1, "2024-08-16", "2024-09-01"), item(2, start(), ACHIEVE), nature="systemic")
    fed_back.problem(4, item(1, start(), submit("2024-08-16")), item(2, start(), ACHIEVE), category="contracts")
    fed_back.problem(5, item(1), item(2))
    fed_back.problem(6, item(1, start(), WITHDRAW))
    fed_back.problem(7, in_feedback=False)
    return fed_back


def test_total_is_fed_back_less_withdrawn_and_the_sum_of_the_five_statuses(every_status):
    assert every_status.figures("2024-12-31")["problems"] == {
        "found": 7,
        "fed_back": 6,
        "withdrawn": 1,
        "total": 5,
        "closed": 1,
        "long_term": 1,
        "basically_done": 1,
        "in_progress": 1,
        "not_started": 1,
        "overdue": 3,
        "on_time": 1,
        "prominent": 1,
        "by_category": {"collective_assets": 4, "contracts": 1},
        "by_nature": {"individual": 4, "systemic": 1},
    }


@pytest.mark.parametrize(
    "day", ["2024-03-17", "2024-05-19", "2024-05-20", "2024-06-07", "2024-07-01", "2024-08-16", "2024-09-01"]
)
def test_on_every_day_the_statuses_add_up_to_the_total(every_status, day):
    problems = every_status.figures(day)["problems"]
    statuses = ("closed", "long_term", "basically_done", "in_progress", "not_started")

    assert problems["total"] == problems["fed_back"] - problems["withdrawn"] == sum(problems[one] for one in statuses)
    assert problems["total"] == sum(problems["by_category"].values()) == sum(problems["by_nature"].values())


def test_basically_done_and_long_term_problems_are_not_in_the_closure_rate(every_status):
    figures = every_status.figures("2024-12-31")

    assert figures["closure_rate"] == {"closed": 1, "total": 5, "rate": "20.00"}
    assert figures["progress_rate"] == {"progressed": 3, "total": 5, "rate": "60.00"}
    assert figures["self_reported_rate"] == {"self_reported": 4, "total": 5, "rate": "80.00"}


def test_a_rate_without_anything_to_divide_by_is_nothing(fed_back):
    assert fed_back.figures("2024-12-31")["closure_rate"] == {"closed": 0, "total": 0, "rate": None}


def test_a_problem_is_found_before_it_is_fed_back(fed_back):
    fed_back.problem(1)
    days = ("2024-03-17", "2024-03-18", "2024-05-19", "2024-05-20")
    problems = [fed_back.figures(day)["problems"] for day in days]

    assert [(one["found"], one["fed_back"], one["not_started"]) for one in problems] == [
        (0, 0, 0), (1, 0, 0), (1, 0, 0), (1, 1, 1),
    ]  # fmt: skip


def test_due_today_is_not_overdue(fed_back):
    fed_back.problem(1, item(1))

    assert fed_back.figures("2024-08-20")["problems"]["overdue"] == 0
    assert fed_back.figures("2024-08-21")["problems"]["overdue"] == 1


def test_a_closed_problem_is_on_time_when_every_item_is(fed_back):
    fed_back.problem(1, closed(1, "2024-08-20", "2024-09-01"), closed(2, "2024-08-21", "2024-09-01"))
    fed_back.problem(2, closed(1, "2024-08-20", "2024-09-01"), item(2, start(), WITHDRAW))
    problems = fed_back.figures("2024-12-31")["problems"]

    assert (problems["closed"], problems["on_time"]) == (2, 1)


def test_what_is_put_right_at_once_counts_in_feedback_or_not(fed_back):
    at_once = {"kind": "immediate", "due": "2024-04-20", "notice": "L2024-001"}
    issue = {"date": "2024-03-25", "action": "issue", "by": "office"}
    fed_back.put(
        "letters/2024/L2024-001.yaml",
        **{"kind": "immediate_notice", "from": "office", "to": "village-1", "subject": "立行立改", "log": [issue]},
    )
    on_site = {"date": "2024-04-10", "action": "close", "by": "group", "how": "on_site"}
    done = item(1, start("2024-03-26"), submit("2024-04-08"), on_site, **at_once)
    fed_back.problem(1, done, in_feedback=False)
    fed_back.problem(2, done, item(2))

    assert fed_back.figures("2024-03-24")["immediate"]["items"] == 0
    assert fed_back.figures("2024-04-09")["immediate"] == {
        "problems": 2, "problems_closed": 0, "items": 2, "items_closed": 0,
    }  # fmt: skip
    assert fed_back.figures("2024-12-31")["immediate"] == {
        "problems": 2, "problems_closed": 1, "items": 2, "items_closed": 2,
    }  # fmt: skip
