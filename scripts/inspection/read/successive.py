"""Versions of one record, read one after the other: what stood word for word in one is not read again in the next.

A plainly written file (see `plain`) is cut where a key or a hyphen of the same mapping or list begins, and each piece
is remembered by its text, as an entry added to a log leaves all the others as they were. A cut in a wrong place leaves
a piece that is not plainly written; then the whole file is read as any other.
"""

import re
from collections import defaultdict
from functools import lru_cache
from typing import Any

from inspection.read import plain
from inspection.read.brackets import NAME, NotPlainError, name, value
from inspection.read.build import MOST_DEPTH
from inspection.read.parsing import parse

_KEY = re.compile(rf" *({NAME}):\n( *)(- )?(?=[^ \n#])")
"""A key whose value stands in the lines below it, and how the first of these begins."""


class Successive:
    """Reads versions of one record. What it returns may be shared between versions and must not be changed."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._fields: defaultdict[int, dict[str, dict[str, Any]]] = defaultdict(dict)
        self._entries: defaultdict[tuple[str, int], dict[str, list[Any]]] = defaultdict(dict)

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
        known = self._fields[depth]
        record: dict[str, Any] = {}
        count = 0
        for piece in _pieces(text, indent):
            fields = known.get(piece)
            if fields is None:
                fields = known[piece] = self._read_fields(piece, indent, depth)
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
        start = f"{indent}- "
        if depth > MOST_DEPTH or not text.startswith(start):
            raise NotPlainError
        known = self._entries[indent, depth]
        members: list[Any] = []
        for piece in text[len(start) : -1].split(f"\n{start}"):
            entry = known.get(piece)
            if entry is None:
                entry = known[piece] = self._read_entry(piece, indent, depth)
            members += entry
        return members

    def _read_entry(self, piece: str, indent: str, depth: int) -> list[Any]:
        if "\n" in piece:
            inner = f"{indent}  "
            return [self._mapping(f"{inner}{piece}\n", inner, depth + 1)]
        if piece.startswith("{") and piece.isprintable():
            return [value(piece, depth)]
        return plain.entries(f"{indent}- {piece}\n", indent, depth)


def _pieces(text: str, indent: str) -> list[str]:
    """Cut a text where keys of one mapping begin, as its first line must."""
    pieces: list[str] = _cutter(indent).findall(text)
    if sum(map(len, pieces)) != len(text):
        raise NotPlainError
    return pieces


@lru_cache(maxsize=64)
def _cutter(indent: str) -> re.Pattern[str]:
    """Return what finds either one-line fields in a row, or one field with the lines below it."""
    start = f"{indent}[^ \\n#-]"
    row = rf"(?:{start}.*\n(?={start}|\Z))+"
    return re.compile(rf"^(?:{row}|{start}.*\n(?:(?!{start}).*\n)*)", re.MULTILINE)
