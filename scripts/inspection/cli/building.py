"""The folders of the site: pages are written, then built; only what is whole is put in its place."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Collection, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from inspection.cli.exchange import exchanged
from inspection.cli.finishing import finish_site
from inspection.cli.open_data import settle_map
from inspection.cli.session import PROGRAM
from inspection.errors import CannotRunError
from inspection.publish.editions import EDITIONS, Edition
from inspection.publish.found import head
from inspection.publish.generator import environment
from inspection.publish.pages import Page
from inspection.publish.view import PublicView

SITE = PROGRAM / "site"


def write_pages(pages: Iterable[Page], folder: Path, *more: Path) -> int:
    """Bring a folder of pages up to date: what is in it already stays, what does not belong goes; return their number.

    Args:
        pages: Each page's path and text.
        folder: Where they belong.
        more: Folders of assets beside those of every site.
    """
    own = set()
    for path, text in pages:
        _settle(text.encode(), f"{folder}/{path}")
        own.add(f"{folder}/{path}")
    count = len(own)
    for assets in (SITE / "assets", *more):
        for file in assets.rglob("*"):
            if file.is_file():
                place = f"{folder}/assets/{file.relative_to(assets).as_posix()}"
                _settle(file.read_bytes(), place)
                own.add(place)
    _leave_only(own, folder)
    return count


def _settle(content: bytes, place: str) -> None:
    """Write a file that is not there, or holds something else."""
    try:
        with open(place, "rb") as file:
            if file.read() == content:
                return
    except FileNotFoundError:
        os.makedirs(os.path.dirname(place), exist_ok=True)
    with open(place, "wb") as file:
        file.write(content)


def _leave_only(own: Collection[str], folder: Path) -> None:
    """Remove every other file of a folder, and folders that are left empty."""
    for place, folders, names in os.walk(folder, topdown=False):
        kept = [name for name in names if f"{place}/{name}" in own]
        for name in set(names).difference(kept):
            os.unlink(f"{place}/{name}")
        if not kept and not any(os.path.lexists(f"{place}/{one}") for one in folders):
            os.rmdir(place)


def write_files(files: Iterable[tuple[str, str]], folder: Path) -> int:
    """Write texts by their paths below a folder; return their number."""
    count = 0
    for path, text in files:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")
        count += 1
    return count


def build_site(view: PublicView, target: Path) -> None:
    """Run the site generator over the pages of both editions, side by side, into `site`.

    Args:
        view: The public view: what the generator is told of the district and the day.
        target: Where the folders of pages lie.

    Raises:
        CannotRunError: The generator refused a page; what it said is in `site.log`.
    """
    hand_over(target)
    with ThreadPoolExecutor(len(EDITIONS)) as side_by_side:
        refused = "".join(side_by_side.map(partial(_build, view, target), EDITIONS.values()))
    if refused:
        log = target / "site.log"
        log.write_text(refused, encoding="utf-8")
        raise CannotRunError(
            f"网站没有生成，原来的没有改动；原因见 {log}", f"the site was not built, the old one stands; see {log}"
        )
    whole = next(_fresh(target, one) for one in EDITIONS.values() if not one.site)
    for edition in EDITIONS.values():
        if edition.site:
            _fresh(target, edition).rename(whole / edition.site)
    settle_map(target / next(one.pages for one in EDITIONS.values() if not one.site), whole)
    finish_site(whole, partial(head, view))
    put_in_place(whole, target / "site")


def hand_over(target: Path) -> None:
    """Give the site that was replaced last to the generator to build in, who empties that folder first.

    A folder for each page takes seconds to remove; each edition is removed beside the other.
    """
    old = _old(target / "site")
    for edition in sorted(EDITIONS.values(), key=lambda one: one.site, reverse=True):
        if (old / edition.site).exists():
            _remove(_fresh(target, edition))
            (old / edition.site).rename(_fresh(target, edition))


def _build(view: PublicView, target: Path, edition: Edition) -> str:
    """Build one edition; return what the generator said when it refused, else nothing."""
    told = environment(view, edition.language)
    return generate(PROGRAM / edition.configuration, target / edition.pages, _fresh(target, edition), told)


def generate(configuration: Path, pages: Path, site: Path, told: Mapping[str, str]) -> str:
    """Run the site generator over a folder of pages; return what it said when it refused one, else nothing.

    Args:
        configuration: The committed configuration.
        pages: The folder of pages.
        site: Where to build, beside the pages; the generator empties it.
        told: What the configuration reads from the environment.
    """
    settings = {
        "INHERIT": os.path.relpath(configuration, pages.parent),
        "docs_dir": pages.name,
        "site_dir": site.name,
    }
    local = pages.parent / f"mkdocs-{pages.name}.yml"
    local.write_text(json.dumps(settings, indent=2), encoding="utf-8")
    made = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--config-file", str(local)],
        env={**os.environ, **told},
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if made.returncode == 0 else f"{configuration.name}\n{made.stdout}{made.stderr}\n"


def _fresh(target: Path, edition: Edition) -> Path:
    return target / f".site-{edition.language}"


def emptied(folder: Path) -> Path:
    """Make a folder, or empty it; return it."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    return folder


def put_in_place(fresh: Path, folder: Path) -> None:
    """Put a whole new folder in the place of the old one; where the system can, no moment is without one.

    The old one stays beside it, hidden, until the next takes its place.
    """
    old = _old(folder)
    _remove(old)
    if folder.exists() and exchanged(fresh, folder):
        fresh.rename(old)
    else:
        if folder.exists():
            folder.rename(old)
        fresh.rename(folder)


def _old(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}-old")


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
