"""`inspection sample`: which closed items of a round are looked at again."""

from datetime import date

import click

from inspection.cli.options import command_options
from inspection.cli.past import zone_of
from inspection.cli.session import Options, Session, find_ledger, open_session, say
from inspection.derive.drawing import Draw, draw
from inspection.derive.lives import Lives
from inspection.errors import CannotRunError, UsageError
from inspection.history.revisions import Revisions
from inspection.history.seal import Seal, seal_of
from inspection.read.source import Revision
from inspection.report.drawing import Drawn, Unit, draw_json, draw_text


@click.command("sample")
@click.argument("name", metavar="ROUND")
@click.option("--seed", metavar="COMMIT", help="用哪个提交抽签；默认最近封存的 / the commit the lot is cast by")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出格式 / form")
@command_options
def sample_command(options: Options, name: str, seed: str | None, form: str) -> int:
    """抽取回头复查的已销号事项，任何人都能照样再抽一次。Draw the closed items to be looked at again.

    抽签只看种子那个提交里的台账。The ledger is read at the commit the lot is cast by.
    """
    root = find_ledger(options)
    revisions = Revisions(root)
    commits = list(revisions.commits())
    seal = seal_of(commits, zone_of(revisions))
    sealed = _sealed(seal)
    commit = Revision(root, seed).commit if seed is not None else _last(sealed)
    session = open_session(options, commit)
    round_ = session.judged().rounds.get(name)
    if round_ is None:
        known = "、".join(session.ledger.rounds)
        raise UsageError(f"{commit[:10]} 的台账里没有轮次 {name}；有 {known}", f"no round {name} at {commit[:10]}")
    day = options.today or _day(session, commit, revisions)
    made = draw(Lives(session.ledger, day), round_, commit)
    drawn = _told(session, made, day, sealed=commit in sealed)
    for line in [draw_json(drawn)] if form == "json" else draw_text(drawn, session.language):
        say(line)
    return 0


def _sealed(seal: Seal | None) -> list[str]:
    """Return the last commit of each month that was over when the head was committed, the oldest first."""
    if seal is None:
        return []
    return [one.commit for one in seal.sealed if one.day.replace(day=1) < seal.head.day.replace(day=1)]


def _last(sealed: list[str]) -> str:
    if not sealed:
        raise CannotRunError(
            "还没有封存的提交（每月最后一次提交，月份过完才算）；用 --seed 指明一个提交",
            "no commit is sealed yet: the last of each month that is over; name one with --seed",
        )
    return sealed[-1]


def _day(session: Session, commit: str, revisions: Revisions) -> date:
    """Return the day of the draw: the commit's, or in a demonstration the day it takes as today."""
    district = session.ledger.district
    if district is not None and district.demonstration is not None:
        return session.today
    *_, last = Revisions(session.root, commit).commits()
    return last.committer.day(zone_of(revisions)) or session.today


def _told(session: Session, made: Draw, day: date, *, sealed: bool) -> Drawn:
    units = session.ledger.units
    rows = [
        Unit(one.unit, units[one.unit].name if one.unit in units else one.unit, len(one.closed), one.drawn)
        for one in made.strata
    ]
    return Drawn(made.round, made.seed, sealed, day.isoformat(), str(made.share), rows)
