"""What the built files name: files that are there, elements that are there, and no other host."""

import csv
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest

pytestmark = pytest.mark.slow

HOME = "https://yunzhu.example/"
"""Where the demonstration district says its site is."""
NAMESPACES = {"www.w3.org", "www.sitemaps.org"}
"""Names of vocabularies, not addresses: nothing is fetched from them."""
TEXTS = {".html", ".css", ".js", ".xml", ".json", ".txt", ".csv", ".svg", ".ics"}
BINARY = {".png", ".gz", ".parquet"}
NAMING = ("href", "src", "action", "data", "poster", "cite", "formaction", "ping", "manifest", "xlink:href")
MADE_BY_THE_THEME = {"__skip"}
"""The theme's own script and style serve this anchor; no element has it on a page without headings."""


class Addresses(HTMLParser):
    """Every address an element of a page names, with the elements that can be named."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.styled: list[str] = []
        self.ids: set[str | None] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.found += [given[name] or "" for name in NAMING if given.get(name)]
        self.found += [one.split()[0] for one in (given.get("srcset") or "").split(",") if one.strip()]
        if given.get("property") in ("og:url", "og:image") or given.get("http-equiv") == "refresh":
            self.found.append((given.get("content") or "").split("url=")[-1])
        self.styled += [tag] if "style" in given or tag == "style" else []
        self.ids |= {given.get("id"), given.get("name") if tag == "a" else None}


@pytest.fixture(scope="module", params=["public", "office"])
def site(request):
    """The folder of each of the two sites."""
    return request.getfixturevalue(request.param).folder


@pytest.fixture(scope="module")
def pages(site):
    return {path: Addresses(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}


def leads_nowhere(site: Path, path: Path, address: str, pages: dict[Path, Addresses]) -> bool:
    """Whether an address that a file names is neither a file of the site nor an element of a page of it."""
    here = urljoin(HOME, path.relative_to(site).as_posix())
    whole = urljoin(here, address)
    if not whole.startswith(HOME):
        return not whole.startswith(("mailto:", "tel:", "data:"))
    parts = urlsplit(whole)
    target = site / unquote(parts.path).lstrip("/")
    target = target / "index.html" if target.is_dir() else target
    anchor = unquote(parts.fragment)
    return not target.is_file() or (bool(anchor) and anchor not in pages[target].ids | MADE_BY_THE_THEME)


def test_every_address_of_a_page_leads_to_a_file_and_every_anchor_to_an_element(site, pages):
    dead = {
        f"{path.relative_to(site)}: {address}"
        for path, page in pages.items()
        for address in page.found
        if leads_nowhere(site, path, address, pages)
    }

    assert len(pages) > 500
    assert dead == set()


def named_elsewhere(path: Path) -> Iterator[str]:
    """The addresses in a file that is not a page: style sheets, feeds, maps of the site, open data."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".css":
        yield from re.findall(r"url\([\"']?(?!data:)([^\"')]+)", text)
    elif path.suffix == ".xml":
        for element in ElementTree.fromstring(text).iter():
            named = element.get("href") or (element.text if element.tag.endswith(("}loc", "}icon", "}logo")) else None)
            yield from [named.strip()] if named else []
    elif path.name == "robots.txt":
        yield from re.findall(r"^Sitemap: (\S+)", text, re.M)
    elif path.name == "datapackage.json":
        yield from (one["path"] for one in json.loads(text)["resources"])


def test_every_address_of_another_file_leads_to_a_file(site, pages):
    dead, count = set(), 0
    for path in site.rglob("*"):
        for address in named_elsewhere(path) if path.suffix in TEXTS else ():
            count += 1
            dead |= {f"{path.relative_to(site)}: {address}"} if leads_nowhere(site, path, address, pages) else set()

    assert dead == set()
    assert count > 10 or not (site / "robots.txt").is_file()  # the board is on no map


def test_every_problem_of_the_open_data_has_its_page_in_both_languages(public):
    with (public / "data/v1/problems.csv").open(encoding="utf-8-sig", newline="") as file:
        addresses = [row["address"] for row in csv.DictReader(file)]
    gone = [
        one for one in addresses for root in ("", "en/") if not (public / f"{root}problems/{one}/index.html").is_file()
    ]

    assert len(addresses) > 200
    assert gone == []


@pytest.mark.parametrize("root", ["", "en/"])
def test_the_page_of_the_data_leads_to_every_file_of_it(public, root):
    page = Addresses((public / f"{root}data/index.html").read_text(encoding="utf-8"))
    led_to = {one.rsplit("/", 1)[1] for one in page.found if "data/v1/" in one}
    files = {path.name for path in (public / "data" / "v1").iterdir()}

    assert led_to == {name for name in files if not name.endswith(".js")}  # each is the same as the .json beside it
    assert {name.replace(".js", ".json") for name in files if name.endswith(".js")} <= led_to


def test_no_file_names_another_host(site):
    named = {
        f"{path.relative_to(site)}: {host}"
        for path in site.rglob("*")
        if path.is_file() and path.suffix in TEXTS
        for host in re.findall(r"(?:https?:|[\"'(])//([a-z0-9.-]+\.[a-z]+)", path.read_text(encoding="utf-8"), re.I)
        if host not in NAMESPACES and host != urlsplit(HOME).netloc
    }

    assert named == set()
    assert {path.suffix for path in site.rglob("*") if path.is_file()} - TEXTS - BINARY == set()


def test_no_page_needs_a_style_of_its_own(site, pages):
    own = {path.relative_to(site).as_posix() for path, page in pages.items() if page.styled}

    assert own == set()
