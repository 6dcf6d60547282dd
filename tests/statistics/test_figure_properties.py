"""What holds of the figures whatever the ledger: the order of files is nothing, and coverage is never lost."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.statistics.small import SCHEMAS

from inspection.demo import write
from inspection.derive.figures.coverage import base_of
from inspection.derive.figures.scope import term_on
from inspection.derive.grouped import grouped
from inspection.derive.statistics import statistics, statistics_of_period
from inspection.model.kinds import kind_at
from inspection.read.loader import assembled, load
from inspection.read.source import WorkingTree

FIRST, LAST = date(2021, 9, 28), date(2026, 9, 27)


@pytest.fixture(scope="module")
def district(tmp_path_factory):
    """A demonstration ledger, smaller than the repository's, and its records in the order of the files."""
    folder = tmp_path_factory.mktemp("district")
    write(folder, seed=29, units=60, problems=120)
    ledger = load(WorkingTree(folder / "ledger"), SCHEMAS).ledger
    many = [*ledger.policies, ledger.district, ledger.signers, ledger.purges]
    for kind in ("calendars", "papers", "plans", "units", "checklists", "people", "rounds", "inspections", "problems",
                 "commons", "self_checks", "letters", "visits"):  # fmt: skip
        many += getattr(ledger, kind).values()
    return District(ledger, [(kind_at(one.path)[0], one) for one in many if one is not None])


class District:
    """A ledger and its records, each with its kind; what went wrong is told without them."""

    def __init__(self, ledger, records):
        self.ledger, self.records = ledger, records


days = st.integers(0, (LAST - FIRST).days).map(lambda number: FIRST + timedelta(days=number))


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6), day=days)
def test_the_figures_do_not_depend_on_the_order_of_the_files(district, seed, day):
    ledger, records = district.ledger, district.records
    shuffled = random.Random(seed).sample(records, len(records))
    other = assembled(shuffled)
    made, again = statistics(ledger, day), statistics(other, day)
    whole, shuffled_whole = (statistics_of_period(one, FIRST, day) for one in (ledger, other))

    assert again.plain() == made.plain()
    assert {key: set(again.ids(key)) for key in made.figures} == {key: set(made.ids(key)) for key in made.figures}
    assert shuffled_whole.plain() == whole.plain()
    by = ("parent", "round")
    assert [one.group for one in grouped(other, again, by)] == [one.group for one in grouped(ledger, made, by)]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(two=st.lists(days, min_size=2, max_size=2).map(sorted))
def test_a_unit_once_covered_stays_covered_in_the_term_while_it_is_in_the_base(district, two):
    ledger = district.ledger
    early, late = two
    covered = set(statistics(ledger, early).ids("coverage.inspected"))
    base = {unit.id for unit in base_of(ledger, term_on(ledger, late), late)}

    assert covered & base <= set(statistics(ledger, late).ids("coverage.inspected"))
