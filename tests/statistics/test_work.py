import pytest
from tests.statistics.small import closed, feedback, item


def evaluation(day, scores, satisfied=9, blank=0):
    ballots = {
        "issued": 12, "returned": 10 + blank, "blank": blank, "unknown": 0, "satisfied": satisfied,
        "basically": 0, "dissatisfied": 10 - satisfied,
    }  # fmt: skip
    indicators = [{"name": f"指标{n}", "weight": 20, "score": score} for n, score in enumerate(scores)]
    return {"date": day, "anonymous": True, "ballots": ballots, "indicators": indicators}


def test_opinions_come_from_the_signed_papers_of_the_feedback_given(small):
    small.inspection("village-1", feedback=feedback())

    assert [small.figures(day)["opinions"] for day in ("2024-05-19", "2024-05-20")] == [0, 4]


def test_matters_of_a_month_count_when_the_month_has_ended(small):
    small.round("R13-05", matters=[{"month": "2024-03", "received": 41, "answered": 40}])

    assert small.figures("2024-03-30")["matters"] == {"received": 0, "answered": 0}
    assert small.figures("2024-03-31")["matters"] == {"received": 41, "answered": 40}


def test_activities_of_rounds_and_inspections_are_added_by_kind(small):
    visit = {"kind": "household_visit", "date": "2024-03-20", "households": 340, "of": 352, "class": "all"}
    talk = {"kind": "discussion", "date": "2024-03-22", "person_times": 210}
    small.round("R13-05", activities=[visit, talk | {"person_times": 15}])
    small.inspection("village-1", activities=[visit | {"households": 10, "of": 12}, talk])

    assert small.figures("2024-03-21")["activities"] == {"household_visit": {"households": 350, "of": 364}}
    assert small.figures("2024-03-22")["activities"]["discussion"] == {"person_times": 225}


def test_what_rounds_announce_learn_and_bring_about_counts_by_its_own_day(small):
    small.round(
        "R13-05",
        announcements=[{"channel": "new_media", "date": "2024-03-04", "sheets": 12}],
        briefings=[
            {"from": "discipline", "kind": "known_problems", "date": "2024-02-27", "documents": 85},
            {"from": "audit", "kind": "audit_problem_list", "date": "2024-03-04"},
        ],
        training=[
            {"date": "2024-02-28", "topic": "财务", "by": "audit", "level": "own", "lecturers": 1, "person_times": 42},
            {"date": "2024-03-01", "topic": "政策", "by": "office", "level": "city", "lecturers": 2, "person_times": 8},
        ],
        outputs=[
            {"kind": "difficulty_solved", "date": "2024-09-30", "quantity": 4},
            {"kind": "difficulty_solved", "date": "2024-10-30", "quantity": 38},
        ],
    )
    early, late = small.figures("2024-02-28"), small.figures("2024-12-31")

    assert early["announcements"] == {"sheets": 0}
    assert early["briefings"] == {"batches": 1, "documents": 85}
    assert early["training"] == {"lessons": 1, "lecturers": 1, "person_times": {"own": 42}}
    assert early["outputs"] == {}
    assert late["announcements"] == {"sheets": 12}
    assert late["briefings"] == {"batches": 2, "documents": 85}
    assert late["training"] == {"lessons": 2, "lecturers": 3, "person_times": {"own": 42, "city": 8}}
    assert late["outputs"] == {"difficulty_solved": 42}


def test_clues_are_counted_at_their_latest_result_on_or_before_the_day(small):
    def result(day, pieces, handled):
        return {
            "date": day, "filed": {"pieces": pieces, "persons": pieces}, "handled": handled, "sanctioned": handled,
            "judicial": 0,
        }  # fmt: skip

    transfer = {"transferred": "2024-04-29", "level": "village", "to": "discipline", "pieces": 5, "persons": 6}
    above = transfer | {"transferred": "2024-05-10", "level": "above", "pieces": 1, "persons": 1}
    results = [result("2024-09-10", 3, 2), result("2024-07-10", 2, 1)]
    small.round("R13-05", clues=[transfer | {"results": results}, above])

    village = {
        "pieces": 5, "persons": 6, "filed_pieces": 2, "filed_persons": 2, "handled": 1, "sanctioned": 1, "judicial": 0,
    }  # fmt: skip
    assert small.figures("2024-04-28")["clues"]["pieces"] == 0
    assert small.figures("2024-05-09")["clues"]["filed_pieces"] == 0
    assert small.figures("2024-07-10")["clues"] == {
        **village,
        "pieces": 6,
        "persons": 7,
        "by_level": {
            "village": village,
            "above": dict.fromkeys(village, 0) | {"pieces": 1, "persons": 1},
        },
    }
    assert small.figures("2024-09-10")["clues"]["handled"] == 2


@pytest.fixture
def outcomes(small):
    """One item that brought something, of a problem left out of the feedback."""
    outcome = {
        "institutions": [
            {"title": "办法", "number": "1号", "date": "2024-08-01", "new": True},
            {"title": "制度", "date": "2024-08-02", "new": False},
        ],
        "money": [
            {"date": "2024-08-30", "kind": "recovered", "yuan": "12000.05", "receipt": "E1"},
            {"date": "2024-08-31", "kind": "recovered", "yuan": "0.1", "receipt": "E1"},
            {"date": "2024-08-31", "kind": "saved", "yuan": 7, "receipt": "E1"},
        ],
        "accountable": [{"date": "2024-09-01", "organizations": 1, "persons": 2, "number": "8号"}],
    }
    small.inspection("village-1")
    small.problem(1, closed(1, "2024-08-16", "2024-09-01", outcome=outcome), item(2), in_feedback=False)
    return small


def test_money_is_summed_exactly_by_its_own_days(outcomes):
    assert outcomes.figures("2024-08-30")["money"] == {"recovered": "12000.05", "refunded": "0.00", "saved": "0.00"}
    assert outcomes.figures("2024-08-31")["money"] == {"recovered": "12000.15", "refunded": "0.00", "saved": "7.00"}


def test_institutions_and_accountability_count_by_their_own_days(outcomes):
    assert outcomes.figures("2024-08-01")["institutions"] == {"new": 1, "revised": 0}
    assert outcomes.figures("2024-08-02")["institutions"] == {"new": 1, "revised": 1}
    assert outcomes.figures("2024-08-31")["accountable"] == {"organizations": 0, "persons": 0}
    assert outcomes.figures("2024-09-01")["accountable"] == {"organizations": 1, "persons": 2}


def test_satisfaction_is_an_unweighted_mean_and_a_pooled_rate(small):
    small.inspection("village-1", evaluation=evaluation("2024-09-10", ["19.6", "19.7"], satisfied=10))
    small.inspection("village-2", evaluation=evaluation("2024-09-11", ["19.5", "19.85"], satisfied=9, blank=2))

    assert small.figures("2024-09-09")["satisfaction"] == {
        "units": 0, "mean": None, "satisfied": 0, "valid": 0, "rate": None,
    }  # fmt: skip
    assert small.figures("2024-09-11")["satisfaction"] == {
        "units": 2, "mean": "39.33", "satisfied": 19, "valid": 20, "rate": "95.00",
    }  # fmt: skip


def test_a_unit_evaluated_again_speaks_by_its_latest_evaluation(small):
    small.round("R13-06", kind="look_back")
    small.inspection("village-1", evaluation=evaluation("2025-09-10", ["20.0"], satisfied=10))
    small.inspection("village-1", "R13-06", evaluation=evaluation("2024-09-10", ["10.0"], satisfied=1))

    assert small.figures("2024-12-31")["satisfaction"]["mean"] == "10.00"
    assert small.figures("2025-12-31")["satisfaction"] == {
        "units": 1, "mean": "20.00", "satisfied": 10, "valid": 10, "rate": "100.00",
    }  # fmt: skip
