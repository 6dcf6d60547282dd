from datetime import date

import msgspec
from tests.derive.logs import ASKED, LONG, START, SUBMITTED
from tests.derive.making import entry
from tests.office.desks import desk_of, problems_of

from inspection.office.groups import NO_POST, by_body, by_post, by_round, by_unit, deadlines
from inspection.office.lights import rows_of

DAY = date(2024, 8, 18)


def grouped(way, *logs, **item):
    desk = desk_of(*problems_of(*logs, **item), as_of=DAY)
    return way(desk, rows_of(desk))


def test_units_are_those_that_lead_now():
    assigned = [*START, entry("07-01", "assign", "office", lead="beizhou", reason="职责调整")]

    groups = grouped(by_unit, START, assigned)

    assert [(group.address, len(group.rows)) for group in groups] == [("beizhou", 1), ("gushan-community", 1)]


def test_rounds_have_addresses_in_small_letters():
    (group,) = grouped(by_round, START)

    assert (group.address, group.name) == ("r13-05", "第13届第5轮")


def test_the_same_post_in_two_units_is_two_posts():
    assigned = [*START, entry("07-01", "assign", "office", lead="beizhou", reason="职责调整")]

    groups = grouped(by_post, START, assigned, responsible="书记")

    assert [group.name for group in groups] == ["beizhou · 书记", "gushan-community · 书记"]
    assert len({group.address for group in groups}) == 2


def test_the_address_of_a_post_stays_while_others_come_and_go():
    (alone,) = grouped(by_post, START, responsible="书记")
    among = grouped(by_post, START, LONG, SUBMITTED, responsible="书记")

    assert alone.address in {group.address for group in among}


def test_an_item_without_a_post_is_under_its_own_heading():
    (group,) = grouped(by_post, START)

    assert group.name.endswith(NO_POST)


def test_bodies_are_called_by_the_units_behind_them_and_hold_what_waits_for_them():
    groups = grouped(by_body, START, ASKED, SUBMITTED)

    assert {group.address: len(group.rows) for group in groups} == {
        "inspection-office": 2, "district-discipline": 1, "beizhou": 1,
    }  # fmt: skip


def test_a_posts_deadlines_are_what_it_owes_itself():
    (group,) = grouped(by_post, START, ASKED, SUBMITTED, LONG)

    assert sorted(step.clock for step in deadlines(group)) == ["check", "unit", "unit"]


def test_the_tenth_round_comes_after_the_ninth():
    desk = desk_of(*problems_of(START), as_of=DAY)
    (row,) = rows_of(desk)
    paths = [f"problems/{round_}/{round_}-0001.yaml" for round_ in ("R13-10", "R13-09")]
    rows = [row._replace(problem=msgspec.structs.replace(row.problem, path=path)) for path in paths]

    assert [group.name for group in by_round(desk, rows)] == ["第13届第9轮", "第13届第10轮"]
