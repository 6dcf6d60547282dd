"""`inspection site --audience office`: the board, from the whole ledger to a folder nothing is published from."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from itertools import chain
from pathlib import Path

from inspection.cli.border import MARK, MARKER, WARNING, open_office_folder
from inspection.cli.building import SITE, generate, put_in_place, write_pages
from inspection.cli.check import context_of, found
from inspection.cli.finishing import finish_site
from inspection.cli.overdue import row_of
from inspection.cli.progress import tell
from inspection.cli.provenance import recorded_in
from inspection.cli.session import SCHEMAS, Session
from inspection.errors import CannotRunError
from inspection.labelling import load as load_labels
from inspection.office.desk import Desk
from inspection.office.groups import by_post, deadlines
from inspection.office.lights import rows_of
from inspection.office.pages import office_pages
from inspection.office.words import Words
from inspection.report.overdue import calendar
from inspection.templates import inert

IN_THE_HEAD = f'<meta name="robots" content="noindex, nofollow, noarchive" {MARK}>'
"""Should a page be put on a public server all the same, no search engine keeps it."""

OFFICE = SITE / "office"
CONFIGURATION = SITE / "office.yml"


def office_site(session: Session, day: date, target: Path, live: bool) -> tuple[Path, int]:
    """Build the office's board below a folder; return where its first page is, and how many pages there are.

    Args:
        session: The ledger.
        day: The day it is told for.
        target: The folder; it is made, or was made by this function before.
        live: Whether that day is the real one; see `Desk`.

    Raises:
        CannotRunError: The folder is no place for it, or the site generator refused a page.
    """
    session.judged()
    open_office_folder(target, session.root.parent / "build")
    tell("正在整理内部看板……", "writing the office's pages ...", session.language)
    desk = desk_of(session._replace(today=day), live)
    count = _write(session, desk, target / "pages")
    tell(f"正在生成内部看板（{count} 页）……", f"building the board ({count} pages) ...", session.language)
    _build(desk, target)
    return target / "site" / "index.html", count


def desk_of(session: Session, live: bool) -> Desk:
    """Return the ledger as the office's pages need it, on the session's day."""
    words = Words(session.ledger, load_labels(SCHEMAS), session.today)
    context = context_of(session)
    context.provenance = recorded_in(session)
    return Desk(context, words, session.revision(), live, tuple(found(session)))


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
    made = [*calendars(session, desk), (MARKER, WARNING)]
    return write_pages(chain(office_pages(desk, templates()), made), folder, OFFICE / "assets") - len(made)


def _build(desk: Desk, target: Path) -> None:
    fresh = target / ".site-fresh"
    refused = generate(CONFIGURATION, target / "pages", fresh, _told(desk))
    if refused:
        log = target / "site.log"
        log.write_text(refused, encoding="utf-8")
        raise CannotRunError(f"内部看板没有生成，原因见 {log}", f"the board was not built; see {log}")
    finish_site(fresh, lambda _path, _page: IN_THE_HEAD.encode())
    put_in_place(fresh, target / "site")


def _told(desk: Desk) -> dict[str, str]:
    """Return what the configuration reads from the environment; the same ledger on a day gives the same site."""
    district = desk.ledger.district
    name = f"{district.name.zh if district is not None else ''}巡察整改（内部）"
    day = datetime.combine(desk.as_of, time(), UTC)
    return {
        "INSPECTION_OFFICE_NAME": str(inert(name)),
        "SOURCE_DATE_EPOCH": str(int(day.timestamp())),
        "NO_MKDOCS_2_WARNING": "1",
    }
