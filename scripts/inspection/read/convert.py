"""Valid plain data to a typed record."""

import re
from typing import Any

import msgspec

from inspection.finding import Words
from inspection.model.kinds import Kind
from inspection.model.record import Record
from inspection.read.fault import Fault, pointer

Json = dict[str, Any]

_PLACE = re.compile(r"at `(?:key in )?\$(?P<path>[^`]*)`")
_PART = re.compile(r"\.([^.\[]+)|\[([0-9]+)\]")


def converted(kind: Kind, identity: str, path: str, data: Json) -> Record | Fault:
    """Return the typed record, or the fault that keeps it from being one.

    Args:
        kind: Its kind, which gives the type.
        identity: Its id, from the path.
        path: Relative to the ledger folder.
        data: Valid under the kind's schema; only values no schema can refuse make a fault here.
    """
    try:
        return msgspec.convert({**data, "path": path, "id": identity}, kind.struct, dec_hook=text_of_a_form)
    except (msgspec.ValidationError, ValueError, ArithmeticError) as error:
        return Fault(
            "SCH01",
            Words("值的类型或形式不对", "a value of the wrong type or form"),
            Words("对照数据字典检查", "check it against the data dictionary"),
            pointer=_pointer(str(error)),
        )


def text_of_a_form(wanted: type, value: Any) -> Any:
    """Return a value as one of the model's own kinds of text, such as a duration.

    Raises:
        TypeError: It is no text.
        ValueError: It has another form.
    """
    if issubclass(wanted, str) and isinstance(value, str):
        return wanted(value)
    raise TypeError(wanted)


def _pointer(message: str) -> str:
    found = _PLACE.search(message)
    place = ""
    for name, index in _PART.findall(found["path"]) if found else ():
        place = pointer(place, name or index)
    return place
