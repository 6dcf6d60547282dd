"""What lets others find the pages: the map of the site, `robots.txt`, and links and titles in the head of a page."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from html import escape

from inspection.publish.addresses import home, under
from inspection.publish.charts.card import HEIGHT, WIDTH
from inspection.publish.feeds import DISTRICT, unit_feed
from inspection.publish.generator import site_name
from inspection.publish.view import PublicView

SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
CARD = "card.png"
"""The picture beside a link to any page of the site; its address is stable."""

MOST = 50_000
"""Addresses one map may hold (sitemaps.org)."""

LANGUAGES = {"zh-CN": "", "en": "en/"}
"""Where the pages of a language stand below the root."""

_MAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_NAMES = {"sitemapindex": _MAP, "urlset": f'{_MAP} xmlns:xhtml="http://www.w3.org/1999/xhtml"'}
_TITLE = re.compile(rb"<title>(.*?)</title>", re.DOTALL)
_DESCRIPTION = re.compile(rb'<meta name="description" content="([^"]*)">')
_NOWHERE = "404.html"
_SHOWS = {
    "zh-CN": "整改完成率，已完成和应整改的问题数，逾期问题数，各状态所占的比例",
    "en": "The share completed, problems completed and to be rectified, problems overdue, and the share of each status",
}
# The theme's script looks for a map of the site beside every link[rel=alternate], the selector being exact; the blank,
# which means nothing in a list of words, spares each reader requests for files that are not there.
_ALTERNATE = " alternate"
_UNIT = re.compile(r"units/([a-z0-9-]+)/index\.html")


def robots(root: str) -> str:
    """Return `robots.txt`: everything may be read, and here is the map."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {root}{SITEMAP}\n" if root else "User-agent: *\nAllow: /\n"


def sitemap(pages: Iterable[str], dated: Mapping[str, date], root: str) -> Iterator[tuple[str, bytes]]:
    """Yield the path and bytes of the map of the site; where it would be too long, of its parts and their index.

    Args:
        pages: The paths of the pages, such as `units/gushan/index.html`, which are the same in every language.
        dated: The day a page last changed, where that is known; of the others nothing is said.
        root: The address of the site's root.
    """
    places = [(path, language) for path in pages for language in LANGUAGES]
    parts = [places[start : start + MOST] for start in range(0, len(places), MOST)] or [[]]
    if len(parts) == 1:
        yield SITEMAP, _document("urlset", (_url(*place, dated, root) for place in parts[0]))
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield name, _document("urlset", (_url(*place, dated, root) for place in part))
    yield SITEMAP, _document("sitemapindex", (f"<sitemap>\n<loc>{under(root, one)}</loc>\n</sitemap>" for one in names))


def _url(path: str, own: str, dated: Mapping[str, date], root: str) -> str:
    """Return the entry of a page in one language, with its addresses in every language."""
    addresses = {language: under(root, other + path) for language, other in LANGUAGES.items()}
    changed = f"<lastmod>{dated[path].isoformat()}</lastmod>\n" if path in dated else ""
    links = "\n".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href="{target}" />'
        for language, target in addresses.items()
    )
    return f"<url>\n<loc>{addresses[own]}</loc>\n{changed}{links}\n</url>"


def _document(kind: str, entries: Iterable[str]) -> bytes:
    body = "\n".join(entries)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<{kind} {_NAMES[kind]}>\n{body}\n</{kind}>\n'.encode()


def head(view: PublicView, path: str, page: bytes) -> bytes:
    """Return what the head of a built page still needs: its feeds, the same page in the other language, Open Graph.

    Nothing for a site without an address, nor for the page of addresses that are not there.

    Args:
        view: The public view.
        path: Its place in the site, such as `en/units/gushan/index.html`.
        page: The page as the site generator made it: its title and description are in it, already escaped.
    """
    root = home(view)
    if not root or path.endswith(_NOWHERE):
        return b""
    language = "en" if path.startswith(LANGUAGES["en"]) else "zh-CN"
    own = path.removeprefix(LANGUAGES[language])
    lines = (*_links(path, own, root), *_graph(path, page, root, site_name(view, language[:2]), language))
    return "".join(f"\n      {line}" for line in lines).encode() + b"\n"


def _links(path: str, own: str, root: str) -> Iterator[str]:
    up = "../" * path.count("/")
    unit = _UNIT.fullmatch(own)
    feeds = [DISTRICT, *([unit_feed(unit[1])] if unit is not None else [])]
    for feed in reversed(feeds):
        yield f'<link rel="{_ALTERNATE}" type="application/atom+xml" href="{up}{feed}">'
    for language, folder in LANGUAGES.items():
        yield f'<link rel="{_ALTERNATE}" hreflang="{language}" href="{under(root, folder + own)}">'


def _graph(path: str, page: bytes, root: str, name: str, language: str) -> Iterator[str]:
    title, description = _TITLE.search(page), _DESCRIPTION.search(page)
    told = {
        "type": "website",
        "site_name": escape(name),
        "locale": {"zh-CN": "zh_CN", "en": "en_US"}[language],
        "url": under(root, path),
        "title": title[1].decode().strip().replace('"', "&quot;") if title is not None else "",
        "description": description[1].decode() if description is not None else "",
        "image": under(root, CARD),
        "image:width": str(WIDTH),
        "image:height": str(HEIGHT),
        "image:alt": _SHOWS[language],
    }
    for key, value in told.items():
        if value:
            yield f'<meta property="og:{key}" content="{value}">'
    yield '<meta name="twitter:card" content="summary_large_image">'
