"""What two versions of a record do not share, value by value, as typed by the model.

An element of a list is the same fact wherever it stands: an entry added above others changes none of them.
"""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from msgspec import Struct, to_builtins

from inspection.derive.matched import pairs
from inspection.model.record import Record


class Difference(NamedTuple):
    """One value, part or element that is not what it was.

    Attributes:
        new: JSON Pointer into the newer record; for an element that is gone its last step is `-`.
        old: JSON Pointer into the older record; for an element that is added its last step is `-`.
        holder: The part or record that has the field, as it is now.
        field: The field's attribute; of an element of a list, and of a key of a mapping, that of the list or mapping.
        before: The older value, None where there was none. A whole part where the part is gone.
        after: The newer value, likewise.
        around: The parts it lies in as they are now, from the record inwards, the holder last.
        key: Within a mapping the key.
    """

    new: str
    old: str
    holder: Struct
    field: str
    before: Any
    after: Any
    around: tuple[Struct, ...]
    key: str = ""


class _Place(NamedTuple):
    """Where the walk is: the pointers into the newer and the older record, and the parts around."""

    new: str
    old: str
    around: tuple[Struct, ...]

    def below(self, new: object, old: object) -> "_Place":
        return _Place(f"{self.new}/{_escaped(new)}", f"{self.old}/{_escaped(old)}", self.around)


def differences(before: Record, after: Record) -> Iterator[Difference]:
    """Yield the differences of two versions of one record, in the order of its fields, each list in its own order.

    A part that is added or gone is one difference, whatever it holds. A list of codes, ids or days is one value. What
    is left out is None; an empty list or mapping is the same as none.
    """
    return _of_parts(before, after, _Place("", "", ()))


def _of_parts(before: Struct, after: Struct, place: _Place) -> Iterator[Difference]:
    here = place._replace(around=(*place.around, after))
    for attribute, key in zip(after.__struct_fields__, after.__struct_encode_fields__, strict=True):
        one, other = getattr(before, attribute), getattr(after, attribute)
        if one != other and not (attribute in _FROM_THE_PATH and isinstance(after, Record)):
            yield from _of_values(one, other, attribute, here.below(key, key))


_FROM_THE_PATH = frozenset({"path", "id"})


def _of_values(before: Any, after: Any, field: str, place: _Place) -> Iterator[Difference]:
    if isinstance(before, Struct) and isinstance(after, Struct):
        yield from _of_parts(before, after, place)
    elif _has_parts(before) or _has_parts(after):
        yield from _of_lists(before or (), after or (), field, place)
    elif isinstance(before, Mapping) and isinstance(after, Mapping):
        yield from _of_mappings(before, after, field, place)
    else:
        yield _difference(before, after, field, place)


def _has_parts(value: object) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], Struct)


def _of_lists(before: tuple[Any, ...], after: tuple[Any, ...], field: str, place: _Place) -> Iterator[Difference]:
    for old, new in pairs(before, after):
        if old is None:
            yield _difference(None, after[new or 0], field, place.below(new, "-"))
        elif new is None:
            yield _difference(before[old], None, field, place.below("-", old))
        elif before[old] != after[new]:
            yield from _of_parts(before[old], after[new], place.below(new, old))


def _of_mappings(
    before: Mapping[str, Any], after: Mapping[str, Any], field: str, place: _Place
) -> Iterator[Difference]:
    for key in dict.fromkeys(chain(before, after)):
        one, other = before.get(key), after.get(key)
        if one == other:
            continue
        if isinstance(one, Struct) and isinstance(other, Struct):
            yield from _of_parts(one, other, place.below(key, key))
        else:
            yield _difference(one, other, field, place.below(key, key))._replace(key=key)


def _difference(before: Any, after: Any, field: str, place: _Place) -> Difference:
    return Difference(place.new, place.old, place.around[-1], field, _present(before), _present(after), place.around)


def _present(value: Any) -> Any:
    return None if value in ((), {}) else value


def _escaped(part: object) -> str:
    return str(part).replace("~", "~0").replace("/", "~1")


def as_plain(value: Any) -> Any:
    """Return a value of the model as plain data: days, periods and decimals as they are written."""
    return _lists(to_builtins(value, enc_hook=str))


def _lists(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _lists(one) for key, one in value.items()}
    return [_lists(one) for one in value] if isinstance(value, list | tuple) else value
