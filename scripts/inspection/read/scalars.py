"""What a plain YAML scalar means: the YAML 1.2 core schema, with numbers with a point kept as their text.

`yes`, `12:30`, `2024-03-18` and `1_000` are text, and `0777` is the number 777. A number with a point stays the text
it was written as, so that no float ever exists and `86400.00` keeps its two decimals.
"""

import re

MOST_DIGITS = 1000
"""Digits of the longest whole number that is read. Python itself refuses to print more than 4,300."""

Scalar = str | int | bool | None

_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_NUMERIC = frozenset("0123456789+-.")


def resolve(text: str) -> Scalar:
    """Return what a plain scalar stands for.

    Args:
        text: The scalar as written, unquoted.

    Raises:
        OverflowError: It is a whole number of more than `MOST_DIGITS` digits.
    """
    if text[:1] in _NUMERIC and text and _INT.fullmatch(text):
        if len(text) > MOST_DIGITS:
            raise OverflowError
        return int(text, _BASES.get(text[:2], 10))
    word: Scalar = text
    return _WORDS.get(text, word)


_BASES = {"0o": 8, "0x": 16}


def is_text(text: str) -> bool:
    """Return whether a plain scalar is text to every YAML 1.2 reader: no number, no truth value, not empty."""
    return not (text in _WORDS or _INT.fullmatch(text) or _FLOAT.fullmatch(text))
