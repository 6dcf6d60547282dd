"""From a ledger to its pages and its site, as the command does it, for the tests."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from inspection.cli.building import build_site
from inspection.cli.printing import write_site
from inspection.derive.figures.catalogue import CATALOGUE
from inspection.labelling import load as load_labels
from inspection.labels import Labels, Wording
from inspection.model.ledger import Ledger
from inspection.publish.figure_rows import FigureWords
from inspection.publish.pages import RulePage, Said, site_pages
from inspection.publish.view import PublicView, public_view

HOME = Path(__file__).resolve().parents[2]
COMMIT = "3f2a9c1d" * 5
RULES = (
    RulePage(
        "LIF05",
        Wording("错误", "Error"),
        Wording("由整改单位自己的 `close` 销号。", "Closed by a `close` of the unit's own."),
        Wording("自己不能给自己销号。", "Nobody closes what is its own."),
        Wording("先申请，再由别的单位核验。", "Submit it; let others verify."),
    ),
)


@cache
def labels() -> Labels:
    return load_labels()


@cache
def templates() -> dict[str, str]:
    folders = (HOME / "site" / "pages", HOME / "site" / "templates")
    return {path.name: path.read_text(encoding="utf-8") for folder in folders for path in folder.glob("*.md")}


def said() -> Said:
    catalogue = [
        FigureWords(
            row.key,
            Wording(row.zh, row.en),
            Wording(row.formula_zh, row.formula_en),
            Wording(row.without_zh, row.without_en),
            row.codes,
        )
        for row in CATALOGUE
    ]
    return Said(labels(), catalogue, RULES, templates())


def view_of(ledger: Ledger, day: date) -> PublicView:
    return public_view(ledger, day, COMMIT)


def pages_of(ledger: Ledger, day: date, language: str = "zh") -> dict[str, str]:
    return dict(site_pages(view_of(ledger, day), said(), language))


def pages_of_both(ledger: Ledger, day: date) -> dict[str, str]:
    """Return the pages of both editions by the paths they have in the built site."""
    english = {f"en/{path}": text for path, text in pages_of(ledger, day, "en").items()}
    return pages_of(ledger, day) | english


def build(ledger: Ledger, day: date, folder: Path) -> Path:
    """Write the pages and build both editions with the committed configurations; return the site's folder."""
    view = view_of(ledger, day)
    write_site(view, said(), folder)
    build_site(view, folder)
    return folder / "site"


def configuration(name: str = "mkdocs.yml") -> dict[str, Any]:
    """Return a configuration of the site generator as plain data, what comes from the environment at its default."""

    class Loader(yaml.SafeLoader):
        pass

    Loader.add_constructor("!ENV", lambda loader, node: loader.construct_sequence(node)[-1])
    text = (HOME / name).read_text(encoding="utf-8")
    return dict(yaml.load(text, Loader))
