"""Whether a record's `corrections` name both values of what was changed."""

from typing import Any

from inspection.derive.differences import Difference, as_plain
from inspection.model.record import Record


def mended(record: Record, difference: Difference) -> bool:
    """Return whether corrections of the value lead from what it was to what it is.

    Several corrections of one place count in their order, each where its `was` is what stands there by then. A
    correction names a value or a list of values: what is gone as a whole cannot be mended.

    Args:
        record: The record as it is now.
        difference: What was changed in it.
    """
    value, named = _written(difference.before), False
    for one in record.corrections:
        if one.path == difference.new and _written(one.was) == value:
            value, named = _written(one.is_), True
    return named and value == _written(difference.after)


def _written(value: Any) -> object:
    """Return a value as it would be written: a number is the same as its text."""
    plain = as_plain(value)
    if isinstance(plain, list):
        return [_written(one) for one in plain]
    return str(plain) if isinstance(plain, int) and not isinstance(plain, bool) else plain
