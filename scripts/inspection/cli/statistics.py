"""`inspection statistics`: the figures."""

from datetime import date

import click

from inspection.cli.local import in_local_words, local_words
from inspection.cli.options import DAY, command_options
from inspection.cli.session import SCHEMAS, Options, dump, open_session, say
from inspection.derive.figures.catalogue import CATALOGUE
from inspection.derive.statistics import Statistics, statistics
from inspection.errors import UsageError
from inspection.labels import load as load_labels
from inspection.report import figures as report


@click.command("statistics")
@click.option("--as-of", type=DAY, help="截至哪一天；默认今天 / the day the figures hold on")
@click.option("--at", metavar="REV", help="按某个 Git 版本的台账计算 / read the ledger at a Git revision")
@click.option("--explain", metavar="KEY", help="列出一个数字背后的记录编号 / the ids of the records behind a figure")
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", help="输出格式 / form")
@command_options
def statistics_command(options: Options, as_of: date | None, at: str | None, explain: str | None, form: str) -> int:
    """算出全部数字。Compute every figure; each rate with its n and N."""
    session = open_session(options, at)
    day = as_of or session.today
    made = statistics(session.judged(), day, revision=session.commit)
    if explain is not None:
        for identity in _behind(made, explain):
            say(identity)
    elif form == "json":
        say(dump(made.plain()))
    elif form == "csv":
        click.echo(report.csv_text(made.plain()), nl=False)
    else:
        words, said = local_words(session.ledger, day), load_labels(SCHEMAS)
        labels = said.with_local(words)
        for line in report.text(
            made.plain(),
            in_local_words(CATALOGUE, said, words),
            session.language,
            lambda codes, code: _word(labels.code(codes, code), session.language),
        ):
            say(line)
    return 0


def _word(wording: object, language: str) -> str:
    return str(getattr(wording, language))


def _behind(made: Statistics, key: str) -> tuple[str, ...]:
    try:
        return made.ids(key)
    except KeyError:
        raise UsageError(
            f"没有「{key}」这个数字；inspection statistics --format csv 列出全部名称",
            f"no figure {key}; `inspection statistics --format csv` lists them all",
        ) from None
