"""The office's board in a real browser: on a telephone and on a desk, light and dark, and days after it was built."""

import re
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright
from tests.browser.test_site import FLAGS, WIDTHS, Visit

from inspection.cli import main

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]

AS_OF = "2024-12-31"
PAGES = (
    "index.html", "board/review/index.html", "board/units/index.html", "board/posts/index.html",
    "board/bodies/inspection-office/index.html", "waiting/index.html", "waiting/inspection-office/index.html",
    "stages/index.html", "stages/{round}/index.html", "stages/{inspection}/index.html", "items/{item}/index.html",
)  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("town")
    assert main(["demo", str(folder), "--units", "60", "--problems", "120"]) == 0
    assert main(["site", "--audience", "office", "--ledger", str(folder)]) == 0
    return folder / "private" / "site"


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield opened
        opened.close()


def pages_in(site):
    """The pages to look at, with a round that is being followed up and an item that was returned or reviewed."""
    inspections = sorted(path.parent.relative_to(site / "stages") for path in site.glob("stages/*/*/index.html"))
    item = next(path for path in sorted(site.glob("items/*/index.html")) if "verified" in path.read_text("utf-8"))
    named = {"round": inspections[-1].parent, "inspection": inspections[-1], "item": item.parent.name}
    return [page.format(**named) for page in PAGES]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_of_the_board_scrolls_sideways_complains_or_asks_another_host(browser, site, width, scheme):
    visit = Visit(browser, site, width, scheme)
    wide = [
        path for path in pages_in(site) if visit.open(path).evaluate("document.documentElement.scrollWidth") > width
    ]

    assert (wide, visit.complaints, visit.foreign) == ([], [], [])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_of_ours_on_the_board(browser, site, width, scheme):
    visit, found = Visit(browser, site, width, scheme), []
    for path in pages_in(site):
        page = visit.open(path)
        result = Axe().run(page, context="main")
        found += [f"{path}: {one['id']} {one['nodes'][0]['html'][:120]}" for one in result.response["violations"]]

    assert found == []


def test_the_warning_is_the_first_thing_on_a_telephone_and_on_a_desk(browser, site):
    for width in WIDTHS:
        visit = Visit(browser, site, width)
        for path in pages_in(site):
            box = visit.open(path).locator(".office-only").bounding_box()
            assert box["y"] + box["height"] < 250, (path, width)


def test_without_scripts_every_page_is_complete(browser, site):
    page = Visit(browser, site, 1280, scripts=False).open("index.html")

    assert page.locator(".left").count() > 0
    assert page.locator(".moved").first.is_hidden()


def opened_on(browser, site, day):
    """The board's first page as it looks on a day, had it been built for the real one."""
    text = (site / "index.html").read_text(encoding="utf-8")
    live = text.replace('id="as-of"', 'id="as-of" data-zone="Asia/Shanghai"')
    (site / "live.html").write_text(live, encoding="utf-8")
    page = browser.new_context().new_page()
    page.clock.set_fixed_time(f"{day}T00:30:00+08:00")
    page.goto((site / "live.html").as_uri())
    return page


def days_on(page):
    return {
        (place.get_attribute("data-due"), place.inner_text(), "late" in (place.get_attribute("class") or "").split())
        for place in page.locator("[data-due]").all()
    }


def test_days_left_are_counted_again_on_the_day_of_the_reader_in_the_district(browser, site):
    built = days_on(opened_on(browser, site, AS_OF))
    page = opened_on(browser, site, "2025-01-13")

    assert len(built) > 5
    for due, words, late in days_on(page):
        (was,) = [one for one in built if one[0] == due]
        left = number(was[1]) - 13
        assert (number(words), late) == (left, left < 0), due
    assert "13 天" in page.locator(".moved").inner_text()


def number(words):
    (digits,) = re.findall(r"\d+", words) or ["0"]
    return -int(digits) if words.startswith("逾期") else int(digits)


def test_on_the_day_it_was_built_nothing_is_said_to_have_moved(browser, site):
    assert opened_on(browser, site, AS_OF).locator(".moved").is_hidden()


def test_a_board_of_a_demonstration_stays_on_its_own_day(browser, site):
    page = Visit(browser, site, 1280).open("index.html")

    assert page.locator("#as-of").get_attribute("data-zone") is None
    assert page.locator(".moved").is_hidden()
