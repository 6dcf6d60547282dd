import json
import posixpath
import re

import pytest
from lxml import etree
from tests.publish.building import build
from tests.publish.small import AS_OF, approve, ledger_of, records

ROOT = "https://yunzhu.example/"
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A small site with an address of its own, as it is built."""
    data = records()
    data["district.yaml"] = {**data["district.yaml"], "site": {"url": ROOT, "licence": "CC-BY-4.0"}}
    return build(ledger_of(approve(data)), AS_OF, tmp_path_factory.mktemp("beside"))


def pages_of(site):
    return {page.relative_to(site).as_posix() for page in site.rglob("*.html")} - {"404.html", "en/404.html"}


def test_the_map_of_the_site_is_ours_and_names_every_page(site):
    maps = sorted(path.relative_to(site).as_posix() for path in site.rglob("sitemap*"))
    named = {one.text.removeprefix(ROOT) for one in etree.parse(site / "sitemap.xml").iter("{*}loc")}

    assert maps == ["sitemap.xml"]
    assert named == pages_of(site)
    assert f"Sitemap: {ROOT}sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8")


def test_what_a_page_calls_itself_is_its_address_in_the_map(site):
    told = {path: re.findall(r'<link rel="canonical" href="([^"]*)">', (site / path).read_text(encoding="utf-8"))
            for path in pages_of(site)}  # fmt: skip

    assert {path: hrefs for path, hrefs in told.items() if hrefs != [f"{ROOT}{path}"]} == {}


def test_every_page_says_what_it_is_about(site):
    described = {path: re.findall(r'<meta name="description" content="([^"]+)">', (site / path).read_text("utf-8"))
                 for path in pages_of(site)}  # fmt: skip

    assert [path for path, found in described.items() if len(found) != 1] == []


def test_feeds_lead_to_pages_and_pages_to_their_feeds(site):
    feeds = sorted(path.relative_to(site).as_posix() for path in site.rglob("feed.xml"))
    links = {link.get("href").removeprefix(ROOT) for feed in feeds for link in etree.parse(site / feed).iter("{*}link")}

    assert len(feeds) == 6
    assert links - set(feeds) <= pages_of(site)
    for path in ("units/gushan/index.html", "en/units/gushan/index.html", "index.html", "en/data/index.html"):
        assert linked(site, path) & set(feeds)


def linked(site, path):
    hrefs = re.findall(r'<a href="([^"#:]+\.(?:xml|csv|json|parquet))"', (site / path).read_text(encoding="utf-8"))
    return {posixpath.normpath(posixpath.join(posixpath.dirname(path), href)) for href in hrefs}


@pytest.mark.parametrize("page", ["data/index.html", "en/data/index.html"])
def test_every_file_of_the_data_can_be_downloaded_from_its_page(site, page):
    every = {path.relative_to(site).as_posix() for path in (site / "data" / "v1").iterdir() if path.suffix != ".js"}
    files = {path for path in every if not path.startswith("data/v1/index-")}  # what the search box reads

    assert linked(site, page) - {"feed.xml"} == every
    assert len(files) == 28
    named = {one["path"] for one in json.loads((site / "data/v1/datapackage.json").read_bytes())["resources"]}
    assert {f"data/v1/{name}" for name in named} == files - {"data/v1/datapackage.json"}


def test_a_built_page_names_its_feed_and_its_twin_in_its_head(site):
    head = (site / "en" / "units" / "gushan" / "index.html").read_text(encoding="utf-8").split("</head>")[0]

    assert 'type="application/atom+xml" href="../../../units/gushan/feed.xml"' in head
    assert f'hreflang="zh-CN" href="{ROOT}units/gushan/index.html"' in head
    assert f'<meta property="og:url" content="{ROOT}en/units/gushan/index.html">' in head
    assert head.count('property="og:description"') == head.count('name="description"') == 1
