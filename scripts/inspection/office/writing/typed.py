"""What people type, read as they mean it: into a command, a form or a cell, in full-width signs or half-width ones."""

import re
import unicodedata
from datetime import date
from decimal import Decimal

_DAYS = (
    re.compile(r"([0-9]{4})\s*[-/.年]\s*([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})\s*日?"),
    re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})"),
)
_MIDNIGHT = re.compile(r"[ T]0{1,2}:00(:00(\.0+)?)?$")
_WHOLE = re.compile(r"[0-9]{1,9}")
_TEN_THOUSANDS = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*万")
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?:[^0-9]|$))")
_LONG_NUMBER = re.compile(r"(?:[0-9０-９]\s?){7}")
_MOST_REPEATED = 40
_TRUE = frozenset({"是", "true", "yes", "y", "√", "✓", "有", "1"})
_FALSE = frozenset({"否", "false", "no", "n", "×", "✗", "无", "0"})


def plainly(text: str) -> str:
    """Return a text in half-width signs, without blanks around it: for days, numbers and codes, not for prose."""
    return unicodedata.normalize("NFKC", text).strip()


def likened(text: str) -> str:
    """Return a name as it is compared with others: without blanks, in small letters and half-width signs."""
    return "".join(plainly(text).split()).casefold()


def repeatable(text: str) -> bool:
    """Return whether what was typed may stand in a message: no long number, which may be a person's, nor much text."""
    return not _LONG_NUMBER.search(text) and len(text) <= _MOST_REPEATED


def day_in(text: str) -> date | None:
    """Return the day a text writes, or nothing: `2024-03-18`, `2024/3/18`, `2024.3.18`, `2024年3月18日`, `20240318`."""
    plain = _MIDNIGHT.sub("", plainly(text))
    for form in _DAYS:
        found = form.fullmatch(plain)
        if found is not None:
            try:
                return date(int(found[1]), int(found[2]), int(found[3]))
            except ValueError:
                return None
    return None


def whole_in(text: str) -> int | None:
    """Return the whole number a text writes, of nine digits at most, or nothing."""
    plain = _THOUSANDS.sub("", plainly(text)).removesuffix(".0")
    return int(plain) if _WHOLE.fullmatch(plain) else None


def digits_in(text: str) -> str:
    """Return an amount as digits and point: without a currency's sign and commas between thousands, 万 in full."""
    digits = _THOUSANDS.sub("", plainly(text).lstrip("¥").removesuffix("元").strip())
    found = _TEN_THOUSANDS.fullmatch(digits)
    return f"{Decimal(found[1]) * 10_000:f}" if found is not None else digits


def truth_in(text: str) -> bool | None:
    """Return the yes or no a text writes, or nothing."""
    plain = likened(text)
    return True if plain in _TRUE else False if plain in _FALSE else None
