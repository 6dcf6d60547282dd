"""`inspection issues`: one issue for each body that is late, kept up to date and closed when it is done."""

import os

import click
import msgspec

from inspection.cli.check import context_of
from inspection.cli.forge import forge_in
from inspection.cli.marked import one_issue_each
from inspection.cli.options import command_options
from inspection.cli.session import SCHEMAS, Options, Session, dump, open_session, say
from inspection.cli.visibility import refuse_public_ledger
from inspection.labelling import load as load_labels
from inspection.office.desk import Desk
from inspection.office.reminders import issue_of, reminders
from inspection.office.words import Words, day

DONE = "已经没有逾期事项，本单自动关闭。"
SAID = {"opened": "新开", "updated": "更新", "closed": "关闭"}


@click.command("issues")
@click.option("--dry-run", is_flag=True, help="只列出应有的工单（JSON），不联系平台 / print the issues, ask no forge")
@command_options
def issues_command(options: Options, dry_run: bool) -> int:
    """每个逾期单位一张工单：只更新、不重复，办结即关闭。One issue for each body that is late.

    平台和令牌从环境变量读：GITHUB_REPOSITORY、GITHUB_API_URL、INSPECTION_TOKEN。
    工单建在台账自己的（私有）仓库里，写编号、环节和日期，不写台账文字。
    """
    session = open_session(options)
    wanted = [issue_of(one, day(session.today)) for one in reminders(plain_desk(session))]
    if dry_run:
        say(dump(msgspec.to_builtins([one._asdict() for one in wanted])))
        return 0
    refuse_public_ledger(session.ledger, os.environ)
    forge = forge_in(os.environ)
    for line in one_issue_each(forge, "overdue", {one.key: (one.title, one.body) for one in wanted}, DONE):
        what, _, key = line.partition(" ")
        say(line if options.language == "en" else f"{SAID[what]} {key}")
    return 0


def plain_desk(session: Session) -> Desk:
    """Return the ledger as it lies on the desk, without what `check` says of it."""
    session.judged()
    return Desk(context_of(session), Words(session.ledger, load_labels(SCHEMAS), session.today), session.revision())
