"""A chart as a page shows it: sentence, picture, table."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from msgspec import Struct

from inspection.publish.charts import Heading, over_time, panel, stacked_bars
from inspection.publish.words import Words, share

LEAST = 10
"""Of fewer things no picture is drawn: the numbers say it."""


_DRAWN: Mapping[str, Callable[..., str]] = {"bars": stacked_bars, "curves": over_time, "panel": panel}


class Picture(NamedTuple):
    """A picture, drawn when a page prints it: what is remembered is not drawn again.

    Attributes:
        form: What draws it: `bars`, `curves` or `panel`.
        given: What it is drawn from, as plain data.
    """

    form: str
    given: tuple[Any, ...]

    def drawn(self) -> str:
        """Return it as it stands in a page, as HTML."""
        return _DRAWN[self.form](*self.given)


class Row(NamedTuple):
    """A row of a chart's table.

    Attributes:
        key: What it is about: a code, an id, a month.
        name: The same in words.
        cells: Its numbers, in the order of the chart's columns; a text where a cell holds two or a percentage.
    """

    key: str
    name: str
    cells: tuple[int | str, ...]


class Panel(NamedTuple):
    """One of several small pictures.

    Attributes:
        key: The id of the unit it is about.
        n: How many of its problems are closed.
        of: How many there are.
    """

    key: str
    n: int
    of: int
    svg: Picture


class Chart(Struct, frozen=True, kw_only=True):
    """A chart: what it is called and shows in words, its pictures, and all its numbers as a table.

    Attributes:
        id: Unique on its page.
        columns: What the table's columns are called, the first of them that of the names.
        svg: The picture; nothing where the numbers are too few for one.
        panels: The pictures of small multiples, which have no single one.
    """

    id: str
    title: str
    sentence: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    svg: Picture | None = None
    panels: tuple[Panel, ...] = ()


def chart(
    heading: Heading,
    columns: Iterable[str],
    rows: Iterable[Row],
    svg: Picture | None = None,
    panels: Iterable[Panel] = (),
) -> Chart:
    """Return a chart under its heading."""
    return Chart(
        id=heading.id,
        title=heading.title,
        sentence=heading.sentence,
        columns=tuple(columns),
        rows=tuple(rows),
        svg=svg,
        panels=tuple(panels),
    )


def spread(rates: Iterable[tuple[int, int]], words: Words) -> str:
    """Return the end of a sentence: between which rates of n/of things lie, where they differ."""
    ranked = sorted((Decimal(n) / of, n, of) for n, of in rates)
    if ranked[0][0] == ranked[-1][0]:
        return words.tr("。", ".")
    (_, a, b), (_, c, d) = ranked[0], ranked[-1]
    return words.tr(
        "；完成率最低 {low}（{a}/{b}），最高 {high}（{c}/{d}）。",
        "; the lowest rate is {low} ({a}/{b}), the highest {high} ({c}/{d}).",
        low=share(a, b, 1),
        high=share(c, d, 1),
        a=a,
        b=b,
        c=c,
        d=d,
    )


def nothing_yet(words: Words) -> str:
    """Return the sentence where nothing is published."""
    return words.tr("目前没有已公开的问题。", "There are no published problems yet.")
