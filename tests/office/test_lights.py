from datetime import date

import pytest
from tests.derive.logs import ASKED, CLOSED, LONG, START, SUBMITTED
from tests.derive.making import entry
from tests.office.desks import desk_of, problems_of

from inspection.office.lights import Lamp, rows_of, tally


def one_row(log, as_of, **item):
    (row,) = rows_of(desk_of(*problems_of(log, **item), as_of=as_of))
    return row


@pytest.mark.parametrize(
    ("as_of", "lamp"),
    [
        (date(2024, 8, 21), Lamp.RED),
        (date(2024, 8, 20), Lamp.YELLOW),
        (date(2024, 8, 10), Lamp.YELLOW),
        (date(2024, 8, 9), Lamp.GREEN),
        (date(2024, 7, 31), Lamp.GREEN),
        (date(2024, 7, 30), Lamp.LATER),
    ],
)
def test_the_policys_windows_light_the_lamp_and_due_today_is_not_overdue(as_of, lamp):
    assert one_row(START, as_of).lamps == (lamp,)


def test_an_asked_item_stands_under_its_light_and_under_asked_and_has_two_clocks():
    row = one_row(ASKED, date(2024, 8, 12))

    assert row.lamps == (Lamp.YELLOW, Lamp.ASKED)
    assert (row.unit_clock.due, row.unit_clock.days) == (date(2024, 8, 20), 8)
    (answer,) = row.reviewers
    assert (answer.whose, answer.due) == (("inspection-office",), date(2024, 8, 16))
    assert row.next_due == date(2024, 8, 16)


def test_while_an_item_is_reviewed_the_units_clock_stands_still_and_the_reviewers_runs():
    early, late = one_row(SUBMITTED, date(2024, 8, 20)), one_row(SUBMITTED, date(2024, 9, 20))

    for row in (early, late):
        assert row.lamps == (Lamp.REVIEW,)
        assert (row.unit_clock.lamp, row.unit_clock.days) == (None, 4)
        (review,) = row.reviewers
        assert review.whose == ("inspection-office", "district-discipline", "beizhou")
        assert review.due == date(2024, 8, 30)
    assert (early.reviewers[0].days, late.reviewers[0].days) == (10, -21)


def test_a_long_term_item_shows_its_next_check():
    row = one_row(LONG, date(2024, 9, 1))

    assert row.lamps == (Lamp.CHECK,)
    assert row.unit_clock.due == date(2025, 8, 1)


def test_what_nobody_owes_a_step_of_is_not_on_the_board():
    withdrawn = [*START, entry("07-01", "withdraw", "leading_group", paper="decision", into="R13-05-0001")]

    assert rows_of(desk_of(*problems_of(CLOSED, withdrawn), as_of=date(2024, 12, 31))) == []


def test_the_first_to_be_seen_to_comes_first():
    problems = problems_of(LONG, START, SUBMITTED)

    rows = rows_of(desk_of(*problems, as_of=date(2024, 8, 25)))

    assert [row.next_due for row in rows] == [date(2024, 8, 20), date(2024, 8, 30), date(2025, 8, 1)]


def test_a_tally_counts_an_item_once_in_all_and_once_under_each_lamp():
    rows = rows_of(desk_of(*problems_of(START, ASKED, SUBMITTED, LONG), as_of=date(2024, 9, 20)))

    counted = tally(rows)

    assert counted.total == 4
    assert {lamp: number for lamp, number in counted.lit.items() if number} == {
        Lamp.RED: 2, Lamp.ASKED: 1, Lamp.REVIEW: 1, Lamp.CHECK: 1,
    }  # fmt: skip
    assert {lamp: number for lamp, number in counted.late.items() if number} == {
        Lamp.RED: 2, Lamp.ASKED: 1, Lamp.REVIEW: 1,
    }  # fmt: skip
