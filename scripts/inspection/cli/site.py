"""`inspection site`: the public site, from the ledger to a folder anybody can open."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import click

from inspection.cli.finishing import finish_site
from inspection.cli.local import in_local_words
from inspection.cli.options import DAY, command_options
from inspection.cli.past import write_seal
from inspection.cli.progress import tell
from inspection.cli.session import PROGRAM, SCHEMAS, Options, Session, open_session, say
from inspection.derive.figures.catalogue import CATALOGUE
from inspection.errors import CannotRunError, UsageError
from inspection.labels import LocalWords
from inspection.labels import load as load_labels
from inspection.publish.figure_rows import FigureWords
from inspection.publish.generator import environment
from inspection.publish.pages import Page, RulePage, Said, site_pages
from inspection.publish.view import PublicView, public_view
from inspection.read.source import Revision
from inspection.report.text import WEIGHT
from inspection.rules.registry import RULES

SITE = PROGRAM / "site"
CONFIGURATION = PROGRAM / "mkdocs.yml"
PORT = 8000


@click.command()
@click.option("--out", type=click.Path(path_type=Path), help="建到哪个目录；默认台账旁的 build/ / where to build")
@click.option("--as-of", type=DAY, help="截至哪一天；默认今天 / the day the site tells of")
@click.option("--at", metavar="REV", help="按某个 Git 版本的台账 / read the ledger at a Git revision")
@click.option("--serve", is_flag=True, help="建好后在本机打开 / serve it on this machine afterwards")
@command_options
def site(options: Options, out: Path | None, as_of: date | None, at: str | None, serve: bool) -> int:
    """生成公开网站。Build the public site; only what the public view allows is ever written."""
    session = open_session(options, at)
    day = as_of or session.today
    if day > session.today:
        raise UsageError(
            f"{day} 还没有到，公开网站不能截至将来的日子",
            f"{day} has not come yet; what is to be published later is not published today",
        )
    target = (out or session.root.parent / "build").resolve()
    tell("正在整理页面……", "writing the pages ...", session.language)
    view = _view(session, day)
    count = _write(site_pages(view, _said(view.district.words)), target / "pages")
    if view.revision is not None:
        write_seal(session, view.revision, target / "pages")
    tell(f"正在生成网站（{count} 页）……", f"building the site ({count} pages) ...", session.language)
    _build(view, target)
    index = target / "site" / "index.html"
    say(f"网站已生成，共 {count} 页：{index}" if session.language == "zh" else f"{count} pages: {index}")
    if serve:
        _serve(target / "site", session.language)
    return 0


def _view(session: Session, day: date) -> PublicView:
    return public_view(session.judged(), day, session.commit or _recorded(session))


def _said(words: Mapping[str, LocalWords]) -> Said:
    templates = {
        path.name: path.read_text(encoding="utf-8")
        for folder in ("pages", "templates")
        for path in sorted((SITE / folder).glob("*.md"))
    }
    labels = load_labels(SCHEMAS)
    catalogue = [
        FigureWords(row.key, row.zh, row.formula_zh, row.without_zh, row.codes)
        for row in in_local_words(CATALOGUE, labels, words)
    ]
    rules = [
        RulePage(one.code, WEIGHT["zh"][one.severity], *one.zh, (one.en.what, one.en.why, one.en.instead), one.timed)
        for one in RULES
    ]
    return Said(labels, catalogue, rules, templates)


def _recorded(session: Session) -> str | None:
    """Return the head commit when the working tree holds just what it recorded, else nothing."""
    try:
        head = Revision(session.root, "HEAD")
    except CannotRunError:
        return None
    here = dict(session.loaded.contents)
    return head.commit if here == {file.path: file.content_id for file in head.files()} else None


def _write(pages: Iterable[Page], folder: Path) -> int:
    """Write the pages beside the folder and put them in its place when they are whole; return their number."""
    fresh = _fresh(folder)
    count = 0
    for path, text in pages:
        page = fresh / path
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")
        count += 1
    shutil.copytree(SITE / "assets", fresh / "assets")
    _replace(fresh, folder)
    return count


def _build(view: PublicView, target: Path) -> None:
    """Run the site generator over `pages` into `site`.

    Raises:
        CannotRunError: The generator refused a page; what it said is in `site.log`.
    """
    settings = {
        "INHERIT": os.path.relpath(CONFIGURATION, target),
        "docs_dir": "pages",
        "site_dir": ".site-fresh",
    }
    configuration = target / "mkdocs.yml"
    configuration.write_text(json.dumps(settings, indent=2), encoding="utf-8")
    fresh = _fresh(target / "site")
    made = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--config-file", str(configuration)],
        env={**os.environ, **environment(view)},
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode != 0:
        log = target / "site.log"
        log.write_text(made.stdout + made.stderr, encoding="utf-8")
        raise CannotRunError(f"网站没有生成，原因见 {log}", f"the site was not built; see {log}")
    finish_site(fresh)
    _replace(fresh, target / "site")


def _fresh(folder: Path) -> Path:
    fresh = folder.with_name(f".{folder.name}-fresh")
    if fresh.exists():
        shutil.rmtree(fresh)
    fresh.mkdir(parents=True)
    return fresh


def _replace(fresh: Path, folder: Path) -> None:
    """Put a whole new folder in the place of the old one."""
    old = folder.with_name(f".{folder.name}-old")
    if old.exists():
        shutil.rmtree(old)
    if folder.exists():
        folder.rename(old)
    fresh.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


def _serve(folder: Path, language: str) -> None:
    """Serve the site to this machine alone until interrupted.

    Raises:
        CannotRunError: Another program has the port.
    """
    try:
        server = ThreadingHTTPServer(("127.0.0.1", PORT), partial(_Quiet, directory=str(folder)))
    except OSError as error:
        raise CannotRunError(f"端口 {PORT} 已被占用，网站没有打开", f"port {PORT} is taken") from error
    with server:
        where = f"http://127.0.0.1:{PORT}/"
        say(f"请用浏览器打开 {where}，按 Ctrl+C 结束" if language == "zh" else f"open {where}; Ctrl+C ends it")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return
