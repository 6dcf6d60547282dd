"""What the registers list is what `inspection statistics` counts, on any day of the demonstration."""

from collections import Counter
from datetime import date

import pytest
from tests.office.register_books import TODAY, demonstrated, marks, rows

from inspection.office.cells import LATE
from inspection.office.common_pages import matrix
from inspection.office.common_problems import (
    problem_list,
    rectification_list,
    rectification_sums,
    responsibility_list,
    supervision_list,
)
from inspection.office.letters import letter_register, letters_by_kind, letters_waiting, urging_ladder
from inspection.office.people import attachments, talent_pool
from inspection.office.plan import coverage_by_kind, coverage_by_parent, not_covered
from inspection.office.quality import departure_register, findings_by_rule, findings_of
from inspection.office.recurrences import mended_before_inspection, reopened_items
from inspection.office.rounds import overview
from inspection.office.visits import not_in_order, visit_register, visits_by_kind

DAYS = (date(2022, 6, 30), date(2022, 12, 20), date(2023, 8, 1), date(2024, 7, 15), TODAY, date(2026, 9, 27))


@pytest.fixture(params=DAYS, ids=str)
def books(request):
    return demonstrated(request.param)


def total_in(listed, place=-1):
    """The row of the total; a table without rows has none, and then every figure is 0."""
    return listed[place] if listed else Counter()


def test_letters_by_kind_add_up_to_the_figures(books):
    kinds, said = rows(letters_by_kind(books)), books.plain["letters"]
    total, kinds = total_in(kinds), kinds[:-1]

    assert {key: total[key] for key in ("issued", "suggestions", "accepted", "overdue")} == {
        "issued": said["total"],
        **{key: said[key] for key in ("suggestions", "accepted", "overdue")},
    }
    assert [sum(row[key] for row in kinds) for key in ("issued", "accepted", "overdue")] == [
        total[key] for key in ("issued", "accepted", "overdue")
    ]


def test_the_letters_under_way_are_those_issued_and_not_accepted(books):
    waiting, said = rows(letters_waiting(books)), books.plain["letters"]

    assert len(waiting) == said["total"] - said["accepted"]
    assert sum(row["due"] is not None and row["due"] < 0 for row in waiting) == said["overdue"]
    assert marks(letters_waiting(books), "state").count(LATE) == said["overdue"]
    assert len(rows(letter_register(books))) == len(books.ledger.letters)


def test_whatever_the_figures_call_overdue_is_on_the_ladder(books):
    red = [row["item"] for row in rows(urging_ladder(books)) if row["light"] == "红灯"]

    assert set(books.ids("items.overdue")) <= set(red)
    assert len(red) == len(set(red))


def test_the_sums_of_the_common_problems_are_the_figures(books):
    each, said = rows(rectification_sums(books)), books.plain["common"]
    total, each = total_in(each), each[:-1]

    assert len(each) == len(rows(problem_list(books))) == said["total"]
    for key in ("addressed", "submitted", "completed", "late", "found", "measures", "institutions", "cases", "persons"):
        assert total[key] == said[key] == sum(row[key] for row in each), key


def test_the_list_of_rectification_and_the_matrix_count_the_same_units(books):
    listed, said = rows(rectification_list(books)), books.plain["common"]
    crossed = total_in(rows(matrix(books)), 0)

    assert len(listed) == crossed["asked"] == said["addressed"]
    assert sum(row["submitted"] is not None for row in listed) == crossed["submitted"] == said["submitted"]
    assert sum(row["state"] == "已完成" for row in listed) == said["completed"]
    assert crossed["late"] == said["late"]
    assert crossed["found"] == said["found"] == sum(row["found"] or 0 for row in listed)


def test_what_is_not_completed_is_supervised(books):
    left, said = rows(supervision_list(books)), books.plain["common"]

    assert len(left) == said["addressed"] - said["completed"]
    assert [row["due"] for row in left] == sorted(row["due"] for row in left)


def test_every_common_problem_has_somebody_responsible(books):
    roles = Counter((row["common"], row["role"]) for row in rows(responsibility_list(books)))

    for common in books.scope.commons:
        assert roles[common.id, "主管部门"] == roles[common.id, "自查单位"] == 1
        told = [one for one in common.notified if one.date <= books.as_of]
        assert roles[common.id, "分管领导"] == len(told)


def test_what_was_mended_beforehand_is_listed_one_by_one(books):
    listed = rows(mended_before_inspection(books))

    assert len(listed) == books.plain["common"]["before_inspection"]
    assert all(row["entered"] is None or row["submitted"] < row["entered"] for row in listed)


def test_coverage_by_kind_adds_up_and_what_is_left_is_listed(books):
    *kinds, total = rows(coverage_by_kind(books))
    said, foreseen = books.plain["coverage"], books.plain["forecast"]

    assert (total["inspected"], total["base"], total["planned"]) == (
        said["inspected"],
        said["base"],
        foreseen["planned"],
    )
    assert (total["rate"], total["forecast"]) == (f"{said['rate']}%", f"{foreseen['rate']}%")
    assert [sum(row[key] for row in kinds) for key in ("inspected", "base")] == [said["inspected"], said["base"]]
    left = rows(not_covered(books))
    assert len(left) == said["base"] - said["inspected"]
    assert sum(row["state"] == "尚无安排" for row in left) <= total["left"]


def test_the_townships_count_no_unit_twice(books):
    townships = rows(coverage_by_parent(books))
    grassroots = [row for row in rows(coverage_by_kind(books)) if row["kind"] in ("社区", "村")]

    assert sum(row["base"] for row in townships) >= sum(row["base"] for row in grassroots)
    assert sum(row["base"] for row in townships) <= books.plain["coverage"]["base"]


def test_visits_and_what_they_found_are_the_figures(books):
    said = books.plain["visits"]
    bad = Counter(row["checked_result"] for row in rows(not_in_order(books)))
    words = {code: books.labels.code("check_result", code).zh for code in said["results"]}

    assert total_in(rows(visits_by_kind(books)))["visits"] == said["total"] == len(rows(visit_register(books)))
    assert bad == {words[code]: count for code, count in said["results"].items() if code != "ok"}
    assert len(rows(not_in_order(books, "false_closure"))) == said["results"].get("false_closure", 0)


def test_the_pools_are_those_of_the_figures(books):
    pools, said = Counter(row["pool"] for row in rows(talent_pool(books))), books.plain["people"]

    assert (pools["组长库"], pools["组员库"], pools["专员库"], pools["协审人才库"]) == (
        said["leaders"],
        said["members"],
        said["specialists"],
        said["auditors"],
    )
    assert len({row["person"] for row in rows(attachments(books)) if row["state"] == "在挂职"}) == said["attached"]


def test_every_reopened_item_is_listed(books):
    assert {row["item"] for row in rows(reopened_items(books))} == set(books.ids("items.reopened"))


def test_the_register_of_departures_holds_what_the_figures_count(books):
    sorts, said = Counter(row["sort"] for row in rows(departure_register(books))), books.plain["departures"]

    assert (sorts["已承认的提示"], sorts["更正"], sorts["作废"], sorts["撤销事项"]) == (
        said["acknowledged"],
        said["corrections"],
        said["voided"],
        said["withdrawn"],
    )


def test_every_finding_stands_in_the_table_of_rules_and_on_its_own_page(books):
    by_rule = rows(findings_by_rule(books))

    assert sum(row["error"] + row["warning"] + row["note"] for row in by_rule) == len(books.findings)
    assert sum(row["acknowledged"] for row in by_rule) == sum(one.acknowledged for one in books.findings)
    assert sum(len(findings_of(books, row["code"]).rows) for row in by_rule) == len(books.findings)


def test_every_round_of_the_term_is_looked_at(books):
    listed = rows(overview(books))

    assert {row["round"] for row in listed} == {round_.id for round_ in books.scope.rounds}
    entered = [row for row in listed if row["state"] in ("已结束", "驻点中")]
    assert len(entered) == books.plain["rounds"]["total"]
