"""What a check says: code, record, pointer into the record, sentence.

Findings carry no text positions. The pointer is a JSON Pointer (RFC 6901) into the record; line and column are looked
up when a finding is printed. Only what the YAML reader finds has a `mark`, because a broken file has no pointers.
"""

from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct


class Words(NamedTuple):
    """One sentence in both languages."""

    zh: str
    en: str

    def in_language(self, language: str) -> str:
        """Return the sentence in `zh` or `en`."""
        return self.en if language == "en" else self.zh


class Severity(StrEnum):
    """How much a finding weighs; the order is that of `WEIGHTS`."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NONE = "none"


WEIGHTS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2, Severity.NONE: 3}


class Mark(NamedTuple):
    """A place in a file: line and column, both from 1, the column in characters."""

    line: int
    column: int


class Finding(Struct, frozen=True, kw_only=True):
    """One thing a check found.

    Attributes:
        code: The rule, such as `LIF05`.
        severity: What it weighs after policy and acknowledgements.
        path: The record's file, posix, relative to the ledger folder.
        pointer: JSON Pointer into the record; empty for the whole record.
        message: What is wrong, naming the facts that contradict each other.
        help: How to mend it.
        timed: Whether it depends on the day alone; such findings never fail `--strict`.
        mark: The place, where it is known without looking at the pointer.
        acknowledged: Whether the record itself accepts it; it is a note then, and counted.
    """

    code: str
    severity: Severity
    path: str
    pointer: str = ""
    message: Words
    help: Words
    timed: bool = False
    mark: Mark | None = None
    acknowledged: bool = False

    @property
    def order(self) -> tuple[str, int, str, str, str]:
        """The order findings are shown in: by file, weight, code, place, sentence."""
        return self.path, WEIGHTS[self.severity], self.code, self.pointer, self.message.zh
