"""`inspection statistics`: the figures."""

from collections.abc import Iterable
from datetime import date

import click

from inspection.cli.grouped import grouped_lines
from inspection.cli.local import in_local_words, local_words
from inspection.cli.options import DAY, command_options
from inspection.cli.progress import tell
from inspection.cli.published import published_lines
from inspection.cli.session import SCHEMAS, Options, Session, dump, open_session, say
from inspection.derive.figures.catalogue import CATALOGUE
from inspection.derive.figures.catalogue_periods import PERIODS
from inspection.derive.grouped import DIMENSIONS
from inspection.derive.provenance import Provenance
from inspection.derive.statistics import Statistics, difference, in_one_shape, statistics, statistics_of_period
from inspection.errors import UsageError
from inspection.labelling import load as load_labels
from inspection.report import figures as report
from inspection.report import two_days
from inspection.report.period_words import PeriodWords
from inspection.report.two_days import TwoDays

BACKDATED = "departures.backdated"
"""The one figure that history alone can tell."""


@click.command("statistics")
@click.option(
    "--as-of",
    "days",
    type=DAY,
    multiple=True,
    help="截至哪一天；默认今天；写两次则并列两天和差 / the day the figures hold on; twice: both, and the difference",
)
@click.option("--from", "since", type=DAY, help="期间的第一天 / the first day of a period")
@click.option("--to", type=DAY, help="期间的最后一天；默认今天 / its last day; default: today")
@click.option("--at", metavar="REV", help="按某个 Git 版本的台账计算 / read the ledger at a Git revision")
@click.option("--explain", metavar="KEY", help="列出一个数字背后的记录编号 / the ids of the records behind a figure")
@click.option(
    "--by",
    type=click.Choice(DIMENSIONS),
    multiple=True,
    help="按什么分组；写两次则同时按两项 / by what to group; twice: by two at once",
)
@click.option(
    "--history", is_flag=True, help="连同 Git 历史，算出补录 / read the history too, and so count backdated entries"
)
@click.option("--public", is_flag=True, help="只列可以公开的数字 / only what the public may know")
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", help="输出格式 / form")
@command_options
def statistics_command(
    options: Options,
    days: tuple[date, ...],
    since: date | None,
    to: date | None,
    at: str | None,
    explain: str | None,
    by: tuple[str, ...],
    history: bool,
    public: bool,
    form: str,
) -> int:
    """算出全部数字：某一天的，或某一期间的。Compute every figure, as of a day or for a period; rates with n and N."""
    _refuse_mixed(days, since, to)
    _refuse_beside(bool(explain), by, public, len(days), since is not None)
    if history and (by or public):
        raise UsageError(
            "--history 只用来算补录，与 --by、--public 不能同时使用",
            "--history counts backdated entries only; it goes with neither --by nor --public",
        )
    session = open_session(options, at)
    known = _provenance(session) if history or explain == BACKDATED else None
    made = _asked(session, sorted(days), since, to, known)
    if explain is not None:
        lines = _ids(made, explain)
    elif public:
        lines = published_lines(session, made[0].as_of, form)
    elif by:
        lines = grouped_lines(session, made[0], by, form)
    elif form == "json":
        lines = [dump(_document(made))]
    else:
        lines = _csv(made) if form == "csv" else _text(made, session)
    for line in lines:
        say(line)
    return 0


def _refuse_mixed(days: tuple[date, ...], since: date | None, to: date | None) -> None:
    if len(days) > 2:
        raise UsageError("--as-of 最多写两次", "--as-of may be given twice at most")
    if days and (since or to):
        raise UsageError(
            "--as-of 与 --from、--to 不能同时使用：前者是某一天的数字，后者是某一期间的数字",
            "--as-of and --from, --to exclude one another: figures of a day, or of a period",
        )
    if to and not since:
        raise UsageError("只有 --to，缺少期间的第一天 --from", "--to needs the first day of the period: --from")


def _refuse_beside(explain: bool, by: tuple[str, ...], public: bool, days: int, period: bool) -> None:
    if len(by) > 2 or len(set(by)) < len(by):
        raise UsageError("--by 最多写两次，两次不同", "--by may be given twice at most, and not the same twice")
    if by and days > 1:
        raise UsageError("--by 一次只看一天或一个期间", "--by goes with one day or one period")
    if explain + bool(by) + public > 1:
        raise UsageError("--by、--public、--explain 一次只能用一个", "--by, --public and --explain exclude one another")
    if public and (days > 1 or period):
        raise UsageError("--public 只看某一天", "--public goes with one day")


def _provenance(session: Session) -> Provenance:
    from inspection.cli.provenance import recorded_in

    tell("正在读取 Git 历史……", "reading the history ...", session.language)
    known = recorded_in(session)
    if known is None:
        raise UsageError(
            "补录要从 Git 历史里看；这个台账没有提交，或者内容都在最初那次提交里，看不出来",
            "backdated entries are seen in the history; this ledger has none, or all of it is in the first commit",
        )
    return known


def _asked(
    session: Session, days: list[date], since: date | None, to: date | None, known: Provenance | None
) -> tuple[Statistics, ...]:
    """Return the figures asked for: of a day, of two in one shape, or of a period."""
    last = max([*days, to or session.today])
    if last > session.today:
        raise UsageError(
            f"{last} 还没有到（今天是 {session.today}），没有那时的数字",
            f"{last} has not come yet (today is {session.today}); it has no figures",
        )
    ledger, revision = session.judged(), session.commit
    if since is None:
        wanted = days or [session.today]
        return in_one_shape(*(statistics(ledger, day, revision=revision, provenance=known) for day in wanted))
    if since > last:
        raise UsageError(
            f"期间的第一天 {since} 晚于最后一天 {last}", f"the period begins {since}, after its end {last}"
        )
    return (statistics_of_period(ledger, since, last, revision=revision, provenance=known),)


def _document(made: tuple[Statistics, ...]) -> object:
    return made[0].plain() if len(made) == 1 else _two(made)._asdict()


def _csv(made: tuple[Statistics, ...]) -> Iterable[str]:
    return (report.csv_text(made[0].plain()) if len(made) == 1 else two_days.csv_text(_two(made))).splitlines()


def _text(made: tuple[Statistics, ...], session: Session) -> Iterable[str]:
    said, words, language = load_labels(SCHEMAS), local_words(session.ledger, made[-1].as_of), session.language
    labels, rows = said.with_local(words), in_local_words(CATALOGUE, said, words)

    def word(codes: str, code: str) -> str:
        return str(getattr(labels.code(codes, code), language))

    if len(made) == 2:
        return two_days.text(_two(made), rows, language, word)
    periods = PeriodWords(PERIODS, language) if made[0].since is not None else None
    return report.text(made[0].plain(), rows, language, word, periods)


def _two(made: tuple[Statistics, ...]) -> TwoDays:
    before, after = made
    return TwoDays(before.plain(), after.plain(), difference(before, after))


def _ids(made: tuple[Statistics, ...], key: str) -> Iterable[str]:
    """Yield the ids behind a figure; of two days what came (`+`) and what went (`-`)."""
    try:
        behind = [one.ids(key) for one in made]
    except KeyError:
        raise UsageError(
            f"没有「{key}」这个数字；inspection statistics --format csv 列出全部名称",
            f"no figure {key}; `inspection statistics --format csv` lists them all",
        ) from None
    if len(behind) == 1:
        return behind[0]
    before, after = behind
    gone = [f"- {one}" for one in before if one not in set(after)]
    return [*gone, *(f"+ {one}" for one in after if one not in set(before))]
