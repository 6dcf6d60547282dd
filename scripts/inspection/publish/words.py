"""Words for what the public view holds as codes, ids, days and numbers, in Chinese or in English."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from inspection.labels import Labels, Wording
from inspection.publish.view import PublicView
from inspection.templates import counted, in_chinese, inert

NOTHING = "—"
_ROUND = re.compile(r"R([0-9]+)-([0-9]+)")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


class Words:
    """The words of one view in one language.

    Args:
        view: Names of units and the district's own words for codes.
        labels: What the schemas say.
        language: `zh` or `en`.
    """

    def __init__(self, view: PublicView, labels: Labels, language: str) -> None:
        """Lay the district's own words over those of the schemas."""
        self.language = language
        self._labels = labels.with_local(view.district.words)
        self._units = view.units

    def tr(self, zh: str, en: str, **values: object) -> str:
        """Return our own words in the language, with values in the places of their names; thousands are set apart."""
        text = en if self.language == "en" else zh
        return text.format(**{name: counted(value) for name, value in values.items()}) if values else text

    def said(self, wording: Wording) -> str:
        """Return a wording in the language."""
        return wording.en if self.language == "en" else wording.zh

    def other(self, wording: Wording) -> str:
        """Return a wording in the other language."""
        return wording.zh if self.language == "en" else wording.en

    def code(self, code: str | None, vocabulary: str) -> str:
        """Return the words for a code; an unknown code is shown as it is, an absent one as a dash."""
        if code is None:
            return NOTHING
        known = self._labels.codes[vocabulary].get(code)
        return code if known is None else self.said(known.public or known.label)

    def body(self, body: str) -> str:
        """Return the words for a role, else the name of a unit; a unit the public does not know stays unnamed."""
        known = self._labels.codes["role"].get(body)
        if known is not None:
            return self.said(known.label)
        return self._units[body].name if body in self._units else self.tr("其他单位", "another unit")

    def round_name(self, id_: str) -> str:
        """Return a round's name from its id, such as 第13届第5轮."""
        match = _ROUND.fullmatch(id_)
        if match is None:
            return id_
        return self.tr(
            "第{term}届第{number}轮", "Term {term}, round {number}", term=int(match[1]), number=int(match[2])
        )

    def day(self, value: date | None) -> str:
        """Return a day in words, a dash for none."""
        if value is None:
            return NOTHING
        if self.language == "en":
            return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
        return f"{value.year}年{value.month}月{value.day}日"

    def month(self, value: str | None) -> str:
        """Return a month `YYYY-MM` in words, a dash for none."""
        if value is None:
            return NOTHING
        year, number = int(value[:4]), int(value[5:])
        return f"{_MONTHS[number - 1]} {year}" if self.language == "en" else f"{year}年{number}月"

    def month_of(self, value: date) -> str:
        """Return the month of a day in words."""
        return self.month(value.isoformat()[:7])

    def half(self, value: str) -> str:
        """Return a half-year such as `2024-1` in words."""
        year = value[:4]
        if value[5:] == "1":
            return self.tr("{year}年上半年", "first half of {year}", year=year)
        return self.tr("{year}年下半年", "second half of {year}", year=year)

    def filters(self) -> Mapping[str, Callable[..., Any]]:
        """Return the filters the templates use, by name."""
        return {
            "said": self.said,
            "other": self.other,
            "code": self.code,
            "body": self._body,
            "ledger": self._ledger,
            "named": self._named,
            "round_name": self.round_name,
            "day": self.day,
            "month": self.month,
            "month_of": self.month_of,
            "half": self.half,
            "share": share,
            "amount": amount,
        }

    def _ledger(self, text: str | None) -> str:
        """Return a text of the ledger, which is Chinese wherever it stands; a dash for none."""
        if not text:
            return NOTHING
        return in_chinese(text) if self.language == "en" else inert(text)

    def _named(self, zh: str, en: str | None) -> str:
        """Return a name the ledger may hold in English too."""
        return en if self.language == "en" and en else self._ledger(zh)

    def _body(self, body: str) -> str:
        known_by_name = body in self._units and body not in self._labels.codes["role"]
        return self._ledger(self._units[body].name) if known_by_name else self.body(body)


def share(n: int | Decimal, of: int | Decimal, places: int = 2) -> str:
    """Return n/of as a percentage, half up; a dash for a zero denominator."""
    return _rate(Decimal(n) / Decimal(of), places) if of else NOTHING


def _rate(value: Decimal, places: int = 2) -> str:
    """Return a rate of 0 to 1 as a percentage with so many decimals, half up."""
    return f"{_rounded(value * 100, places)}%"


def amount(value: Decimal | int, places: int = 0) -> str:
    """Return a number with thousands set apart and so many decimals, half up."""
    return f"{_rounded(Decimal(value), places):,}"


def _rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
