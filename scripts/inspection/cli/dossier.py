"""`inspection dossier`: everything the ledger holds of a unit."""

from pathlib import Path

import click

from inspection.cli.paperwork import deliver, desk_of, known, paper_options
from inspection.cli.session import Options, open_session
from inspection.office.documents.dossier import dossier_paper


@click.command("dossier")
@click.argument("unit", metavar="UNIT")
@paper_options
def dossier_command(options: Options, unit: str, out: Path | None, form: str) -> int:
    """生成一个单位的巡察档案：历次巡察、问题、函件、督查、自查。Make the dossier of a unit: all there is of it."""
    session = open_session(options)
    desk = desk_of(session)
    return deliver(session, dossier_paper(desk, known(desk.ledger.units, unit, "单位", "unit")), out, form)
