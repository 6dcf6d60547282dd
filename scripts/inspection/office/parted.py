"""Long lists, parted into pages."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from inspection.office.page import Page

ROWS = 200
"""Rows on one page of a list."""


def parted(
    folder: str,
    title: str,
    template: str,
    rows: Sequence[object],
    values: Mapping[str, Any],
    above: tuple[tuple[str, str], ...] = (),
) -> Iterator[Page]:
    """Yield the pages of a list, `ROWS` rows to a page; the first has the folder's address.

    The template is given `rows`, and for the way from page to page `paths` and `number`.
    """
    parts = [rows[start : start + ROWS] for start in range(0, len(rows), ROWS)] or [()]
    paths = [f"{folder}/index.md", *(f"{folder}/page-{number}/index.md" for number in range(2, len(parts) + 1))]
    for number, (path, part) in enumerate(zip(paths, parts, strict=True), start=1):
        heading = title if number == 1 else f"{title}（第 {number} 页）"
        yield Page(path, heading, template, {**values, "rows": part, "paths": paths, "number": number}, above)
