"""Every kind of page of the public site in a real browser: on a telephone and on a desk, light and dark, both languages."""

import pytest
from tests.browser.kinds import public_kinds
from tests.browser.looking import LANGUAGES, axe_findings, defects
from tests.browser.visiting import SCHEMES, WIDTHS

pytestmark = pytest.mark.slow

EDITIONS = {"zh": "", "en": "en/"}
AXE = {("light", 360): "zh", ("dark", 360): "en", ("light", 1280): "en", ("dark", 1280): "zh"}
"""Both languages are one set of templates: what differs with the size of a screen or its colours shows in either, so each
pair of these is looked at in one language, and each language in both sizes and both schemes."""


@pytest.fixture(scope="module")
def kinds(public):
    return [kind.path for kind in public_kinds(public.folder)]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_no_page_scrolls_sideways_complains_or_lacks_a_landmark(visiting, public, kinds, width, scheme, scripts):
    visit, found = visiting(public, width, scheme, scripts=scripts), []
    for language, root in EDITIONS.items():
        found += [defect for path in kinds for defect in defects(visit, root + path, LANGUAGES[language])]

    assert (found, visit.complaints, visit.foreign) == ([], [], [])


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_any_page(visiting, public, kinds, width, scheme):
    visit, root = visiting(public, width, scheme), EDITIONS[AXE[scheme, width]]

    assert [finding for path in kinds for finding in axe_findings(visit, root + path)] == []


def test_found_put_right_and_late_are_in_sight_without_scrolling(visiting, public):
    for width in WIDTHS:
        page = visiting(public, width).open("index.html")
        boxes = [page.locator(place).first.bounding_box() for place in (".lead", ".tile", ".tile.late")]

        assert [box["y"] + box["height"] <= 900 for box in boxes] == [True, True, True]


def test_the_page_follows_light_and_dark(visiting, public):
    shades = [
        visiting(public, 1280, scheme).open("index.html").evaluate("getComputedStyle(document.body).backgroundColor")
        for scheme in SCHEMES
    ]

    assert shades == ["rgb(255, 255, 255)", "rgb(18, 24, 31)"]


def test_a_wide_table_scrolls_in_itself_and_keeps_the_unit_in_sight(visiting, public):
    page = visiting(public, 360).open("units/index.html")
    wrap = page.locator(".wide").first
    late = page.locator("tbody td").nth(4).bounding_box()
    assert late["x"] + late["width"] <= 360

    wrap.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(500)
    assert wrap.evaluate("node => node.scrollLeft") > 0
    assert page.locator("tbody td").first.bounding_box()["x"] >= 0


def test_on_a_telephone_a_list_of_problems_is_a_list_of_cards(visiting, public):
    page = visiting(public, 360).open("problems/index.html")
    row = page.locator(".records tbody tr").first
    title = row.locator("td").first.bounding_box()

    assert title["width"] > 250
    assert row.bounding_box()["width"] <= 360


def test_from_the_overview_one_comes_to_a_problem_and_back(visiting, public):
    page = visiting(public, 1280).open("index.html")
    page.get_by_role("link", name="问题", exact=True).first.click()
    page.locator(".records tbody a").first.click()
    title = page.locator("h1").inner_text()
    page.get_by_role("link", name="问题", exact=True).first.click()

    assert page.locator("h1").inner_text() == "问题"
    assert page.get_by_role("link", name=title).count() >= 1


@pytest.mark.parametrize("scripts", [True, False])
def test_each_page_leads_to_itself_in_the_other_language_and_back(visiting, public, kinds, scripts):
    visit = visiting(public, 360, scripts=scripts)
    for path in kinds:
        page = visit.open(path)
        page.get_by_role("link", name="English", exact=True).click()
        assert (page.locator("html").get_attribute("lang"), page.url) == ("en", f"{public.address}en/{path}")

        page.get_by_role("link", name="中文", exact=True).click()
        assert (page.locator("html").get_attribute("lang"), page.url) == ("zh", public.address + path)
