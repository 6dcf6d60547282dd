import re
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.statistics.small import SCHEMAS, closed, feedback, item, start

from inspection.demo import write
from inspection.derive.figures.catalogue import CATALOGUE
from inspection.derive.figures.catalogue_periods import PERIODS, dated
from inspection.derive.figures.leaves import Counted, Summed, Yuan, plain
from inspection.derive.provenance import Recorded
from inspection.derive.spoken import spoken
from inspection.derive.statistics import FIGURES, statistics, statistics_of_period
from inspection.model.ledger import Ledger
from inspection.read.loader import load
from inspection.read.source import WorkingTree
from inspection.report.figures import flat

FIRST, LAST = date(2020, 1, 1), date(2025, 12, 31)
ADDS_AS_OF = {
    "signatures", "opinions", "outputs", "matters", "activities", "announcements", "briefings", "training", "visits",
    "clues", "money", "institutions", "accountable",
}  # fmt: skip
"""Figures of which a period counts just what came by its last day and had not come by the day before its first."""


@pytest.fixture(scope="module")
def district(tmp_path_factory):
    """A demonstration ledger, smaller than the repository's; its terms run 2016 to 2021 and 2021 to 2026."""
    folder = tmp_path_factory.mktemp("district")
    write(folder, seed=13, units=60, problems=150)
    loaded = load(WorkingTree(folder / "ledger"), SCHEMAS)
    assert not loaded.findings
    return loaded.ledger


def day(text):
    return date.fromisoformat(text)


def period(ledger, first, last):
    return statistics_of_period(ledger, day(first), day(last)).plain()


def leaves(figures, above=""):
    """Every leaf a period counts, by its path."""
    for key, value in figures.items():
        path = f"{above}{key}"
        if isinstance(value, dict):
            yield from leaves(value, f"{path}.")
        elif said(path):
            yield path, value


def said(path):
    """What the catalogue says of a path; the code in it is no part of a key."""
    return dated(re.sub(r"^modes\.[a-z_]+", "modes", path))


def parts(leaf):
    """What a leaf is made of, as a bag: ids, or counts with the record each stands in."""
    return Counter(leaf.ids if isinstance(leaf, Counted) else leaf.parts)


def amount(leaf):
    return Decimal(plain(leaf))


def nothing(leaf):
    return type(leaf)()


def asked_and_extended(on, until):
    return (
        {"date": on, "action": "ask", "by": "unit", "until": until, "reason": "third_party"},
        {"date": on, "action": "extend", "by": "office", "until": until},
    )


days = st.integers(0, (LAST - FIRST).days).map(lambda number: FIRST + timedelta(days=number))


def recorded(ledger):
    """When each fact may have been recorded: some at once, some weeks later."""
    facts = [one for one in spoken(ledger) if one.day < LAST]
    return {one.place: Recorded(one.day + timedelta(days=place % 7 * 15)) for place, one in enumerate(facts)}


def assert_adds_up(ledger, first, middle, last):
    known = recorded(ledger)
    whole, early, late = (
        dict(leaves(statistics_of_period(ledger, *one, provenance=known).figures))
        for one in ((first, last), (first, middle), (middle + timedelta(days=1), last))
    )
    assert whole.keys() == early.keys() | late.keys()
    for path, leaf in whole.items():
        assert isinstance(leaf, Counted | Summed | Yuan), path
        one, other = early.get(path, nothing(leaf)), late.get(path, nothing(leaf))
        if said(path).adds == "once":
            assert set(parts(leaf)) == set(parts(one)) | set(parts(other)), path
        else:
            assert amount(leaf) == amount(one) + amount(other), path
        if said(path).adds == "each" and not path.startswith("clues"):
            assert parts(leaf) == parts(one) + parts(other), path


@pytest.mark.filterwarnings("ignore:Generating overly large repr")
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(three=st.lists(days, min_size=3, max_size=3, unique=True).map(sorted))
def test_the_figures_of_two_periods_add_up_to_those_of_both_together(district, three):
    assert_adds_up(district, *three)


@pytest.mark.parametrize("middle", ["2024-07-15", "2024-08-05", "2024-08-10", "2024-09-10", "2024-10-01"])
def test_corrections_withdrawals_and_later_words_leave_periods_adding_up(small, middle):
    extended = asked_and_extended("2024-08-01", "2024-09-20")
    void = {"date": "2024-09-01", "action": "correct", "by": "office", "entry": 3, "void": True, "reason": "误录"}
    withdraw = {
        "date": "2024-08-20",
        "action": "withdraw",
        "by": "leading_group",
        "paper": "p-1",
        "into": "R13-05-0001",
    }
    log = [
        {"date": "2024-07-10", "action": "issue", "by": "office"},
        {"date": "2024-09-05", "action": "withdraw", "by": "office", "note": "误发"},
    ]
    letter = {"from": "office", "to": "village-1", "kind": "assignment", "number": "1", "subject": "督促", "log": log}
    small.inspection("village-1", feedback=feedback())
    small.problem(1, item(1, start(), *extended, void))
    small.problem(2, item(1, start(), *extended))
    small.problem(3, item(1, start(), withdraw), prominent=True)
    small.put("letters/2024/L2024-001.yaml", suggestions=["公开账目"], **letter)
    ledger = small.ledger()

    assert_adds_up(ledger, day("2024-05-01"), day(middle), day("2024-12-31"))
    whole = statistics_of_period(ledger, day("2024-05-01"), day("2024-12-31"))
    assert whole.ids("items.extended") == ("R13-05-0002/1",)
    assert (whole.ids("letters.total"), whole.ids("problems.prominent")) == ((), ())
    assert whole.ids("departures.voided") == ("R13-05-0001/1/log/3",)


@pytest.mark.parametrize(("first", "last"), [("2022-01-01", "2022-12-31"), ("2024-01-01", "2024-06-30")])
def test_what_has_a_day_of_its_own_is_what_came_between_two_days(district, first, last):
    before = dict(leaves(statistics(district, day(first) - timedelta(days=1)).figures))
    after = dict(leaves(statistics(district, day(last)).figures))
    within = dict(leaves(statistics_of_period(district, day(first), day(last)).figures))
    compared = [
        path
        for path in after
        if (path.split(".")[0] in ADDS_AS_OF or path in ("problems.found", "problems.fed_back", "common.submitted"))
        and said(path).adds == "each"
    ]

    assert len(compared) > 40
    for path in compared:
        known = before.get(path, nothing(after[path]))
        assert amount(within.get(path, nothing(known))) == amount(after[path]) - amount(known), path


@pytest.mark.parametrize(("first", "last"), [("2021-01-01", "2021-12-31"), ("2024-03-01", "2024-09-30")])
def test_what_no_entry_dates_is_taken_on_the_last_day(district, first, last):
    within, on_the_day = period(district, first, last), statistics(district, day(last)).plain()
    standing = {key: value for key, value in flat(on_the_day) if not dated(key) and key not in ("from", "to")}
    told = dict(flat(within))

    assert {key: told[key] for key in standing} == standing
    assert {"closure_rate.rate", "problems.closed", "people.leaders", "units.total"} <= standing.keys()
    assert list(within) == list(on_the_day)


def test_a_period_names_its_days_and_the_records_behind_its_figures(small):
    small.inspection("village-1", feedback=feedback("2024-05-20"))
    small.inspection("village-2", feedback=feedback("2024-07-10"))
    small.problem(1, closed(1, "2024-08-16", "2024-09-01"))
    small.problem(2, item(1), unit="village-2", found="2024-06-03")
    figures = statistics_of_period(small.ledger(), day("2024-06-01"), day("2024-12-31"), revision="0" * 40)

    assert list(figures.plain().items())[:4] == [
        ("as_of", "2024-12-31"), ("from", "2024-06-01"), ("to", "2024-12-31"), ("revision", "0" * 40),
    ]  # fmt: skip
    assert figures.ids("problems.found") == ("R13-05-0002",)
    assert figures.ids("problems.fed_back") == ("R13-05-0002",)
    assert figures.ids("problems.closed") == ("R13-05-0001",)
    assert figures.ids("opinions") == ("R13-05/village-2",)


def test_a_round_counts_in_the_period_of_its_last_day_on_site(small):
    small.inspection("village-1", mode="direct")
    ledger = small.ledger()

    assert period(ledger, "2024-03-01", "2024-04-29")["rounds"]["total"] == 0
    assert period(ledger, "2024-04-30", "2024-04-30")["rounds"]["total"] == 1
    assert period(ledger, "2024-04-30", "2024-04-30")["modes"] == {"direct": {"inspections": 1, "parents": 1}}
    assert period(ledger, "2024-05-01", "2024-12-31")["modes"] == {}


def test_a_period_counts_the_rounds_of_every_term_it_spans(small):
    small.round("R12-09", onsite={"from": "2021-03-01", "to": "2021-04-01"}, announced="2021-02-20")
    ledger = small.ledger()

    assert statistics(ledger, day("2024-12-31")).plain()["rounds"]["total"] == 1
    assert period(ledger, "2021-01-01", "2024-12-31")["rounds"]["total"] == 2


def test_results_of_clues_count_by_what_they_add(small):
    counts = {"filed": {"pieces": 1, "persons": 1}, "sanctioned": 0, "judicial": 0}
    results = [
        {"date": "2024-06-30", "handled": 1, **counts},
        {"date": "2024-09-30", "handled": 4, **counts},
    ]
    transfer = {"transferred": "2024-05-06", "level": "village", "to": "discipline", "pieces": 3, "persons": 5}
    small.round("R13-05", clues=[{**transfer, "results": results}])
    ledger = small.ledger()
    halves = [period(ledger, "2024-01-01", "2024-06-30")["clues"], period(ledger, "2024-07-01", "2024-12-31")["clues"]]

    assert [one["pieces"] for one in halves] == [3, 0]
    assert [one["handled"] for one in halves] == [1, 3]
    assert [one["filed_pieces"] for one in halves] == [1, 0]
    assert halves[1]["by_level"]["village"]["handled"] == 3


def test_an_item_extended_in_two_periods_counts_once_in_both_together(small):
    again = asked_and_extended("2024-09-01", "2024-10-20")
    small.inspection("village-1", feedback=feedback())
    small.problem(1, item(1, start(), *asked_and_extended("2024-08-01", "2024-09-20"), *again))
    ledger = small.ledger()
    spans = (("2024-08-01", "2024-08-31"), ("2024-09-01", "2024-09-30"), ("2024-08-01", "2024-09-30"))

    assert [period(ledger, *one)["items"]["extended"] for one in spans] == [1, 1, 1]
    assert period(ledger, "2024-10-01", "2024-12-31")["items"]["extended"] == 0


def test_an_empty_ledger_has_every_figure_of_a_period():
    figures = statistics_of_period(Ledger(), FIRST, LAST).plain()

    assert list(figures) == ["as_of", "from", "to", "revision", *FIGURES]
    assert {value for key, value in flat(figures) if key not in ("as_of", "from", "to")} == {0, None, "0.00"}


def test_a_period_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match="ends before it begins"):
        statistics_of_period(Ledger(), LAST, FIRST)


def test_what_a_period_counts_is_said_of_known_figures_once_and_in_both_languages():
    keys = [one.key for one in PERIODS]

    assert len(keys) == len(set(keys))
    assert set(keys) - {row.key for row in CATALOGUE} == set()
    assert [one.key for one in PERIODS if not (one.zh and one.en)] == []
