"""Every amount in these ledgers is a power of two, so that a sum, or a difference of two, tells what it is made of."""

import csv
import io
import json
import re
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.publish.building import labels, pages_of, pages_of_both, view_of
from tests.publish.small import AS_OF, ROUND, UNIT, approve, item, ledger_of, problem, records, unit

from inspection.publish.data.tables import tables
from inspection.publish.data.texts import csv_bytes, json_bytes
from inspection.publish.feeds import feeds
from inspection.publish.search_index import search_files
from inspection.publish.words import Words

SMALL, UNITS = 3, 5
LATE = "R13-06"
DAYS = st.dates(date(2024, 1, 1), date(2024, 12, 30)).map(date.isoformat)
MONTHS = [date(2024, number, 1) for number in range(1, 13)]
few = settings(max_examples=25, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))


def with_a_late_round(announced):
    """A ledger with a second round, of which the public knows from that day."""
    data = records()
    data[f"rounds/{LATE}/round.yaml"] = {
        "kind": "regular", "organizer": "office", "announced": announced,
        "onsite": {"from": "2024-03-04", "to": "2024-04-30"},
    }  # fmt: skip
    data[f"rounds/{LATE}/{UNIT}.yaml"] = {"reach": "full"}
    return data


def paid(data, days):
    """Money recovered in one item each, in turn in the first round and in the late one."""
    for place, day in enumerate(days):
        round_ = (ROUND, LATE)[place % 2]
        money = {"money": [{"date": day, "kind": "recovered", "yuan": 2**place}]}
        path = f"problems/{round_}/{round_}-1{place:03}.yaml"
        data[path] = problem(50 + place, item(1, outcome=money), found="2024-01-01")
    return data


def evaluated(days):
    data = records()
    for place, day in enumerate(days):
        data[f"units/u{place}.yaml"] = unit(f"第{place}村", "village", parent="beizhou")
        score = [{"name": "责任落实", "weight": "100", "score": str(2**place)}]
        ballots = {"issued": 9, "returned": 2**place, "satisfied": 2**place, "basically": 0, "dissatisfied": 0}
        evaluation = {"date": day, "anonymous": True, "indicators": score, "ballots": ballots}
        data[f"rounds/{ROUND}/u{place}.yaml"] = {"reach": "full", "evaluation": evaluation}
    return data


def figures(ledger, day):
    return {figure.key: figure for figure in view_of(ledger, day).figures}


def parts(amount):
    return bin(int(amount)).count("1")


@few
@given(st.lists(DAYS, min_size=1, max_size=12), DAYS, st.lists(st.dates(date(2024, 1, 1), AS_OF), max_size=3))
def test_no_two_days_differ_by_the_money_of_a_few_matters(days, announced, others):
    ledger = ledger_of(paid(with_a_late_round(announced), days))
    told = [figures(ledger, day)["money.recovered"].n for day in sorted({*MONTHS, AS_OF, *others})]
    sums = [one for one in told if one is not None]
    steps = [parts(after - before) for before, after in pairwise(sums)]

    assert all(after >= before for before, after in pairwise(sums))
    assert [step for step in steps if 0 < step < SMALL] == []
    assert None not in told[next((place for place, one in enumerate(told) if one), len(told)) :]


@few
@given(st.lists(DAYS, min_size=1, max_size=12))
def test_no_two_days_differ_by_what_a_few_units_were_given(days):
    ledger = ledger_of(evaluated(days))
    told = [figures(ledger, day) for day in (*MONTHS, AS_OF)]
    scores = [Decimal(0), *(one.mean * one.n for one in (each["satisfaction.mean"] for each in told) if one.mean)]
    ballots = [Decimal(0), *(one.n for one in (each["satisfaction.rate"] for each in told) if one.n)]
    steps = [parts(round(abs(after - before))) for sums in (scores, ballots)
             for before, after in pairwise(sums)]  # fmt: skip

    assert [step for step in steps if 0 < step < UNITS] == []


def test_a_sum_moves_at_the_end_of_a_month_and_says_to_which_month_it_is_told():
    days = ["2024-03-02", "2024-03-20", "2024-03-31", "2024-05-01", "2024-06-01", "2024-06-02"]
    ledger = ledger_of(paid(with_a_late_round("2024-02-26"), days))
    told = {day: figures(ledger, day)["money.recovered"] for day in (
        date(2024, 3, 31), date(2024, 4, 1), date(2024, 6, 30), date(2024, 7, 1))}  # fmt: skip

    assert {day: (one.n, one.until) for day, one in told.items()} == {
        date(2024, 3, 31): (Decimal(0), None),
        date(2024, 4, 1): (Decimal(7), "2024-03"),
        date(2024, 6, 30): (Decimal(7), "2024-03"),
        date(2024, 7, 1): (Decimal(63), "2024-06"),
    }


def clues(day, count, *results):
    made = [
        {"date": when, "filed": {"pieces": n, "persons": n}, "handled": 0, "sanctioned": n, "judicial": 0}
        for when, n in results
    ]
    return {"transferred": day, "level": "village", "to": "discipline", "pieces": count, "persons": count,
            "results": made}  # fmt: skip


def secretive(days, announced):
    """Clues, their results and accountable persons, each a power of two, in turn in either round."""
    data = with_a_late_round(announced)
    for place, day in enumerate(days):
        round_ = (ROUND, LATE)[place % 2]
        data[f"rounds/{round_}/round.yaml"].setdefault("clues", []).append(clues(day, 2**place, (day, 2**place)))
        outcome = {"accountable": [{"date": day, "organizations": 0, "persons": 2**place, "number": "云纪1号"}]}
        path = f"problems/{round_}/{round_}-1{place:03}.yaml"
        data[path] = problem(50 + place, item(1, outcome=outcome), found="2024-01-01", shown=False)
    return data


@few
@given(st.lists(DAYS, min_size=1, max_size=8), DAYS)
def test_what_is_told_of_a_half_year_never_changes_and_never_is_a_few(days, announced):
    ledger = ledger_of(secretive(days, announced))
    known = {}
    for day in (*MONTHS, AS_OF, date(2025, 1, 1), date(2025, 7, 1)):
        rows = {(row.half, row.key): row.counts for row in view_of(ledger, day).half_years}
        over = {
            half for half in ("2024-1", "2024-2") if day >= {"2024-1": date(2024, 7, 1)}.get(half, date(2025, 1, 1))
        }
        assert {half for half, _ in rows} <= over
        assert {key: rows.get(key) for key in known} == known
        known = rows
        counts = [n for row in rows.values() for n in row.values()]
        assert [n for n in counts if n and (n < SMALL or parts(n) < 2)] == []


def test_a_result_taken_back_shows_no_number_below_zero():
    data = records()
    rows = [clues("2024-02-01", 8, ("2024-03-01", 7), ("2024-08-01", 5)) for _ in range(2)]
    data[f"rounds/{ROUND}/round.yaml"]["clues"] = rows
    told = {(one.half, one.key): one.counts for one in view_of(ledger_of(data), date(2025, 1, 1)).half_years}

    assert told["2024-1", "filed"] == {"pieces": 14, "persons": 14}
    assert told["2024-2", "filed"] == {}


def test_no_total_stands_beside_parts_of_which_one_is_not_shown():
    data = paid(with_a_late_round("2024-02-26"), ["2024-03-02", "2024-03-20", "2024-03-31"])
    saved = {"money": [{"date": "2024-03-02", "kind": "saved", "yuan": 4096000000}]}
    data[f"problems/{ROUND}/R13-05-2000.yaml"] = problem(90, item(1, outcome=saved))
    pages = pages_of(ledger_of(approve(data)), AS_OF)

    assert told_in(pages, "4096000000", "4,096,000,000", "409,600", "409600") == []


def self_checks(days):
    """A published common problem; each unit found a power of two, in turn a village and a community."""
    data = records()
    publication = {"approved": "2024-01-10", "by": "leading_group", "published": "2024-01-12"}
    data["common/C13-01/common.yaml"] = {
        "title": "共性", "nature": "industry", "owner": "inspection-office", "issued": "2024-01-02",
        "publication": publication,
    }  # fmt: skip
    for place, day in enumerate(days):
        kind = ("village", "community")[place % 2]
        data[f"units/u{place}.yaml"] = unit(f"第{place}单位", kind, parent="beizhou")
        counts = dict.fromkeys(("found", "measures", "institutions"), 2**place)
        data[f"common/C13-01/u{place}.yaml"] = {"submitted": day, **counts}
    return ledger_of(data)


@few
@given(st.lists(DAYS, min_size=1, max_size=14), st.lists(st.dates(date(2024, 1, 12), date(2025, 7, 1)), max_size=3))
def test_no_two_days_kinds_or_columns_differ_by_what_a_few_units_found_themselves(days, others):
    ledger, told = self_checks(days), []
    for day in sorted({*MONTHS[1:], *others, date(2025, 1, 1), date(2025, 7, 1)}):
        (common,) = view_of(ledger, day).commons
        told.append({row.kind: row for row in common.checks})
    for kind in ("village", "community"):
        rows = [one[kind] for one in told if kind in one]
        for column in ("found", "measures", "institutions"):
            sums = [getattr(row, column) or 0 for row in rows]
            assert [n for before, after in pairwise([0, *sums]) if 0 < (n := parts(after - before)) < SMALL] == []
            assert all(after >= before for before, after in pairwise(sums))
        handed_in = [row.submitted or 0 for row in rows]
        assert [n for before, after in pairwise([0, *handed_in]) if 0 < (n := after - before) < SMALL] == []
        assert (
            {column: getattr(rows[-1], column) for column in ("measures", "institutions")}
            == dict.fromkeys(("measures", "institutions"), rows[-1].found)
            if rows
            else True
        )


def everything(ledger, day):
    """Every figure of a day wherever it is told: pages of both editions, feeds, open data, indexes, the command."""
    view = view_of(ledger, day)
    files = pages_of_both(ledger, day)
    for table in tables(view, labels()):
        files[f"{table.name}.csv"] = csv_bytes(table).decode("utf-8-sig")
        files[f"{table.name}.json"] = json_bytes(table).decode()
    files |= {path: content.decode() for path, content in feeds(view, Words(view, labels(), "zh"))}
    return files | dict(search_files(view, {}))


@settings(few, max_examples=8)
@given(st.lists(DAYS, min_size=1, max_size=8), DAYS)
def test_page_data_and_both_editions_tell_the_same_of_a_sum_and_keep_the_same_back(days, announced):
    ledger = ledger_of(paid(with_a_late_round(announced), days))
    for day in (date(2024, 7, 1), AS_OF):
        files, view = everything(ledger, day), figures(ledger, day)
        rows = {row["key"]: row for row in csv.DictReader(io.StringIO(files["figures.csv"]))}
        plain = {row["key"]: row for row in json.loads(files["figures.json"], parse_float=Decimal)}
        for key, figure in view.items():
            n = "" if figure.n is None else f"{figure.n.normalize():f}"
            assert (rows[key]["n"], plain[key]["n"]) == (n, figure.n)
            assert rows[key]["until"] == (plain[key]["until"] or "") == (figure.until or "")
        for path in ("figures/index.md", "en/figures/index.md"):
            (cell,) = re.findall(r'id="figure-money-recovered">.*?<strong>(.*?)</strong>', files[path])
            hidden = view["money.recovered"].n is None
            assert cell == ("—" if hidden else f"{view['money.recovered'].n:,.2f}")


SECRET = 7654321


@cache
def with_a_secret():
    """One record of everything that is summed, each holding the same number found nowhere else."""
    data = records()
    outcome = {
        "accountable": [{"date": "2024-05-01", "organizations": 0, "persons": SECRET, "number": "云纪1号"}],
        "money": [{"date": "2024-05-01", "kind": kind, "yuan": SECRET} for kind in ("recovered", "refunded", "saved")],
    }
    data[f"problems/{ROUND}/R13-05-2000.yaml"] = problem(90, item(1, outcome=outcome))
    activity = {"kind": "household_visit", "date": "2024-03-20", "households": SECRET, "of": SECRET}
    training = {"date": "2024-02-28", "topic": "培训", "by": "audit", "level": "own", "lecturers": 1,
                "person_times": SECRET}  # fmt: skip
    data[f"rounds/{ROUND}/round.yaml"] |= {
        "clues": [clues("2024-04-29", SECRET, ("2024-05-10", SECRET))],
        "activities": [activity], "training": [training],
        "announcements": [{"channel": "new_media", "date": "2024-03-04", "sheets": SECRET}],
        "matters": [{"month": "2024-03", "received": SECRET, "answered": SECRET}],
        "outputs": [{"kind": "effect", "date": "2024-09-30", "quantity": SECRET}],
    }  # fmt: skip
    return ledger_of(approve(data))


def told_in(texts, *spellings):
    return [path for path, text in texts.items() if any(one in text for one in spellings)]


def test_what_one_record_holds_is_on_no_page_in_no_feed_and_in_no_file():
    ledger = with_a_secret()

    assert {"2024-1"} == {row.half for row in view_of(ledger, AS_OF).half_years}
    assert told_in(everything(ledger, AS_OF), str(SECRET), f"{SECRET:,}", "765.43") == []


@pytest.mark.parametrize("key", ["money.recovered", "outputs.effect", "activities.household_visit.households",
                                 "announcements.sheets", "matters.answered", "training.person_times.own"])  # fmt: skip
def test_a_figure_one_record_makes_is_not_told(key):
    figure = figures(with_a_secret(), AS_OF)[key]

    assert (figure.n, figure.of, figure.until) == (None, None, None)
