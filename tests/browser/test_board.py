"""The office's board in a real browser: on a telephone and on a desk, light and dark, and days after it was built."""

import re

import pytest
from tests.browser.kinds import office_kinds
from tests.browser.looking import axe_findings, defects
from tests.browser.visiting import SCHEMES, WIDTHS

pytestmark = pytest.mark.slow

AS_OF = "2024-12-31"


@pytest.fixture(scope="module")
def kinds(office):
    return [kind.path for kind in office_kinds(office.folder)]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_every_page_of_the_board_fits_and_complains_of_nothing(visiting, office, kinds, width, scheme, scripts):
    visit = visiting(office, width, scheme, scripts=scripts)
    found = [defect for path in kinds for defect in defects(visit, path, "zh")]

    assert (found, visit.complaints, visit.foreign) == ([], [], [])


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_axe_finds_nothing_on_the_board(visiting, office, kinds, width, scheme):
    """The frame and the colours are those of the public site, looked at there in every pair of size and scheme."""
    visit = visiting(office, width, scheme)

    assert [finding for path in kinds for finding in axe_findings(visit, path)] == []


def test_the_warning_is_the_first_thing_on_a_telephone_and_on_a_desk(visiting, office, kinds):
    for width in WIDTHS:
        visit = visiting(office, width)
        for path in kinds:
            box = visit.open(path).locator(".office-only").bounding_box()
            assert box["y"] + box["height"] < 250, (path, width)


def test_without_scripts_every_page_is_complete(visiting, office):
    page = visiting(office, 1280, scripts=False).open("index.html")

    assert page.locator(".left").count() > 0
    assert page.locator(".moved").first.is_hidden()


def opened_on(visiting, office, day):
    """The board's first page as it looks on a day, had it been built for the real one."""
    text = (office / "index.html").read_text(encoding="utf-8")
    live = text.replace('id="as-of"', 'id="as-of" data-zone="Asia/Shanghai"')
    page = visiting(office, 1280).page
    page.route("**/index.html", lambda route: route.fulfill(body=live, content_type="text/html"))
    page.clock.set_fixed_time(f"{day}T00:30:00+08:00")
    page.goto(f"{office.address}index.html")
    return page


def days_on(page):
    return {
        (place.get_attribute("data-due"), place.inner_text(), "late" in (place.get_attribute("class") or "").split())
        for place in page.locator("[data-due]").all()
    }


def test_days_left_are_counted_again_on_the_day_of_the_reader_in_the_district(visiting, office):
    built = days_on(opened_on(visiting, office, AS_OF))
    page = opened_on(visiting, office, "2025-01-13")

    assert len(built) > 5
    for due, words, late in days_on(page):
        (was,) = [one for one in built if one[0] == due]
        left = number(was[1]) - 13
        assert (number(words), late) == (left, left < 0), due
    assert "13 天" in page.locator(".moved").inner_text()


def number(words):
    (digits,) = re.findall(r"\d+", words) or ["0"]
    return -int(digits) if words.startswith("逾期") else int(digits)


def test_on_the_day_it_was_built_nothing_is_said_to_have_moved(visiting, office):
    assert opened_on(visiting, office, AS_OF).locator(".moved").is_hidden()


def test_a_board_of_a_demonstration_stays_on_its_own_day(visiting, office):
    page = visiting(office, 1280).open("index.html")

    assert page.locator("#as-of").get_attribute("data-zone") is None
    assert page.locator(".moved").is_hidden()
