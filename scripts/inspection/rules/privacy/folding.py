"""Texts as the detectors read them: every character folded to one character, so that positions stay."""

import re
from typing import NamedTuple

_FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_BLANKS = dict.fromkeys("\u3000\u00a0\u2002\u2003\u2007\u2009\u202f\u200b\u200c\u200d\u2060\ufeff\t", " ")
_DASHES = dict.fromkeys("‐‑‒–—―−－─﹣", "-")
_OTHER_DIGITS = {chr(base + value): str(value) for base in (0x0660, 0x06F0, 0x1D7CE, 0x1D7EC) for value in range(10)}
_FOLDED = _FULL_WIDTH | _BLANKS | _DASHES | _OTHER_DIGITS
_TO_FOLD = re.compile(f"[{re.escape(''.join(_FOLDED))}]")

_CHINESE_DIGITS = str.maketrans("〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖", "000123456789" + "1" + "123456789")


class Match(NamedTuple):
    """Where a text holds what a detector looks for: from `start` up to `end`, in characters."""

    start: int
    end: int


def folded(text: str) -> str:
    """Return the text with full-width letters and digits, blanks and dashes as plain ones, as long as before."""
    return text if text.isascii() else _TO_FOLD.sub(lambda found: _FOLDED[found[0]], text)


def with_plain_digits(text: str) -> str:
    """Return the text with Chinese digits as plain ones, as long as before."""
    return text.translate(_CHINESE_DIGITS)
