"""Figures group by group, as text and CSV."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from inspection.report.figures import NOTHING, CodeLabel, Row, flat, text

Plain = Mapping[str, object]


class Group(NamedTuple):
    """The figures of one group.

    Attributes:
        by: The code or id by dimension; `""` where the records say nothing of it.
        figures: Nested plain data.
    """

    by: Mapping[str, str]
    figures: Plain


def groups_text(
    groups: Sequence[Group],
    rows: Sequence[Row],
    language: str,
    code_label: CodeLabel,
    named: Callable[[str, str], str],
) -> Iterator[str]:
    """Yield the figures of each group as `figures.text` does, below a line that names the group.

    Args:
        groups: The groups.
        rows: The words of each key.
        language: `zh` or `en`.
        code_label: Labels of codes.
        named: From a dimension and a code or id in it to the words people read.
    """
    for group in groups:
        yield ""
        yield "== " + " · ".join(named(dimension, code) if code else NOTHING for dimension, code in group.by.items())
        yield from text(group.figures, rows, language, code_label)


def groups_csv(groups: Sequence[Group]) -> str:
    """Return the figures of each group as CSV: a column for each dimension, then `key,value`."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for place, group in enumerate(groups):
        if place == 0:
            writer.writerow((*group.by, "key", "value"))
        for key, value in flat(group.figures):
            writer.writerow((*group.by.values(), key, "" if value is None else value))
    return out.getvalue()
