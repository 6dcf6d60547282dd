"""Pages on paper: overview, units and notices on A4, and the sheets for a board."""

import io
import re
import unicodedata

import pytest
from pypdf import PdfReader
from tests.browser.kinds import public_kinds

pytestmark = pytest.mark.slow

EDITIONS = ("", "en/")
MILLIMETRE = 72 / 25.4
PRINTABLE = 680
"""The width in CSS pixels of what A4 leaves between margins of 15 mm."""
MOST_SIDES = {
    "overview": 8, "unit": 4, "unit-above": 12, "problem-reopened": 3, "notice": 4, "round": 10, "figures": 8,
}  # fmt: skip
LOOK = """() => {
    const style = one => getComputedStyle(one), all = [...document.querySelectorAll("article, article *")];
    const spoken = new Set(all.filter(one => style(one).clipPath !== "none").flatMap(one => [one, ...one.children]));
    const seen = one => one.checkVisibility({visibilityProperty: true}) && !one.closest("title, desc")
        && !spoken.has(one) && !spoken.has(one.parentElement) && !spoken.has(one.parentElement.parentElement);
    const cut = one => one.getBoundingClientRect().right > innerWidth + 1 || one.getBoundingClientRect().left < -1
        || style(one).overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1;
    const texts = all.filter(seen).flatMap(one => [...one.childNodes]).filter(one => one.nodeType === Node.TEXT_NODE);
    return {
        texts: texts.map(one => one.textContent.trim()).filter(one => one),
        cut: all.filter(seen).filter(cut).map(one => one.outerHTML.slice(0, 120)),
    };
}"""
"""What an article shows, but for what is there only to be read aloud, and which of it lies beyond the edge."""
DRAWN_ALIKE = str.maketrans(
    "‒―戶⺠⻘⻔⻓⻋⻅⻚⻛⻢⻉⻜⻦⻩⻬⻰⻄⺟⻆⻝⻣⻤⻥⻮⻁⻑⺎⻙⻒⻨⻪",
    "–—户民青门长车见页风马贝飞鸟黄齐龙西母角食骨鬼鱼齿虎長兀韦镸麦黾",
)


@pytest.fixture(scope="module")
def kinds(public):
    return {kind.name: kind.path for kind in public_kinds(public.folder)}


@pytest.fixture
def notice(kinds):
    """The notice that tells the most."""
    return kinds["notice"].removesuffix("/index.html")


@pytest.fixture
def page(visiting, public):
    visit = visiting(public, 1280)
    visit.page.set_default_timeout(60_000)
    return visit.page


def plain(text):
    """The text without blanks, radicals being the characters they look like: paper knows shapes only."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text).translate(DRAWN_ALIKE))


@pytest.mark.parametrize("edition", EDITIONS)
def test_on_a4_all_that_a_page_shows_is_there_and_nothing_is_cut(page, public, kinds, edition):
    for name in MOST_SIDES:
        page.goto(f"{public.address}{edition}{kinds[name]}")
        page.emulate_media(media="print")
        page.set_viewport_size({"width": PRINTABLE, "height": 1000})
        look = page.evaluate(LOOK)
        assert (name, look["cut"]) == (name, [])

        sides = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
        printed = plain("".join(side.extract_text() for side in sides))
        assert (name, [words for words in look["texts"] if plain(words) not in printed]) == (name, [])
        assert len(sides) <= MOST_SIDES[name], name
        assert {round(float(side.mediabox.width) / MILLIMETRE) for side in sides} == {210}


def printed(page, public, address, paper):
    """How many sides a page comes to on paper, and their width in millimetres."""
    page.goto(public.address + address)
    sides = PdfReader(io.BytesIO(page.pdf(format=paper, prefer_css_page_size=True))).pages
    (width,) = {round(float(side.mediabox.width) / MILLIMETRE) for side in sides}
    return len(sides), width


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize(("paper", "width"), [("A4", 210), ("A3", 297)])
def test_a_sheet_fills_one_side_of_its_paper(page, public, notice, edition, paper, width):
    assert printed(page, public, f"{edition}{notice}/sheet/index.html", paper) == (1, width)
    assert page.locator(".sheet .qr svg").count() == 1


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_notice_is_printed_on_a4_whatever_paper_there_is(page, public, notice, edition):
    sides, width = printed(page, public, f"{edition}{notice}/index.html", "A3")

    assert width == 210
    assert sides > 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_paper_a_notice_is_black_on_white_and_without_what_is_for_screens(page, public, notice, scheme):
    page.goto(f"{public.address}{notice}/index.html")
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
def test_the_sheet_is_set_in_large_type_on_a_screen_too(page, public, notice, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{public.address}{notice}/sheet/index.html")
    sizes = [
        page.locator(place).first.evaluate("node => parseFloat(getComputedStyle(node).fontSize)")
        for place in (".sheet li", ".sheet h1", ".sheet-numbers strong")
    ]

    assert min(sizes) >= 17
    assert sizes == sorted(sizes)
    assert page.evaluate("document.documentElement.scrollWidth") == width
