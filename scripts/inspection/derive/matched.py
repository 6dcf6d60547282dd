"""Which element of a list is which element of an older list, wherever it stands now."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

IDENTITY = {
    "Item": "id", "Measure": "id", "Evidence": "id", "Group": "id", "Member": "person", "Aspect": "name",
    "ChecklistItem": "code", "PlannedRound": "id", "Term": "number", "Key": "key", "Checked": "item",
    "Response": "month", "Matters": "month", "Indicator": "name",
}  # fmt: skip
"""By type, the field that says which element it is; every other type is told apart by what it says."""

_DAYS = ("date", "approved", "transferred")
_SORTS = ("action", "kind", "decision", "channel", "topic", "post", "rule", "path")


class Pair(NamedTuple):
    """An element's places in the older and in the newer list; None where it is not."""

    before: int | None
    after: int | None


def pairs(before: Sequence[Struct], after: Sequence[Struct]) -> list[Pair]:
    """Return which element is which, in the order of the newer list, those that are gone last; in linear time.

    Equal elements are one and the same, the first with the first. Of the rest those with one id are, and where a type
    has no ids those with the same day and sort, then those with the same day, then those of one sort and body.
    """
    left, right = dict(enumerate(before)), dict(enumerate(after))
    found: list[Pair] = []
    for key in _keys(before or after):
        waiting: defaultdict[object, deque[int]] = defaultdict(deque)
        for place, one in left.items():
            waiting[key(one)].append(place)
        for place, one in list(right.items()):
            same = waiting.get(key(one))
            if same:
                found.append(Pair(same[0], place))
                del left[same.popleft()], right[place]
    found += (Pair(None, place) for place in right)
    found.sort(key=lambda pair: pair.after or 0)
    return found + [Pair(place, None) for place in left]


def out_of_order(found: Sequence[Pair]) -> Iterator[Pair]:
    """Yield the elements that stand before one they used to stand behind."""
    last = -1
    for pair in found:
        if pair.before is not None and pair.after is not None:
            if pair.before < last:
                yield pair
            last = max(last, pair.before)


def _keys(elements: Sequence[Struct]) -> tuple[Callable[[Struct], object], ...]:
    identity = IDENTITY.get(type(elements[0]).__name__) if elements else None
    if identity is not None:
        return (repr, lambda one: getattr(one, identity))
    return (repr, lambda one: (_first(one, _DAYS), _first(one, _SORTS)), _day, _sort_and_body)


def _day(one: Struct) -> object:
    return _first(one, _DAYS) or object()


def _sort_and_body(one: Struct) -> object:
    sort, body = _first(one, _SORTS), getattr(one, "by", None)
    return (sort, body) if sort is not None and body is not None else object()


def _first(one: Struct, names: Sequence[str]) -> object:
    return next((getattr(one, name) for name in names if hasattr(one, name)), None)
