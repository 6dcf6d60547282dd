"""What stands in one line of a plainly written file: scalars, and lists and mappings in brackets.

A line is cut at its commas, whatever stands in quotation marks, and each part must then be one whole value: a scalar
without escapes and without the signs of YAML, or again something in brackets. So a wrong cut is never taken for right.
"""

import re
from functools import lru_cache
from typing import Any

from inspection.read.build import MOST_DEPTH
from inspection.read.scalars import is_text, resolve

NAME = r"[^\W\d][\w-]{0,63}+"
"""A key that needs no quotation marks, unless it is one of the words that are not text, such as `null`."""

_NAME = re.compile(NAME)
_UNQUOTED = re.compile(r"(?:-[0-9]|[^- ?!:,\[\]{}#&*|>'\"%@`\\])[^?!:,\[\]{}#'\"\\]{0,400}(?<! )")
_QUOTED = re.compile(r"\"[^\"\\]{0,400}\"|'[^'\\]{0,400}'")
_COMMA = re.compile(r", (?![^\[\]{}]{0,400}+[\]}])")
"""A comma whose next bracket is no closing one, so that it stands in no inner bracket; looking on is bounded."""
_CLOSING = {"[": "]", "{": "}"}

_REMEMBERED = 1 << 13
"""Records repeat their words and days; as none is longer than 500 characters, these take a few megabytes at most."""


class NotPlainError(Exception):
    """Something only a YAML parser may judge."""


def value(text: str, depth: int) -> Any:
    """Return what a value is.

    Args:
        text: The rest of its line, or its part of a line.
        depth: How many mappings and lists are around it.

    Raises:
        NotPlainError: It is not written plainly.
        OverflowError: It is a whole number too long to be read.
    """
    opening = text[:1]
    if opening not in _CLOSING:
        return scalar(text)
    if depth >= MOST_DEPTH or text[-1] != _CLOSING[opening]:
        raise NotPlainError
    inside = text[1:-1]
    if not inside:
        return {} if opening == "{" else []
    if "[" in inside or "{" in inside:
        return _outer(opening, _COMMA.split(inside), depth + 1)
    entries = inside.split(", ")
    if opening == "[":
        return list(map(scalar, entries))
    return _distinct(dict(map(_pair, entries)), len(entries))


def _outer(opening: str, entries: list[str], depth: int) -> Any:
    if opening == "[":
        return [value(entry, depth) for entry in entries]
    pairs = (_outer_pair(entry, depth) if entry[-1:] in "]}" else _pair(entry) for entry in entries)
    return _distinct(dict(pairs), len(entries))


def _outer_pair(text: str, depth: int) -> tuple[str, Any]:
    key, _, after = text.partition(": ")
    return name(key), value(after, depth)


def _distinct(record: dict[str, Any], count: int) -> dict[str, Any]:
    if len(record) != count:
        raise NotPlainError
    return record


@lru_cache(maxsize=_REMEMBERED)
def _pair(text: str) -> tuple[str, Any]:
    key, _, after = text.partition(": ")
    return name(key), _scalar(after)


@lru_cache(maxsize=1 << 10)
def name(text: str) -> str:
    """Return the key a word is.

    Raises:
        NotPlainError: It is no word, or one that is not text, such as `null`.
    """
    if _NAME.fullmatch(text) and is_text(text):
        return text
    raise NotPlainError


@lru_cache(maxsize=_REMEMBERED)
def scalar(text: str) -> Any:
    """Return what a scalar is, quoted or not.

    Raises:
        NotPlainError: It is not written plainly.
        OverflowError: It is a whole number too long to be read.
    """
    return _scalar(text)


def _scalar(text: str) -> Any:
    if _UNQUOTED.fullmatch(text):
        return resolve(text)
    if _QUOTED.fullmatch(text):
        return text[1:-1]
    raise NotPlainError
