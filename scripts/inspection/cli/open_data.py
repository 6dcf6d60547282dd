"""What is published beside the pages and the tables: the feeds, and what lets others find the pages."""

import shutil
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from inspection.labels import Labels
from inspection.publish.addresses import home
from inspection.publish.editions import EDITIONS
from inspection.publish.feeds import feeds
from inspection.publish.found import CARD, ROBOTS, SITEMAP, robots, sitemap
from inspection.publish.overview import shared_card
from inspection.publish.view import PublicView
from inspection.publish.words import Words
from inspection.workers import shared_out

DATED = ("index.html", "figures/index.html", "data/index.html", "about/index.html")
"""The pages that carry the day they are of; when another page last changed nobody knows."""


def card_beside(view: PublicView, labels: Labels) -> Iterator[bytes]:
    """Begin to draw the card of a site that has an address, in a process of its own; return it when it is there."""
    return shared_out([view] if home(view) else [], partial(_card, labels), apart=True)


def feeds_of(view: PublicView, labels: Labels) -> list[tuple[str, bytes]]:
    """Return the feeds by their paths below the pages."""
    return list(feeds(view, Words(view, labels, "zh")))


def write_beside(view: PublicView, pages: Path, paths: Iterable[str], cards: Iterable[bytes]) -> None:
    """Write `robots.txt`, the map of the site and its card among the pages, whose paths are given."""
    root = home(view)
    (pages / ROBOTS).write_text(robots(root), encoding="utf-8")
    if root:
        for card in cards:
            (pages / CARD).write_bytes(card)
        mapped = sorted(f"{path.removesuffix('.md')}.html" for path in paths)
        for path, content in sitemap(mapped, dict.fromkeys(DATED, view.as_of), root):
            (pages / path).write_bytes(content)


def _card(labels: Labels, view: PublicView) -> bytes:
    return shared_card(view, Words(view, labels, "en"))


def settle_map(pages: Path, site: Path) -> None:
    """Put our map of the site in the place of those the generator makes: each of these knows one language only."""
    for edition in EDITIONS.values():
        for name in (SITEMAP, f"{SITEMAP}.gz"):
            (site / edition.site / name).unlink(missing_ok=True)
    for path in pages.glob("sitemap*.xml"):
        shutil.copyfile(path, site / path.name)
