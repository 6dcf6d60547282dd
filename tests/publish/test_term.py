"""How far the term has come, as the public may know it."""

from datetime import date
from decimal import Decimal

import pytest
from tests.publish.building import view_of
from tests.publish.small import AS_OF, CLOSING, OTHER, ROUND, UNIT, approve, item, ledger_of, problem, records

from inspection.publish.view import PublicMonth

OTHER_ROUND = {"kind": "regular", "organizer": "office", "announced": "2024-05-06",
               "onsite": {"from": "2024-06-03", "to": "2024-07-31"}}  # fmt: skip


def term(data, day=AS_OF):
    return view_of(ledger_of(data), day).term


def covered(data, day=AS_OF):
    return [(one.month, one.n) for one in term(data, day).covered]


def moved(data, unit, round_="R13-06", **other):
    """Move a unit's inspection to another round."""
    data[f"rounds/{round_}/round.yaml"] = {**OTHER_ROUND, **other}
    data[f"rounds/{round_}/{unit}.yaml"] = data.pop(f"rounds/{ROUND}/{unit}.yaml")
    return {path: one for path, one in data.items() if one.get("unit") != unit}


def test_the_term_its_target_and_the_units_inspected_by_the_end_of_each_round():
    told = term(moved(records(), OTHER))

    assert (told.number, told.began, told.ends) == (13, date(2021, 9, 28), date(2026, 9, 27))
    assert told.target == Decimal(1)
    assert told.covered == (PublicMonth(month="2024-04", n=1), PublicMonth(month="2024-07", n=2))


@pytest.mark.parametrize("day", [date(2024, 4, 29), date(2024, 4, 30), date(2024, 5, 1), date(2024, 7, 31), AS_OF])
def test_the_last_count_is_that_of_the_figure(day):
    view = view_of(ledger_of(moved(records(), OTHER)), day)
    figure = next(one for one in view.figures if one.key == "coverage")
    assert view.term is not None

    assert max((one.n for one in view.term.covered), default=0) == figure.n


def test_a_units_own_last_day_is_not_told_before_its_notice_is():
    data = records()
    plain = covered(data)
    for unit in (UNIT, OTHER):
        data[f"rounds/{ROUND}/{unit}.yaml"]["onsite"] = {"from": "2024-03-04", "to": "2024-03-20"}

    assert covered(data) == plain == [("2024-04", 2)]


def test_what_a_round_still_on_site_has_covered_counts_in_the_month_of_the_day():
    data = records()
    data[f"rounds/{ROUND}/{UNIT}.yaml"]["onsite"] = {"from": "2024-03-04", "to": "2024-03-20"}

    assert covered(data, date(2024, 3, 25)) == [("2024-03", 1)]


def test_a_unit_counts_once_when_it_was_reached_first():
    data = records()
    data["rounds/R13-06/round.yaml"] = OTHER_ROUND
    data[f"rounds/R13-06/{UNIT}.yaml"] = {"reach": "full", "mode": "direct"}

    assert covered(data) == [("2024-04", 2)]


@pytest.mark.parametrize("other", [{"kind": "look_back"}, {"announced": "2025-01-02"}])
def test_a_look_back_covers_nothing_nor_does_a_round_nobody_was_told_of(other):
    assert covered(moved(records(), OTHER, **other)) == [("2024-04", 1)]


def test_a_withheld_problem_changes_nothing_of_the_term():
    data = records()
    hidden = problem(9, item(1, *CLOSING), shown=False)

    assert term(approve({**data, f"problems/{ROUND}/R13-05-0099.yaml": hidden})) == term(approve(data))


def test_before_the_first_term_there_is_none():
    data = records()
    data["district.yaml"]["terms"] = [{**data["district.yaml"]["terms"][0], "began": "2025-09-28"}]

    assert term(data) is None
