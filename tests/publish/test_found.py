import io
from datetime import date

import msgspec
import pytest
from lxml import etree
from PIL import Image
from tests.publish.building import labels, view_of
from tests.publish.small import AS_OF, ledger_of, records

from inspection.publish import found
from inspection.publish.overview import shared_card
from inspection.publish.words import Words

ROOT = "https://yunzhu.example/open/"
MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
PAGE = """<!doctype html><html><head><meta charset="utf-8">
<meta name="description" content="一句&#34;话&#34;"><title>古山&#60;社区 - 巡察 "整改"</title></head></html>""".encode()


def test_the_map_names_each_page_in_both_languages_with_its_twin():
    ((path, content),) = found.sitemap(["index.html", "units/gu/index.html"], {"index.html": date(2024, 12, 31)}, ROOT)
    top = etree.fromstring(content)
    urls = top.findall("s:url", MAP)
    links = [{link.get("hreflang"): link.get("href") for link in url.findall("x:link", MAP)} for url in urls]

    assert path == "sitemap.xml"
    assert [url.findtext("s:loc", None, MAP) for url in urls] == [
        f"{ROOT}index.html", f"{ROOT}en/index.html", f"{ROOT}units/gu/index.html", f"{ROOT}en/units/gu/index.html",
    ]  # fmt: skip
    assert [url.findtext("s:lastmod", None, MAP) for url in urls] == ["2024-12-31", "2024-12-31", None, None]
    assert links[2] == links[3] == {
        "zh-CN": f"{ROOT}units/gu/index.html", "en": f"{ROOT}en/units/gu/index.html",
    }  # fmt: skip


def test_a_map_too_long_becomes_parts_and_an_index():
    pages = [f"problems/{number}/index.html" for number in range(26_000)]
    made = {path: etree.fromstring(content) for path, content in found.sitemap(pages, {}, ROOT)}
    parts = [len(made[f"sitemap-{number}.xml"]) for number in (1, 2)]

    assert list(made) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]
    assert (parts, sum(parts)) == ([50_000, 2_000], 2 * len(pages))
    assert [one.text for one in made["sitemap.xml"].iter("{*}loc")] == [
        f"{ROOT}sitemap-1.xml", f"{ROOT}sitemap-2.xml",
    ]  # fmt: skip


def test_robots_may_read_everything_and_are_told_of_the_map():
    assert found.robots(ROOT) == f"User-agent: *\nAllow: /\n\nSitemap: {ROOT}sitemap.xml\n"
    assert "Sitemap" not in found.robots("")


@pytest.fixture
def view():
    """A view with an address and a name that would break out of an attribute."""
    made = view_of(ledger_of(records()), AS_OF)
    district = msgspec.structs.replace(made.district, url=ROOT, name="云渚<区", name_en='"Yunzhu"')
    return msgspec.structs.replace(made, district=district)


def test_the_head_of_a_page_names_its_feeds_its_twin_and_what_is_shared(view):
    lines = found.head(view, "en/units/gu-shan/index.html", PAGE).decode().split("\n")

    assert [line.strip() for line in lines if line.strip()] == [
        '<link rel=" alternate" type="application/atom+xml" href="../../../units/gu-shan/feed.xml">',
        '<link rel=" alternate" type="application/atom+xml" href="../../../feed.xml">',
        f'<link rel=" alternate" hreflang="zh-CN" href="{ROOT}units/gu-shan/index.html">',
        f'<link rel=" alternate" hreflang="en" href="{ROOT}en/units/gu-shan/index.html">',
        '<meta property="og:type" content="website">',
        '<meta property="og:site_name" content="&quot;Yunzhu&quot;: inspection and rectification">',
        '<meta property="og:locale" content="en_US">',
        f'<meta property="og:url" content="{ROOT}en/units/gu-shan/index.html">',
        '<meta property="og:title" content="古山&#60;社区 - 巡察 &quot;整改&quot;">',
        '<meta property="og:description" content="一句&#34;话&#34;">',
        f'<meta property="og:image" content="{ROOT}card.png">',
        '<meta property="og:image:width" content="1200">',
        '<meta property="og:image:height" content="630">',
        '<meta property="og:image:alt" content="The share completed, problems completed and to be rectified, '
        'problems overdue, and the share of each status">',
        '<meta name="twitter:card" content="summary_large_image">',
    ]


def picture(view):
    return Image.open(io.BytesIO(shared_card(view, Words(view, labels(), "en")))).convert("RGB")


def test_the_card_of_the_site_is_the_same_for_the_same_figures_and_shows_where_all_problems_stand(view):
    first, again = (shared_card(one, Words(one, labels(), language)) for one, language in ((view, "zh"), (view, "en")))
    closed = {
        figure.key: int(figure.n) for figure in view.figures if figure.key in ("problems.closed", "problems.total")
    }
    whole = picture(view)
    bar = [whole.getpixel((x, 500)) for x in range(80, 1120)]

    assert first == again
    assert whole.size == (1200, 630)
    assert abs(bar.count(bar[0]) - 1040 * closed["problems.closed"] / closed["problems.total"]) <= 1
    assert len(set(bar)) == 2  # closed, in progress


def test_a_card_without_problems_or_with_a_name_in_chinese_is_still_a_picture(view):
    nobody = view_of(ledger_of({path: one for path, one in records().items() if "problems/" not in path}), AS_OF)
    chinese = msgspec.structs.replace(view, district=msgspec.structs.replace(view.district, name_en="云渚"))

    assert picture(nobody).size == picture(chinese).size == (1200, 630)
    assert picture(chinese).tobytes() != picture(view).tobytes()


def test_the_other_pages_name_the_feed_of_the_district_alone(view):
    made = found.head(view, "problems/r13-05-gu-1/index.html", PAGE).decode()

    assert made.count("application/atom+xml") == 1
    assert 'href="../../feed.xml"' in made
    assert 'content="云渚&lt;区巡察整改"' in made


def test_a_page_that_is_nowhere_and_a_site_without_an_address_say_nothing_in_the_head(view):
    nameless = msgspec.structs.replace(view, district=msgspec.structs.replace(view.district, url=None))

    assert [found.head(view, "en/404.html", PAGE), found.head(nameless, "index.html", PAGE)] == [b"", b""]
