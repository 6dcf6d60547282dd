"""The pages of both editions, written side by side; what was printed is remembered for the next run."""

from functools import partial
from pathlib import Path

import msgspec

from inspection.cli.building import emptied, write_files, write_pages
from inspection.cli.open_data import card_beside, feeds_of, write_beside
from inspection.cli.open_tables import open_data_beside
from inspection.history.memory import Memory
from inspection.publish.data.package import FOLDER
from inspection.publish.editions import EDITIONS
from inspection.publish.pages import Printed, Remembered, Said, site_pages
from inspection.publish.search_index import Entry, Titles, search_files
from inspection.publish.view import PublicView
from inspection.workers import cores, shared_out


class _Kept(msgspec.Struct):
    """The pages of an edition as they were printed last."""

    pages: dict[str, Printed]


class _Written(msgspec.Struct):
    """The paths of an edition's pages, and the titles they are searched by."""

    paths: list[str]
    titles: list[Entry]


def write_site(view: PublicView, said: Said, target: Path, memory: Path | None = None) -> int:
    """Write the pages of both editions and all that stands beside them; return the number of pages.

    Args:
        view: The public view.
        said: The words of the site.
        target: Where the folders of pages lie.
        memory: The folder in which pages and tables are remembered; what is made from the same is not made again.
    """
    pages = next(target / one.pages for one in EDITIONS.values() if not one.site)
    cards = card_beside(view, said.labels)
    data = emptied(target / ".data")
    all_written = open_data_beside(view, said.labels, data, pages / FOLDER, memory)
    fed = feeds_of(view, said.labels)
    whole = said._replace(files=all_written())
    made = shared_out(list(EDITIONS), partial(_write_edition, view, whole, target, memory), cores(), apart=True)
    written = {
        language: msgspec.msgpack.decode(one, type=_Written) for language, one in zip(EDITIONS, made, strict=True)
    }
    data.rename(pages / FOLDER)
    for path, content in fed:
        (pages / path).write_bytes(content)
    write_beside(view, pages, next(iter(written.values())).paths, cards)
    write_files(search_files(view, {language: one.titles for language, one in written.items()}), pages)
    return sum(len(one.paths) for one in written.values())


def _write_edition(view: PublicView, said: Said, target: Path, memory: Path | None, language: str) -> bytes:
    kept = Memory(memory, f"pages-{language}") if memory is not None else None
    before = kept.recall(_Kept) if kept is not None else None
    remembered, titles = Remembered(before.pages if before is not None else {}), Titles()
    pages = titles.passing(site_pages(view, said, language, remembered))
    write_pages(pages, target / EDITIONS[language].pages)
    if kept is not None:
        kept.keep(_Kept(remembered.pages))
    return msgspec.msgpack.encode(_Written(list(remembered.pages), titles.entries))
