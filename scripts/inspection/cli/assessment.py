"""`inspection assessment`: what a year's assessment of each unit rests on."""

import click

from inspection.cli.local import local_words
from inspection.cli.options import command_options
from inspection.cli.register import table_lines
from inspection.cli.session import SCHEMAS, Options, Session, open_session, say
from inspection.derive.lives import Lives
from inspection.derive.statistics import statistics
from inspection.errors import UsageError
from inspection.labelling import load as load_labels
from inspection.office.assessment import assessment_table
from inspection.office.books import Books


@click.command("assessment")
@click.argument("year", type=click.IntRange(1900, 9998))
@click.option("--at", metavar="REV", help="按某个 Git 版本的台账 / read the ledger at a Git revision")
@click.option("--format", "form", type=click.Choice(["text", "csv", "json"]), default="text", help="输出格式 / form")
@command_options
def assessment_command(options: Options, year: int, at: str | None, form: str) -> int:
    """导出一年的考核依据，每个单位一行。Print what a year's assessment rests on, a row for each unit.

    整改、期限、材料、自查、函件、督查和测评的事实，不折算分数；内部资料，不得公开。
    Facts about rectification, deadlines, papers, letters, visits and evaluation; no marks. The office's, never public.
    """
    session = open_session(options, at)
    session.judged()
    if year > session.today.year:
        raise UsageError(
            f"{year} 年还没有到（今天是 {session.today}）", f"{year} has not come yet (today is {session.today})"
        )
    table = assessment_table(_books(session), year)
    for line in table_lines(f"assessment/{year}", table, session.today.isoformat(), session.language, form):
        say(line)
    return 0


def _books(session: Session) -> Books:
    ledger, day = session.ledger, session.today
    lives = Lives(ledger, day)
    labels = load_labels(SCHEMAS).with_local(local_words(ledger, day))
    return Books(lives, statistics(ledger, day, lives=lives), labels)
