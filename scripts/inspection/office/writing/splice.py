"""One value added to a record's text, or exchanged in it, and every other byte left alone.

Nothing is rendered but the new value: it is put into the text at the place the parser's positions name, in the style of
what stands beside it. Whether that reads as it should is not believed but read: see `write`.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from inspection.emit import emit, entry_lines, field_lines, flow, is_block_of_text
from inspection.read.document import spans
from inspection.read.spans import Span

Pointer = tuple[str | int, ...]
"""Keys, and positions in lists from 0."""

_BREAK = re.compile(r"\r?\n")


class CannotSpliceError(Exception):
    """A value cannot be written there without touching what stands beside it."""


class Add(NamedTuple):
    """A value where none stands yet.

    Attributes:
        holder: The mapping or list it is added to.
        key: Its key; nothing for a new last entry of a list.
        value: Plain data.
        before: The keys that stand before it in such a mapping, where they are there.
    """

    holder: Pointer
    key: str | None
    value: Any
    before: Sequence[str] = ()


class Put(NamedTuple):
    """Another value for one that stands there."""

    place: Pointer
    value: Any


Edit = Add | Put


def spliced(text: str, edit: Edit) -> str:
    """Return the text of a record with one more value, or with another.

    Args:
        text: The text of a file that is read without a fault.
        edit: What is to be written.

    Raises:
        CannotSpliceError: There is no way to write it beside what stands there.
    """
    root = spans(text)
    if isinstance(edit, Put):
        return _put(text, root, edit)
    holder = root.at(edit.holder)
    if edit.key is None:
        start, piece = _entry(text, holder, edit.value)
    else:
        start, piece = _field(text, holder, edit.key, edit.value, edit.before)
    return text[:start] + _with_ends_of(text, piece) + text[start:]


def applied(data: Any, edit: Edit) -> None:
    """Do to plain data what `spliced` does to its text.

    Raises:
        LookupError: The place is not there.
    """
    *holder, last = edit.place if isinstance(edit, Put) else (*edit.holder, edit.key)
    for part in holder:
        data = data[part]
    if last is None:
        data.append(edit.value)
    else:
        data[last] = edit.value


def fresh(record: dict[str, Any], order: Iterable[str]) -> str:
    """Return the text of a new file: the fields in the order of the schema, laid out as in the demonstration."""
    known = list(order)
    keys = sorted(record, key=lambda key: known.index(key) if key in known else len(known))
    return emit({key: record[key] for key in keys})


def _entry(text: str, holder: Span, value: Any) -> tuple[int, str]:
    if holder.form == "flow":
        return _in_brackets(text, holder, holder.members, flow(value))
    last = holder.members[-1]
    lines = (
        entry_lines(value, " " * holder.column, in_block=last.form == "block")
        if not _is_flow(last, value)
        else (f"{' ' * holder.column}- {flow(value)}",)
    )
    return _below(text, last.end, lines)


def _is_flow(beside: Span, value: Any) -> bool:
    return beside.form == "flow" and isinstance(value, dict | list)


def _field(text: str, holder: Span, key: str, value: Any, before: Sequence[str]) -> tuple[int, str]:
    there = [name for name in before if name in holder.keys] or list(holder.keys)[-1:]
    after = max((holder.keys[name] for name in there), default=None)
    if holder.form == "flow":
        beside = [after[1]] if after is not None else []
        return _in_brackets(text, holder, beside, flow({key: value})[1:-1])
    if after is None:
        raise CannotSpliceError
    return _below(text, after[1].end, field_lines(key, value, " " * holder.column))


def _in_brackets(text: str, holder: Span, beside: Sequence[Span], piece: str) -> tuple[int, str]:
    """Return where a piece goes inside brackets: behind the last of what is beside it, else behind the opening one."""
    if beside:
        return beside[-1].end, f", {piece}"
    if text[holder.start + 1 : holder.end - 1].strip():
        raise CannotSpliceError
    return holder.start + 1, piece


def _below(text: str, end: int, lines: Iterable[str]) -> tuple[int, str]:
    """Return where whole lines go below the line a value ends in, which may end with a comment."""
    whole = "\n".join(lines)
    if end and text[end - 1] == "\n":
        return end, f"{whole}\n"
    found = _BREAK.search(text, end)
    return (found.end(), f"{whole}\n") if found else (len(text), f"\n{whole}\n")


def _put(text: str, root: Span, edit: Put) -> str:
    span, holder = root.at(edit.place), root.at(edit.place[:-1])
    if span.form == "block":
        raise CannotSpliceError
    old = text[span.start : span.end]
    alone = not text[span.end :].partition("\n")[0].strip() or old.endswith("\n")
    if holder.form == "block" and alone and holder.keys and is_block_of_text(edit.value):
        lines = list(field_lines("x", edit.value, " " * holder.column))
        piece = "\n".join([lines[0].partition(": ")[2], *lines[1:]])
        ends = old.endswith("\n") or not text[span.end :]
    else:
        piece, ends = flow(edit.value), old.endswith("\n")
    return text[: span.start] + _with_ends_of(text, piece + ("\n" if ends else "")) + text[span.end :]


def _with_ends_of(text: str, piece: str) -> str:
    """Return a piece with the line ends of the text."""
    first = _BREAK.search(text)
    return piece.replace("\n", "\r\n") if first is not None and first[0] == "\r\n" else piece
