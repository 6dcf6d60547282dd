"""Notices and sheets on paper."""

import re
from datetime import date

import pytest
from msgspec.structs import replace
from tests.publish.building import build
from tests.publish.town import town

from inspection.model.district import PublicSite

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]

EDITIONS = ("", "en/")


@pytest.fixture(scope="module")
def page(browser):
    opened = browser.new_page()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    ledger = town(8, 40)
    district = replace(ledger.district, site=PublicSite(url="https://yunzhu.example/", licence="CC-BY-4.0"))
    return build(replace(ledger, district=district), date(2024, 12, 31), tmp_path_factory.mktemp("paper"))


@pytest.fixture(scope="module")
def notice(site):
    """The notice that tells the most."""
    pages = (site / "notices").glob("r13-*/index.html")
    return max(pages, key=lambda one: one.stat().st_size).parent.relative_to(site).as_posix()


def printed(page, site, address, paper):
    """The sides a page comes to on paper, and the width of the first in points."""
    page.goto((site / address).as_uri())
    made = page.pdf(format=paper, prefer_css_page_size=True)
    sides = re.findall(rb"/Type /Page\b[^s]", made)
    return len(sides), round(float(re.search(rb"/MediaBox \[0 0 ([0-9.]+)", made)[1]) / 72 * 25.4)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize(("paper", "width"), [("A4", 210), ("A3", 297)])
def test_a_sheet_fills_one_side_of_its_paper(page, site, notice, edition, paper, width):
    assert printed(page, site, f"{edition}{notice}/sheet/index.html", paper) == (1, width)
    assert page.locator(".sheet .qr svg").count() == 1


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_notice_is_printed_on_a4_whatever_paper_there_is(page, site, notice, edition):
    sides, width = printed(page, site, f"{edition}{notice}/index.html", "A3")

    assert width == 210
    assert sides > 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_paper_a_notice_is_black_on_white_and_without_what_is_for_screens(page, site, notice, scheme):
    page.goto((site / notice / "index.html").as_uri())
    page.emulate_media(media="print", color_scheme=scheme)
    shades = [
        page.locator(place).first.evaluate(f"node => getComputedStyle(node).{which}")
        for place, which in (("body", "backgroundColor"), ("h1", "color"), (".notice .status", "color"))
    ]
    hidden = [page.locator(place).first.is_visible() for place in (".md-header", ".md-tabs", ".language", ".to-sheet")]
    page.emulate_media(media="screen", color_scheme="light")

    assert shades == ["rgb(255, 255, 255)", "rgb(0, 0, 0)", "rgb(0, 0, 0)"]
    assert hidden == [False] * 4


@pytest.mark.parametrize("width", [360, 1280])
def test_the_sheet_is_set_in_large_type_on_a_screen_too(page, site, notice, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto((site / notice / "sheet" / "index.html").as_uri())
    sizes = [
        page.locator(place).first.evaluate("node => parseFloat(getComputedStyle(node).fontSize)")
        for place in (".sheet li", ".sheet h1", ".sheet-numbers strong")
    ]

    assert min(sizes) >= 17
    assert sizes == sorted(sizes)
    assert page.evaluate("document.documentElement.scrollWidth") == width
