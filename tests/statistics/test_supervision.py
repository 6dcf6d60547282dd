import pytest


def visit(day, checked=(), **more):
    return {
        "kind": "supervision", "units": ["village-1"], "from": "2024-10-08", "to": day, "by": ["office"],
        "checked": [{"item": item, "result": result} for item, result in checked],
    } | more  # fmt: skip


def test_a_visit_counts_from_the_day_it_ended(small):
    small.put("visits/2024/V2024-001.yaml", **visit("2024-10-11", team="S1"))

    assert small.figures("2024-10-10")["visits"]["total"] == 0
    assert small.figures("2024-10-11")["visits"] == {
        "total": 1, "by_kind": {"supervision": 1}, "units_by_kind": {"supervision": 1}, "teams": 1, "checked": 0,
        "results": {},
    }  # fmt: skip


def test_a_unit_visited_twice_counts_once_for_a_kind_of_visit(small):
    small.put("visits/2024/V2024-001.yaml", **visit("2024-10-11", team="S1"))
    small.put("visits/2024/V2024-002.yaml", **visit("2024-11-11", team="S1", units=["village-1", "village-2"]))
    small.put("visits/2024/V2024-003.yaml", **visit("2024-11-11", team="S2", kind="return_visit"))
    visits = small.figures("2024-12-31")["visits"]

    assert visits["by_kind"] == {"supervision": 2, "return_visit": 1}
    assert visits["units_by_kind"] == {"supervision": 2, "return_visit": 1}
    assert visits["teams"] == 2


def test_the_false_closure_rate_is_taken_over_what_was_drawn_by_lot(small):
    drawn = [f"R13-05-{number:04}/1" for number in range(1, 11)]
    looks = [(item, "ok") for item in drawn[1:]] + [(drawn[0], "false_closure"), ("R13-05-0099/1", "false_closure")]
    small.put("visits/2024/V2024-001.yaml", **visit("2024-10-11", looks, sample={"seed": "3f2a9c1d", "drawn": drawn}))
    small.put("visits/2024/V2024-002.yaml", **visit("2024-10-11", [("R13-05-0098/1", "false_closure")]))
    figures = small.figures("2024-12-31")

    assert figures["visits"]["results"] == {"ok": 9, "false_closure": 3}
    assert figures["false_closure_rate"] == {
        "found": 1, "drawn": 10, "rate": "10.00", "low": "1.79", "high": "40.42",
    }  # fmt: skip


def test_an_interval_ends_at_nought_and_needs_something_drawn(small):
    small.put(
        "visits/2024/V2024-001.yaml",
        **visit("2024-10-11", [("R13-05-0001/1", "ok")], sample={"seed": "3f2a9c1d", "drawn": ["R13-05-0001/1"]}),
    )

    assert small.figures("2024-12-31")["false_closure_rate"]["low"] == "0.00"
    assert small.figures("2024-10-10")["false_closure_rate"] == {
        "found": 0, "drawn": 0, "rate": None, "low": None, "high": None,
    }  # fmt: skip


@pytest.fixture
def shared(small):
    """A common problem of two rounds, sent to two villages on 30 May 2024."""
    small.round("R13-06", onsite={"from": "2024-05-06", "to": "2024-05-20"})
    small.inspection("village-1")
    small.inspection("village-2", "R13-07")
    small.round("R13-07", onsite={"from": "2024-09-02", "to": "2024-09-30"})
    small.put(
        "common/C13-01/common.yaml",
        title="账目不公开", nature="systemic", issued="2024-05-30", addressees=["village-1", "village-2"],
    )  # fmt: skip
    small.problem(1, common="C13-01")
    small.problem(1, common="C13-01", round_="R13-06")
    return small


def check(submitted, **more):
    review = {"by": ["office"], "date": "2024-09-20", "decision": "accept", "deviations": 0, "opinions": 0}
    counts = {"found": 3, "measures": 5, "institutions": 1, "cases": {"pieces": 2, "persons": 3}}
    progress = [{"date": "2024-09-10", "rectified": 3}]
    return {"submitted": submitted, **counts, "progress": progress, "reviews": [review]} | more


def test_a_common_problem_belongs_to_the_latest_round_of_its_problems(shared):
    assert shared.figures("2024-05-29")["common"]["total"] == 0
    assert (shared.figures("2024-05-30")["common"]["total"], shared.figures("2024-05-30")["common"]["batches"]) == (
        1,
        1,
    )


def test_self_checks_count_once_submitted_and_are_complete_when_rectified_and_accepted(shared):
    shared.put("common/C13-01/village-1.yaml", **check("2024-07-26"))
    shared.put("common/C13-01/village-2.yaml", **check("2024-08-20", progress=[{"date": "2024-09-10", "rectified": 2}]))

    assert shared.figures("2024-07-30")["common"]["late"] == 0
    assert shared.figures("2024-07-31")["common"]["late"] == 1
    assert shared.figures("2024-12-31")["common"] == {
        "total": 1, "batches": 1, "addressed": 2, "submitted": 2, "completed": 1, "late": 1, "found": 6, "measures": 10,
        "institutions": 2, "cases": 4, "persons": 6, "before_inspection": 1,
    }  # fmt: skip


def test_without_addressees_every_unit_of_the_base_is_asked(shared):
    del shared.files["common/C13-01/common.yaml"]["addressees"]

    assert shared.figures("2024-12-31")["common"]["addressed"] == 3


def letter(*log, **more):
    entries = [{"date": day, "action": action, "by": "office"} for day, action in log]
    plain_letter = {
        "kind": "inspection_suggestion", "from": "office", "to": "qinghe-town", "subject": "建议",
        "suggestions": ["一", "二"],
    }  # fmt: skip
    return plain_letter | {"log": entries} | more


def test_letters_count_from_their_issue_and_not_once_withdrawn(small):
    small.put("letters/2024/L2024-001.yaml", **letter(("2024-06-03", "issue"), ("2024-06-05", "withdraw")))
    small.put(
        "letters/2024/L2024-002.yaml",
        **letter(
            ("2024-06-03", "issue"), ("2024-06-04", "receive"), ("2024-06-20", "reply"), ("2024-06-25", "accept"),
            campaign={"title": "专项治理", "from": "2024-06-10"}, kind="assignment",
        ),
    )  # fmt: skip

    assert small.figures("2024-06-02")["letters"]["total"] == 0
    assert small.figures("2024-06-03")["letters"] == {
        "total": 2, "by_kind": {"inspection_suggestion": 1, "assignment": 1}, "suggestions": 4, "accepted": 0,
        "overdue": 0, "campaigns": 0,
    }  # fmt: skip
    assert small.figures("2024-12-31")["letters"] == {
        "total": 1, "by_kind": {"assignment": 1}, "suggestions": 2, "accepted": 1, "overdue": 0, "campaigns": 1,
    }  # fmt: skip


def test_a_letter_is_overdue_without_its_receipt_and_without_its_reply(small):
    small.put("letters/2024/L2024-001.yaml", **letter(("2024-06-03", "issue")))
    small.put("letters/2024/L2024-002.yaml", **letter(("2024-06-03", "issue"), ("2024-06-04", "receive")))
    reply_due = letter(("2024-06-03", "issue"), ("2024-06-04", "receive"), reply_due="2024-08-01")
    small.put("letters/2024/L2024-003.yaml", **reply_due)
    days = ("2024-06-11", "2024-06-12", "2024-07-04", "2024-07-05", "2024-08-01", "2024-08-02")

    assert [small.figures(day)["letters"]["overdue"] for day in days] == [0, 1, 1, 2, 2, 3]
