"""Versions of one record, read one after the other: what stood word for word in one is not read again in the next.

A plainly written file (see `plain`) is cut where a key or a hyphen of the same mapping or list begins, and each piece
is remembered by its text, as an entry added to a log leaves all the others as they were. A cut in a wrong place leaves
a piece that is not plainly written; then the whole file is read as any other.
"""

import re
from functools import lru_cache
from typing import Any

from inspection.read import plain
from inspection.read.brackets import NAME, NotPlainError, name
from inspection.read.build import MOST_DEPTH
from inspection.read.parsing import parse

_KEY = re.compile(rf" *({NAME}):\n( *)(- )?(?=[^ \n#])")
"""A key whose value stands in the lines below it, and how the first of these begins."""


class Successive:
    """Reads versions of one record. What it returns may be shared between versions and must not be changed."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._fields: dict[tuple[int, str], dict[str, Any]] = {}
        self._entries: dict[tuple[int, str], list[Any]] = {}

    def read(self, data: bytes) -> dict[str, Any] | None:
        """Return one version's record, exactly as `parsing.parse` gives its data."""
        try:
            record = self._mapping(plain.decoded(data), "", 1)
        except (OverflowError, NotPlainError):
            record = {}
        return record or parse(data).data

    def _mapping(self, text: str, indent: str, depth: int) -> dict[str, Any]:
        if depth > MOST_DEPTH:
            raise NotPlainError
        record: dict[str, Any] = {}
        count = 0
        for piece in _pieces(text, f"{indent}[^ \\n#-]"):
            fields = self._fields.get((depth, piece))
            if fields is None:
                fields = self._fields[depth, piece] = self._read_fields(piece, indent, depth)
            record |= fields
            count += len(fields)
        if len(record) != count:
            raise NotPlainError
        return record

    def _read_fields(self, piece: str, indent: str, depth: int) -> dict[str, Any]:
        key = _KEY.match(piece)
        below = len(key[2]) - len(indent) if key else -1
        if key and key[3] and below >= 0:
            return {name(key[1]): self._list(piece[key.start(2) :], key[2], depth + 1)}
        if key and not key[3] and below > 0:
            return {name(key[1]): self._mapping(piece[key.start(2) :], key[2], depth + 1)}
        return plain.fields(piece, indent, depth)

    def _list(self, text: str, indent: str, depth: int) -> list[Any]:
        if depth > MOST_DEPTH:
            raise NotPlainError
        members: list[Any] = []
        for piece in _pieces(text, f"{indent}- "):
            entries = self._entries.get((depth, piece))
            if entries is None:
                entries = self._entries[depth, piece] = self._read_entries(piece, indent, depth)
            members += entries
        return members

    def _read_entries(self, piece: str, indent: str, depth: int) -> list[Any]:
        if piece.count("\n") > 1:
            inner = f"{indent}  "
            return [self._mapping(inner + piece[len(inner) :], inner, depth + 1)]
        return plain.entries(piece, indent, depth)


def _pieces(text: str, start: str) -> list[str]:
    """Cut a text where lines begin in a certain way, as the first one must."""
    pieces: list[str] = _cutter(start).findall(text)
    if sum(map(len, pieces)) != len(text):
        raise NotPlainError
    return pieces


@lru_cache(maxsize=64)
def _cutter(start: str) -> re.Pattern[str]:
    """Return what finds either one-line fields in a row, or one field or entry with the lines below it."""
    row = "" if start.endswith("- ") else rf"(?:{start}.*\n(?={start}|\Z))+|"
    return re.compile(rf"^(?:{row}{start}.*\n(?:(?!{start}).*\n)*)", re.MULTILINE)
