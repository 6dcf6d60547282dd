"""Chinese words for what the public view holds as codes, ids, days and numbers."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from inspection.labels import Labels
from inspection.publish.view import PublicView

NOTHING = "—"
_ROUND = re.compile(r"R([0-9]+)-([0-9]+)")


class Words:
    """The words of one view.

    Args:
        view: Names of units and the district's own words for codes.
        labels: What the schemas say.
    """

    def __init__(self, view: PublicView, labels: Labels) -> None:
        """Lay the district's own words over those of the schemas."""
        self._labels = labels.with_local(view.district.words)
        self._units = view.units

    def code(self, code: str | None, vocabulary: str) -> str:
        """Return the words for a code; an unknown code is shown as it is, an absent one as a dash."""
        if code is None:
            return NOTHING
        known = self._labels.codes[vocabulary].get(code)
        return code if known is None else (known.public or known.label).zh

    def body(self, body: str) -> str:
        """Return the words for a role, else the name of a unit; a unit the public does not know stays unnamed."""
        known = self._labels.codes["role"].get(body)
        if known is not None:
            return known.label.zh
        return self._units[body].name if body in self._units else "其他单位"

    def filters(self) -> Mapping[str, Callable[..., Any]]:
        """Return the filters the templates use, by name."""
        return {
            "code": self.code,
            "body": self.body,
            "round_name": round_name,
            "day": day,
            "month": month,
            "half": half,
            "share": share,
            "amount": amount,
        }


def round_name(id_: str) -> str:
    """Return a round's name from its id, such as 第13届第5轮."""
    match = _ROUND.fullmatch(id_)
    return f"第{int(match[1])}届第{int(match[2])}轮" if match is not None else id_


def day(value: date | None) -> str:
    """Return a day in words, a dash for none."""
    return f"{value.year}年{value.month}月{value.day}日" if value is not None else NOTHING


def month(value: str | None) -> str:
    """Return a month `YYYY-MM` in words, a dash for none."""
    return f"{int(value[:4])}年{int(value[5:])}月" if value is not None else NOTHING


def half(value: str) -> str:
    """Return a half-year such as `2024-1` in words."""
    return f"{int(value[:4])}年{'上' if value[5:] == '1' else '下'}半年"


def share(n: int | Decimal, of: int | Decimal, places: int = 2) -> str:
    """Return n/of as a percentage, half up; a dash for a zero denominator."""
    return _rate(Decimal(n) / Decimal(of), places) if of else NOTHING


def _rate(value: Decimal, places: int = 2) -> str:
    """Return a rate of 0 to 1 as a percentage with so many decimals, half up."""
    return f"{_rounded(value * 100, places)}%"


def amount(value: Decimal, places: int = 0) -> str:
    """Return a number with thousands set apart and so many decimals, half up."""
    return f"{_rounded(value, places):,}"


def _rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
