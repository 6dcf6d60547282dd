"""What the built files name: pages that are there, and no other host."""

import re
from datetime import date
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from tests.publish.building import build
from tests.publish.town import town

pytestmark = pytest.mark.slow

NAMESPACES = {"www.w3.org", "www.sitemaps.org"}
"""Names of vocabularies, not addresses: nothing is fetched from them."""

TEXTS = {".html", ".css", ".js", ".xml", ".json", ".txt", ".csv", ".svg", ".ics"}
BINARY = {".png", ".gz", ".parquet"}


class Addresses(HTMLParser):
    """Every address an element of a page names."""

    def __init__(self, text):
        super().__init__()
        self.found, self.styled, self.ids = [], [], set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.found += [given[name] for name in ("href", "src", "action", "data") if given.get(name)]
        self.styled += [tag] if "style" in given else []
        self.ids.add(given.get("id"))


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return build(town(10, 20), date(2024, 12, 31), tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def pages(site):
    return {path: Addresses(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}


def test_no_file_names_another_host(site):
    named = {
        f"{path.relative_to(site)}: {host}"
        for path in site.rglob("*")
        if path.is_file() and path.suffix in TEXTS
        for host in re.findall(r"https?://([a-z0-9.-]+)", path.read_text(encoding="utf-8"), re.I)
        if host not in NAMESPACES
    }

    assert named == set()
    assert {path.suffix for path in site.rglob("*") if path.is_file()} - TEXTS - BINARY == set()


def test_every_address_leads_to_a_file_and_every_anchor_to_an_element(site, pages):
    dead = []
    for path, page in pages.items():
        if path.name == "404.html":
            continue
        for address in page.found:
            parts = urlsplit(address)
            target = (path.parent / parts.path).resolve() if parts.path else path
            if not target.is_file() or (parts.fragment and parts.fragment not in pages[target].ids | {"__skip"}):
                dead.append(f"{path.relative_to(site)}: {address}")

    assert dead == []


def test_no_page_needs_a_style_of_its_own(site, pages):
    own = {path.relative_to(site).as_posix() for path, page in pages.items() if page.styled}

    assert own == set()
