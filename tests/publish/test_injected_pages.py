"""Every free text of every kind of record tries to be more than a text, on every page of both editions."""

import re
from html.parser import HTMLParser

import markdown
import pytest
from tests.publish.building import build, configuration, pages_of_both
from tests.publish.canary import AS_OF
from tests.publish.injections import HARMLESS, INJECTIONS, filled

# What may stand in an attribute of a page besides data-*, which do nothing by themselves; a handler, a style or a
# source of another form would be news.
ATTRIBUTES = frozenset({
    "align", "aria-hidden", "aria-label", "autocomplete", "charset", "class", "content", "d", "dir", "disabled",
    "download", "fill", "for", "height", "hidden", "href", "hreflang", "http-equiv", "id", "lang", "name", "open",
    "preserveaspectratio", "property", "rel", "role", "shape-rendering", "spellcheck", "src", "tabindex", "title",
    "type", "value", "viewbox", "width", "x", "xmlns", "y",
})  # fmt: skip
ADDRESS = re.compile(
    r"(?:https://yunzhu\.example/[a-z0-9./-]*|[a-z0-9._/-]*(?:index\.html\?(?:category|overdue)=[a-z_]+)?)(?:#[\w-]*)?"
)


class Elements(HTMLParser):
    """Every element of a page with its attributes, and what is neither element nor text."""

    def __init__(self, html):
        super().__init__()
        self.found, self.attributes = [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append(tag)
        self.attributes += attrs

    def handle_comment(self, data):
        self.found.append(f"<!--{data}-->")

    def handle_decl(self, decl):
        self.found.append(f"<!{decl}>")

    def handle_pi(self, data):
        self.found.append(f"<?{data}>")


def skeletons(texts, start=0):
    """The elements of every page, and the lines of what stands before it, with these texts in the fields in turn."""
    extensions = [next(iter(one)) if isinstance(one, dict) else one for one in configuration()["markdown_extensions"]]
    found = {}
    for path, page in pages_of_both(filled(texts, start), AS_OF).items():
        front, body = page.removeprefix("---\n").split("\n---\n", 1)
        found[path] = front.count("\n"), Elements(markdown.markdown(body, extensions=[*extensions, "toc"])).found
    return found


@pytest.fixture(scope="module")
def harmless():
    return skeletons((HARMLESS,))


@pytest.mark.parametrize("start", range(0, len(INJECTIONS), 11))
def test_no_text_of_the_ledger_makes_an_element_on_any_page(harmless, start):
    assert skeletons(INJECTIONS, start) == harmless


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    """The site with harmless texts, and with several injections in every text, others in each."""
    several = tuple(
        "\n".join(INJECTIONS[(number + step) % len(INJECTIONS)] for step in range(0, 70, 14))
        for number in range(len(INJECTIONS))
    )
    built = []
    for name, texts in (("harmless", (HARMLESS,)), ("injected", several)):
        site = build(filled(texts), AS_OF, tmp_path_factory.mktemp(name))
        built.append({path.relative_to(site): path.read_text(encoding="utf-8") for path in site.rglob("*.html")})
    return built


@pytest.mark.slow
def test_no_text_breaks_out_of_a_page_of_the_built_site(sites):
    plain, injected = ({path: Elements(text).found for path, text in site.items()} for site in sites)

    assert len(plain) > 20
    assert injected == plain


@pytest.mark.slow
def test_no_attribute_of_the_built_site_acts_or_leads_elsewhere(sites):
    found = [one for text in sites[1].values() for one in Elements(text).attributes]
    names = {name for name, _ in found if not name.startswith("data-")}
    led = {value for name, value in found if name in ("href", "src")}

    assert names - ATTRIBUTES == set()
    assert {value for value in led if not ADDRESS.fullmatch(value)} == set()


@pytest.mark.slow
def test_what_a_text_brings_never_changes_what_scripts_a_page_allows(sites):
    plain, injected = (
        {path: re.search(r'Content-Security-Policy" content="([^"]*)"', text)[1] for path, text in site.items()}
        for site in sites
    )

    assert injected == plain
