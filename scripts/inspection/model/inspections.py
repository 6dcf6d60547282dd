"""One unit's inspection in a round, from entry to publication."""

from decimal import Decimal
from typing import Literal

from msgspec import field

from inspection.model.record import Activity, Body, Day, Part, Record, Review, Span


class FeedbackPaper(Part, frozen=True, kw_only=True):
    """The signed paper: its number, its SHA-256, and how many problems and opinions it holds."""

    number: str
    sha256: str | None = None
    problems: int
    opinions: int


class Attendance(Part, frozen=True, kw_only=True):
    """A leader who was present when feedback was given."""

    post: str
    date: Day


class Lists(Part, frozen=True, kw_only=True):
    """That a list was handed over, never what it says."""

    named_matters: Day | None = None
    accountability: Day | None = None


class Feedback(Part, frozen=True, kw_only=True):
    """Feedback by "2-3-1": given to two, signed by three, copied once; days by body."""

    date: Day
    paper: FeedbackPaper | None = None
    by: Body
    given: dict[str, Day] = field(default_factory=dict)
    signed: dict[str, Day] = field(default_factory=dict)
    copied: dict[str, Day] = field(default_factory=dict)
    attended: tuple[Attendance, ...] = ()
    lists: Lists | None = None


class RectificationPlan(Part, frozen=True, kw_only=True):
    """The rectification plan and its reviews."""

    submitted: Day
    reviews: tuple[Review, ...] = ()


class LifeMeeting(Part, frozen=True, kw_only=True):
    """The special life meeting and its reviews."""

    kind: Literal["democratic_life", "organizational_life"]
    held: Day
    liaison_present: bool | None = None
    reviews: tuple[Review, ...] = ()


class Report(Part, frozen=True, kw_only=True):
    """The rectification report, the head's own report, and their reviews."""

    submitted: Day
    head_submitted: Day | None = None
    reviews: tuple[Review, ...] = ()


class Progress(Part, frozen=True, kw_only=True):
    """A continued report after the concentrated period."""

    date: Day
    by: Body


class Talk(Part, frozen=True, kw_only=True):
    """A talk with the head of the unit."""

    date: Day
    by: Body
    kind: Literal["reminder", "admonition", "accountability"]


class HandoverSignatures(Part, frozen=True, kw_only=True):
    """The three signatures of a handover."""

    outgoing: Day | None = None
    incoming: Day | None = None
    witness: Day | None = None


class Handover(Part, frozen=True, kw_only=True):
    """The post first responsible changed hands."""

    date: Day
    post: str
    signed: HandoverSignatures | None = None


class Ballots(Part, frozen=True, kw_only=True):
    """An anonymous survey, in ballots; valid = returned - blank - unknown."""

    issued: int
    returned: int
    blank: int = 0
    unknown: int = 0
    satisfied: int
    basically: int
    dissatisfied: int


class Indicator(Part, frozen=True, kw_only=True):
    """One of the six indicators, its score from 0 to its weight."""

    name: str
    weight: Decimal
    score: Decimal


class Evaluation(Part, frozen=True, kw_only=True):
    """The evaluation of a unit's rectification."""

    date: Day
    anonymous: bool
    ballots: Ballots | None = None
    indicators: tuple[Indicator, ...] = ()


class SecondRectification(Part, frozen=True, kw_only=True):
    """A second rectification was ordered."""

    ordered: Day
    by: Body
    because: Literal["grade", "visit"]


class PartyPublication(Part, frozen=True, kw_only=True):
    """Publication within the Party."""

    approved: Day
    by: Body
    published: Day | None = None


class Retraction(Part, frozen=True, kw_only=True):
    """A publication was taken back."""

    date: Day
    by: Body
    reason: str


class SocietyPublication(Part, frozen=True, kw_only=True):
    """Publication to society: `digest` binds the approval to the texts (see `inspection.derive.digest`)."""

    approved: Day
    by: Body
    digest: str
    published: Day | None = None
    until: Day | None = None
    channels: tuple[Literal["website", "new_media", "board", "broadcast"], ...] = ()
    retracted: Retraction | None = None


class Publication(Part, frozen=True, kw_only=True):
    """To whom the result was published, and when."""

    party: PartyPublication | None = None
    society: tuple[SocietyPublication, ...] = ()


class Response(Part, frozen=True, kw_only=True):
    """What citizens answered to the notice in a month, counts only."""

    month: str
    received: int
    answered: int | None = None
    upheld: int | None = None


class Inspection(Record, frozen=True, kw_only=True):
    """One unit in a round (`rounds/<round>/<unit>.yaml`); its id is the unit's."""

    reach: Literal["full", "extended", "answering"]
    extended_from: str | None = None
    mode: Literal["integrated", "direct", "department_led", "special_led", "township_led", "one_to_many"] | None = None
    audit: Literal["sync", "audit_first", "big_data", "none"] | None = None
    intensity: Literal["full", "quick"] | None = None
    intensity_reason: str | None = None
    head: str | None = None
    onsite: Span | None = None
    feedback: Feedback | None = None
    plan: RectificationPlan | None = None
    life_meeting: LifeMeeting | None = None
    report: Report | None = None
    progress: tuple[Progress, ...] = ()
    talks: tuple[Talk, ...] = ()
    handovers: tuple[Handover, ...] = ()
    activities: tuple[Activity, ...] = ()
    evaluation: Evaluation | None = None
    again: SecondRectification | None = None
    publication: Publication | None = None
    responses: tuple[Response, ...] = ()

    @property
    def round(self) -> str:
        """The id of the round, which is the folder's name."""
        return self.path.split("/")[1]

    @property
    def unit(self) -> str:
        """The id of the inspected unit."""
        return self.id
