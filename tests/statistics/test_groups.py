import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from tests.statistics.small import SCHEMAS

from inspection.derive.figures.catalogue_periods import dated
from inspection.derive.figures.leaves import Counted, Summed, Yuan, exact, percent, plain
from inspection.derive.figures.split import Behind, Dimension, split, splits
from inspection.derive.grouped import grouped
from inspection.derive.statistics import statistics, statistics_of_period
from inspection.read.loader import load
from inspection.read.source import WorkingTree

DAY = date(2024, 12, 31)
DIMENSIONS = get_args(Dimension)


@pytest.fixture(scope="module")
def ledger():
    return load(WorkingTree(Path(__file__).parents[2] / "ledger"), SCHEMAS).ledger


@pytest.fixture(scope="module")
def made(ledger):
    return statistics(ledger, DAY)


def leaves(figures, above=""):
    """Every leaf that adds up, by its path."""
    for key, figure in figures.items():
        if isinstance(figure, dict):
            yield from leaves(figure, f"{above}{key}.")
        elif isinstance(figure, Counted | Summed | Yuan):
            yield f"{above}{key}", figure


@pytest.mark.parametrize("by", [*((one,) for one in DIMENSIONS), ("parent", "category"), ("round", "unit_kind")])
def test_groups_add_up_to_the_figures(ledger, made, by):
    whole = {key: exact(leaf) for key, leaf in leaves(made.figures) if set(by) <= set(splits(key))}
    sums = Counter()
    for figures in split(made.figures, ledger, by).values():
        sums.update({key: exact(leaf) for key, leaf in leaves(figures)})

    assert whole
    assert {key: sums[key] for key in whole} == whole
    assert set(sums) == set(whole)


def test_every_record_behind_a_figure_that_splits_is_known(ledger, made):
    behind = Behind(ledger)
    always = {"term", "round", "unit", "parent", "unit_kind", "category", "nature"}
    for key, leaf in leaves(made.figures):
        ids = leaf.ids if isinstance(leaf, Counted) else [record for record, _ in leaf.parts]
        by = tuple(one for one in splits(key) if one in always)
        assert by or not splits(key)
        for one in ids:
            if key != "common.total" and not (key.startswith("common.") and "/" not in one):
                assert "" not in behind.group(one, by), (key, one)


def test_a_rate_of_a_group_divides_what_is_in_it(ledger, made):
    for (round_,), figures in split(made.figures, ledger, ("round",)).items():
        rate = figures["closure_rate"]
        closed, total = (rate[key].ids for key in ("closed", "total"))
        assert all(one.startswith(round_) for one in total)
        assert plain(rate["rate"]) == percent(len(closed), len(total))


def test_what_does_not_split_is_left_out(ledger, made):
    by_category = next(iter(split(made.figures, ledger, ("category",)).values()))

    assert "people" not in by_category
    assert "coverage" not in by_category
    assert set(by_category["visits"]) == {"checked", "results"}


def test_a_township_holds_its_villages_and_itself(ledger, made):
    of_unit = split(made.figures, ledger, ("unit",))
    for (parent,), figures in split(made.figures, ledger, ("parent",)).items():
        family = [unit.id for unit in ledger.units.values() if parent in (unit.id, unit.parent)]
        own = [of_unit[one,]["problems"]["total"].ids for one in family if (one,) in of_unit]
        assert sorted(figures["problems"]["total"].ids) == sorted(id_ for ids in own for id_ in ids)


def test_months_add_up_to_the_period(ledger):
    period = statistics_of_period(ledger, date(2023, 3, 15), DAY)
    whole = {
        key: exact(leaf)
        for key, leaf in leaves(period.figures)
        if (said := dated(re.sub(r"^modes\.[a-z_]+", "modes", key))) and said.adds == "each"
    }
    sums = Counter()
    months = grouped(ledger, period, ["month"])
    for one in months:
        sums.update({key: exact(leaf) for key, leaf in leaves(one.figures)})

    assert [one.group["month"] for one in months][:2] == ["2023-03", "2023-04"]
    assert len(months) == 22
    assert {key: sums[key] for key in whole} == whole


def test_months_by_kind_of_unit_add_up_to_the_months(ledger):
    period = statistics_of_period(ledger, date(2023, 1, 1), DAY)
    months = {one.group["month"]: one.figures for one in grouped(ledger, period, ["month"])}
    sums = Counter()
    for one in grouped(ledger, period, ["month", "unit_kind"]):
        sums[one.group["month"]] += exact(one.figures["problems"]["found"])

    assert {month: exact(figures["problems"]["found"]) for month, figures in months.items()} == {
        month: sums[month] for month in months
    }
