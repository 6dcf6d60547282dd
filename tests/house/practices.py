"""The table of the practices, read: its rows, and what stands between backquotes in each column."""

import re
from typing import NamedTuple

from tests.house.tree import text_of

PAGE = "docs/practices.md"
COLUMNS = ("record", "rule", "figure", "page", "test")


class Row(NamedTuple):
    """A mechanism of a practice, and by column the fields, rules, figures, pages, commands and tests it names."""

    practice: str
    mechanism: str
    named: dict[str, tuple[str, ...]]


def rows() -> list[Row]:
    """Return every row of every practice, in order."""
    found = []
    for section in text_of(PAGE).split("\n## ")[1:]:
        heading, *lines = section.splitlines()
        for line in lines:
            if line.startswith("|") and not line.startswith(("|---", "| 做法")):
                mechanism, *cells = (cell.strip() for cell in line.strip("|").split("|"))
                marked = (tuple(re.findall(r"`([^`]+)`", cell)) for cell in cells)
                found.append(Row(heading.split()[0], mechanism, dict(zip(COLUMNS, marked, strict=True))))
    return found


def held_by(row: Row) -> list[str]:
    """Return the tests a row names, and the cases of each rule it names: those are named by naming the rule."""
    return list(dict.fromkeys([*row.named["test"], *(f"tests/cases/{code}" for code in row.named["rule"])]))
