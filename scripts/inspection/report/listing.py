"""A table of the office as text, CSV or JSON."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from unicodedata import east_asian_width

Records = Sequence[Mapping[str, str]]


def listing_text(title: str, heads: Sequence[str], rows: Records) -> Iterator[str]:
    """Yield the title and how many rows there are, then the heads and the rows in columns."""
    lines = [list(heads), *(list(row.values()) for row in rows)]
    widths = [max(_width(line[place]) for line in lines) for place in range(len(heads))]
    yield f"{title}（{len(rows)}）"
    for line in lines:
        cells = (cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True))
        yield "  ".join(cells).rstrip()


def _width(text: str) -> int:
    return sum(2 if east_asian_width(mark) in "WF" else 1 for mark in text)


def listing_csv(heads: Sequence[str], rows: Records, guarded: Callable[[str], str]) -> str:
    """Return the rows as CSV with a byte-order mark, so that a spreadsheet reads Chinese.

    Args:
        heads: The headings.
        rows: The rows.
        guarded: Returns a text that no spreadsheet runs as a formula.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows([guarded(cell) for cell in row.values()] for row in rows)
    return "\ufeff" + out.getvalue()


def listing_json(name: str, as_of: str, rows: Records) -> str:
    """Return one JSON document: `table`, `as_of` and `rows`."""
    return json.dumps({"table": name, "as_of": as_of, "rows": list(rows)}, ensure_ascii=False, indent=2)
