"""A workbook of ours, read: every sheet that is one of our lists, held against the ledger."""

from inspection.errors import CannotRunError
from inspection.labels import Wording
from inspection.office.desk import Desk
from inspection.office.spreadsheet import choices, fingerprints
from inspection.office.spreadsheet.columns import Listing
from inspection.office.spreadsheet.compared import compared
from inspection.office.spreadsheet.filled import Told
from inspection.office.spreadsheet.grid import Sheet, blank
from inspection.office.spreadsheet.headings import headed
from inspection.office.spreadsheet.names import Names
from inspection.office.spreadsheet.wishes import Wishes

_OURS = frozenset({fingerprints.SHEET, choices.SHEET, "说明"})


def taking(
    sheets: tuple[Sheet, ...], listings: tuple[Listing, ...], desk: Desk, names: Names, told: Told | None = None
) -> Wishes:
    """Return what a workbook wishes of the ledger.

    Args:
        sheets: Its sheets.
        listings: The lists a sheet may be.
        desk: The ledger.
        names: What cells call codes and units.
        told: Hears of the rows.

    Raises:
        CannotRunError: Nothing in it is a list of ours.
    """
    refuse_empty(sheets)
    prints = fingerprints.prints_of(sheets)
    titles = {title: key for key, title in prints.titles.items()} if prints is not None else {}
    titles |= {one.title.zh: one.key for one in listings}
    read, others = Wishes(), []
    for sheet in sheets:
        if sheet.name in _OURS or not sheet.rows:
            continue
        found = headed(sheet, listings, titles.get(sheet.name, ""))
        if found is None:
            others.append(sheet.name)
            continue
        read = read.and_(compared(found, desk, names, prints, told))
    if not read.rows and len(others) == sum(sheet.name not in _OURS and bool(sheet.rows) for sheet in sheets):
        raise CannotRunError(
            f"没有认出清单：表里要有「{'」「'.join(one.title.zh for one in listings)}」之一及其表头；"
            "自己的表格请用 --map 指明各列的含义",
            "no list was recognised; say with --map what the columns of a sheet of your own mean",
        )
    ignored = [name for name in others if not name.startswith("汇总")]
    if ignored:
        zh, en = "、".join(ignored), ", ".join(ignored)
        read = read.and_(Wishes(notes=(Wording(f"没有读入的工作表：{zh}", f"sheets not read: {en}"),)))
    return read


def refuse_empty(sheets: tuple[Sheet, ...]) -> None:
    """Let a workbook pass in which anything stands.

    Raises:
        CannotRunError: Every sheet is empty.
    """
    if all(blank(cell) for sheet in sheets for row in sheet.rows for cell in row):
        raise CannotRunError("工作簿里没有内容", "there is nothing in the workbook")
