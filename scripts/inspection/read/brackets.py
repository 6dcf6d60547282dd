"""What stands in one line of a plainly written file: scalars, and lists and mappings in brackets.

Scalars are short, without escapes, and hold no sign that means something to YAML anywhere but at the end of a word;
so commas and brackets cut a line into its parts without a look at quotation marks.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from inspection.read.build import MOST_DEPTH
from inspection.read.scalars import is_text, resolve

NAME = r"[^\W\d][\w-]{0,63}"
"""A key that needs no quotes, unless it is one of the words that are not text, such as `null`."""

_NAME = re.compile(NAME)
_UNQUOTED = re.compile(r"(?:-[0-9]|[^- ?!:,\[\]{}#&*|>'\"%@`\\])[^?!:,\[\]{}#'\"\\]{0,400}(?<! )")
_QUOTED = re.compile(r"\"[^\"\\]{0,400}\"|'[^'\\]{0,400}'")
_BRACKET = re.compile(r"([\[\]{}])")
_CLOSING = {"[": "]", "{": "}"}

_REMEMBERED = 1 << 15
"""Entries kept, because records repeat their words and days: a few megabytes, as none is longer than 500 characters."""


class NotPlainError(Exception):
    """Something only a YAML parser may judge."""


def value(text: str, depth: int) -> Any:
    """Return what the value of a key or of an entry of a list is.

    Args:
        text: The rest of its line.
        depth: Mappings and lists around it.

    Raises:
        NotPlainError: It is not written plainly.
        OverflowError: It is a whole number too long to be read.
    """
    opening, inside = text[:1], text[1:-1]
    if opening not in _CLOSING:
        return scalar(text)
    if depth >= MOST_DEPTH:
        raise NotPlainError
    if inside and "[" not in inside and "{" not in inside and text[-1] == _CLOSING[opening]:
        entries = inside.split(", ")
        return _unique(list(map(_pair, entries))) if opening == "{" else list(map(scalar, entries))
    pieces = ["", *reversed(_BRACKET.split(text)[1:])]
    found = _collection(pieces, depth + 1)
    if pieces != ["", ""]:
        raise NotPlainError
    return found


def _collection(pieces: list[str], depth: int) -> Any:
    """Take one collection off the end of `pieces`, which are brackets and the texts between them in turn."""
    if depth > MOST_DEPTH:
        raise NotPlainError
    opening, text = pieces.pop(), pieces.pop()
    in_mapping = opening == "{"
    read: Callable[[str], Any] = _pair if in_mapping else scalar
    entries: list[Any] = []
    while pieces[-1] in _CLOSING:
        *before, name = text.split(", ")
        entries += map(read, before)
        inner = _collection(pieces, depth + 1)
        entries.append((_name_before(name), inner) if in_mapping else _nameless(name, inner))
        text = pieces.pop()
        if text[:2] == ", ":
            text = text[2:]
        elif text or pieces[-1] in _CLOSING:
            raise NotPlainError
    if text:
        entries += map(read, text.split(", "))
    if pieces.pop() != _CLOSING[opening]:
        raise NotPlainError
    return _unique(entries) if in_mapping else entries


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) != len(pairs):
        raise NotPlainError
    return record


def _name_before(text: str) -> str:
    if text[-2:] != ": ":
        raise NotPlainError
    return name(text[:-2])


def _nameless(before: str, entry: Any) -> Any:
    if before:
        raise NotPlainError
    return entry


@lru_cache(maxsize=_REMEMBERED)
def _pair(text: str) -> tuple[str, Any]:
    key, _, after = text.partition(": ")
    return name(key), scalar(after)


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
    if _UNQUOTED.fullmatch(text):
        return resolve(text)
    if _QUOTED.fullmatch(text):
        return text[1:-1]
    raise NotPlainError
