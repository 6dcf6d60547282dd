"""Records written as YAML that people like to read.

The layout is that of the data model's examples: block mappings, short inner mappings in one line, a statement as a
block of text, quotes only where a reader could take a value for something else.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`][^?:#,\[\]{}\n\"\\]*")
_MISREAD = re.compile(
    r"[-+.]?[0-9][0-9_,.xobeEa-fA-F+:]*|~|[0-9a-f]{8,}|[-+]?\.(inf|nan)"
    r"|(true|false|null|yes|no|on|off|y|n)|0[xo].*",
    re.IGNORECASE,
)
_LINES = re.compile(r"(?:[^\s#][^\n]*\n)+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?")
_FLOW_WIDTH = 120
_ENTRY_WIDTH = 260
_ALWAYS_BLOCK = frozenset({"items", "log", "measures", "evidence", "groups", "members", "aspects", "rounds"})


class Number(str):
    """A number with a point, as its source text: written without quotes, read back as the same text."""

    __slots__ = ()


def emit(record: dict[str, Any]) -> str:
    """Return the record as a YAML document.

    Args:
        record: Keys to text, whole numbers, truth values, `Number`s, lists and mappings of the same.
    """
    return "".join(f"{line}\n" for line in _mapping(record, ""))


def _width(text: str) -> int:
    """Return how wide the text is on screen: a Chinese character takes two columns, and two bytes in GBK."""
    return len(text.encode("gbk", "replace"))


@lru_cache(maxsize=1 << 15)
def _text(text: str) -> str:
    if _DAY.fullmatch(text) or (_PLAIN.fullmatch(text) and not _MISREAD.fullmatch(text) and text == text.strip()):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _scalar(value: Any) -> str:
    if type(value) is str:
        return _text(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def flow(value: Any) -> str:
    """Return a value in one line: a scalar, or a list or mapping in brackets."""
    if isinstance(value, dict):
        return "{" + ", ".join([f"{_text(key)}: {flow(inner)}" for key, inner in value.items()]) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join([flow(inner) for inner in value]) + "]"
    return _scalar(value)


def _depth(value: Any) -> int:
    if isinstance(value, dict):
        return 1 + max([_depth(inner) for inner in value.values()], default=0)
    if isinstance(value, list | tuple):
        return 1 + max([_depth(inner) for inner in value], default=0)
    return 0


def is_block_of_text(value: Any) -> bool:
    """Return whether a value is written as a block of text: whole lines that begin with neither blank nor `#`."""
    return isinstance(value, str) and _LINES.fullmatch(value) is not None


def field_lines(key: str, value: Any, indent: str) -> Iterator[str]:
    """Yield the lines of one field of a block mapping, each with its indentation."""
    name = f"{indent}{_scalar(key)}:"
    if is_block_of_text(value):
        yield f"{name} |"
        yield from (f"{indent}  {line}" for line in value.splitlines())
    elif not isinstance(value, dict | list | tuple):
        yield f"{name} {_scalar(value)}"
    elif _in_one_line(key, value, indent):
        yield f"{name} {flow(value)}"
    else:
        yield name
        yield from _block(value, indent + "  ")


def entry_lines(element: Any, indent: str, *, in_block: bool = False) -> Iterator[str]:
    """Yield the lines of one entry of a block list, each with its indentation.

    Args:
        element: The entry.
        indent: What stands before the hyphen.
        in_block: Whether a mapping is laid out over several lines even where it fits in one.
    """
    if isinstance(element, dict) and element and (in_block or not _fits_entry(element)):
        first, *rest = _mapping(element, indent + "  ")
        yield f"{indent}- {first.lstrip()}"
        yield from rest
    else:
        yield f"{indent}- {flow(element)}"


def _mapping(mapping: dict[str, Any], indent: str) -> Iterator[str]:
    for key, value in mapping.items():
        yield from field_lines(key, value, indent)


def _in_one_line(key: str, value: Any, indent: str) -> bool:
    if not value:
        return True
    inner = value[0] if isinstance(value, list | tuple) else None
    if isinstance(inner, dict) and (key in _ALWAYS_BLOCK or len(value) > 1 or _depth(inner) > 2):
        return False
    if isinstance(value, dict) and _depth(value) > 2:
        return False
    return _width(f"{indent}{key}: {flow(value)}") <= _FLOW_WIDTH


def _block(value: dict[str, Any] | Sequence[Any], indent: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield from _mapping(value, indent)
        return
    for element in value:
        yield from entry_lines(element, indent)


def _fits_entry(element: dict[str, Any]) -> bool:
    if any(isinstance(inner, str) and _LINES.fullmatch(inner) for inner in element.values()):
        return False
    flat = _depth(element) <= (3 if "add" in element else 2)
    nested = any(isinstance(element[key], list) and _depth(element[key]) > 1 for key in _ALWAYS_BLOCK & element.keys())
    return flat and not nested and _width(flow(element)) <= _ENTRY_WIDTH
