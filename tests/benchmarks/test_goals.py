import pytest
from benchmarks.checking_page import goals
from benchmarks.goals import Goal, time_ratio
from tests.benchmarks.measured import WHOLE, result, row

from inspection.finding import Words

WORDS = Words("甲对乙", "a over b")


def by_name(measured):
    return {goal.words.en: goal for goal in goals(measured)}


def test_a_ratio_is_that_of_the_medians():
    goal = time_ratio(WORDS, 20, row(1, "a", 3.0, 90.0, 2.0), row(1, "b", 0.5, 0.1, 0.2, 0.3, 0.9))

    assert goal.measured == pytest.approx(3.0 / 0.3)
    assert goal.rounds == 3


@pytest.mark.parametrize(
    ("measured", "least", "met"),
    [(30.0, True, True), (29.999, True, False), (30.0, False, True), (30.001, False, False), (None, True, None)],
)
def test_a_goal_is_met_at_its_limit_and_never_without_a_figure(measured, least, met):
    assert Goal(WORDS, 30, measured, least=least).met is met


def test_the_goals_of_checking_are_computed_from_the_rows():
    found = by_name(WHOLE)

    assert {name: (round(goal.measured, 2), goal.rounds, goal.met) for name, goal in found.items()} == {
        "10,000 problems, check-jsonschema over check cold": (40.0, 3, True),
        "10,000 problems, check cold over the floor": (15.5, 5, True),
        "10,000 problems, check, one file changed, over the floor": (7.5, 5, False),
        "10,000 problems, memory of check cold": (250.0, None, True),
        "10,000 problems, memory of check warm": (150.0, None, True),
        "10,000 problems, memory of check, one file changed": (300.4, None, False),
        "10,000 to 50,000 problems, time of check cold": (5.0, 5, True),
        "10,000 to 50,000 problems, time of check warm": (5.0, 5, True),
        "10,000 to 50,000 problems, time of check, one file changed": (5.0, 5, True),
        "10,000 to 50,000 problems, memory of check cold": (6.0, None, False),
        "10,000 to 50,000 problems, memory of check warm": (4.0, None, True),
        "10,000 to 50,000 problems, memory of check, one file changed": (3.0, None, True),
    }


def test_what_was_not_measured_meets_no_goal():
    found = goals(result(row(1_000, "floor", 0.1), row(1_000, "cold", 0.2)))

    assert [(goal.measured, goal.met) for goal in found] == [(None, None)] * len(found)
