"""`inspection feedback`: the feedback of an inspection as a list."""

from pathlib import Path

import click

from inspection.cli.paperwork import deliver, desk_of, known, paper_options
from inspection.cli.session import Options, open_session
from inspection.office.documents.feedback import feedback_paper


@click.command("feedback")
@click.argument("round_", metavar="ROUND")
@click.argument("unit", metavar="UNIT")
@paper_options
def feedback_command(options: Options, round_: str, unit: str, out: Path | None, form: str) -> int:
    """生成清单式反馈意见：问题清单、整改要求、签收表。Make the feedback: what was found, what is asked, who signs."""
    session = open_session(options)
    desk = desk_of(session)
    inspection = known(desk.ledger.inspections, (round_, unit), "巡察单位", "inspection")
    return deliver(session, feedback_paper(desk, inspection), out, form)
