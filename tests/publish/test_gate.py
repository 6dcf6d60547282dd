from datetime import date

import pytest
from tests.publish.building import view_of
from tests.publish.small import (
    AS_OF,
    CLOSING,
    OTHER,
    ROUND,
    UNIT,
    approve,
    inspection,
    item,
    ledger_of,
    problem,
    records,
)

INSPECTION = f"rounds/{ROUND}/{UNIT}.yaml"
FIRST = f"problems/{ROUND}/R13-05-0001.yaml"
PAPER = {"date": "2024-10-01", "action": "withdraw", "by": "leading_group", "paper": "decision", "into": "R13-05-0002"}


def numbers(data, unit=UNIT, as_of=AS_OF):
    return [one.number for one in view_of(ledger_of(data), as_of).problems if one.unit == unit]


def notice(data):
    return data[INSPECTION]["publication"]["society"][0]


def test_an_approved_published_notice_opens_the_gate():
    data = approve(records())

    assert numbers(data) == [1, 2]
    assert numbers(data, OTHER) == [1]


@pytest.mark.parametrize(
    "change",
    [
        {"by": "office"},
        {"published": None},
        {"published": "2025-01-01"},
        {"approved": "2024-09-26"},
        {"digest": "f" * 32},
        {"retracted": {"date": "2024-12-31", "by": "leading_group", "reason": "有误"}},
    ],
)
def test_a_notice_that_lacks_one_condition_opens_nothing_and_only_its_own_unit_is_shut(change):
    data = approve(records())
    notice(data).update(change)

    assert numbers(data) == []
    assert numbers(data, OTHER) == [1]


def test_a_retraction_shuts_the_gate_from_its_day_on():
    data = approve(records())
    notice(data)["retracted"] = {"date": "2024-11-01", "by": "leading_group", "reason": "有误"}

    assert numbers(data, as_of=date(2024, 10, 31)) == [1, 2]
    assert numbers(data, as_of=date(2024, 11, 1)) == []


def test_without_feedback_the_gate_is_shut():
    data = approve(records())
    data[INSPECTION]["feedback"]["date"] = "2025-01-01"
    assert numbers(data) == []

    del data[INSPECTION]["feedback"]
    assert numbers(data) == []


def test_without_any_publication_the_gate_is_shut():
    data = approve(records())
    del data[INSPECTION]["publication"]

    assert numbers(data) == []


def test_a_text_changed_after_the_approval_shuts_the_gate():
    data = approve(records())
    data[FIRST]["public"]["result"] = "改过的结果"

    assert numbers(data) == []


def test_only_the_newest_notice_counts():
    data = approve(records())
    newer = {"approved": "2024-10-01", "by": "leading_group", "digest": "f" * 32, "published": "2024-10-08"}
    data[INSPECTION]["publication"]["society"].append(newer)
    assert numbers(data) == []
    assert numbers(data, as_of=date(2024, 10, 7)) == [1, 2]

    newer["retracted"] = {"date": "2024-10-09", "by": "leading_group", "reason": "有误"}
    assert numbers(data) == [1, 2]


def test_the_body_is_that_of_the_policy_of_the_day_of_the_approval():
    data = records()
    data["policy/2024-09-21.yaml"] = {**data["policy/2021-09-28.yaml"], "publication_by": "secretary"}
    approve(data)
    assert numbers(data) == [1, 2]

    notice(data)["approved"] = "2024-09-22"
    assert numbers(data) == []


def test_a_problem_without_a_disclosure_is_withheld():
    data = records()
    del data[FIRST]["disclosure"]

    assert numbers(approve(data)) == [2]


def test_a_problem_withheld_is_not_shown():
    data = records()
    data[FIRST]["disclosure"] = {"society": "withheld", "reason": "open_case"}

    assert numbers(approve(data)) == [2]


def test_a_problem_found_after_the_day_is_not_shown():
    data = records()
    data[FIRST]["found"] = "2025-01-02"

    assert numbers(approve(data)) == [2]


def test_a_withdrawn_item_is_not_shown_and_a_problem_withdrawn_altogether_neither():
    data = records()
    data[FIRST]["items"] = [item(1, CLOSING[0], PAPER), item(2, *CLOSING)]
    view = view_of(ledger_of(approve(data)), AS_OF)
    assert [(one.number, one.task) for one in view.problems[0].items] == [(1, "公开任务2")]

    data[FIRST]["items"] = [item(1, CLOSING[0], PAPER)]
    assert numbers(approve(data)) == [2]


def test_two_problems_with_one_number_shut_the_gate():
    data = records()
    data[FIRST]["public"]["number"] = 2

    assert numbers(approve(data)) == []


def test_while_the_gate_is_shut_of_an_inspection_only_its_reach_is_known():
    data = approve(records())
    notice(data)["digest"] = "f" * 32
    shut = next(one for one in view_of(ledger_of(data), AS_OF).inspections if one.unit == UNIT)

    assert (shut.reach, shut.published, shut.mode, shut.began, shut.ended, shut.feedback) == ("full", *[None] * 5)


@pytest.mark.parametrize(
    ("kind", "announced", "day", "known"),
    [
        ("regular", "2024-02-26", date(2024, 2, 25), False),
        ("regular", "2024-02-26", date(2024, 2, 26), True),
        ("regular", None, date(2024, 12, 31), False),
        ("flexible", "2024-02-26", date(2024, 4, 29), False),
        ("flexible", None, date(2024, 4, 30), True),
    ],
)
def test_a_round_is_known_from_its_announcement_and_a_flexible_one_from_its_last_day(kind, announced, day, known):
    data = records()
    data[f"rounds/{ROUND}/round.yaml"] |= {"kind": kind, "announced": announced}
    view = view_of(ledger_of(data), day)

    assert (ROUND in view.rounds, bool(view.inspections)) == (known, known)
    assert [figure.n for figure in view.figures if figure.key == "rounds.total"] == [int(known and day.month > 2)]


def test_a_topic_needs_a_publication_of_its_own():
    data = records()
    round_ = data[f"rounds/{ROUND}/round.yaml"]
    round_ |= {"topic": "乡村振兴", "kind": "special"}
    topics = []
    for publication in (
        None,
        {"approved": "2024-02-20", "by": "office", "published": "2024-02-26"},
        {"approved": "2024-02-20", "by": "leading_group", "published": "2025-01-01"},
        {"approved": "2024-02-20", "by": "leading_group", "published": "2024-02-26"},
    ):
        round_["publication"] = publication
        topics.append(view_of(ledger_of(data), AS_OF).rounds[ROUND].topic)

    assert topics == [None, None, None, "乡村振兴"]


def test_a_problem_of_a_round_that_is_not_known_is_not_shown():
    data = approve(records())
    data[f"rounds/{ROUND}/round.yaml"]["announced"] = "2025-01-02"

    assert numbers(data) == []


def test_a_second_round_does_not_open_the_first():
    data = records()
    data["rounds/R13-06/round.yaml"] = dict(data[f"rounds/{ROUND}/round.yaml"])
    data[f"rounds/R13-06/{UNIT}.yaml"] = inspection()
    data["problems/R13-06/R13-06-0001.yaml"] = problem(1, item())
    approve(data)
    notice(data)["digest"] = "f" * 32

    assert [one.address for one in view_of(ledger_of(data), AS_OF).problems] == ["r13-06-gushan-1", "r13-05-lianhu-1"]
