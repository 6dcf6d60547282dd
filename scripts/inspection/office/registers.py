"""A register as pages: its tables, long ones over several pages."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from inspection.labels import Wording
from inspection.office.cells import Addresses, Piece, Table, in_language, printed

Page = tuple[str, str, Mapping[str, Any]]
"""The path of a page, its template, and the values the template is given."""

ROWS = 200
"""Rows of a table on one page."""


class Register(NamedTuple):
    """A register, or one page of it.

    Attributes:
        folder: Where it lies below the root of the site: `registers/letters`.
        lead: What is to be said before the tables, a sentence or two each.
        above: The pages it lies below, each with its folder, the nearest last.
        links: Further pages below it, each with its folder.
    """

    folder: str
    title: Wording
    tables: tuple[Table, ...]
    lead: tuple[Wording, ...] = ()
    above: tuple[tuple[Wording, str], ...] = ()
    links: tuple[tuple[Wording, str], ...] = ()


class PrintedTable(NamedTuple):
    """A table as a page prints it; `pages` are the addresses of all its parts, `number` counts from 1."""

    key: str
    title: str
    note: str
    heads: tuple[tuple[str, bool], ...]
    rows: tuple[tuple[tuple[tuple[Piece, ...], ...], ...], ...]
    total: int
    pages: tuple[str, ...]
    number: int


def pages(register: Register, language: str, addresses: Addresses) -> Iterator[Page]:
    """Yield the pages of a register: the first with every table, then one for each further part of a long table.

    Args:
        register: What it holds.
        language: `zh` or `en`.
        addresses: The pages that records are linked to.
    """
    parts = [_parts(register.folder, table, language, addresses) for table in register.tables]
    yield _page(register, language, f"{register.folder}/index.md", [first for first, *_ in parts])
    for first, *more in parts:
        for part in more:
            yield _page(register, language, first.pages[part.number - 1], [part])


def _page(register: Register, language: str, path: str, tables: Sequence[PrintedTable]) -> Page:
    number = tables[0].number if tables else 1
    values = {
        "title": in_language(register.title, language),
        "number": number,
        "lead": [in_language(one, language) for one in register.lead] if number == 1 else [],
        "above": _targets(register.above, language),
        "links": _targets(register.links, language) if number == 1 else [],
        "home": f"{register.folder}/index.md",
        "tables": tables,
        "language": language,
    }
    return path, "register.md", values


def _targets(links: Sequence[tuple[Wording, str]], language: str) -> list[tuple[str, str]]:
    return [(in_language(title, language), f"{folder}/index.md") for title, folder in links]


def _parts(folder: str, table: Table, language: str, addresses: Addresses) -> list[PrintedTable]:
    cut = [table.rows[start : start + ROWS] for start in range(0, len(table.rows), ROWS)] or [()]
    paths = [f"{folder}/index.md", *(f"{folder}/{table.key}-{number}/index.md" for number in range(2, len(cut) + 1))]
    return [
        PrintedTable(
            key=table.key,
            title=in_language(table.title, language),
            note=in_language(table.note, language) if table.note is not None and number == 1 else "",
            heads=tuple((in_language(column.head, language), column.number) for column in table.columns),
            rows=tuple(tuple(printed(cell, language, addresses) for cell in row) for row in rows),
            total=len(table.rows),
            pages=tuple(paths),
            number=number,
        )
        for number, rows in enumerate(cut, start=1)
    ]
