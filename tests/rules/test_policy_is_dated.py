"""A policy that comes later changes no verdict on what happened before it."""

from datetime import date, timedelta
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import asdict, replace
from tests.rules.ledgers import base

from inspection.derive.statistics import statistics
from inspection.finding import Severity
from inspection.model.ledger import Ledger
from inspection.model.policy import Quorum, RuleException
from inspection.rules.framework import Context
from inspection.rules.judge import judge
from inspection.workdays import Duration

NOW = base().policies[0]
LATER = date(2025, 1, 1)
"""After every fact of the base ledger."""
PAST = (date(2023, 5, 1), date(2024, 1, 8), date(2024, 11, 20), date(2024, 12, 31))
AFTERWARDS = (date(2025, 1, 1), date(2025, 2, 14), date(2025, 12, 31), date(2026, 8, 1))

DAY = Duration("1d")
SPANS = st.sampled_from([DAY, *map(Duration, ("1wd", "3wd", "45d", "1m", "36m"))])
DEADLINES = st.dictionaries(st.sampled_from(sorted(asdict(NOW.deadlines))), SPANS, min_size=1)
NUMBERS = st.fixed_dictionaries(
    {},
    optional={
        "silence": SPANS, "recurrence": SPANS, "long_term_check": SPANS, "returns": st.integers(1, 5),
        "integrated_communities": st.integers(0, 3), "onsite": st.just({"regular": DAY, "special": DAY}),
    },
)  # fmt: skip
NOW_PROPOSED = {"common_from": 1, "checklist_age": DAY}
"""Bounds of notes that propose something today, by today's policy."""


def with_later(**changes) -> Ledger:
    later = replace(NOW, id=LATER.isoformat(), path=f"policy/{LATER}.yaml", **changes)
    return replace(base(), policies=(NOW, later))


def found(ledger: Ledger, day: date):
    return judge(Context(ledger, day))


@cache
def before(day: date):
    return found(base(), day)


@cache
def figures(day: date):
    return statistics(base(), day).plain()


def strict(days: dict[str, str]):
    """Everything a policy can change at once: more duties, other bodies, fewer extensions, no patience."""
    duties = {
        kind: replace(one, papers=("plan",), closing=Quorum(bodies=("audit",), count=1), given=("audit",))
        for kind, one in NOW.duties.items()
    }
    return {
        "deadlines": replace(NOW.deadlines, **days),
        "duties": duties,
        "extensions": replace(NOW.extensions, most=0, beyond=DAY),
        "staffing": replace(NOW.staffing, discipline_cadres=99, auditors=9, deputies=(5, 9)),
        "pool": replace(NOW.pool, admit_after_rounds=99, second_rounds=99),
        "grades": dict.fromkeys(NOW.grades, Decimal(100)),
        "sample": Decimal(1),
        "publication_by": "audit",
        "limits": replace(NOW.limits, silence=DAY, returns=1, recurrence=DAY, **NOW_PROPOSED),
        "warn": replace(NOW.warn, green=Duration("300d"), yellow=Duration("200d")),
        "rules": {"DUE01": RuleException(severity="none", reason="试点", until=date(2030, 1, 1))},
    }


@pytest.mark.parametrize("day", PAST, ids=str)
@settings(max_examples=60, deadline=None)
@given(days=DEADLINES)
def test_before_its_day_a_policy_changes_nothing_at_all(day, days):
    ledger = with_later(**strict(days))

    assert found(ledger, day) == before(day)
    assert statistics(ledger, day).plain() == figures(day)


@pytest.mark.parametrize("day", AFTERWARDS, ids=str)
@settings(max_examples=60, deadline=None)
@given(days=DEADLINES, numbers=NUMBERS)
def test_clocks_that_were_running_keep_the_policy_they_started_under(day, days, numbers):
    ledger = with_later(deadlines=replace(NOW.deadlines, **days), limits=replace(NOW.limits, **numbers))

    assert found(ledger, day) == before(day)
    assert statistics(ledger, day).plain() == figures(day)


@pytest.mark.parametrize("day", AFTERWARDS, ids=str)
@pytest.mark.parametrize("part", ["duties", "extensions", "staffing", "pool", "grades", "sample", "publication_by"])
def test_what_was_done_is_judged_by_the_policy_of_its_day(day, part):
    ledger = with_later(**{part: strict({})[part]})

    assert found(ledger, day) == before(day)
    assert statistics(ledger, day).plain() == figures(day)


def test_the_days_after_it_hold_something_to_judge():
    """The two properties above would hold of a ledger in which nothing is ever late."""
    late = {one.code for day in AFTERWARDS for one in before(day) if one.severity is Severity.WARNING}

    assert {"DUE01", "INS04", "INS10", "RND10"} <= late


def test_what_starts_on_its_day_takes_the_new_policy():
    inspection = next(one for one in base().inspections.values() if one.feedback is not None)
    moved = replace(inspection, feedback=replace(inspection.feedback, date=LATER), plan=None)
    strictly = with_later(deadlines=replace(NOW.deadlines, plan=DAY))
    ledger = replace(strictly, inspections=base().inspections | {(moved.round, moved.unit): moved})
    due = [one.message.en for one in found(ledger, LATER + timedelta(days=3)) if one.code == "INS02"]

    assert due == ["feedback of 2025-01-01, plan due 2025-01-02, and none on 2025-01-04"]
