"""A notice that is taken back: what it had shown is gone from everything, and its address says so."""

import gzip
from datetime import date

import pytest
from tests.publish.building import build, pages_of_both
from tests.publish.small import OTHER, ROUND, UNIT, approve, ledger_of, records

BEFORE, AFTER = date(2024, 10, 31), date(2024, 11, 1)
NOTICE, SHEET = "notices/r13-05-gushan/index.md", "notices/r13-05-gushan/sheet/index.md"


def taken_back():
    data = records()
    for number in (1, 2):
        data[f"problems/{ROUND}/R13-05-000{number}.yaml"]["public"] |= {
            "title": f"古山标题{number}",
            "result": "古山结果",
        }
        for item in data[f"problems/{ROUND}/R13-05-000{number}.yaml"]["items"]:
            item["public"] = {"task": "古山任务"}
    society = data[f"rounds/{ROUND}/{UNIT}.yaml"]["publication"]["society"]
    society[0]["retracted"] = {"date": AFTER.isoformat(), "by": "leading_group", "reason": "表述不准确"}
    return ledger_of(approve(data))


TEXTS = ("古山标题", "古山结果", "古山任务")


def test_until_the_day_a_notice_and_its_problems_are_shown():
    pages = pages_of_both(taken_back(), BEFORE)

    for edition in ("", "en/"):
        assert all(text in pages[f"{edition}{NOTICE}"] for text in TEXTS)
        assert f"{edition}problems/r13-05-gushan-1/index.md" in pages
        assert '../notices/r13-05-gushan/index.html"' in pages[f"{edition}notices/index.md"]


def test_from_that_day_on_no_page_holds_any_of_it():
    pages = pages_of_both(taken_back(), AFTER)

    assert [(path, text) for path, page in pages.items() for text in TEXTS if text in page] == []
    assert [path for path in pages if "problems/r13-05-gushan" in path] == []


def test_its_addresses_say_that_it_was_taken_back_when_and_why():
    before, pages = (pages_of_both(taken_back(), day) for day in (BEFORE, AFTER))

    assert {path for path in before if "notices/" in path} == {path for path in pages if "notices/" in path}
    for path in (NOTICE, SHEET):
        assert "2024年9月25日公开的通报，于2024年11月1日由巡察工作领导小组撤回。理由：表述不准确" in pages[path]
        assert "taken back on 1 November 2024" in pages[f"en/{path}"]
    assert "2024年11月1日撤回" in pages["notices/index.md"]


def test_the_pages_of_its_unit_and_round_lead_to_what_is_left():
    pages = pages_of_both(taken_back(), AFTER)

    assert '<a href="../../notices/r13-05-gushan/index.html">2024年11月1日撤回</a>' in pages["units/gushan/index.md"]
    assert (
        '<a href="../../notices/r13-05-gushan/index.html">Taken back on 1 November 2024</a>'
        in pages["en/rounds/r13-05/index.md"]
    )


def test_the_other_units_notice_stays_as_it_was():
    before, pages = (pages_of_both(taken_back(), day) for day in (BEFORE, AFTER))
    own = f"notices/r13-05-{OTHER}/index.md"

    assert pages[own] == before[own]


@pytest.mark.slow
def test_no_file_of_the_built_site_holds_any_of_it(tmp_path):
    sites = [build(taken_back(), day, tmp_path / day.isoformat()) for day in (BEFORE, AFTER)]
    held = [[path for path in site.rglob("*") if path.is_file() and _holds(path)] for site in sites]

    assert len(held[0]) > 6
    assert held[1] == []


def _holds(path):
    raw = path.read_bytes()
    content = gzip.decompress(raw) if path.suffix == ".gz" else raw
    return any(text.encode() in content for text in (*TEXTS, "problems/r13-05-gushan"))
