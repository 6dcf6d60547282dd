"""From a ledger to its pages and its site, as the command does it, for the tests."""

import os
import shutil
import subprocess
import sys
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from inspection.cli.finishing import finish_site
from inspection.derive.figures.catalogue import CATALOGUE
from inspection.labels import Labels
from inspection.labels import load as load_labels
from inspection.model.ledger import Ledger
from inspection.publish.figure_rows import FigureWords
from inspection.publish.generator import environment
from inspection.publish.pages import RulePage, Said, site_pages
from inspection.publish.view import PublicView, public_view

HOME = Path(__file__).resolve().parents[2]
COMMIT = "3f2a9c1d" * 5
RULES = (
    RulePage("LIF05", "错误", "由整改单位自己的 `close` 销号。", "为什么", "怎么改", ("What.", "Why.", "Instead.")),
)


@cache
def labels() -> Labels:
    return load_labels()


@cache
def templates() -> dict[str, str]:
    folders = (HOME / "site" / "pages", HOME / "site" / "templates")
    return {path.name: path.read_text(encoding="utf-8") for folder in folders for path in folder.glob("*.md")}


def said() -> Said:
    catalogue = [FigureWords(row.key, row.zh, row.formula_zh, row.without_zh, row.codes) for row in CATALOGUE]
    return Said(labels(), catalogue, RULES, templates())


def view_of(ledger: Ledger, day: date) -> PublicView:
    return public_view(ledger, day, COMMIT)


def pages_of(ledger: Ledger, day: date) -> dict[str, str]:
    return dict(site_pages(view_of(ledger, day), said()))


def write(pages: dict[str, str], folder: Path) -> None:
    for path, text in pages.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def build(ledger: Ledger, day: date, folder: Path) -> Path:
    """Write the pages and build the site with the committed configuration; return the site's folder."""
    view = view_of(ledger, day)
    pages = dict(site_pages(view, said()))
    write(pages, folder / "build" / "pages")
    shutil.copytree(HOME / "site" / "assets", folder / "build" / "pages" / "assets")
    shutil.copy(HOME / "mkdocs.yml", folder)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    given = os.environ | environment(view)
    made = subprocess.run(command, cwd=folder, env=given, capture_output=True, text=True, check=False)
    assert (made.returncode, made.stdout + made.stderr) == (0, "")
    finish_site(folder / "build" / "site")
    return folder / "build" / "site"


def configuration() -> dict[str, Any]:
    """Return mkdocs.yml as plain data, what comes from the environment at its default."""

    class Loader(yaml.SafeLoader):
        pass

    Loader.add_constructor("!ENV", lambda loader, node: loader.construct_sequence(node)[-1])
    text = (HOME / "mkdocs.yml").read_text(encoding="utf-8")
    return dict(yaml.load(text, Loader))
