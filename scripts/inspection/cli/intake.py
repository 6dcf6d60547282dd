"""`inspection intake`: what a unit submitted by a form, as a fact in the ledger."""

import json
import os
import sys
from pathlib import Path
from typing import Any, NamedTuple

import click

from inspection.cli.carrying_out import before
from inspection.cli.intake_queue import Queue, answered
from inspection.cli.options import command_options
from inspection.cli.session import Options, Session, open_session, say
from inspection.cli.system import reason
from inspection.cli.writing import ChangedMeanwhileError, locked, write_files
from inspection.errors import CannotRunError, UsageError
from inspection.finding import Words
from inspection.office.forms.replies import not_taken
from inspection.office.forms.taking import Submitted, Taken, taken_in


class Source(NamedTuple):
    """Where forms come from, as it was typed."""

    file: str | None
    repository: str | None
    into: str


@click.command("intake")
@click.argument("file", metavar="FILE|-", required=False)
@click.option("--from", "repository", metavar="OWNER/NAME", help="逐张办理报送仓库里的表 / every form of a repository")
@click.option("--into", default="main", show_default=True, help="合并到哪个分支 / the branch of the pull requests")
@click.option("--dry-run", is_flag=True, help="只说会怎样，不写 / say what would happen and write nothing")
@command_options
def intake_command(options: Options, file: str | None, repository: str | None, into: str, dry_run: bool) -> int:
    """把单位填的表办成台账记录。Turn a form a unit submitted into a fact of the ledger.

    FILE 是平台给的工单（JSON，含作者和正文），写入本机台账；打印要回复单位的话，没有写入时退出码为 1。

    --from 逐张办理报送仓库里的表：合格的推送分支、提出合并请求，不合格的在原单下面写明怎么改。
    """
    if (file is None) == (repository is None):
        raise UsageError("写一个文件（或 -），或者 --from 报送仓库", "name a file (or -), or --from a repository")
    session = open_session(options)
    if repository is not None:
        queue = Queue(session, before(session), session.schemas, repository, into)
        return answered(queue, os.environ, dry_run=dry_run)
    found = taken_in(before(session), session.schemas, _submitted(file or "-"))
    if not isinstance(found, Taken):
        say(not_taken(found))
        return 1
    if not dry_run:
        _write(session, found)
    said = Words(f"已登记：{found.words.zh}", f"recorded: {found.words.en}")
    say(said.in_language(options.language))
    for path in found.files:
        say(f"  ledger/{path}")
    return 0


def _write(session: Session, found: Taken) -> None:
    try:
        with locked(session.root):
            write_files(session.root, found.files, found.old)
    except ChangedMeanwhileError:
        raise CannotRunError("这份文件刚被别人改了，请再运行一次", "somebody changed the file; run it again") from None


def _submitted(file: str) -> Submitted:
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        said: Any = json.loads(data)
    except OSError as error:
        raise CannotRunError(
            f"打不开 {file}（{reason(error).zh}）", f"cannot open {file}: {reason(error).en}"
        ) from None
    except ValueError:
        said = None
    issue = said.get("issue", said) if isinstance(said, dict) else None
    author = (issue.get("user") or issue.get("author") or {}) if isinstance(issue, dict) else {}
    account = author.get("login") or author.get("username") if isinstance(author, dict) else None
    if not isinstance(issue, dict) or not account:
        raise CannotRunError(
            f"{file} 不是平台给的工单：要 JSON，有 user.login 和 body",
            f"{file} is no issue as a forge gives it: JSON with user.login and body",
        )
    return Submitted(str(account), str(issue.get("body") or issue.get("description") or ""))
