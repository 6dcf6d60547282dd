"""The figures the public may know, as text, CSV and plain data; their keys are those of all figures."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from inspection.report.figures import COLUMN, NOTHING, CodeLabel, Row, Table, padded


class Published(NamedTuple):
    """One figure.

    Attributes:
        key: Its path, such as `problems.closed`.
        n: The count or sum it rests on, nothing where it may not be shown.
        of: What a rate divides by.
        value: What is shown of it: a rate as a percentage without its sign, a mean, else `n`.
        until: Of a sum the month, `YYYY-MM`, to the end of which it is told.
        low: Of a rate found by lot the lower end of its 95 % interval, as a percentage; `high` the upper.
    """

    key: str
    n: str | None
    of: str | None
    value: str | None
    until: str | None = None
    low: str | None = None
    high: str | None = None


def published_text(
    figures: Iterable[Published], rows: Sequence[Row], language: str, code_label: CodeLabel
) -> Iterator[str]:
    """Yield one line for each figure; rates with n and N, and a dash for what may not be shown.

    Args:
        figures: The figures.
        rows: The words of each key.
        language: `zh` or `en`.
        code_label: Labels of codes.
    """
    table = Table({}, rows, language, code_label)
    for one in figures:
        yield padded(table.called(tuple(one.key.split("."))), COLUMN) + _shown(one, language) + _until(one, language)


def _shown(one: Published, language: str) -> str:
    if one.n is None:
        return NOTHING
    if one.of is None:
        return one.value or NOTHING
    share = NOTHING if one.value is None else f"{one.value}%"
    ends = f"{one.low}%–{one.high}%" if one.low is not None else ""
    if language == "en":
        return f"{share} ({one.n}/{one.of}{', 95 % interval ' if ends else ''}{ends})"
    return f"{share}（{one.n}/{one.of}{'，95% 区间 ' if ends else ''}{ends}）"


def _until(one: Published, language: str) -> str:
    if one.until is None:
        return ""
    return f", to the end of {one.until}" if language == "en" else f"，截至 {one.until} 月末"


def published_csv(figures: Iterable[Published]) -> str:
    """Return the figures as CSV: `key,n,of,value,until,low,high`; nothing for what may not be shown."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(Published._fields)
    writer.writerows(["" if part is None else part for part in one] for one in figures)
    return out.getvalue()


def published_plain(figures: Iterable[Published]) -> Mapping[str, Mapping[str, str | None]]:
    """Return `n`, `of`, `value`, `until`, `low` and `high` of each figure by its key, as text."""
    return {one.key: {key: part for key, part in one._asdict().items() if key != "key"} for one in figures}
