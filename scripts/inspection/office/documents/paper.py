"""A paper before it is printed: its template, what the file is called, and plain values."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple, TypeAlias

Value: TypeAlias = "str | int | bool | Mapping[str, Value] | Sequence[Value]"
"""What a template may print or go through: texts, whole numbers, and lists and maps of them; nothing is ever None."""

LONGEST_NAME = 60
BLANK_DAY = "＿＿＿年＿＿月＿＿日"
BLANK_NUMBER = "＿＿＿号"
_NO_PART_OF_A_NAME = re.compile(r'[\\/:*?"<>|\s]+')
_NUMERALS = "〇一二三四五六七八九"


class Paper(NamedTuple):
    """A paper.

    Attributes:
        template: The stem of its Word template.
        name: What its file is called, without an ending.
        values: What the template prints.
    """

    template: str
    name: str
    values: Mapping[str, Value]


def file_name(*parts: str) -> str:
    """Return a name any system takes for a file, of the parts that say something."""
    plain = (_NO_PART_OF_A_NAME.sub("-", "".join(char for char in part if char.isprintable())) for part in parts)
    return " ".join(part.strip(".- ") for part in plain if part)[:LONGEST_NAME].strip()


def long_day(day: date | None) -> str:
    """Return a day as official papers write it, 2024年3月18日; room to write it by hand where there is none."""
    return f"{day.year}年{day.month}月{day.day}日" if day is not None else BLANK_DAY


def short_day(day: date | None) -> str:
    """Return a day for a table, 2024-03-18; nothing where there is none."""
    return day.isoformat() if day is not None else ""


def long_month(month: str) -> str:
    """Return a month such as `2024-03` as 2024年3月."""
    year, _, number = month.partition("-")
    return f"{year}年{int(number)}月"


def lines(text: str | None) -> list[str]:
    """Return the paragraphs of a text."""
    return [line for line in (text or "").splitlines() if line.strip()]


def sentence(text: str) -> str:
    """Return a text that ends as a sentence does."""
    stripped = text.rstrip()
    return stripped if not stripped or stripped[-1] in "。！？；…”）" else f"{stripped}。"


def numeral(number: int) -> str:
    """Return a number from 1 to 99 as headings write it: 一, 十, 二十三."""
    tens, ones = divmod(number, 10)
    high = "" if not tens else "十" if tens == 1 else f"{_NUMERALS[tens]}十"
    return high + (_NUMERALS[ones] if ones else "")


def numbered_parts(*present: tuple[str, bool]) -> dict[str, Value]:
    """Return the numerals of a paper's parts by name; those it does not have are not counted, and have none."""
    numerals: dict[str, Value] = {}
    count = 0
    for name, there in present:
        count += there
        numerals[name] = numeral(count) if there else ""
    return numerals


def yuan(amount: Decimal | None) -> str:
    """Return an amount of money in yuan; nothing where there is none."""
    return f"{amount:,.2f} 元" if amount is not None else ""
