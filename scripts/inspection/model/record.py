"""What every record has, and the small pieces that several kinds share."""

import datetime
from typing import Any, Literal

from msgspec import Struct, field

Day = datetime.date
"""A day in the district's time zone."""

Body = str
"""A role word (`office`, `discipline`, ...) or a unit id; see `inspection.derive.roles`."""

RoleWord = Literal[
    "unit", "parent", "head", "office", "group", "supervision_group", "discipline", "organization", "publicity",
    "audit", "petition", "finance", "rectification_office", "competent_department", "leader_in_charge",
    "leading_group", "five_person_group", "secretary", "committee",
]  # fmt: skip


class Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A piece of a record; the schema and the loader refuse keys it does not name, and what is absent stays absent."""


class Acknowledgement(Part, frozen=True, kw_only=True):
    """A fact of the world broke a rule and was accepted: the warning becomes a note, and is counted."""

    rule: str
    date: Day
    by: Body
    reason: str


class Correction(Part, frozen=True, kw_only=True):
    """A mistake outside a log, mended: `path` is a JSON Pointer into the record, `was` and `is` the two values."""

    date: Day
    path: str
    was: Any
    is_: Any = field(name="is")
    why: str
    by: Body


class Record(Part, frozen=True, kw_only=True):
    """One file of the ledger.

    Attributes:
        path: Where it lies, posix, relative to the ledger folder; set by the loader.
        id: The file's stem (for inspections and self-checks the unit's id); set by the loader.
    """

    path: str
    id: str
    acknowledged: tuple[Acknowledgement, ...] = ()
    corrections: tuple[Correction, ...] = ()


class Span(Part, frozen=True, kw_only=True):
    """A period, both days included."""

    from_: Day = field(name="from")
    to: Day


class Review(Part, frozen=True, kw_only=True):
    """One review of a paper by the bodies that made it together."""

    by: tuple[Body, ...]
    date: Day
    decision: Literal["accept", "return"]
    deviations: int = 0
    opinions: int = 0


class Evidence(Part, frozen=True, kw_only=True):
    """A document kept in the office's archive, pinned by its SHA-256; the file itself is never in the ledger."""

    id: str
    kind: Literal["document", "minutes", "receipt", "photo", "rule", "survey", "other"]
    title: str
    date: Day
    sha256: str | None = None
    kept_at: str | None = None


class PlainPublication(Part, frozen=True, kw_only=True):
    """The publication of a round's topic or a common problem's title."""

    approved: Day
    by: Body
    published: Day


class Activity(Part, frozen=True, kw_only=True):
    """What inspectors did on site, counted. It stands in the round or in the inspection, never in both."""

    kind: Literal["household_visit", "discussion", "questionnaire", "interview", "field_visit", "document_check"]
    date: Day
    households: int | None = None
    of: int | None = None
    class_: Literal["all", "five_guarantee", "low_income", "dilapidated"] | None = field(name="class", default=None)
    person_times: int | None = None
    audience: str | None = None
    issued: int | None = None
    returned: int | None = None
    documents: int | None = None
