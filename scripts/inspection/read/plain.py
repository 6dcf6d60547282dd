"""Plainly written files, read without a YAML parser: the fast half of "fast accept, slow explain".

Nearly every record is written in a small part of YAML that can be read in one way only: printable characters, keys that
are words, one value a line, lists and mappings in brackets within their line, text in literal blocks. This module reads
that part and nothing else. It never says that a file is wrong: whatever it does not know for certain it leaves to a
YAML parser.
"""

import re
from collections.abc import Sequence
from typing import Any

from inspection.read.brackets import NAME, NotPlainError, name, value
from inspection.read.build import MOST_DEPTH
from inspection.read.text import MOST_SCALAR_BYTES

_LINE = re.compile(
    rf"( *+)(- )?+(?:({NAME}):(?: |(?=\n)))?+"  # indentation, hyphen, key
    r"(?:\|\n(( ++)[^ \n].*+\n(?:\5.*+\n|\n)*+)|(.*+)\n++)"  # a literal block and its indentation, or what else follows
)

Line = tuple[str, str, str, str, str, str]
"""What a line is made of: indentation, hyphen, key, literal block and its indentation, or what else follows."""

_END: Line = ("", "", "", "", "", "")


def read(data: bytes) -> dict[str, Any] | None:
    """Return the record of a plainly written file, exactly as a YAML parser gives it.

    Args:
        data: The whole file.

    Returns:
        The record, or nothing where this module is not certain; that does not mean the file is wrong.
    """
    try:
        return record_of(lines_of(decoded(data))) or None
    except (OverflowError, NotPlainError):
        return None


def decoded(data: bytes) -> str:
    """Return the text of a file, where it may be plainly written; its characters are looked at with its lines.

    Raises:
        NotPlainError: It is not.
    """
    if len(data) > MOST_SCALAR_BYTES or not data.endswith(b"\n"):
        raise NotPlainError
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise NotPlainError from None


def record_of(lines: list[Line]) -> dict[str, Any]:
    """Return the record that lines hold, and take them away.

    Args:
        lines: Of `lines_of`.

    Raises:
        NotPlainError: They are not written plainly, or hold anything else.
        OverflowError: There is a whole number too long to be read.
    """
    record = _mapping(lines, "", 1)
    if lines != [_END]:
        raise NotPlainError
    return record


def lines_of(text: str) -> list[Line]:
    """Return the lines from the last to the first, so that the next one is popped; comments are left out.

    Before the last comes an empty one: the end.

    Raises:
        NotPlainError: There is a character that a plainly written file does not hold.
    """
    if not text.replace("\n", "").isprintable():
        raise NotPlainError
    lines: list[Line] = _LINE.findall(text)
    if "#" in text:
        lines = [line for line in lines if not _is_comment(line)]
    lines.append(_END)
    lines.reverse()
    return lines


def _is_comment(line: Sequence[str]) -> bool:
    return line[5].startswith("#") and not line[1] and not line[2]


def places(text: str, lines: Sequence[Line]) -> Sequence[int]:
    """Return at which line of a text, counted from 0, each of its lines that is no comment begins.

    Args:
        text: The text.
        lines: Of `lines_of`; the end is one of them.
    """
    found: list[int] = []
    at = 0
    if "\n\n" in text or "#" in text:
        for match in _LINE.finditer(text):
            if not _is_comment(match.groups("")):
                found.append(at)
            at += text.count("\n", *match.span())
        return [*found, at]
    for line in reversed(lines):
        found.append(at)
        at += 1 + line[3].count("\n") if line[3] else 1
    return found


def _mapping(lines: list[Line], indent: str, depth: int) -> dict[str, Any]:
    if depth > MOST_DEPTH:
        raise NotPlainError
    record: dict[str, Any] = {}
    while True:
        here, hyphen, key, literal, margin, rest = lines[-1]
        if here != indent or hyphen or not key:
            return record
        if key in record:
            raise NotPlainError
        lines.pop()
        if rest:
            record[name(key)] = value(rest, depth)
        elif literal:
            record[name(key)] = _literal(literal, margin, indent)
        else:
            record[name(key)] = _nested(lines, indent, depth + 1)


def _list(lines: list[Line], indent: str, depth: int) -> list[Any]:
    if depth > MOST_DEPTH:
        raise NotPlainError
    entries: list[Any] = []
    while True:
        here, hyphen, key, literal, margin, rest = lines[-1]
        if here != indent or not hyphen:
            return entries
        if key:
            lines[-1] = (indent + "  ", "", key, literal, margin, rest)
            entries.append(_mapping(lines, indent + "  ", depth + 1))
        else:
            lines.pop()
            entries.append(value(rest, depth))


def _nested(lines: list[Line], indent: str, depth: int) -> Any:
    here, hyphen = lines[-1][:2]
    if hyphen and len(here) >= len(indent):
        return _list(lines, here, depth)
    if len(here) > len(indent):
        return _mapping(lines, here, depth)
    raise NotPlainError


def _literal(block: str, margin: str, indent: str) -> str:
    if len(margin) <= len(indent):
        raise NotPlainError
    return block[len(margin) :].replace("\n" + margin, "\n").rstrip("\n") + "\n"
