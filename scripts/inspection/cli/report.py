"""`inspection report`: the tables superiors ask for."""

from datetime import date
from pathlib import Path

import click

from inspection.cli.paperwork import deliver, desk_of, known, paper_options
from inspection.cli.session import Options, open_session
from inspection.errors import UsageError
from inspection.office.desk import Desk
from inspection.office.documents.paper import Paper
from inspection.office.documents.periods import Period, half_around, half_year, whole_year
from inspection.office.documents.reports import half_year_paper, round_paper, year_paper


@click.command("report")
@click.argument("name", type=click.Choice(["half-year", "year", "round"]))
@click.argument("which", required=False, metavar="[2024H1|2024|ROUND]")
@paper_options
def report_command(options: Options, name: str, which: str | None, out: Path | None, form: str) -> int:
    """生成统计表：half-year 半年，year 全年，round 一轮。Make the tables of half a year, a year, or a round.

    不写期间时，是今天所在的半年、全年，或最近一轮；没过完的，截至今天。
    Without one: the half-year or year of today, up to today, or the latest round.
    """
    session = open_session(options)
    desk = desk_of(session)
    if name == "round":
        paper = _round(desk, which)
    elif name == "year":
        period = whole_year(which or f"{session.today.year:04}")
        paper = year_paper(desk, _begun(period, which, "2024", session.today))
    else:
        period = half_year(which or half_around(session.today))
        paper = half_year_paper(desk, _begun(period, which, "2024H1", session.today))
    return deliver(session, paper, out, form)


def _begun(period: Period | None, which: str | None, example: str, today: date) -> Period:
    if period is None:
        raise UsageError(f"「{which}」不是期间，请写成 {example}", f"{which} is no period, write {example}")
    if period.first > today:
        raise UsageError(f"{period.name}还没有到（今天是 {today}）", f"{which} has not begun (today is {today})")
    return period


def _round(desk: Desk, which: str | None) -> Paper:
    rounds = desk.ledger.rounds
    begun = [one for one in rounds.values() if one.onsite.from_ <= desk.as_of]
    if which is None and not begun:
        raise UsageError("还没有开始的轮次", "no round has begun")
    latest = max(begun, key=lambda one: (one.onsite.from_, one.id)) if begun else None
    return round_paper(desk, latest if which is None and latest is not None else known(rounds, which, "轮次", "round"))
