"""`inspection audit`: the whole history replayed, and proof that nothing was rewritten."""

from pathlib import Path

import click

from inspection.cli.auditing import Auditor, published_seal
from inspection.cli.options import command_options
from inspection.cli.progress import tell
from inspection.cli.session import Options, open_session, say
from inspection.history.revisions import Revisions
from inspection.report import audit as report
from inspection.report.audit import Report


@click.command("audit")
@click.option("--at", metavar="REV", default="HEAD", help="看到哪个 Git 版本为止 / the history up to a Git revision")
@click.option("--since", metavar="REV", help="只列这个版本之后的问题 / only what was done after REV")
@click.option(
    "--published",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="与公开过的封印 seal.json 比对 / hold a published seal.json against the history",
)
@click.option("--departures", "departed", is_flag=True, help="列出更正、作废、例外等 / list every departure on record")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", help="输出格式 / form"
)
@command_options
def audit_command(
    options: Options, at: str, since: str | None, published: Path | None, departed: bool, form: str
) -> int:
    """审计历史：逐次提交核对有无改写、倒填、冒名、非法的状态变化。Replay every commit and find what was rewritten."""
    seal = published_seal(published) if published is not None else None
    session = open_session(options, at)
    revisions = Revisions(session.root, at)
    after = Revisions(session.root, since).head if since is not None else None
    tell("正在核对历史……", "replaying the history ...", options.language)
    auditor = Auditor(session, revisions)
    audited = auditor.audited()
    found = [*audited.findings, *auditor.standing()]
    if after is not None:
        later = {one.id for one in revisions.commits(after)}
        found = [one for one in found if one.commit in later]
    found += auditor.rewritten(seal) if seal is not None else []
    made = Report(
        head=revisions.head,
        since=after,
        whole=not revisions.cut,
        signing=any(one.signing != "none" for one in session.ledger.policies),
        commits=audited.commits,
        records=sum(1 for _ in session.ledger.records()),
        published=published is not None,
        rows=auditor.rows(found),
        departures=auditor.departed() if departed else None,
    )
    if form == "json":
        say(report.document(made))
    else:
        for line in (report.text if form == "text" else report.markdown)(made, options.language):
            say(line)
    return 1 if made.rows else 0
