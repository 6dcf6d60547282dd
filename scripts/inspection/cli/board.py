"""`inspection site --audience office`: the board, from the whole ledger to a folder nothing is published from."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from inspection.cli.border import MARK, mark, open_office_folder
from inspection.cli.check import context_of, found
from inspection.cli.overdue import row_of
from inspection.cli.progress import tell
from inspection.cli.session import PROGRAM, SCHEMAS, Session
from inspection.errors import CannotRunError
from inspection.labels import load as load_labels
from inspection.office.desk import Desk
from inspection.office.groups import by_post, deadlines
from inspection.office.lights import rows_of
from inspection.office.pages import office_pages
from inspection.office.words import Words
from inspection.report.overdue import calendar
from inspection.templates import inert

SITE = PROGRAM / "site"
OFFICE = SITE / "office"
CONFIGURATION = SITE / "office.yml"


def office_site(session: Session, day: date, target: Path, *, live: bool, history: bool = False) -> tuple[Path, int]:
    """Build the office's board below a folder; return where its first page is, and how many pages there are.

    Args:
        session: The ledger.
        day: The day it is told for.
        target: The folder; it is made, or was made by this function before.
        live: Whether that day is the real one; see `Desk`.
        history: Whether the history is asked what was recorded too late.

    Raises:
        CannotRunError: The folder is no place for it, or the site generator refused a page.
    """
    session.judged()
    open_office_folder(target, session.root.parent / "build")
    tell("正在整理内部看板……", "writing the office's pages ...", session.language)
    desk = desk_of(session._replace(today=day), live)
    if history:
        from inspection.cli.backdated import backdated

        desk = desk._replace(backdated=backdated(session))
    count = _write(session, desk, target / "pages")
    tell(f"正在生成内部看板（{count} 页）……", f"building the board ({count} pages) ...", session.language)
    _build(desk, target)
    return target / "site" / "index.html", count


def desk_of(session: Session, live: bool) -> Desk:
    """Return the ledger as the office's pages need it, on the session's day."""
    words = Words(session.ledger, load_labels(SCHEMAS), session.today)
    return Desk(context_of(session), words, session.commit, live, tuple(found(session)))


def templates() -> dict[str, str]:
    """Return the text of each template of the office by its name."""
    folders = (OFFICE / "pages", OFFICE / "templates")
    return {path.name: path.read_text(encoding="utf-8") for folder in folders for path in sorted(folder.glob("*.md"))}


def calendars(session: Session, desk: Desk) -> Iterator[tuple[str, str]]:
    """Yield a calendar of deadlines for each responsible post: its path below the folder of pages, and its text."""
    for post in by_post(desk, rows_of(desk)):
        rows = [row_of(session, one, "post") for one in deadlines(post)]
        said = {"X-WR-CALNAME": f"整改期限 {post.name}", "X-INSPECTION": MARK}
        yield f"board/posts/{post.address}/deadlines.ics", calendar(rows, session.language, desk.as_of, said)


def _write(session: Session, desk: Desk, folder: Path) -> int:
    fresh = _emptied(folder.with_name(f".{folder.name}-fresh"))
    count = 0
    for path, text in (*office_pages(desk, templates()), *calendars(session, desk)):
        page = fresh / path
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8", newline="")
        count += path.endswith(".md")
    for assets in (SITE / "assets", OFFICE / "assets"):
        shutil.copytree(assets, fresh / "assets", dirs_exist_ok=True)
    mark(fresh)
    _replace(fresh, folder)
    return count


def _build(desk: Desk, target: Path) -> None:
    settings = {
        "INHERIT": os.path.relpath(CONFIGURATION, target),
        "docs_dir": "pages",
        "site_dir": ".site-fresh",
    }
    configuration = target / "mkdocs.yml"
    configuration.write_text(json.dumps(settings, indent=2), encoding="utf-8")
    fresh = _emptied(target / ".site-fresh")
    made = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--config-file", str(configuration)],
        env={**os.environ, "INSPECTION_OFFICE_NAME": _name(desk), "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode != 0:
        log = target / "site.log"
        log.write_text(made.stdout + made.stderr, encoding="utf-8")
        raise CannotRunError(f"内部看板没有生成，原因见 {log}", f"the board was not built; see {log}")
    _replace(fresh, target / "site")


def _name(desk: Desk) -> str:
    district = desk.ledger.district
    return str(inert(f"{district.name.zh if district is not None else ''}巡察整改（内部）"))


def _emptied(folder: Path) -> Path:
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    return folder


def _replace(fresh: Path, folder: Path) -> None:
    old = _emptied(folder.with_name(f".{folder.name}-old"))
    if folder.exists():
        folder.rename(old / folder.name)
    fresh.rename(folder)
    shutil.rmtree(old, ignore_errors=True)
