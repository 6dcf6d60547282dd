"""A dated fact of a record, as one version of it tells it."""

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct


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


class Raw(Struct, frozen=True, gc=False):
    """A fact found but not yet put in order; most versions only repeat what an earlier one said.

    Attributes:
        pointer: See `Fact`.
        day: See `Fact`.
        node: The mapping it stands in.
        in_log: Whether that is an entry of a log.
        came: The number of the version it came with, see `found`.
    """

    pointer: str
    day: date
    node: Mapping[str, Any]
    in_log: bool
    came: int

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
