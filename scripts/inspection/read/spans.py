"""Where every value of a record begins and ends in its text, for writing beside what stands there."""

from typing import Any, NamedTuple


class Span(NamedTuple):
    """A value's place in the text.

    Attributes:
        start: The place of its first character, from 0; of a list or mapping in block style that of its first entry.
        end: The place behind its last character; of a block of text behind its last line end.
        column: How far it is indented.
        form: `scalar`, `flow` (in brackets) or `block`.
        keys: Of a mapping: where each key begins and what stands for it, in order.
        members: Of a list: its entries.
    """

    start: int
    end: int
    column: int
    form: str
    keys: "dict[str, tuple[int, Span]]"
    members: "list[Span]"

    def at(self, pointer: "tuple[str | int, ...]") -> "Span":
        """Return the span of what lies below.

        Raises:
            LookupError: Nothing lies there.
        """
        span = self
        for part in pointer:
            span = span.members[part] if isinstance(part, int) else span.keys[part][1]
        return span


class _Open:
    """A list or mapping whose end was not read yet."""

    __slots__ = ("event", "key", "keys", "mapping", "members")

    def __init__(self, event: Any, *, mapping: bool) -> None:
        self.event = event
        self.mapping = mapping
        self.key: tuple[str, int] | None = None
        self.keys: dict[str, tuple[int, Span]] = {}
        self.members: list[Span] = []


class SpanTracker:
    """Takes the events of a parser that found nothing wrong, and keeps where everything begins and ends.

    Attributes:
        found: The whole record, once it is read.
        done: Never true: the whole file is read.
    """

    done = False

    def __init__(self) -> None:
        """Begin a file."""
        self.found: Span | None = None
        self._stack: list[_Open] = []

    def document(self, _event: Any) -> None:
        """Begin a document."""

    def end_of_document(self, _event: Any) -> None:
        """End a document."""

    def alias(self, _event: Any) -> None:
        """Take an alias; a file that holds one is never written to."""

    def scalar(self, event: Any) -> None:
        """Take a scalar, as a key where one is due."""
        top = self._stack[-1] if self._stack else None
        if top is not None and top.mapping and top.key is None:
            top.key = (event.value, event.start_mark.index)
        else:
            start = event.start_mark
            self._put(Span(start.index, event.end_mark.index, start.column, "scalar", {}, []))

    def start_mapping(self, event: Any) -> None:
        """Begin a mapping."""
        self._stack.append(_Open(event, mapping=True))

    def start_list(self, event: Any) -> None:
        """Begin a list."""
        self._stack.append(_Open(event, mapping=False))

    def end(self, event: Any) -> None:
        """End the mapping or list begun last; one in block style ends with the last thing in it."""
        ended = self._stack.pop()
        start = ended.event.start_mark
        if ended.event.flow_style:
            end, form = event.end_mark.index, "flow"
        else:
            inner = [span for _, span in ended.keys.values()] or ended.members
            end, form = max([span.end for span in inner], default=start.index), "block"
        self._put(Span(start.index, end, start.column, form, ended.keys, ended.members))

    def _put(self, span: Span) -> None:
        top = self._stack[-1] if self._stack else None
        if top is None:
            self.found = span
        elif not top.mapping:
            top.members.append(span)
        elif top.key is not None:
            key, start = top.key
            top.keys[key] = (start, span)
            top.key = None
