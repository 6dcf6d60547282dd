"""Charts where they stand: on the overview, on a round, on a unit with units below it."""

import re
from datetime import date
from functools import cache
from html import unescape
from xml.etree.ElementTree import fromstring

import pytest
from tests.publish.building import pages_of_both
from tests.publish.small import AS_OF
from tests.publish.town import town

PICTURE = re.compile(r"<svg class=\"chart\".*?</svg>")
WITH_CHARTS = {
    "index.md": [
        "burn-up",
        "on-time",
        "coverage",
        "by-round",
        "by-category",
        "township-street-0",
        "township-street-1",
    ],
    "rounds/r13-03/index.md": ["by-category"],
    "units/street-0/index.md": ["by-unit", "burn-up"],
}


@cache
def pages() -> dict[str, str]:
    return pages_of_both(town(16, 120), AS_OF)


def pictures(path: str, of: dict[str, str] | None = None) -> dict[str, str]:
    drawn = PICTURE.findall((of or pages())[path])
    return {fromstring(svg).get("aria-labelledby", "").split("-title")[0]: svg for svg in drawn}


@pytest.mark.parametrize("edition", ["", "en/"])
@pytest.mark.parametrize("path", WITH_CHARTS)
def test_each_chart_stands_on_its_page(edition, path):
    assert list(pictures(edition + path)) == WITH_CHARTS[path]


def test_no_other_page_has_one():
    with_charts = {path for path, text in pages().items() if PICTURE.search(text)}

    assert {path.removeprefix("en/").split("/")[0] for path in with_charts} == {"index.md", "rounds", "units"}
    assert [
        path for path in with_charts if re.fullmatch(r"(en/)?(rounds|units)/index.md|(en/)?units/community.*", path)
    ] == []


@pytest.mark.parametrize("path", ["index.md", "en/index.md"])
def test_ids_are_unique_on_a_page(path):
    ids = re.findall(r" id=\"([^\"]+)\"", pages()[path])

    assert len(ids) == len(set(ids)) > 20


@pytest.mark.parametrize("path", WITH_CHARTS)
def test_the_sentence_above_a_picture_is_what_the_picture_is_told_as(path):
    said = [unescape(text) for text in re.findall(r"<p class=\"shows\">(.*?)</p>", pages()[path])]

    for id_, svg in pictures(path).items():
        if not id_.startswith("township-"):
            assert fromstring(svg).findtext("desc") in said


def test_the_counts_of_a_bar_are_those_of_its_row_in_the_table_beside_it():
    page = pages()["rounds/r13-03/index.md"]
    rows = {
        name: list(map(int, cells.split(" | ")))
        for name, cells in re.findall(r"^\| (\S+) \| ([0-9 |]+) \|$", page, re.M)
    }
    told = [
        title.text or ""
        for mark in fromstring(pictures("rounds/r13-03/index.md")["by-category"]).iter("path")
        for title in mark
    ]

    assert len(told) > 10
    for name in rows:
        counts = [int(text.split()[-1]) for text in told if text.startswith(f"{name} · ")]
        assert counts == [count for count in rows[name][1:] if count]


def test_units_are_called_by_their_chinese_names_on_english_pages():
    names = [
        one for one in fromstring(pictures("en/units/street-0/index.md")["by-unit"]).iter("text") if one.get("lang")
    ]

    assert len(names) > 3
    assert all((one.text or "").endswith("社区党总支") for one in names)


def test_the_lines_of_a_unit_end_with_what_happened_last_and_those_of_the_district_with_the_day():
    later = pages_of_both(town(16, 120), date(2025, 3, 31))

    assert pictures("units/street-0/index.md", later) == pictures("units/street-0/index.md")
    assert "到2025年3月，已公开的问题" in later["index.md"]
