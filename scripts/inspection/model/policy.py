"""The policy: every deadline, duty, quorum and threshold, complete in each file and in force from the file's day."""

import datetime
from decimal import Decimal
from typing import Literal

from msgspec import field

from inspection.model.district import Name
from inspection.model.record import Body, Day, Part, Record
from inspection.workdays import Duration


class Deadlines(Part, frozen=True, kw_only=True):
    """From the event named to the event named; see the comments in the schema."""

    signatures: Duration
    plan: Duration
    life_meeting: Duration
    concentrated: Duration
    report: Duration
    continued_report: Duration
    evaluation: Duration
    review: Duration
    extension: Duration
    reopen: Duration
    self_check: Duration
    letter_receipt: Duration
    letter_reply: Duration
    clue_report: Duration
    publication_period: Duration
    visit_result: Duration
    after_round: Duration
    matters: Duration
    handover: Duration
    revisit: Duration
    resample: Duration
    second_rectification: Duration


class Quorum(Part, frozen=True, kw_only=True):
    """Which bodies count, and how many of them it takes."""

    bodies: tuple[Body, ...]
    count: int


class Duties(Part, frozen=True, kw_only=True):
    """What a kind of unit owes after an inspection."""

    given: tuple[Body, ...]
    signed: tuple[Body, ...]
    copied: tuple[Body, ...]
    papers: tuple[Literal["plan", "life_meeting", "report", "head_report"], ...]
    life_meeting: Literal["democratic_life", "organizational_life"]
    reviews: Quorum
    closing: Quorum


class Extensions(Part, frozen=True, kw_only=True):
    """How many extensions, how far beyond the first deadline, and who may go further."""

    most: int
    beyond: Duration
    beyond_by: Body


class Staffing(Part, frozen=True, kw_only=True):
    """Least numbers of people in a round that visits communities or villages; `deputies` is a range."""

    discipline_cadres: int
    auditors: int
    audit_lessons: int
    deputies: tuple[int, int]


class Formation(Part, frozen=True, kw_only=True):
    """Least numbers a formation asks for."""

    standing_groups: int | None = None
    leader: str | None = None
    specialists: int | None = None
    village_members: int | None = None
    discipline: int | None = None
    homes: int | None = None


class Pool(Part, frozen=True, kw_only=True):
    """How one comes into the talent pool."""

    admit_after_rounds: int
    second_rounds: int


class Limits(Part, frozen=True, kw_only=True):
    """Spans and counts that bound something and are no deadline."""

    onsite: dict[str, Duration]
    integrated_communities: int
    silence: Duration
    backdating: Duration
    recurrence: Duration
    common_from: int
    checklist_age: Duration
    long_term_check: Duration
    returns: int


class Warn(Part, frozen=True, kw_only=True):
    """The windows before a due day in which an item is green and yellow."""

    green: Duration
    yellow: Duration


class RuleException(Part, frozen=True, kw_only=True):
    """The policy sets a rule's severity, with a reason and an end date."""

    severity: Literal["error", "warning", "note", "none"]
    reason: str
    until: Day


class Policy(Record, frozen=True, kw_only=True):
    """One policy file (`policy/<day>.yaml`), in force from the day its name says."""

    basis: str
    framework: str
    labels: dict[str, Name] = field(default_factory=dict)
    deadlines: Deadlines
    duties: dict[str, Duties]
    closing_on_site: Quorum
    publication_by: Body
    signing: Literal["none", "warn", "required"]
    extensions: Extensions
    staffing: Staffing
    formations: dict[str, Formation]
    pool: Pool
    limits: Limits
    warn: Warn
    sample: Decimal
    grades: dict[str, Decimal]
    small_count: int
    mean_units: int
    rules: dict[str, RuleException] = field(default_factory=dict)

    @property
    def day(self) -> datetime.date:
        """The day it comes into force."""
        return datetime.date.fromisoformat(self.id)

    def duties_of(self, unit_kind: str) -> Duties:
        """Return the duties of a kind of unit, else those of `default`."""
        return self.duties.get(unit_kind) or self.duties["default"]
