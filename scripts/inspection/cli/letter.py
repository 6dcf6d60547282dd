"""`inspection letter`: a letter of the ledger on paper."""

from pathlib import Path

import click

from inspection.cli.paperwork import deliver, desk_of, known, paper_options
from inspection.cli.session import Options, open_session
from inspection.office.documents.letters import letter_paper


@click.command("letter")
@click.argument("name", metavar="ID")
@paper_options
def letter_command(options: Options, name: str, out: Path | None, form: str) -> int:
    """把一封函件（建议书、交办函、督办函等）套成 Word 文档。Make a letter of the ledger as a Word document.

    督办函按发函当日最紧的事项定颜色：绿、黄、红。An urging letter takes the colour of its most pressing item.
    """
    session = open_session(options)
    desk = desk_of(session)
    return deliver(session, letter_paper(desk, known(desk.ledger.letters, name, "函件", "letter")), out, form)
