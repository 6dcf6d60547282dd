from datetime import date

import pytest
from tests.statistics.independent_count import count
from tests.statistics.independent_ledger import files_in
from tests.statistics.small import SCHEMAS

from inspection.demo import write
from inspection.derive.statistics import statistics
from inspection.read.loader import load
from inspection.read.source import WorkingTree

DAYS = ("2020-06-30", "2022-06-30", "2023-05-15", "2024-03-15", "2024-10-10", "2024-12-31", "2026-09-27", "2027-01-05")


@pytest.fixture(scope="module", params=[13, 29])
def demonstration(request, tmp_path_factory):
    """A demonstration ledger as the program reads it and as plain files; the first seed is the repository's."""
    folder = tmp_path_factory.mktemp("demonstration")
    write(folder, seed=request.param)
    loaded = load(WorkingTree(folder / "ledger"), SCHEMAS)
    assert not loaded.findings
    return loaded.ledger, files_in(folder / "ledger")


@pytest.mark.parametrize("day", DAYS)
def test_the_figures_are_what_an_independent_count_of_the_files_says(demonstration, day):
    ledger, files = demonstration

    assert statistics(ledger, date.fromisoformat(day)).plain() == count(files, day)


@pytest.mark.parametrize("day", DAYS)
def test_the_total_is_the_sum_of_the_five_statuses(demonstration, day):
    problems = statistics(demonstration[0], date.fromisoformat(day)).plain()["problems"]
    statuses = ("closed", "long_term", "basically_done", "in_progress", "not_started")

    assert problems["fed_back"] - problems["withdrawn"] == problems["total"] == sum(problems[one] for one in statuses)


def test_the_demonstration_has_something_to_count_in_every_figure(demonstration):
    figures = statistics(demonstration[0], date(2024, 12, 31)).plain()
    empty = {key for key, value in figures.items() if isinstance(value, dict) and not any(value.values())}

    assert empty == set()
