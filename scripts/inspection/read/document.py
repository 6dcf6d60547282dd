"""What the YAML parsers say of a file: strict YAML 1.2. The only door to PyYAML.

A plainly written file needs no parser (see `parsing`); every other file is judged here, and every fault is told here.

The data is built from the parser's events, never by its constructors, so that nothing a file says can make an object,
recurse, or vanish. libyaml gives the events where it can; whatever it refuses, and whatever it is known to read
otherwise, is judged by PyYAML's own parser, so both ways always give the same.
"""

import re
from collections.abc import Callable, Collection
from typing import Any, TypeVar

import yaml
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from inspection.finding import Mark
from inspection.read.build import Builder
from inspection.read.complaints import Complaint, fault_of
from inspection.read.parsing import Parsed
from inspection.read.positions import Positions, Tracker
from inspection.read.spans import Span, SpanTracker
from inspection.read.text import decode, within

try:
    import yaml.cyaml as libyaml
except ImportError:
    libyaml = None  # type: ignore[assignment]

_FAST: Any = getattr(libyaml, "CParser", None)
_READ_OTHERWISE = re.compile(r"[\t!?]|[|>][0-9+-]*#")
"""What libyaml and PyYAML's own parser read differently, were it anywhere but in a comment."""
_COMMENT = re.compile(r"(?:^|(?<= ))#[^'\"\n]*$", re.MULTILINE)

T = TypeVar("T", Tracker, SpanTracker)

_ERRORS = (yaml.YAMLError, ValueError, OverflowError)


class _PurePythonParser(Reader, Scanner, Parser):
    def __init__(self, stream: str) -> None:
        Reader.__init__(self, stream)
        Scanner.__init__(self)
        Parser.__init__(self)


def judged(data: bytes) -> Parsed:
    """Return what the YAML parsers say of one file, however it is written; see `parsing.parse`."""
    text, faults = decode(data)
    if text is None:
        return Parsed(None, tuple(faults))
    builder = _built(text)
    record = builder.finished()
    faults += [fault._replace(mark=within(text, fault.mark or Mark(1, 1))) for fault in builder.faults]
    return Parsed(None if faults else record, tuple(faults))


def positions(data: bytes, wanted: Collection[str] | None = None) -> Positions:
    """Return the place of every key and value of a file, empty where the file cannot be parsed.

    Args:
        data: The whole file.
        wanted: Pointers; the file is read no further than to the last of their values.
    """
    return _tracked(decode(data)[0], lambda: Tracker(wanted)).found


def spans(text: str) -> Span:
    """Return where every value of a file's text begins and ends.

    Args:
        text: The text of a file that `parsing.parse` reads without a fault.

    Raises:
        ValueError: It holds no record.
    """
    found = _tracked(text, SpanTracker).found
    if found is None:
        raise ValueError("no record")
    return found


def _tracked(text: str | None, tracking: Callable[[], T]) -> T:
    """Return what a tracker makes of a text; nothing where it cannot be parsed."""
    for parser in (_FAST, _PurePythonParser) if text is not None and _is_read_alike(text) else (_PurePythonParser,):
        tracker = tracking()
        try:
            _drive(parser(text or ""), tracker)
        except _ERRORS:
            continue
        return tracker
    return tracking()


def _built(text: str) -> Builder:
    escapes = "\\" in text
    if _is_read_alike(text):
        builder = Builder(escapes=escapes)
        try:
            _drive(_FAST(text), builder)
        except _ERRORS:
            pass
        else:
            return builder
    builder = Builder(escapes=escapes)
    parser = _PurePythonParser(text)
    try:
        _drive(parser, builder)
    except yaml.MarkedYAMLError as error:
        builder.faults.append(fault_of(_complaint(error, parser)))
    except _ERRORS:
        builder.faults.append(fault_of(Complaint("double-quoted", "escape", None, _mark(parser.get_mark()))))
    return builder


def _is_read_alike(text: str) -> bool:
    if _FAST is None:
        return False
    return not (_READ_OTHERWISE.search(text) and _READ_OTHERWISE.search(_COMMENT.sub("", text)))


def _drive(parser: Any, builder: "Builder | Tracker | SpanTracker") -> None:
    take: dict[type, Callable[[Any], None]] = {
        yaml.ScalarEvent: builder.scalar,
        yaml.MappingStartEvent: builder.start_mapping,
        yaml.SequenceStartEvent: builder.start_list,
        yaml.MappingEndEvent: builder.end,
        yaml.SequenceEndEvent: builder.end,
        yaml.AliasEvent: builder.alias,
        yaml.DocumentStartEvent: builder.document,
        yaml.DocumentEndEvent: builder.end_of_document,
    }
    parser.get_event()
    while not builder.done:
        event = parser.get_event()
        act = take.get(type(event))
        if act is None:
            return
        act(event)


def _complaint(error: yaml.MarkedYAMLError, parser: _PurePythonParser) -> Complaint:
    began = _mark(error.context_mark) if error.context_mark else None
    return Complaint(error.context or "", error.problem or "", began, _mark(error.problem_mark or parser.get_mark()))


def _mark(mark: Any) -> Mark:
    return Mark(mark.line + 1, mark.column + 1)
