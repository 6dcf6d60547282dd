"""What history says: one fact added, altered or gone, in words and as data."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeAlias

from msgspec import Struct

Plain: TypeAlias = Any
"""Plain data as JSON knows it: texts, numbers, truth values, lists, mappings, None."""


class ChangeKind(StrEnum):
    """What became of a fact, or of a whole record."""

    ADDED = "added"
    REMOVED = "removed"
    ALTERED = "altered"
    RECORD_ADDED = "record_added"
    RECORD_DELETED = "record_deleted"
    RECORD_RENAMED = "record_renamed"


class Topic(StrEnum):
    """What a reviewer must look at first, in the order of looking."""

    REWRITTEN = "rewritten"
    POLICY = "policy"
    PUBLIC = "public"
    CLOSING = "closing"
    EXTENSION = "extension"
    CORRECTION = "correction"


TOPICS: Mapping[Topic, tuple[str, str]] = {
    Topic.REWRITTEN: ("删改已记的事实", "Recorded facts altered or gone"),
    Topic.POLICY: ("政策、日历、公钥", "Policy, calendar, keys"),
    Topic.PUBLIC: ("公开与公开文字", "Publication and public texts"),
    Topic.CLOSING: ("销号、长期坚持、重新整改、并入", "Closed, long-term, reopened, withdrawn"),
    Topic.EXTENSION: ("延期", "Extensions"),
    Topic.CORRECTION: ("更正、作废、承认", "Corrections, voids, acknowledgements"),
}
"""Each topic's heading, in Chinese and in English."""


class Change(Struct, frozen=True, kw_only=True):
    """One thing that two versions of the ledger do not share.

    Attributes:
        path: The record's file, posix, relative to the ledger folder; of a record that was renamed its new one.
        id: What people call the record: its id, of a part `R13-05-0137/1`.
        unit: The id of the unit it concerns, empty for what concerns the district or several units.
        pointer: JSON Pointer into the newer version, or into the older one where nothing is left there; empty for the
            whole record.
        kind: What became of it.
        before: What was there, as plain data; texts a privacy rule flags are replaced.
        after: What is there now, likewise.
        day: The day the fact happened, `YYYY-MM-DD`, where it says one.
        topic: Why a reviewer must look at it first, where that is so.
        zh: One sentence in Chinese.
        en: The same in English.
    """

    path: str
    id: str
    unit: str
    pointer: str
    kind: ChangeKind
    before: Plain = None
    after: Plain = None
    day: str | None = None
    topic: Topic | None = None
    zh: str
    en: str

    def in_language(self, language: str) -> str:
        """Return the sentence in `zh` or `en`."""
        return self.en if language == "en" else self.zh
