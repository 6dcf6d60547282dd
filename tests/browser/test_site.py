"""The built site in a real browser: on a telephone and on a desk, light and dark."""

import shutil
from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright
from tests.publish.building import build
from tests.publish.town import town

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
KINDS = (
    "index.html", "rounds/index.html", "rounds/r13-01/index.html", "units/index.html", "units/street-0/index.html",
    "problems/index.html", "problems/{first}/index.html", "figures/index.html", "rules/index.html",
    "rules/lif05/index.html", "about/index.html",
)  # fmt: skip
PAGES = (*KINDS, *(f"en/{path}" for path in KINDS))
WIDTHS = (360, 1280)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return build(town(24, 60), date(2024, 12, 31), tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield opened
        opened.close()


class Visit:
    """Pages of the site in one window, and everything it complained about or asked another host for."""

    def __init__(self, browser, site, width, scheme="light", *, scripts=True):
        self.site = site
        window = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme}
        context = browser.new_context(**window, java_script_enabled=scripts)
        self.page = context.new_page()
        self.complaints, self.foreign = [], []
        self.page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self._asked(request.url))

    def _asked(self, url):
        if not url.startswith(("file:", "data:", "blob:")):
            self.foreign.append(url)

    def open(self, path):
        first = min((one.name for one in (self.site / "problems").glob("r13-*")), default="")
        self.page.goto((self.site / path.format(first=first)).as_uri())
        self.page.wait_for_load_state("load")
        return self.page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_scrolls_sideways_complains_or_asks_another_host(browser, site, width, scheme):
    visit = Visit(browser, site, width, scheme)
    wide = [path for path in PAGES if visit.open(path).evaluate("document.documentElement.scrollWidth") > width]

    assert (wide, visit.complaints, visit.foreign) == ([], [], [])


def test_found_put_right_and_late_are_in_sight_without_scrolling(browser, site):
    for width in WIDTHS:
        page = Visit(browser, site, width).open("index.html")
        boxes = [page.locator(place).first.bounding_box() for place in (".lead", ".tile", ".tile.late")]

        assert [box["y"] + box["height"] <= 900 for box in boxes] == [True, True, True]


def test_the_page_follows_light_and_dark(browser, site):
    shades = [
        Visit(browser, site, 1280, scheme)
        .open("index.html")
        .evaluate("getComputedStyle(document.body).backgroundColor")
        for scheme in ("light", "dark")
    ]

    assert shades == ["rgb(255, 255, 255)", "rgb(18, 24, 31)"]


CARDS = ("index.html", "rounds/index.html", "rounds/r13-01/index.html", "units/index.html", "units/street-0/index.html",
         "problems/index.html", "figures/index.html")  # fmt: skip


@pytest.mark.parametrize("scripts", [True, False])
def test_on_a_telephone_no_main_table_scrolls_and_every_cell_names_itself(browser, site, scripts):
    visit = Visit(browser, site, 360, scripts=scripts)
    wider = """tables => tables.filter(one => one.scrollWidth > one.clientWidth
        || one.getBoundingClientRect().right > 360).length"""
    loose = """cells => cells.filter(one => one.cellIndex && one.textContent && one.offsetParent
        && !one.closest('.figures') && !one.querySelector('.status')
        && !getComputedStyle(one, '::before').content.includes(one.dataset.label)).map(one => one.outerHTML)"""
    for path in (*CARDS, *(f"en/{one}" for one in CARDS)):
        page = visit.open(path)
        assert (path, page.locator("table.cards").evaluate_all(wider)) == (path, 0)
        assert (path, page.locator("table.cards td").evaluate_all(loose)) == (path, [])


def test_on_a_telephone_what_is_late_comes_first(browser, site):
    page = Visit(browser, site, 360).open("units/index.html")
    row = page.locator("tbody tr").first
    boxes = [row.locator("td").nth(place).bounding_box() for place in range(1, 6)]
    assert min(boxes, key=lambda box: (box["y"], box["x"])) == row.locator(".over").bounding_box()

    page = Visit(browser, site, 360).open("problems/index.html")
    late = page.locator("tbody tr", has=page.locator(".late")).first
    assert late.locator(".late").bounding_box()["y"] < late.locator("a").first.bounding_box()["y"]


def test_on_a_telephone_a_list_of_problems_is_a_list_of_cards(browser, site):
    page = Visit(browser, site, 360).open("problems/index.html")
    row = page.locator(".records tbody tr").first
    title = row.locator("td").first.bounding_box()

    assert title["width"] > 250
    assert row.bounding_box()["width"] <= 360


def test_from_the_overview_one_comes_to_a_problem_and_back(browser, site):
    page = Visit(browser, site, 1280).open("index.html")
    page.get_by_role("link", name="问题", exact=True).first.click()
    page.locator(".records tbody a").first.click()
    title = page.locator("h1").inner_text()
    page.get_by_role("link", name="问题", exact=True).first.click()

    assert page.locator("h1").inner_text() == "问题"
    assert page.get_by_role("link", name=title).count() >= 1


@pytest.mark.parametrize("scripts", [True, False])
def test_each_page_leads_to_itself_in_the_other_language_and_back(browser, site, scripts):
    visit = Visit(browser, site, 360, scripts=scripts)
    page = visit.open("problems/{first}/index.html")
    address = page.url
    page.get_by_role("link", name="English", exact=True).click()
    assert (page.locator("html").get_attribute("lang"), page.url) == ("en", address.replace("/site/", "/site/en/"))

    page.get_by_role("link", name="中文", exact=True).click()
    assert (page.locator("html").get_attribute("lang"), page.url) == ("zh", address)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_paper_everything_is_black_on_white(browser, site, scheme):
    page = Visit(browser, site, 1280, scheme).open("index.html")
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


@pytest.mark.parametrize("width", WIDTHS)
def test_without_scripts_no_page_scrolls_sideways(browser, site, width):
    visit = Visit(browser, site, width, scripts=False)

    assert [path for path in PAGES if visit.open(path).evaluate("document.documentElement.scrollWidth") > width] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_any_page(browser, site, width, scheme):
    visit = Visit(browser, site, width, scheme)
    found = [
        (path, violation["id"], violation["nodes"][0]["html"])
        for path in PAGES
        for violation in Axe().run(visit.open(path)).response["violations"]
    ]

    assert found == []


def test_without_scripts_the_list_and_its_links_are_there(browser, site):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 900})
    page = context.new_page()
    page.goto((site / "problems" / "index.html").as_uri())

    assert page.locator(".records tbody tr").count() == 60
    page.locator(".records tbody a").first.click()
    assert page.locator("h1").inner_text() != "问题"
