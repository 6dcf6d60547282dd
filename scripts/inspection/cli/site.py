"""`inspection site`: the public site, from the ledger to a folder anybody can open; the office's board is `board`."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click
import msgspec

from inspection.cli.border import refuse_marked, refuse_office_output
from inspection.cli.building import SITE, build_site
from inspection.cli.examples import example_of
from inspection.cli.local import in_local_words
from inspection.cli.memory_folder import memory_folder
from inspection.cli.options import DAY, command_options
from inspection.cli.past import write_seal
from inspection.cli.printing import write_site
from inspection.cli.progress import tell
from inspection.cli.session import SCHEMAS, Options, Session, open_session, say
from inspection.derive.figures.catalogue import CATALOGUE
from inspection.derive.figures.catalogue_row import Row
from inspection.errors import UsageError
from inspection.labelling import load as load_labels
from inspection.labels import LocalWords, Wording
from inspection.publish.figure_rows import FigureWords
from inspection.publish.pages import RulePage, Said
from inspection.publish.view import public_view
from inspection.report.text import WEIGHT
from inspection.rules.framework import Rule
from inspection.rules.registry import RULES
from inspection.workers import shared_out, uncollected


@click.command()
@click.option(
    "--audience",
    type=click.Choice(["public", "office"]),
    default="public",
    help="给谁看：public 公开网站，office 内部看板 / for whom: the public site, or the office's board",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="建到哪个目录；默认台账旁的 build/，内部看板 private/ / where to build",
)
@click.option("--as-of", type=DAY, help="截至哪一天；默认今天 / the day the site tells of")
@click.option("--at", metavar="REV", help="按某个 Git 版本的台账 / read the ledger at a Git revision")
@click.option("--serve", is_flag=True, help="建好后在本机打开 / serve it on this machine afterwards")
@click.option(
    "--publishable",
    type=click.Path(path_type=Path),
    help="不生成，只核对这个目录里没有内部看板的内容 / build nothing: refuse a folder that holds what is the office's",
)
@command_options
def site(
    options: Options,
    audience: str,
    out: Path | None,
    as_of: date | None,
    at: str | None,
    serve: bool,
    publishable: Path | None,
) -> int:
    """生成公开网站或内部看板。Build the public site (only what the public view allows), or the office's board."""
    if publishable is not None:
        refuse_office_output(publishable)
        say("没有内部内容，可以发布" if options.language == "zh" else "nothing of the office's in it")
        return 0
    session = open_session(options, at)
    if audience == "office":
        index, count = _office(session, options, as_of, out)
    else:
        index, count = _public(session, as_of, out)
    if session.language == "en":
        say(f"{count} pages: {index}")
    elif audience == "office":
        say(f"内部看板已生成，共 {count} 页，不得公开：{index}")
    else:
        say(f"网站已生成，共 {count} 页：{index}")
    if serve:
        from inspection.cli.serving import serve_folder

        serve_folder(index.parent, session.language)
    return 0


def _office(session: Session, options: Options, as_of: date | None, out: Path | None) -> tuple[Path, int]:
    from inspection.cli.board import office_site

    day, district = as_of or session.today, session.ledger.district
    demonstration = district is not None and district.demonstration is not None
    live = session.commit is None and options.today is None and as_of is None and not demonstration
    return office_site(session, day, (out or session.root.parent / "private").resolve(), live)


def _public(session: Session, as_of: date | None, out: Path | None) -> tuple[Path, int]:
    day = as_of or session.today
    if day > session.today:
        raise UsageError(
            f"{day} 还没有到，公开网站不能截至将来的日子",
            f"{day} has not come yet; what is to be published later is not published today",
        )
    target = (out or session.root.parent / "build").resolve()
    refuse_marked(target)
    with uncollected():
        return target / "site" / "index.html", _built(session, day, target)


def _built(session: Session, day: date, target: Path) -> int:
    """Build the public site of a day in a folder; return the number of pages."""
    tell("正在整理页面……", "writing the pages ...", session.language)
    ledger = session.judged()
    revision = shared_out([session], _revision, apart=True)
    view = public_view(ledger, day)
    view = msgspec.structs.replace(view, revision=next(revision).decode() or None)
    count = write_site(view, said_of(view.district.words), target, memory_folder(session.root))
    if view.revision is not None:
        write_seal(session, view.revision, target / "pages")
    tell(f"正在生成网站（{count} 页）……", f"building the site ({count} pages) ...", session.language)
    build_site(view, target)
    return count


def _revision(session: Session) -> bytes:
    return (session.revision() or "").encode()


def said_of(words: Mapping[str, LocalWords]) -> Said:
    """Return the words of the site; those of the district stand before those of the schemas."""
    templates = {
        path.name: path.read_text(encoding="utf-8")
        for folder in ("pages", "templates")
        for path in sorted((SITE / folder).glob("*.md"))
    }
    labels = load_labels(SCHEMAS)
    catalogue = [_figure(row) for row in in_local_words(CATALOGUE, labels, words)]
    return Said(labels, catalogue, [_page(one) for one in RULES], templates)


def _figure(row: Row) -> FigureWords:
    formula, left_out = Wording(row.formula_zh, row.formula_en), Wording(row.without_zh, row.without_en)
    return FigureWords(row.key, Wording(row.zh, row.en), formula, left_out, row.codes)


def _page(rule: Rule) -> RulePage:
    weight = Wording(WEIGHT["zh"][rule.severity], WEIGHT["en"][rule.severity].capitalize())
    what, why, instead = (Wording(zh, en[:1].upper() + en[1:]) for zh, en in zip(rule.zh, rule.en, strict=True))
    return RulePage(rule.code, weight, what, why, instead, rule.timed, example_of(rule.code))
