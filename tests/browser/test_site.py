"""Every kind of page of the public site in a real browser: telephone and desk, light and dark, both languages."""

import json

import pytest
from tests.browser.kinds import public_kinds
from tests.browser.looking import axe_findings, defects
from tests.browser.visiting import SCHEMES, WIDTHS

pytestmark = pytest.mark.slow

EDITIONS = {"zh": "", "en": "en/"}
OTHER = {"zh": "en", "en": "zh"}
AXE = {("light", 360): "zh", ("dark", 360): "en", ("light", 1280): "en", ("dark", 1280): "zh"}
"""Both languages are one set of templates: what differs with the size of a screen or its colours shows in either, so
each pair of these is looked at in one language, and each language in both sizes and both schemes."""


@pytest.fixture(scope="module")
def kinds(public):
    return [kind.path for kind in public_kinds(public.folder)]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_every_page_fits_complains_of_nothing_and_leads_to_its_twin(visiting, public, kinds, width, scheme, scripts):
    visit, found = visiting(public, width, scheme, scripts=scripts), []
    for language, root in EDITIONS.items():
        twin = EDITIONS[OTHER[language]]
        found += [defect for path in kinds for defect in defects(visit, root + path, language, twin + path)]

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


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("root", EDITIONS.values())
def test_the_first_screen_of_a_telephone_says_how_many_problems_there_are_closed_and_late(
    visiting, public, root, scripts
):
    told = {one["key"]: one["n"] for one in json.loads((public / "data/v1/figures.json").read_text(encoding="utf-8"))}
    page = visiting(public, 360, scripts=scripts).page
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{public.address}{root}index.html")
    numbers = page.locator(".lead strong").all()

    assert [one.inner_text() for one in numbers] == [
        str(told[f"problems.{key}"]) for key in ("total", "closed", "overdue")
    ]
    assert [one for one in (*numbers, page.locator(".legend")) if one.bounding_box()["y"] > 700] == []
    assert page.evaluate("scrollY") == 0


@pytest.mark.parametrize("scripts", [True, False])
def test_the_page_follows_light_and_dark(visiting, public, scripts):
    visits = [visiting(public, 1280, scheme, scripts=scripts) for scheme in SCHEMES]
    shades = [one.open("index.html").evaluate("getComputedStyle(document.body).backgroundColor") for one in visits]

    assert shades == ["rgb(255, 255, 255)", "rgb(18, 24, 31)"]


CARDS = (
    "overview", "rounds", "round", "units", "unit-above", "problems", "common-problems", "notices", "figures", "data",
    "data-dictionary",
)  # fmt: skip
WIDER = """tables => tables.filter(one => one.scrollWidth > one.clientWidth
    || one.getBoundingClientRect().right > 360).length"""
NAMELESS = """cells => cells.filter(one => one.cellIndex && one.textContent && one.offsetParent
    && !one.closest('.figures') && !one.querySelector('.status, [download]')
    && !getComputedStyle(one, '::before').content.includes(one.dataset.label)).map(one => one.outerHTML)"""


@pytest.mark.parametrize("scripts", [True, False])
def test_on_a_telephone_no_main_table_scrolls_and_every_cell_names_itself(visiting, public, scripts):
    visit = visiting(public, 360, scripts=scripts)
    paths = [kind.path for kind in public_kinds(public.folder) if kind.name in CARDS]
    for path in (root + one for root in EDITIONS.values() for one in paths):
        page = visit.open(path)
        assert (path, page.locator("table.cards").evaluate_all(WIDER)) == (path, 0)
        assert (path, page.locator("table.cards td").evaluate_all(NAMELESS)) == (path, [])


def test_on_a_telephone_what_is_late_comes_first(visiting, public):
    page = visiting(public, 360).open("units/index.html")
    row = page.locator("tbody tr").first
    boxes = [row.locator("td").nth(place).bounding_box() for place in range(1, 6)]
    assert min(boxes, key=lambda box: (box["y"], box["x"])) == row.locator(".over").bounding_box()

    page = visiting(public, 360).open("problems/index.html")
    late = page.locator("tbody tr", has=page.locator(".late")).first
    assert late.locator(".late").bounding_box()["y"] < late.locator("a").first.bounding_box()["y"]


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


@pytest.mark.parametrize("scheme", SCHEMES)
def test_on_paper_everything_is_black_on_white(visiting, public, scheme):
    page = visiting(public, 1280, scheme).open("index.html")
    page.emulate_media(media="print", color_scheme=scheme)
    shades = [
        page.locator(place).first.evaluate(f"node => getComputedStyle(node).{which}")
        for place, which in (
            ("body", "backgroundColor"),
            ("h1", "color"),
            (".status", "color"),
            (".tile strong", "color"),
        )
    ]

    assert shades == ["rgb(255, 255, 255)", "rgb(0, 0, 0)", "rgb(0, 0, 0)", "rgb(0, 0, 0)"]
