"""Figures as rows to be printed: name, value, n and N, formula."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from msgspec import Struct

from inspection.publish.view import PublicFigure, PublicHalfYear, PublicView
from inspection.publish.words import NOTHING, Words, amount, share


class FigureWords(NamedTuple):
    """What is said of one key of the figures.

    Attributes:
        key: Its path, such as `problems.overdue`; codes of a split are not part of it.
        name: Its label.
        formula: How it is counted, empty where the label says it all.
        left_out: What is not in it, empty where nothing needs saying.
        codes: The vocabulary the keys below it come from, where they are codes.
    """

    key: str
    name: str
    formula: str = ""
    left_out: str = ""
    codes: str = ""


class Row(NamedTuple):
    """One figure, printed.

    Attributes:
        anchor: Its place within the page of figures.
        value: The figure itself: a rate with its percent sign, a mean, a sum, a count.
        n: The count it rests on.
        of: The denominator, or a dash.
    """

    anchor: str
    name: str
    value: str
    n: str
    of: str
    formula: str
    left_out: str


SAME = "同上"

CHAPTERS = {
    "覆盖": ("units", "coverage", "rounds", "extended"),
    "问题": ("problems", "closure_rate", "progress_rate", "self_reported_rate", "immediate"),
    "整改事项": ("items",),
    "整改环节": ("stages",),
    "成效": ("satisfaction", "money", "institutions", "outputs"),
    "巡察工作": ("matters", "activities", "announcements", "training"),
}
"""The chapters of the page of figures, and the keys that stand in each."""


class Figures:
    """The view's figures, ready to be printed.

    Args:
        view: The public view.
        catalogue: What is said of each key.
        words: Words for codes.
    """

    def __init__(self, view: PublicView, catalogue: Iterable[FigureWords], words: Words) -> None:
        """Index the catalogue and the figures."""
        self._figures = {figure.key: figure for figure in view.figures}
        self._said: Mapping[str, FigureWords] = {one.key: one for one in catalogue}
        self._words = words

    def __getitem__(self, key: str) -> PublicFigure:
        """Return a figure; one that is absent or may not be shown has no number."""
        return self._figures.get(key) or PublicFigure(key=key)

    def chapters(self) -> list[tuple[str, list[Row]]]:
        """Return every figure, by chapter; a chapter without figures is left out."""
        told = {title: [key for key in self._figures if key.split(".")[0] in keys] for title, keys in CHAPTERS.items()}
        return [(title, list(self._brief(keys))) for title, keys in told.items() if keys]

    def _brief(self, keys: list[str]) -> Iterator[Row]:
        """Yield the rows of a chapter, each formula said once where it holds for those that follow."""
        before = Row("", "", "", "", "", "", "")
        for key in keys:
            row = self.row(key)
            again = row.formula == before.formula and row.left_out == before.left_out
            yield row._replace(formula=SAME, left_out="") if again and row.formula else row
            before = row

    def row(self, key: str, places: int = 2) -> Row:
        """Return one figure, printed with so many decimals: two in tables, one in sentences."""
        figure = self[key]
        said = self._nearest(key)
        decimals = 2 if figure.yuan else 0
        return Row(
            anchor=key.replace(".", "-").replace("_", "-"),
            name=self._name(key),
            value=_value(figure, places),
            n=NOTHING if figure.n is None else amount(figure.n, decimals),
            of=NOTHING if figure.of is None else amount(figure.of, decimals),
            formula=said.formula,
            left_out=said.left_out,
        )

    def _nearest(self, key: str) -> FigureWords:
        """Return what is said of a key, else of what it is a part of."""
        own = self._stripped(key)
        whole = self._said.get(own.split(".")[0], FigureWords(own, own))
        said = self._said.get(own, whole)
        return said._replace(
            formula=said.formula or whole.formula, left_out=said.left_out if said.formula else whole.left_out
        )

    def _name(self, key: str) -> str:
        names: list[str] = []
        known, codes = "", ""
        for part in key.split("."):
            if codes:
                names.append(self._words.code(part, codes))
                codes = ""
                continue
            known = f"{known}.{part}" if known else part
            said = self._said.get(known, FigureWords(known, part))
            codes = said.codes
            names += [] if part.startswith("by_") else [said.name]
        return "·".join(names)

    def _stripped(self, key: str) -> str:
        """Return a key without the codes of its splits."""
        known, codes = "", ""
        for part in key.split("."):
            if codes:
                codes = ""
                continue
            known = f"{known}.{part}" if known else part
            codes = self._said[known].codes if known in self._said else ""
        return known


def _value(figure: PublicFigure, places: int) -> str:
    if figure.n is None:
        return NOTHING
    if figure.mean is not None:
        return amount(figure.mean, places)
    if figure.of is not None:
        return share(figure.n, figure.of, places)
    return amount(figure.n, 2) if figure.yuan else amount(figure.n)


HALF_YEARS = {
    "clues": "移送问题线索",
    "filed": "立案",
    "sanctioned": "处分",
    "accountable": "追责问责",
    "self_check_cases": "共性问题自查立案",
    "eliminated": "巡察人才库末位淘汰",
}
"""What the sums per half-year are called."""

COUNTED = {"pieces": "件", "persons": "人", "organizations": "个党组织"}


class HalfYearRow(Struct, frozen=True, kw_only=True):
    """One sum of a half-year, printed."""

    half: str
    name: str
    counts: str


def half_year_rows(view: PublicView) -> list[HalfYearRow]:
    """Return the sums per half-year, the latest first."""
    return [HalfYearRow(half=one.half, name=HALF_YEARS[one.key], counts=_counts(one)) for one in view.half_years]


def _counts(one: PublicHalfYear) -> str:
    order = [key for key in COUNTED if key in one.counts]
    return "、".join(f"{one.counts[key]} {COUNTED[key]}" for key in order) or "数量较少，不显示"


def total(*parts: Decimal | None) -> Decimal | None:
    """Return the sum of figures, or nothing when one of them may not be shown."""
    return None if None in parts else sum((part for part in parts if part is not None), Decimal())
