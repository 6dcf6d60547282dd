"""`inspection preview`: the public pages a change touches, built as they would be, to look at before it is taken in."""

import os
import shutil
from pathlib import Path

import click

from inspection.cli.base import base_commit
from inspection.cli.border import refuse_marked
from inspection.cli.building import build_site
from inspection.cli.options import command_options
from inspection.cli.printing import write_site
from inspection.cli.session import Options, Session, find_ledger, open_before, open_session, say
from inspection.cli.site import said_of
from inspection.errors import CannotRunError
from inspection.publish.editions import EDITIONS
from inspection.publish.view import PublicView, public_view

PAGE = ".md"


@click.command("preview")
@click.argument("base")
@click.option("--out", type=click.Path(path_type=Path), default=Path("build/preview"), help="建到哪里 / where to")
@command_options
def preview_command(options: Options, base: str, out: Path) -> int:
    """生成这次修改涉及的公开页面，供合并前看。Build the public pages a change touches.

    与 BASE 和 HEAD 的共同祖先比较；写 auto 时自动查找。两边都截至同一天，页面上不写版本。
    """
    after = open_session(options)
    commit = base_commit(find_ledger(options), base, None, os.environ)
    if commit is None:
        raise CannotRunError(
            "之前没有提交，没有可比较的版本", "no commit came before; there is nothing to compare with"
        )
    before = open_before(after, commit)
    target = out.resolve()
    refuse_marked(target)
    shutil.rmtree(target, ignore_errors=True)
    work = target / ".work"
    views = {name: _written(session, work / name) for name, session in (("before", before), ("after", after))}
    touched = sorted(path for edition in EDITIONS.values() for path in _touched(work, edition.pages, edition.site))
    if touched:
        build_site(views["after"], work / "after")
        _keep(work / "after" / "site", target, touched)
    shutil.rmtree(work)
    english = options.language == "en"
    say(f"{len(touched)} pages touched: {target}" if english else f"涉及 {len(touched)} 个公开页面：{target}")
    for path in touched:
        say(f"  {path}")
    return 0


def _written(session: Session, folder: Path) -> PublicView:
    folder.mkdir(parents=True)
    view = public_view(session.judged(), session.today, None)
    write_site(view, said_of(view.district.words), folder)
    return view


def _touched(work: Path, pages: str, prefix: str) -> list[str]:
    """Return the addresses of an edition's pages that are new or other than before, below the site."""
    after = work / "after" / pages
    found = []
    for path in after.rglob(f"*{PAGE}"):
        old = work / "before" / pages / path.relative_to(after)
        if not old.is_file() or old.read_bytes() != path.read_bytes():
            found.append((Path(prefix) / path.relative_to(after)).as_posix())
    return found


def _keep(site: Path, target: Path, touched: list[str]) -> None:
    """Keep of a built site the pages touched and whatever is no page: styles, scripts, data."""
    wanted = {f"{page.removesuffix(PAGE)}.html" for page in touched}
    for path in site.rglob("*"):
        name = path.relative_to(site).as_posix()
        if path.is_file() and (name in wanted or path.suffix != ".html"):
            place = target / name
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
