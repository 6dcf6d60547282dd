"""The charts of the public pages, from a view to their numbers."""

import re
from datetime import date, timedelta
from functools import cache
from xml.etree.ElementTree import fromstring

import pytest
from tests.publish.building import labels, view_of
from tests.publish.small import AS_OF, CLOSING, ROUND, UNIT, approve, item, ledger_of, problem, records
from tests.publish.test_withheld import withheld
from tests.publish.town import town

from inspection.derive.lives import Lives
from inspection.derive.status import Status
from inspection.publish.charted import Chart, burn_up, by_category, by_round, by_unit, coverage, on_time, townships
from inspection.publish.charted.chart import Picture
from inspection.publish.charted.months import burn_up_of, months_between
from inspection.publish.tallies import grouped, tally
from inspection.publish.view import PublicView
from inspection.publish.words import Words


@cache
def ledger():
    return town(20, 120)


@cache
def view() -> PublicView:
    return view_of(ledger(), AS_OF)


def charts(of: PublicView, language: str = "zh") -> dict[str, Chart]:
    words = Words(of, labels(), language)
    by = grouped(of.problems, lambda one: one.unit)
    families = {unit.id: tally(one for id_ in unit.family for one in by.get(id_, ())) for unit in of.units.values()}
    drawn = (
        burn_up(of, of.problems, words, "2024-12"), coverage(of, words), on_time(of, words), by_round(of, words),
        by_category(of.problems, words), townships(of, by, words), by_unit(of, list(of.units), families, words),
    )  # fmt: skip
    return {chart.id: chart for chart in drawn if chart is not None}


@cache
def drawn(language: str = "zh") -> dict[str, Chart]:
    return charts(view(), language)


def told(svg: Picture) -> list[str]:
    return [title.text or "" for mark in fromstring(svg.drawn()).iter("path") for title in mark.iter("title")]


def numbers(texts: list[str]) -> list[int]:
    """The number each text ends with."""
    return [int(re.findall(r"\d+", text)[-1]) for text in texts]


@pytest.mark.parametrize("id_", ["by-round", "by-category", "on-time"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_numbers_of_bars_are_those_of_the_table(id_, language):
    chart = drawn(language)[id_]
    parts = chart.columns[2:]
    table = [(row.name, part, n) for row in chart.rows for part, n in zip(parts, row.cells[1:], strict=True) if n]
    pictured = [re.fullmatch(r"(.+) · (.+) (\d+)", text).groups() for text in told(chart.svg)]

    assert [(name, part, int(n)) for name, part, n in pictured] == table
    assert all(row.cells[0] == sum(row.cells[1:]) for row in chart.rows)


@pytest.mark.parametrize("id_", ["burn-up", "coverage"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_numbers_of_lines_are_those_of_the_table(id_, language):
    chart = drawn(language)[id_]
    counts = [[row.cells[place] for row in chart.rows] for place in range(len(chart.columns) - 2)]

    assert numbers(told(chart.svg)) == [n for line in counts for n in line]


def test_the_numbers_of_townships_are_those_of_the_table():
    chart = drawn()["townships"]
    assert len(chart.panels) == len(chart.rows) == 3

    for panel, row in zip(chart.panels, chart.rows, strict=True):
        pairs = [tuple(map(int, cell.split("/"))) for cell in row.cells]
        assert panel.key == row.key
        assert (panel.n, panel.of) == pairs[-1]
        assert numbers(told(panel.svg)) == [*(of for _, of in pairs), *(n for n, _ in pairs)]


@pytest.mark.parametrize("id_", ["by-round", "by-category", "by-unit"])
def test_what_is_counted_by_anything_adds_up_to_what_is_shown(id_):
    rows = drawn()[id_].rows
    shown = tally(view().problems)
    twice = 2 if id_ == "by-unit" else 1  # a subdistrict counts the problems of its communities too

    assert sum(row.cells[0] for row in rows) == twice * shown.total
    assert sum(row.cells[1] for row in rows) == twice * shown.closed


def test_a_sentence_says_the_numbers():
    shown = tally(view().problems)
    sentence = drawn()["by-round"].sentence

    assert f"{shown.total} 个问题中，{shown.closed} 个已完成" in sentence
    assert f"Of {shown.total} published problems {shown.closed} are completed" in drawn("en")["by-round"].sentence


@pytest.mark.parametrize("months", [5, 6, 7, 8, 9, 10, 11, 12])
def test_the_lines_pass_where_the_problems_stood_at_the_end_of_that_month(months):
    month = f"2024-{months:02}"
    end = (date(2024, months, 28) + timedelta(4)).replace(day=1) - timedelta(1)
    lives = Lives(ledger(), end)
    closed = sum(lives.status(one) is Status.CLOSED for one in ledger().problems.values())
    counts = burn_up_of(view(), view().problems, months_between("2024-01", month))

    assert (counts.fed_back[-1], counts.closed[-1]) == (120, closed)


def test_what_was_put_right_before_the_feedback_is_there_from_then():
    bodies = ("unit", "unit", "group", "group")
    early = [{**entry, "date": f"2024-04-{12 + day}", "by": bodies[day]} for day, entry in enumerate(CLOSING)]
    data = records()
    data[f"problems/{ROUND}/R13-05-0001.yaml"] = problem(1, item(1, *early, kind="immediate"))
    shown = view_of(ledger_of(approve(data)), AS_OF)
    counts = burn_up_of(shown, shown.problems, months_between("2024-03", "2024-06"))

    assert (counts.fed_back, counts.closed) == ((0, 1, 3, 3), (0, 1, 1, 1))


def test_the_last_counts_of_the_lines_are_those_of_every_other_page():
    shown = tally(view().problems)

    assert drawn()["burn-up"].rows[-1].cells[:2] == (shown.total, shown.closed)


def test_only_the_district_chart_knows_of_withheld_problems():
    without, with_ = (charts(view_of(ledger_of(data), AS_OF)) for data in withheld(3))

    assert set(without) == set(with_)
    assert {id_ for id_ in with_ if with_[id_] != without[id_]} == {"on-time"}


def test_few_problems_are_a_sentence_and_a_table_but_no_picture():
    few = charts(view_of(ledger_of(approve(records())), AS_OF))

    assert [(id_, chart.svg, chart.panels) for id_, chart in few.items() if chart.svg or chart.panels] == []
    assert all(chart.rows and chart.sentence for chart in few.values())


def test_one_round_is_no_picture():
    one = view_of(town(4, 60), AS_OF)
    only = one.problems[0].round
    words = Words(one, labels(), "zh")
    chart = by_category([problem for problem in one.problems if problem.category == one.problems[0].category], words)

    assert (len(chart.rows), chart.svg) == (1, None)
    assert only in {row.key for row in by_round(one, words).rows}


def test_without_published_problems_the_charts_say_so():
    data = {path: one for path, one in records().items() if not path.startswith("problems/")}
    none = charts(view_of(ledger_of(approve(data)), AS_OF))

    for id_ in ("burn-up", "by-round", "by-category", "townships", "by-unit"):
        assert (none[id_].rows, none[id_].svg, none[id_].panels) == ((), None, ())
        assert none[id_].sentence == "目前没有已公开的问题。"


def test_without_a_term_or_a_base_there_is_no_coverage():
    data = records()
    data["district.yaml"]["terms"] = [{**data["district.yaml"]["terms"][0], "began": "2025-09-28"}]

    assert "coverage" not in charts(view_of(ledger_of(data), AS_OF))


def test_the_target_is_the_terms_share_of_the_base_rounded_up():
    data = records()
    data["district.yaml"]["terms"][0]["target"] = "0.65"  # of five units: 3.25
    chart = charts(view_of(ledger_of(data), AS_OF))["coverage"]

    assert "目标 4 个" in chart.sentence


def test_the_charts_are_the_same_bytes_each_time():
    assert charts(view()) == drawn()


def test_pictures_share_no_id():
    ids = [one.get("id") for chart in drawn().values() for svg in (chart.svg, *(panel.svg for panel in chart.panels))
           if svg for one in fromstring(svg.drawn()).iter() if one.get("id")]  # fmt: skip

    assert len(ids) == len(set(ids)) > 20
    assert UNIT not in ids


def test_half_years_and_years_are_named_and_the_last_month_is_itself():
    burn, towns = drawn()["burn-up"], drawn("en")["townships"]

    assert [row.name for row in burn.rows] == ["2024年上半年", "2024年12月"]
    assert towns.columns == ("Completed/fed back", "December 2024")
