"""What is published beside the pages: the open data, the feeds, and what lets others find the pages."""

import shutil
from collections.abc import Iterable, Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path

import msgspec

from inspection.labels import Labels
from inspection.publish.addresses import home
from inspection.publish.data.package import Written, package
from inspection.publish.data.shapes import Table
from inspection.publish.data.tables import tables
from inspection.publish.data.texts import csv_bytes, json_bytes
from inspection.publish.editions import EDITIONS
from inspection.publish.feeds import feeds
from inspection.publish.found import CARD, ROBOTS, SITEMAP, robots, sitemap
from inspection.publish.overview import shared_card
from inspection.publish.view import PublicView
from inspection.publish.words import Words
from inspection.workers import cores, shared_out

DATED = ("index.html", "figures/index.html", "data/index.html", "about/index.html")
"""The pages that carry the day they are of; when another page last changed nobody knows."""


def write_open_data(view: PublicView, labels: Labels, folder: Path) -> tuple[Written, ...]:
    """Write every public table in every format, and what describes them; return what was written of the tables."""
    made = tables(view, labels)
    written = shared_out(made, partial(_written, folder), cores(), apart=True)
    files = tuple(file for one in written for file in msgspec.msgpack.decode(one, type=list[Written]))
    (folder / "datapackage.json").write_bytes(package(view, made, files, labels))
    return files


def _written(folder: Path, table: Table) -> bytes:
    """Write one table; return its files in the order of the formats, packed."""
    from inspection.publish.data.parquet import write_parquet

    for ending, content in (("csv", csv_bytes(table)), ("json", json_bytes(table))):
        (folder / f"{table.name}.{ending}").write_bytes(content)
    write_parquet(table, folder / f"{table.name}.parquet")
    read = [(ending, (folder / f"{table.name}.{ending}").read_bytes()) for ending in ("csv", "json", "parquet")]
    return msgspec.msgpack.encode(
        [Written(table.name, ending, len(content), sha256(content).hexdigest()) for ending, content in read]
    )


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
