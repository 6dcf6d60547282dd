"""Text to plain data, by the shortest way: most files need no YAML parser, and most runs not even its import."""

from typing import Any, NamedTuple

from inspection.read import plain
from inspection.read.fault import Fault


class Parsed(NamedTuple):
    """What one file holds.

    Attributes:
        data: The record as plain data (dict, list, str, int, bool, None), or nothing when there are faults.
        faults: `YML01` to `YML06`, each with its place.
    """

    data: dict[str, Any] | None
    faults: tuple[Fault, ...]


def parse(data: bytes) -> Parsed:
    """Return one file's record as plain data.

    Dates and times are text, whole numbers `int`, truth values `bool`, and numbers with a point the text they were
    written as. Never raises.

    Args:
        data: The whole file; of a file larger than `text.MOST_BYTES` one byte more than that is enough.
    """
    record = plain.read(data)
    if record is not None:
        return Parsed(record, ())
    from inspection.read.document import judged

    return judged(data)
