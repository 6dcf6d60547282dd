"""What people come for, by keyboard alone in a real browser, and without scripts."""

import csv
import io

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.slow

FOCUSED = "document.activeElement.matches(':focus-visible') ? document.activeElement.textContent.trim() : ''"
FOCUSED_ID = "document.activeElement.id"
OPTION = "#search-list [role=option]"


def tab_to(page, wanted, what=FOCUSED):
    """Press Tab until what has the focus is the one wanted."""
    seen = []
    for _ in range(200):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(what))
        if seen[-1] == wanted:
            return
    raise AssertionError(f"{wanted} is not among {seen}")


def follow(page, name):
    """Come to a link by Tab and follow it by Enter."""
    tab_to(page, name)
    with page.expect_navigation():
        page.keyboard.press("Enter")


@pytest.fixture
def page(visiting, public):
    """The overview, on a desk."""
    visit = visiting(public, 1280)
    yield visit.open("index.html")
    assert (visit.complaints, visit.foreign) == ([], [])


def test_the_first_key_leads_past_the_menus(page):
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "跳转至"
    page.keyboard.press("Enter")
    tab_to(page, "English")


def test_somebody_finds_their_village(page):
    tab_to(page, "search-input", FOCUSED_ID)
    page.keyboard.type("滟渚")
    page.locator(OPTION).first.wait_for()
    page.keyboard.press("ArrowDown")
    with page.expect_navigation():
        page.keyboard.press("Enter")

    assert page.locator("h1").inner_text() == "滟渚社区党委"
    assert "/units/yanzhu-community/" in page.url


def test_somebody_finds_what_is_late_and_takes_it_home(page):
    follow(page, "问题")
    tab_to(page, "explorer-overdue", FOCUSED_ID)
    page.keyboard.press("ArrowDown")
    page.wait_for_url("**?overdue=yes")
    said = page.locator("form.explorer [role=status]")
    expect(said).not_to_be_empty()
    rows = page.locator(".records tbody tr")
    page.locator("[data-csv]").wait_for()
    tab_to(page, page.locator("[data-csv]").inner_text())
    with page.expect_download() as coming:
        page.keyboard.press("Enter")
    lines = list(csv.reader(io.StringIO(coming.value.path().read_text(encoding="utf-8-sig"), newline="")))

    assert len(lines) - 1 == rows.count() > 0
    assert said.inner_text() == f"找到 {rows.count()} 条。"
    assert rows.filter(has_text="逾期").count() == rows.count()


def test_on_a_telephone_somebody_unfolds_the_choices_and_finds_what_is_late(visiting, public):
    visit = visiting(public, 360)
    page = visit.open("problems/index.html")
    tab_to(page, "条件和排序")
    page.keyboard.press("Enter")
    tab_to(page, "explorer-overdue", FOCUSED_ID)
    page.keyboard.press("ArrowDown")
    page.wait_for_url("**?overdue=yes")
    expect(page.locator("form.explorer [role=status]")).not_to_be_empty()
    rows = page.locator(".records tbody tr")

    assert rows.filter(has_text="逾期").count() == rows.count() > 0
    assert (visit.complaints, visit.foreign) == ([], [])


def test_somebody_downloads_the_open_data(page):
    follow(page, "数据")
    place = "document.activeElement.getAttribute('href') || ''"
    tab_to(page, "../data/v1/problems.csv", place)
    with page.expect_download() as coming:
        page.keyboard.press("Enter")

    assert coming.value.path().read_text(encoding="utf-8-sig").count("\n") > 200


def test_somebody_reads_a_notice_and_one_of_its_problems(page):
    follow(page, "通报")
    first = page.locator("main table a, main li a").filter(has_text="社区").first.inner_text()
    follow(page, first)
    assert "整改" in page.locator("h1").inner_text()
    problem = page.locator(".notice h3 a").first.inner_text()
    follow(page, problem)

    assert page.locator("h1").inner_text() == problem


def test_somebody_changes_the_language_and_the_colours(page):
    follow(page, "English")
    assert page.locator("html").get_attribute("lang") == "en"
    shade = page.evaluate("getComputedStyle(document.body).backgroundColor")
    tab_to(page, "__palette_0", FOCUSED_ID)
    page.keyboard.press("ArrowDown")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != shade
    follow(page, "中文")

    assert page.locator("html").get_attribute("lang") == "zh"


def test_without_scripts_somebody_turns_the_pages_of_the_plain_lists(visiting, public):
    page = visiting(public, 360, scripts=False).open("problems/index.html")
    rows = page.locator(".records tbody tr")
    assert rows.count() == 200
    assert page.locator("form.explorer").is_hidden()
    page.locator(".pager a").first.click()
    assert "/problems/page-2/" in page.url
    assert 0 < rows.count() < 200

    title = rows.last.locator("a").first.inner_text()
    rows.last.locator("a").first.click()
    assert page.locator("h1").inner_text() == title
    page.locator(".facts a").first.click()
    assert "/units/" in page.url
    page.get_by_role("link", name="English", exact=True).click()
    assert "/en/units/" in page.url
