"""A register as pages: its tables, long ones over several pages."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from inspection.labels import Wording
from inspection.office.cells import Link, Table
from inspection.office.page import Page
from inspection.office.printing import PrintedTable, Printer

HOME = "registers"
TITLE = Wording("登记", "Registers")
TEMPLATE = "register.md"


class Register(NamedTuple):
    """A register, or one page of it.

    Attributes:
        folder: Where it lies below the root of the site: `registers/letters`.
        lead: What is to be said before the tables, a sentence or two each.
        above: The pages between the list of registers and this one.
        links: Further pages below it.
    """

    folder: str
    title: Wording
    tables: tuple[Table, ...]
    lead: tuple[Wording, ...] = ()
    above: tuple[Link, ...] = ()
    links: tuple[Link, ...] = ()


def pages(register: Register, printer: Printer) -> Iterator[Page]:
    """Yield the pages of a register: the first with every table, then one for each further part of a long table."""
    parts = [[*printer.parts(register.folder, table)] for table in register.tables]
    yield _first(register, printer, [first for first, *_ in parts])
    for first, *more in parts:
        for part in more:
            yield _further(register, printer, first.pages[part.number - 1], part)


def _first(register: Register, printer: Printer, tables: Sequence[PrintedTable]) -> Page:
    values = {
        "lead": [printer.words(one) for one in register.lead],
        "links": _targets(register.links, printer),
        "tables": tables,
        "language": printer.language,
    }
    above = (*_home(register, printer), *_targets(register.above, printer))
    return Page(f"{register.folder}/index.md", printer.words(register.title), TEMPLATE, values, above)


def _further(register: Register, printer: Printer, path: str, part: PrintedTable) -> Page:
    title = printer.words(register.title)
    page = Wording(f"{title}（{part.title}第 {part.number} 页）", f"{title} ({part.title}, page {part.number})")
    values = {"lead": (), "links": (), "tables": (part,), "language": printer.language}
    links = (*register.above, Link(register.title, register.folder))
    above = (*_home(register, printer), *_targets(links, printer))
    return Page(path, printer.words(page), TEMPLATE, values, above)


def _home(register: Register, printer: Printer) -> tuple[tuple[str, str], ...]:
    return _targets((Link(TITLE, HOME),) if register.folder != HOME else (), printer)


def _targets(links: Sequence[Link], printer: Printer) -> tuple[tuple[str, str], ...]:
    return tuple((printer.words(title), f"{folder}/index.md") for title, folder in links)
