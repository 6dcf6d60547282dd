from datetime import date
from decimal import Decimal

from tests.statistics.small import closed, feedback, item

from inspection.derive.figures.catalogue import CATALOGUE
from inspection.derive.figures.compared import aligned, subtracted
from inspection.derive.figures.leaves import Counted, Mean, Share, Summed, Yuan
from inspection.derive.statistics import difference, in_one_shape, statistics
from inspection.report.two_days import TwoDays, csv_text, text


def two(small, one, other):
    """The figures of two days, as the command puts them side by side."""
    small.inspection("village-1", mode="direct", feedback=feedback())
    small.problem(1, closed(1, "2024-08-16", "2024-09-01"))
    small.problem(2, item(1), category="contracts")
    ledger = small.ledger()
    return in_one_shape(*(statistics(ledger, date.fromisoformat(day)) for day in (one, other)))


def side_by_side(before, after):
    return TwoDays(before.plain(), after.plain(), difference(before, after))


def test_a_code_that_occurs_on_one_day_only_stands_in_both_as_none():
    before, after = aligned({"a": Counted(("x",)), "b": {}}, {"a": Counted(), "b": {"c": {"n": Summed((("x", 2),))}}})

    assert before == {"a": Counted(("x",)), "b": {"c": {"n": Summed()}}}
    assert (subtracted(before["b"], after["b"]), subtracted(after["a"], before["a"])) == ({"c": {"n": 2}}, 1)


def test_figures_are_subtracted_before_they_are_rounded():
    third, two_thirds = (Share(Counted(ids), Counted(("a", "b", "c"))) for ids in (("a",), ("a", "b")))

    assert subtracted(third, two_thirds) == "33.33"
    assert subtracted(Yuan((("a", Decimal("1.50")),)), Yuan()) == "-1.50"


def test_what_has_no_value_on_one_of_two_days_has_no_difference():
    assert subtracted(Mean(), Mean((("a", Decimal(1)),))) is None
    assert subtracted(None, Counted(("a",))) is None


def test_the_difference_is_what_came_less_what_went(small):
    before, after = two(small, "2024-08-31", "2024-09-30")
    more = difference(before, after)

    assert (more["problems"]["closed"], more["problems"]["in_progress"]) == (1, -1)
    assert more["closure_rate"] == {"closed": 1, "total": 0, "rate": "50.00"}
    assert more["satisfaction"]["mean"] is None
    assert list(more) == list(after.figures)


def test_a_day_before_the_first_round_has_the_shape_of_the_later_one(small):
    before, after = two(small, "2022-01-01", "2024-09-30")

    assert before.plain()["modes"] == {"direct": {"inspections": 0, "parents": 0}}
    assert difference(before, after)["problems"]["by_category"] == {"collective_assets": 1, "contracts": 1}


def test_the_text_shows_both_days_and_the_difference(small):
    lines = list(text(side_by_side(*two(small, "2024-08-31", "2024-09-30")), CATALOGUE, "zh"))
    rows = [line.split() for line in lines]

    assert rows[0] == ["截至", "2024-08-31", "2024-09-30", "差"]
    assert ["整改完成率", "0.00%（0/2）", "50.00%（1/2）", "+50.00"] in rows
    assert ["平均得分", "—", "—", "—"] in rows
    assert ["按问题性质"] in rows
    assert ["正在整改", "1", "0", "-1"] in rows
    assert ["总数", "2", "2", "0"] in rows
    assert ["监督清单", "无", "无", "—"] in rows


def test_the_csv_has_both_days_and_the_difference(small):
    lines = csv_text(side_by_side(*two(small, "2024-08-31", "2024-09-30"))).splitlines()

    assert lines[:3] == ["key,before,after,difference", "as_of,2024-08-31,2024-09-30,", "from,,,"]
    assert "closure_rate.rate,0.00,50.00,50.00" in lines
    assert "satisfaction.mean,,," in lines
