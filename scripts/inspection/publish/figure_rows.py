"""Figures as rows to be printed: name, value, n and N, formula."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from msgspec import Struct

from inspection.labels import Wording
from inspection.publish.view import PublicFigure, PublicHalfYear, PublicView
from inspection.publish.words import NOTHING, Words, amount, share

EMPTY = Wording("", "")


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
    name: Wording
    formula: Wording = EMPTY
    left_out: Wording = EMPTY
    codes: str = ""


class Row(NamedTuple):
    """One figure, printed.

    Attributes:
        anchor: Its place within the page of figures.
        value: The figure itself: a rate with its percent sign, a mean, a sum, a count.
        n: The count it rests on.
        of: The denominator, or a dash.
        interval: Of a rate found by lot its 95 % interval, else empty.
        until: Of a sum the month, `YYYY-MM`, to the end of which it is told, else empty.
    """

    anchor: str
    name: str
    value: str
    n: str
    of: str
    formula: str
    left_out: str
    interval: str = ""
    until: str = ""


SAME = Wording("同上", "As above")

CHAPTERS = (
    (Wording("覆盖", "Coverage"), ("units", "coverage", "rounds", "extended")),
    (
        Wording("问题", "Problems"),
        ("problems", "closure_rate", "progress_rate", "self_reported_rate", "immediate"),
    ),
    (Wording("整改事项", "Rectification items"), ("items",)),
    (Wording("整改环节", "Stages of rectification"), ("stages",)),
    (Wording("督查", "Supervision"), ("false_closure_rate",)),
    (Wording("成效", "Results"), ("satisfaction", "money", "institutions", "outputs")),
    (Wording("巡察工作", "Inspection work"), ("matters", "activities", "announcements", "training")),
    (Wording("例外登记", "Departures from the rules"), ("departures",)),
)
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
        told = [(title, [key for key in self._figures if key.split(".")[0] in keys]) for title, keys in CHAPTERS]
        return [(self._words.said(title), list(self._brief(keys))) for title, keys in told if keys]

    def _brief(self, keys: list[str]) -> Iterator[Row]:
        """Yield the rows of a chapter, each formula said once where it holds for those that follow."""
        before = Row("", "", "", "", "", "", "")
        for key in keys:
            row = self.row(key)
            again = row.formula == before.formula and row.left_out == before.left_out
            yield row._replace(formula=self._words.said(SAME), left_out="") if again and row.formula else row
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
            formula=self._sentence(said.formula),
            left_out=self._sentence(said.left_out),
            interval=_interval(figure, places),
            until=figure.until or "",
        )

    def _sentence(self, wording: Wording) -> str:
        text = self._words.said(wording)
        return text[:1].upper() + text[1:]

    def _nearest(self, key: str) -> FigureWords:
        """Return what is said of a key, else of what it is a part of."""
        own = self._stripped(key)
        whole = self._said.get(own.split(".")[0], FigureWords(own, Wording(own, own)))
        said = self._said.get(own, whole)
        return said if said.formula.zh else said._replace(formula=whole.formula, left_out=whole.left_out)

    def _name(self, key: str) -> str:
        names: list[str] = []
        known, codes = "", ""
        for part in key.split("."):
            if codes:
                names.append(self._words.code(part, codes))
                codes = ""
                continue
            known = f"{known}.{part}" if known else part
            said = self._said.get(known, FigureWords(known, Wording(part, part)))
            codes = said.codes
            names += [] if part.startswith("by_") else [self._words.said(said.name)]
        return self._words.tr("·", " · ").join(names)

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


def _interval(figure: PublicFigure, places: int) -> str:
    if figure.low is None or figure.high is None:
        return ""
    return f"{amount(figure.low, places)}%–{amount(figure.high, places)}%"


HALF_YEARS = {
    "clues": Wording("移送问题线索", "Clues handed over"),
    "filed": Wording("立案", "Cases filed"),
    "sanctioned": Wording("处分", "Sanctions"),
    "accountable": Wording("追责问责", "Held accountable"),
    "self_check_cases": Wording("共性问题自查立案", "Cases filed after self-checks of common problems"),
    "eliminated": Wording("巡察人才库末位淘汰", "Removed from the pool of inspectors as weakest"),
}
"""What the sums per half-year are called."""

COUNTED = {
    "pieces": Wording("{n} 件", "{n} cases"),
    "persons": Wording("{n} 人", "{n} persons"),
    "organizations": Wording("{n} 个党组织", "{n} Party organizations"),
}
FEW = Wording("数量较少，不显示", "Too few to be shown")


class HalfYearRow(Struct, frozen=True, kw_only=True):
    """One sum of a half-year, printed."""

    half: str
    name: str
    counts: str


def half_year_rows(view: PublicView, words: Words) -> list[HalfYearRow]:
    """Return the sums per half-year, the latest first."""
    return [
        HalfYearRow(half=one.half, name=words.said(HALF_YEARS[one.key]), counts=_counts(one, words))
        for one in view.half_years
    ]


def _counts(one: PublicHalfYear, words: Words) -> str:
    counted = [words.tr(*said, n=one.counts[key]) for key, said in COUNTED.items() if key in one.counts]
    return words.tr("、", ", ").join(counted) or words.said(FEW)


def total(*parts: Decimal | None) -> Decimal | None:
    """Return the sum of figures, or nothing when one of them may not be shown."""
    return None if None in parts else sum((part for part in parts if part is not None), Decimal())
