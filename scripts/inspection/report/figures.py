"""The figures as text and CSV. Keys and their words are handed in, so this room knows none of them."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol
from unicodedata import east_asian_width

from inspection.report.period_words import PeriodWords

COLUMN = 40
"""Where values begin, in terminal cells."""

NOTHING = "—"
"""What stands for a rate or mean with nothing to divide by."""

CodeLabel = Callable[[str, str], str]
"""From a code list's name and a code to the label people read."""


class Row(Protocol):
    """What is said of one key; see `inspection.derive.figures.catalogue_row`."""

    @property
    def key(self) -> str:
        """Path of the key."""

    @property
    def zh(self) -> str:
        """Chinese label."""

    @property
    def en(self) -> str:
        """English label."""

    @property
    def codes(self) -> str:
        """The code list its keys come from."""

    @property
    def of(self) -> tuple[str, ...]:
        """For a rate, the keys of n and N."""


def text(
    figures: Mapping[str, object],
    rows: Sequence[Row],
    language: str,
    code_label: CodeLabel | None = None,
    periods: PeriodWords | None = None,
) -> Iterator[str]:
    """Yield the figures as indented lines, a blank line before each group; rates with their n and N.

    A group in which nothing occurs says so; at the top, what is absent (a period, a revision) is left out.

    Args:
        figures: Nested plain data, as `Statistics.plain` returns it.
        rows: The words of each key.
        language: `zh` or `en`.
        code_label: Labels of codes; without it the codes themselves are shown.
        periods: What stands behind the labels when the figures are of a period.
    """
    table = Table(figures, rows, language, code_label, periods)
    apart = False
    for key, value in figures.items():
        apart = apart or isinstance(value, Mapping)
        if apart:
            yield ""
        yield from table.lines((key,), value)


def csv_text(figures: Mapping[str, object]) -> str:
    """Return the figures as CSV: `key,value`, a path such as `problems.overdue` a row; nothing for an absent value."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("key", "value"))
    writer.writerows((key, "" if value is None else value) for key, value in flat(figures))
    return out.getvalue()


def flat(figures: Mapping[str, object], above: str = "") -> Iterator[tuple[str, object]]:
    """Yield every leaf with its path, in order."""
    for key, value in figures.items():
        if isinstance(value, Mapping):
            yield from flat(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", value


class Moved(NamedTuple):
    """A figure that is not what it was: its key, what people call it, and what it shows before and after."""

    key: str
    label: str
    before: str
    after: str


def moved(
    before: Mapping[str, object],
    after: Mapping[str, object],
    rows: Sequence[Row],
    language: str,
    code_label: CodeLabel | None = None,
) -> Iterator[Moved]:
    """Yield the figures that differ between two ledgers on one day; rates with their n and N.

    A rate counts as different when its n or N is. What days and revisions the figures are of is left out.

    Args:
        before: Nested plain data, as `Statistics.plain` returns it.
        after: The same of the other ledger.
        rows: The words of each key.
        language: `zh` or `en`.
        code_label: Labels of codes; without it the codes themselves are shown.
    """
    tables = [Table(figures, rows, language, code_label) for figures in (before, after)]
    known = [{key: value for key, value in flat(figures) if "." in key} for figures in (before, after)]
    for key in dict.fromkeys(key for flat_ in (known[1], known[0]) for key in flat_):
        path = tuple(key.split("."))
        one, other = (table.shown(path, leaves.get(key)) for table, leaves in zip(tables, known, strict=True))
        if one != other:
            yield Moved(key, tables[1].called(path), one, other)


class Table:
    """The words of the keys, found by path; see `text` for what it is made of."""

    def __init__(
        self,
        figures: Mapping[str, object],
        rows: Sequence[Row],
        language: str,
        code_label: CodeLabel | None = None,
        periods: PeriodWords | None = None,
    ) -> None:
        """Index the rows."""
        self._figures = figures
        self._periods = periods
        self._rows = {row.key: row for row in rows}
        self._language = language
        self._code_label = code_label or (lambda _, code: code)

    def lines(self, path: tuple[str, ...], value: object) -> Iterator[str]:
        """Yield the line of a key, and those below it."""
        label = self.heading(path)
        if isinstance(value, Mapping) and value:
            yield label
            for key, below in value.items():
                yield from self.lines((*path, key), below)
        elif value is not None or len(path) > 1:
            shown = self._none() if isinstance(value, Mapping) else self._value(path, value)
            yield padded(label, COLUMN) + shown

    def heading(self, path: tuple[str, ...]) -> str:
        """Return the label of a key at its depth, with what a period has to say of it."""
        row, codes = self._said(path)
        said = self._periods.behind(row.key) if self._periods and row and not codes else ""
        return "  " * (len(path) - 1) + self._label(path) + said

    def called(self, path: tuple[str, ...]) -> str:
        """Return what people call a key, within the keys above it."""
        return " · ".join(self._label(path[:end]) for end in range(1, len(path) + 1))

    def shown(self, path: tuple[str, ...], value: object) -> str:
        """Return what a key shows; nothing counted under a code is none of it."""
        return self._none() if value == {} else self._value(path, value)

    def _none(self) -> str:
        return "none" if self._language == "en" else "无"

    def _label(self, path: tuple[str, ...]) -> str:
        row, codes = self._said(path)
        if codes:
            return path[-1] if codes == "id" else self._code_label(codes, path[-1])
        return path[-1] if row is None else (row.en if self._language == "en" else row.zh)

    def _value(self, path: tuple[str, ...], value: object) -> str:
        row, _ = self._said(path)
        if row is None or not row.of:
            return NOTHING if value is None else str(value)
        part, whole = (self._named(path, key) for key in row.of)
        share = NOTHING if value is None else f"{value}%"
        return f"{share} ({part}/{whole})" if self._language == "en" else f"{share}（{part}/{whole}）"

    def _named(self, path: tuple[str, ...], key: str) -> object:
        """Return the value of a key beside the path, or from the top when it is a path itself."""
        steps = tuple(key.split(".")) if "." in key else (*path[:-1], key)
        value: object = self._figures
        for step in steps:
            value = value[step] if isinstance(value, Mapping) else None
        return value

    def _said(self, path: tuple[str, ...]) -> tuple[Row | None, str]:
        """Return what is said of a path, and the code list its last step comes from, if it is a code.

        Codes are left out of the key that is looked up; below a `by_...` group, the group too.
        """
        said: tuple[str, ...] = ()
        codes = below = ""
        for step in path:
            codes, below = below, ""
            if not codes:
                said = (*said, step)
                row = self._rows.get(".".join(said))
                below = row.codes if row is not None else ""
            elif said[-1].startswith("by_"):
                said = said[:-1]
        return self._rows.get(".".join(said)), codes


def padded(text_: str, cells: int) -> str:
    """Return a text filled up to so many terminal cells, with one space at least behind it."""
    return text_ + " " * max(cells - _cells(text_), 1)


def _cells(label: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in label)
