"""`inspection notify`: reminders to whoever owes something, by the channels a district has."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import click

from inspection.cli.forge import link_in
from inspection.cli.issues import plain_desk
from inspection.cli.options import command_options
from inspection.cli.session import Options, Session, open_session, say
from inspection.finding import Words
from inspection.office.reminders import Reminder, reminders, summed, told, told_by_step

URLS = "INSPECTION_NOTIFY_URLS"
FILE = "INSPECTION_NOTIFY_FILE"
LINK = "INSPECTION_NOTIFY_LINK"


class Message(NamedTuple):
    """What one body is sent; it names nobody, since the channel is that body's own."""

    whose: str
    called: str
    title: str
    body: str


@click.command("notify")
@click.option("--within", type=click.IntRange(0, 365), default=7, show_default=True, help="几天内到期的也提醒 / days")
@click.option(
    "--channels",
    type=click.Path(path_type=Path),
    help=f"渠道文件，放在台账之外；默认取环境变量 {FILE} / the file of channels, outside the ledger",
)
@click.option("--link", help=f"提醒里的链接；默认 {LINK}，否则仓库的工单页 / the link in a reminder")
@click.option("--dry-run", is_flag=True, help="只显示会发什么，不发 / show what would be sent, send nothing")
@command_options
def notify_command(options: Options, within: int, channels: Path | None, link: str | None, dry_run: bool) -> int:
    """提醒到期和逾期：只有件数、天数和链接，不含台账文字。Reminders: counts, days and a link.

    渠道写在环境变量 INSPECTION_NOTIFY_URLS 里（一行一个，「单位编号=地址」；不写单位的归巡察办，收到的是合计）。
    企业微信、钉钉、飞书、邮件的地址怎么写见 docs/workflows.md。
    """
    session = open_session(options)
    every = reminders(plain_desk(session), within)
    made = messages(session, every, link if link is not None else _link())
    known = channels or (Path(os.environ[FILE]) if os.environ.get(FILE) else None)
    if dry_run:
        for one in made:
            say(f"{one.called}\n  {one.title}\n" + "\n".join(f"  {line}" for line in one.body.splitlines()))
        return 0
    return _sent(made, os.environ.get(URLS, ""), known, options.language)


def messages(session: Session, every: Sequence[Reminder], link: str) -> list[Message]:
    """Return what everybody is sent: the office the sums, each body its own counts by step.

    Args:
        session: The ledger.
        every: Who owes what.
        link: Where more is to be seen, or nothing.
    """
    if not every:
        return []
    english, day = session.language == "en", session.today.isoformat()
    title = "Inspection: reminder" if english else "巡察整改提醒"
    head, tail = (f"As of {day}: ", "") if english else (f"截至 {day}，", "。")
    more = [f"More: {link}" if english else f"详见：{link}"] if link else []
    office = Words("（合计，发给没有写单位的渠道）", "(sums, for channels without a unit)").in_language(
        session.language
    )
    sums = f"{head}{summed(every).in_language(session.language)}{tail}"
    found = [Message("", office, title, "\n".join([sums, *more]))]
    for one in every:
        steps = [] if english else [f"· {line}" for line in told_by_step(one)]
        text = f"{head}{told(one).in_language(session.language)}{tail}"
        found.append(Message(one.debtor, one.called, title, "\n".join([text, *steps, *more])))
    return found


def _sent(made: Sequence[Message], text: str, file: Path | None, language: str) -> int:
    from inspection.cli.channels import Channels

    channels = Channels(text, file)
    reached = [one for one in made if one.whose in channels]
    failed = [one for one in reached if not channels.send(one.whose, one.title, one.body)]
    without = sum(1 for one in made if one.whose and one.whose not in channels)
    said = Words(
        f"已发 {len(reached) - len(failed)} 条提醒；{without} 个单位没有配渠道",
        f"{len(reached) - len(failed)} reminders sent; {without} bodies have no channel",
    )
    say(said.in_language(language))
    for one in failed:
        silent = Words(f"没有发出：{one.called}的渠道没有应答", f"not sent: the channel of {one.called} did not answer")
        click.echo(f"inspection: {silent.in_language(language)}", err=True)
    return 2 if failed else 0


def _link() -> str:
    named, home = os.environ.get(LINK), link_in(os.environ)
    return named or (f"{home}/issues" if home else "")
