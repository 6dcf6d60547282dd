from datetime import date

import pytest
from tests.publish.building import pages_of, view_of
from tests.publish.small import AS_OF, CLOSING, ROUND, UNIT, approve, item, ledger_of, problem, records

from inspection.labelling import load as load_labels
from inspection.publish.trend import trend
from inspection.publish.view import PublicEarlier
from inspection.publish.words import Words

THEN = PublicEarlier(day=date(2024, 6, 30), total=3, closed=1, overdue=2)


def words(language="zh"):
    return Words(view_of(ledger_of(approve(records())), AS_OF), load_labels(), language)


def test_half_a_year_before_is_the_end_of_the_sixth_month_before():
    data = records()
    data[f"rounds/{ROUND}/round.yaml"]["announced"] = "2024-01-05"
    view = view_of(ledger_of(approve(data)), date(2025, 1, 15))

    assert view.earlier is not None
    assert view.earlier.day == date(2024, 7, 31)


def test_what_stood_half_a_year_before_is_what_the_site_showed_then():
    ledger = ledger_of(approve(records()))
    now = view_of(ledger, date(2025, 2, 28))
    then = {figure.key: figure for figure in view_of(ledger, date(2024, 8, 31)).figures}

    assert now.earlier is not None
    assert (now.earlier.total, now.earlier.closed, now.earlier.overdue) == tuple(
        then[key].n for key in ("problems.total", "problems.closed", "problems.overdue")
    )


def test_nothing_is_compared_with_another_term_or_with_a_time_before_anything_was_fed_back():
    data = records()
    terms = data["district.yaml"]["terms"]

    assert view_of(ledger_of(approve(data)), date(2024, 10, 1)).earlier is None
    assert view_of(ledger_of(approve(data)), date(2025, 2, 1)).earlier is not None
    terms.append({**terms[0], "number": 14, "began": "2024-12-01", "ends": "2029-11-30"})
    assert view_of(ledger_of(approve(data)), date(2025, 2, 1)).earlier is None


def test_withheld_problems_count_then_as_they_count_now_and_a_round_nobody_knew_of_does_not():
    data = records()
    hidden = {**data, f"problems/{ROUND}/R13-05-0050.yaml": problem(50, item(1, *CLOSING), shown=False, unit=UNIT)}
    first, second = (view_of(ledger_of(approve(one)), date(2025, 2, 28)).earlier for one in (data, hidden))
    data[f"rounds/{ROUND}/round.yaml"]["announced"] = "2024-10-01"

    assert first is not None
    assert second is not None
    assert second.total == first.total + 1
    assert view_of(ledger_of(approve(data)), date(2025, 2, 28)).earlier is None


@pytest.mark.parametrize(
    ("now", "said", "marks"),
    [
        ((2, 3, 1), ("完成率上升 33.4 个百分点", "逾期问题减少 1 个"), ("better", "better")),
        ((1, 6, 5), ("完成率下降 16.6 个百分点", "逾期问题增加 3 个"), ("worse", "worse")),
        ((2, 6, 2), ("完成率不变", "逾期问题数不变"), ("same", "same")),
    ],
)
def test_more_closed_and_less_late_is_better(now, said, marks):
    made = trend(THEN, *now, words())

    assert made is not None
    assert (tuple(fact.said for fact in made.facts), tuple(fact.mark for fact in made.facts)) == (said, marks)


def test_the_difference_is_that_of_the_printed_rates():
    made = trend(THEN, 2, 3, 1, words("en"))

    assert made is not None
    assert made.then["closure_rate"] == "33.3% (1/3)"
    assert made.facts[0].said == "the share completed rose by 33.4 percentage points"


def test_without_anything_to_compare_the_overview_says_nothing_of_it():
    early, late = (pages_of(ledger_of(approve(records())), day)["index.md"] for day in (date(2024, 10, 1), AS_OF))

    assert 'class="trend"' not in early
    assert trend(None, 1, 2, 0, words()) is None
    assert trend(THEN, 0, 0, 0, words()) is None
    assert late.count("算法") == 6
