"""The figures of two days side by side, as text and CSV."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from inspection.report.figures import COLUMN, NOTHING, CodeLabel, Row, Table, flat, padded

WIDTH = 24
"""Terminal cells of a column."""

_DIFFERENCE = {"zh": "差", "en": "Difference"}

Plain = Mapping[str, object]


class TwoDays(NamedTuple):
    """Nested plain data of one shape: the figures of two days, and how much more the second are than the first.

    Attributes:
        difference: Without the keys that say which day and revision the figures are of.
    """

    before: Plain
    after: Plain
    difference: Plain


def text(days: TwoDays, rows: Sequence[Row], language: str, code_label: CodeLabel | None = None) -> Iterator[str]:
    """Yield the figures as indented lines of three columns, a blank line before each group; rates with their n and N.

    Args:
        days: The figures.
        rows: The words of each key.
        language: `zh` or `en`.
        code_label: Labels of codes; without it the codes themselves are shown.
    """
    tables = [Table(one, rows, language, code_label) for one in (days.before, days.after)]
    for key, value in days.after.items():
        if key in days.difference:
            yield ""
            yield from _lines(tables, (key,), days.before[key], value, days.difference[key])
        elif key == "as_of":
            shown = (str(days.before[key]), str(value), _DIFFERENCE[language])
            yield _line(tables[1].heading((key,)), shown)
        elif value is not None:
            yield padded(tables[1].heading((key,)), COLUMN) + str(value)


def _lines(
    tables: Sequence[Table], path: tuple[str, ...], before: object, after: object, difference: object
) -> Iterator[str]:
    label = tables[1].heading(path)
    if isinstance(before, Mapping) and isinstance(after, Mapping) and isinstance(difference, Mapping) and after:
        yield label
        for key, below in after.items():
            yield from _lines(tables, (*path, key), before[key], below, difference[key])
    else:
        one, other = (table.shown(path, value) for table, value in zip(tables, (before, after), strict=True))
        yield _line(label, (one, other, _signed(difference)))


def _line(label: str, shown: tuple[str, str, str]) -> str:
    return padded(label, COLUMN) + padded(shown[0], WIDTH) + padded(shown[1], WIDTH) + shown[2]


def _signed(difference: object) -> str:
    if difference is None or difference == {}:
        return NOTHING
    shown = str(difference)
    return shown if shown.startswith("-") or not shown.strip("0.") else f"+{shown}"


def csv_text(days: TwoDays) -> str:
    """Return the figures as CSV: `key,before,after,difference`; nothing for an absent value."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("key", "before", "after", "difference"))
    before, difference = dict(flat(days.before)), dict(flat(days.difference))
    for key, after in flat(days.after):
        values = (before.get(key), after, difference.get(key))
        writer.writerow((key, *("" if value is None else value for value in values)))
    return out.getvalue()
