"""One version of a record to its dated facts.

Which fields are days is asked of the model, once per kind; the walk then goes only where days can be, over plain data,
so that versions no check would accept still tell what they hold.

A fact is either an entry or a day of its own. Whatever stands in a log, in `corrections` or in `acknowledged` is one
entry, days to come in it included. Elsewhere a mapping with a `date` is an entry, made of all it says apart from
further days; those are added later (a signature to a feedback, a receipt to a notice), so each is a fact of its own.
"""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from itertools import count, islice
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct

from inspection.history.shape import DAY, Shape, shape_of
from inspection.model.kinds import Kind
from inspection.read.fault import pointer

_DAYS = 1 << 16
_LOGS = frozenset({"log", "corrections", "acknowledged"})
_KEYS = ("id", "person", "number", "key", "name")
"""What the members of a list without days of their own are told apart by, so that their days keep their owner."""

_encode = msgspec.json.Encoder(order="deterministic").encode


class Fact(Struct, frozen=True, gc=False):
    """Something that happened, as one version of a record tells it.

    Attributes:
        pointer: Where it stands in that version: an entry, or the field that holds the day.
        day: The day it happened, in the district's time zone.
        action: What a log's entry does (a code), else `""`: the field's name says what it is.
        by: Who says so: role words or unit ids, as written.
        content: Everything the fact says, with its place but without its position in a list: the same bytes in another
            version are the same fact. A second one that says the same has `#2` behind it.
        mends: The pointer of what this one corrects in the same version, else `""`.
        voids: Whether what it mends is to count as never written.
    """

    pointer: str
    day: date
    action: str
    by: tuple[str, ...]
    content: bytes
    mends: str = ""
    voids: bool = False

    @property
    def identity(self) -> str:
        """The SHA-256 of `content`, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


class Raw(NamedTuple):
    """A fact found but not yet put in order; most versions only repeat what an earlier one said."""

    pointer: str
    day: date
    node: Mapping[str, Any]
    in_log: bool

    @property
    def mends(self) -> str:
        """The pointer of what it corrects, else `""`."""
        path, entry = self.node.get("path"), self.node.get("entry")
        if not self.in_log:
            return ""
        if isinstance(path, str):
            return path
        log = self.pointer.rpartition("/")[0]
        return f"{log}/{entry - 1}" if isinstance(entry, int) and self.node.get("action") == "correct" else ""

    def fact(self, content: bytes) -> Fact:
        """Return the fact; `content` is what it was found by."""
        by = self.node.get("by", ())
        said = (by,) if isinstance(by, str) else tuple(str(each) for each in by) if isinstance(by, list) else ()
        action = self.node.get("action", "") if self.in_log else ""
        return Fact(
            pointer=self.pointer,
            day=self.day,
            action=action if isinstance(action, str) else "",
            by=said,
            content=content,
            mends=self.mends,
            voids=self.in_log and self.node.get("void") is True,
        )


def facts_of(kind: Kind, data: Mapping[str, Any]) -> tuple[Fact, ...]:
    """Return every dated fact of one version of a record, in the order of the model's fields.

    Args:
        kind: The kind of record.
        data: Its plain data, valid or not; what is not as the model says is passed over.
    """
    return tuple(raw.fact(content) for content, raw in Finder(kind).found(data).items())


class Finder:
    """Finds the facts of one version of a record after the other; what one has in common with the last is not walked.

    Args:
        kind: The kind of record.
    """

    def __init__(self, kind: Kind) -> None:
        """Know no version yet."""
        self._root = shape_of(kind.name)
        self._last: dict[tuple[str, bytes], tuple[Any, dict[bytes, Raw]]] = {}
        self._found: dict[bytes, Raw] = {}
        self._repeats = 0

    def found(self, data: Mapping[str, Any]) -> dict[bytes, Raw]:
        """Return the facts of a version by their content, as `facts_of` does at a higher price."""
        self._found, self._repeats = {}, 0
        self._mapping(self._root, data, "", b"", keyed=True)
        return self._found

    def _mapping(self, shape: Shape, node: Any, at: str, place: bytes, *, keyed: bool = False) -> None:
        """Gather what is in and below a mapping.

        Args:
            at: Its pointer.
            place: The same with what a member of a list is told apart by, if anything, instead of its position.
            keyed: Whether the place tells it apart already, so that what else it says may change.
        """
        if not isinstance(node, dict):
            return
        if shape.dated:
            self._dated(shape, node, at, place)
        for key, step in shape.days:
            if key in node:
                said = "" if keyed else _own(shape, node)
                self._add(place + step, said, node[key], f"{at}/{key}", node)
        for key, step, how, inner in shape.below:
            value = node.get(key)
            if value:
                self._below(key if key in _LOGS else how, inner, value, f"{at}/{key}", place + step)

    def _below(self, how: str, shape: Shape, value: Any, at: str, place: bytes) -> None:
        """Gather what is below a field, or take it from the last version as far as that held the very same."""
        last, held = self._last.get((at, place), (None, {}))
        before, repeats, known = len(self._found), self._repeats, 0
        if self._found.keys().isdisjoint(held):
            same = last == value
            known = len(last) if not same and _begins_with(value, last) else 0
            if same or known:
                self._found |= held
            if same:
                return
        if how in _LOGS:
            self._log(value, at, place, known)
        elif how == "one":
            self._mapping(shape, value, at, place)
        else:
            self._members(shape, value, at, place, known)
        if repeats == self._repeats:
            self._last[at, place] = (value, dict(islice(self._found.items(), before, None)))

    def _dated(self, shape: Shape, node: Mapping[str, Any], at: str, place: bytes) -> None:
        if at:
            self._add(place, _own(shape, node), node.get("date"), at, node)
        else:
            self._add(b"/date", "", node.get("date"), "/date", node)

    def _log(self, entries: Any, at: str, place: bytes, known: int) -> None:
        for index, entry in enumerate(entries if isinstance(entries, list) else ()):
            if index >= known and isinstance(entry, dict):
                self._add(place, entry, entry.get("date"), f"{at}/{index}", entry, in_log=True)

    def _members(self, shape: Shape, members: Any, at: str, place: bytes, known: int) -> None:
        for name, key, member in islice(_named(shape, members), known, None):
            there = pointer(at, name) if key else f"{at}/{name}"
            path = b"%b/%b" % (place, key.encode("utf-8", "backslashreplace")) if key else place
            if shape is DAY:
                self._add(path, "", member, there, {})
            else:
                self._mapping(shape, member, there, path, keyed=bool(key))

    def _add(
        self, place: bytes, said: Any, day: Any, at: str, node: Mapping[str, Any], *, in_log: bool = False
    ) -> None:
        happened = _day(day) if isinstance(day, str) else None
        if happened is None:
            return
        content = b"%b %b %b" % (place, day.encode(), _bytes(said))
        if content in self._found:
            self._repeats += 1
            content = next(each for n in count(2) if (each := b"%b#%d" % (content, n)) not in self._found)
        self._found[content] = Raw(at, happened, node, in_log)


def _named(shape: Shape, members: Any) -> Iterator[tuple[str | int, str, Any]]:
    """Yield name, what it is told apart by, and value of each member of a list or of a mapping with free keys."""
    if isinstance(members, dict):
        yield from ((key, key, value) for key, value in members.items())
    elif isinstance(members, list):
        for index, member in enumerate(members):
            yield index, "" if shape.dated or not isinstance(member, dict) else _key(member), member


def _begins_with(value: Any, last: Any) -> bool:
    return isinstance(value, list) and isinstance(last, list) and value[: len(last)] == last


def _own(shape: Shape, node: Mapping[str, Any]) -> Mapping[str, Any]:
    return {key: value for key, value in node.items() if key not in shape.apart}


def _key(node: Mapping[str, Any]) -> str:
    for name in _KEYS:
        if name in node:
            return str(node[name])
    return ""


def _bytes(said: Any) -> bytes:
    try:
        return _encode(said)
    except (OverflowError, UnicodeEncodeError):  # a number or a character no record may hold
        return repr(said).encode("utf-8", "backslashreplace")


@lru_cache(_DAYS)
def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == len("2024-03-18") else None
    except ValueError:
        return None
