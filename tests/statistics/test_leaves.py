from decimal import Decimal

import pytest

from inspection.derive.figures.leaves import (
    Mean,
    Share,
    Summed,
    Yuan,
    codes_of,
    counted,
    grouped,
    ids_behind,
    percent,
    plain,
    summed,
)
from inspection.model.rounds import Round
from inspection.model.units import Unit


@pytest.mark.parametrize(
    ("part", "whole", "places", "shown"),
    [
        (213, 349, 1, "61.0"),
        (213, 349, 2, "61.03"),
        (688, 697, 2, "98.71"),
        (1, 8, 1, "12.5"),
        (1, 800, 2, "0.13"),  # 0.125 rounds up, half to even would give 0.12
        (1, 16, 1, "6.3"),
        (0, 5, 2, "0.00"),
        (5, 5, 2, "100.00"),
    ],
)
def test_percentages_are_decimal_and_rounded_half_up(part, whole, places, shown):
    assert percent(part, whole, places) == shown


def test_nothing_divided_by_nothing_is_nothing_and_not_zero():
    assert percent(0, 0) is None
    assert plain(Share(counted([]), counted([]))) is None
    assert plain(Mean(())) is None
    assert plain(Yuan(())) == "0.00"


def test_a_record_named_twice_counts_once():
    assert plain(counted(["R13-05", "R13-06", "R13-05"])) == 2


def test_a_count_that_was_not_recorded_adds_nothing():
    assert summed([("R13-05", 3), ("R13-06", None)]) == Summed((("R13-05", 3),))


def test_groups_follow_the_schema_and_unknown_codes_come_last():
    pairs = [("later", "d"), ("urban", "a"), (None, "b"), ("agricultural", "c")]

    assert list(grouped(pairs, codes_of(Unit, "class_"))) == ["agricultural", "urban", "later"]


def test_codes_come_from_the_model_in_their_order():
    assert codes_of(Round, "kind")[:3] == ("regular", "special", "flexible")
    assert codes_of(Unit, "class_") == ("agricultural", "urban")


def test_every_figure_can_name_the_records_behind_it():
    part = counted(["R13-05-0001"])
    whole = counted(["R13-05-0001", "R13-05-0002"])
    amount = Yuan((("R13-05-0001/1", Decimal("1.00")), ("R13-05-0001/1", Decimal("2.00"))))

    assert ids_behind(whole) == ("R13-05-0001", "R13-05-0002")
    assert ids_behind(Share(part, whole)) == ("R13-05-0001",)
    assert ids_behind(amount) == ("R13-05-0001/1",)
    assert ids_behind({"a": part, "b": whole}) == ("R13-05-0001", "R13-05-0002")
