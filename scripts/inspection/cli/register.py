"""`inspection register`: the tables of the office's registers, for spreadsheets and programs."""

from collections.abc import Iterable

import click

from inspection.cli.board import desk_of
from inspection.cli.options import command_options
from inspection.cli.session import Options, open_session, say
from inspection.errors import UsageError
from inspection.office.cells import Table
from inspection.office.exports import TABLES, heads, records
from inspection.office.register_pages import books_of
from inspection.publish.data.texts import guarded
from inspection.report.listing import listing_csv, listing_json, listing_text


@click.command("register")
@click.argument("name", required=False)
@click.option("--at", metavar="REV", help="按某个 Git 版本的台账 / read the ledger at a Git revision")
@click.option("--format", "form", type=click.Choice(["text", "csv", "json"]), default="text", help="输出格式 / form")
@command_options
def register_command(options: Options, name: str | None, at: str | None, form: str) -> int:
    """导出一张登记表，如共性问题四张清单；不写名称则列出全部。Print a table of a register; without a name, list all.

    内部资料，不得公开。These tables are the office's and never the public's.
    """
    session = open_session(options, at)
    session.judged()
    if name is not None and name not in TABLES:
        known = "、".join(TABLES)
        raise UsageError(f"没有登记表 {name}；有 {known}", f"no table {name}; there are {', '.join(TABLES)}")
    books = books_of(desk_of(session, live=False))
    if name is None:
        for key, maker in TABLES.items():
            say(f"{key:26}{getattr(maker(books).title, session.language)}")
        return 0
    for line in table_lines(name, TABLES[name](books), session.today.isoformat(), session.language, form):
        say(line)
    return 0


def table_lines(name: str, table: Table, as_of: str, language: str, form: str) -> Iterable[str]:
    """Return the lines of a table in one of the forms `text`, `csv` and `json`."""
    rows, headings = list(records(table, language)), heads(table, language)
    if form == "csv":
        return [listing_csv(headings, rows, guarded).removesuffix("\n")]
    if form == "json":
        return [listing_json(name, as_of, rows)]
    return listing_text(str(getattr(table.title, language)), headings, rows)
