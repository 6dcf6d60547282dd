"""One version of a record to its dated facts.

Which fields are days is asked of the model, once per kind; the walk then goes only where days can be, over plain data,
so that versions no check would accept still tell what they hold.

A fact is either an entry or a day of its own. Whatever stands in a log, in `corrections` or in `acknowledged` is one
entry, days to come in it included. Elsewhere a mapping with a `date` is an entry, made of all it says apart from
further days; those are added later (a signature to a feedback, a receipt to a notice), so each is a fact of its own.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

import msgspec

from inspection.history.fact import Fact, Raw
from inspection.history.shape import DAY, Shape, shape_of
from inspection.model.kinds import Kind
from inspection.read.fault import pointer
from inspection.read.layers import Came, NotLayeredError, since

_DAYS = 1 << 16
_LOGS = frozenset({"log", "corrections", "acknowledged"})
_KEYS = ("id", "person", "number", "key", "name")
"""What the members of a list without days of their own are told apart by, so that their days keep their owner."""
_TOLD = frozenset({"by"})
"""What a fact tells besides its content, whatever that is made of; see `Raw.fact`."""

_encode = msgspec.json.Encoder(order="deterministic").encode


def facts_of(kind: Kind, data: Mapping[str, Any]) -> tuple[Fact, ...]:
    """Return every dated fact of one version of a record, in the order of the model's fields.

    Args:
        kind: The kind of record.
        data: Its plain data, valid or not; what is not as the model says is passed over.
    """
    return tuple(raw.fact(content) for content, raw in found(kind, data).items())


def found(kind: Kind, data: Mapping[str, Any], came: Came = 0) -> dict[bytes, Raw]:
    """Return the facts of one version by their content, as `facts_of` does at a higher price.

    Args:
        kind: The kind of record.
        data: See `facts_of`.
        came: When each part of the data came, where it is the last of versions that each only add lines: then each
            fact tells when it came, and the others are in every version from then on as they are here.

    Raises:
        NotLayeredError: A fact was told in another way before.
    """
    finder = _Finder()
    finder.mapping(shape_of(kind.name), data, "", b"", came, keyed=True)
    return finder.found


class _Finder:
    """Finds the facts of one version of a record."""

    def __init__(self) -> None:
        self.found: dict[bytes, Raw] = {}

    def mapping(self, shape: Shape, node: Any, at: str, place: bytes, came: Came, *, keyed: bool = False) -> None:
        """Gather what is in and below a mapping.

        Args:
            at: Its pointer.
            place: The same with what a member of a list is told apart by, if anything, instead of its position.
            came: When it came.
            keyed: Whether the place tells it apart already, so that what else it says may change.
        """
        if not isinstance(node, dict):
            return
        if shape.dated:
            self._add(place if at else b"/date", _own(shape, node) if at else "", node, "date", at or "/date", came)
        for key, step in shape.days:
            if key in node:
                self._add(place + step, "" if keyed else _own(shape, node), node, key, f"{at}/{key}", came)
        for key, step, how, inner in shape.below:
            value = node.get(key)
            if value:
                self._below(key if key in _LOGS else how, inner, value, f"{at}/{key}", place + step, since(came, key))

    def _below(self, how: str, shape: Shape, value: Any, at: str, place: bytes, came: Came) -> None:
        """Gather what is below a field."""
        if how in _LOGS:
            for index, entry in enumerate(value if isinstance(value, list) else ()):
                if isinstance(entry, dict):
                    self._add(place, entry, entry, "date", f"{at}/{index}", since(came, index), in_log=True)
        elif how == "one":
            self.mapping(shape, value, at, place, came)
        else:
            self._members(shape, value, at, place, came)

    def _members(self, shape: Shape, members: Any, at: str, place: bytes, came: Came) -> None:
        for name, key, member in _named(shape, members):
            there = pointer(at, name) if key else f"{at}/{name}"
            path = b"%b/%b" % (place, key.encode("utf-8", "backslashreplace")) if key else place
            if shape is DAY:
                self._add(path, "", {"date": member}, "date", there, since(came, name))
            else:
                its = since(came, name)
                if isinstance(name, int) and not shape.dated:
                    _check_named(member, its)
                self.mapping(shape, member, there, path, its, keyed=bool(key))

    def _add(self, place: bytes, said: Any, node: Any, key: str, at: str, came: Came, *, in_log: bool = False) -> None:
        """Take a day with what is said of it, if it is one.

        Args:
            place: Where it stands, see `mapping`.
            said: What is said with it.
            node: The mapping it stands in.
            key: Its key there.
            at: The pointer of the fact.
            came: When the mapping came.
        """
        day = node.get(key)
        happened = _day(day) if isinstance(day, str) else None
        if happened is None:
            return
        came = came if isinstance(came, int) else _since_all(came, key, {*said, *_TOLD & node.keys()})
        content = alone = b"%b %b %b" % (place, day.encode(), _bytes(said))
        times = 1
        while content in self.found:
            if self.found[content].came > came:
                raise NotLayeredError
            times += 1
            content = b"%b#%d" % (alone, times)
        self.found[content] = Raw(at, happened, node, in_log, came)


def _check_named(member: Any, came: Came) -> None:
    """See that what a member of a list is told apart by came with it."""
    if not isinstance(came, int):
        _since_all(came, next(iter(member)), [name for name in _KEYS if name in member])


def _since_all(came: Came, key: str, said: Iterable[str]) -> int:
    """Return when a day came, with or after everything that is said with it."""
    others = [since(came, name) for name in said]
    first = since(came, key)
    if not isinstance(first, int) or any(not isinstance(one, int) or one > first for one in others):
        raise NotLayeredError
    return first


def _named(shape: Shape, members: Any) -> Iterator[tuple[str | int, str, Any]]:
    """Yield name, what it is told apart by, and value of each member of a list or of a mapping with free keys."""
    if isinstance(members, dict):
        yield from ((key, key, value) for key, value in members.items())
    elif isinstance(members, list):
        for index, member in enumerate(members):
            yield index, "" if shape.dated or not isinstance(member, dict) else _key(member), member


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
