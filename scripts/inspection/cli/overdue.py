"""`inspection overdue`: both clocks of the items, the self-checks asked for, and the next step of urging."""

from collections.abc import Iterator
from datetime import date

import click

from inspection.cli.local import local_words
from inspection.cli.options import command_options
from inspection.cli.session import Options, Session, open_session, say
from inspection.cli.urging import Urging
from inspection.derive.bodies import BODIES
from inspection.derive.lives import Lives
from inspection.derive.owed import SelfCheckOwed, self_checks_owed
from inspection.derive.policies import calendar_of
from inspection.derive.waiting import Waiting, waiting
from inspection.report import overdue as report
from inspection.report.overdue import Row

UNASSIGNED = {"zh": "（未写责任岗位）", "en": "(no post named)"}


@click.command()
@click.option(
    "--within", type=click.IntRange(0, 3650), default=0, help="还有几天内到期的也列出 / due within so many days"
)
@click.option(
    "--by", type=click.Choice(["unit", "round", "post", "body"]), default="unit", help="按什么分组 / group by"
)
@click.option("--at", metavar="REV", help="按某个 Git 版本的台账 / read the ledger at a Git revision")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "markdown", "ics"]), default="text", help="输出格式 / form"
)
@command_options
def overdue(options: Options, within: int, by: str, at: str | None, form: str) -> int:
    """列出逾期的整改、审核和自查，提出下一步督办。List what is overdue and the next step; exit 1 if any is.

    列的是整改事项的两个时钟和共性问题的自查；材料、函件等其他该办的事见内部看板的「谁在等谁」。
    The clocks of items and the self-checks of common problems; papers and letters are on the office's board.

    督办由轻到重：提醒函、督办函、约谈通知书、问责建议函；发出后在台账登记为函件，答复期限过了仍逾期才提下一步。
    The ladder: reminder, urging, admonition, accountability; a step taken is recorded as a letter, and holds the next
    until its answer is due.
    """
    session = open_session(options, at)
    lives = Lives(session.judged(), session.today)
    listed = (row for row in _rows(session, lives, by) if row.days < 0 or (within and row.days <= within))
    rows = sorted(listed, key=_in_order)
    if form == "json":
        say(report.document(rows, session.today))
    elif form == "ics":
        click.echo(report.calendar(rows, session.language, session.today), nl=False)
    else:
        for line in (report.text if form == "text" else report.markdown)(rows, session.language):
            say(line)
    return 1 if any(row.days < 0 for row in rows) else 0


def _rows(session: Session, lives: Lives, by: str) -> Iterator[Row]:
    """Yield every step that is owed, late or not."""
    ledger, urging = session.ledger, Urging(session, lives)
    calendar = calendar_of(ledger)
    for one in waiting(lives, calendar):
        yield urging.told(row_of(session, one, by), one)
    for check in self_checks_owed(ledger, calendar, session.today):
        yield urging.told_of_self_check(self_check_row(session, check, by), check)


def _in_order(row: Row) -> tuple[str, date, str]:
    return row.group, row.due, row.item


def row_of(session: Session, one: Waiting, by: str) -> Row:
    """Return a step in words, grouped by `unit`, `round`, `post` or `body`."""
    bodies = "、".join(_name(session, body, one) for body in one.bodies)
    unit = _name(session, one.lead, one)
    post = one.responsible or UNASSIGNED[session.language]
    groups = {"unit": unit, "round": one.problem.round, "post": post, "body": bodies}
    item = f"{one.problem.id}/{one.item.id}"
    return Row(groups[by], item, unit, post, one.clock, bodies, one.due, one.days, one.provisional)


def self_check_row(session: Session, one: SelfCheckOwed, by: str) -> Row:
    """Return a self-check that is owed; it has no round and no post, so by round it stands under the common problem."""
    known = session.ledger.units.get(one.unit)
    unit = known.name if known is not None else one.unit
    common, post = one.common.id, UNASSIGNED[session.language]
    groups = {"unit": unit, "round": common, "post": post, "body": unit}
    days = (one.due.day - session.today).days
    return Row(
        groups[by], f"{common}/{one.unit}", unit, post, "self_check", unit, one.due.day, days, one.due.provisional
    )


def _name(session: Session, body: str, one: Waiting) -> str:
    ledger = session.ledger
    named = ledger.district.bodies if ledger.district is not None else {}
    if body == "parent":
        above = ledger.units.get(one.problem.unit)
        body = above.parent or body if above is not None else body
    unit = ledger.units.get(named.get(body, body))
    if unit is not None:
        return unit.name
    own = local_words(ledger, session.today).get(body)
    if session.language == "en":
        return (own.en if own is not None else None) or body
    return own.zh if own is not None else BODIES.get(body, body)
