"""Common problems with their self-checks, letters and visits."""

from typing import Literal

from msgspec import field

from inspection.model.record import Body, Day, Evidence, Part, PlainPublication, Record, Review


class Notified(Part, frozen=True, kw_only=True):
    """A leader in charge was told of the common problem."""

    post: str
    date: Day
    received: Day | None = None


class CommonProblem(Record, frozen=True, kw_only=True):
    """A problem many units share (`common/<id>/common.yaml`); its id is the folder's name.

    Attributes:
        owner: The competent department.
        addressees: Who examines itself; nothing means every unit of the base.
    """

    title: str
    nature: Literal["individual", "systemic", "industry", "field"]
    owner: str | None = None
    issued: Day
    addressees: tuple[str, ...] = ()
    notified: tuple[Notified, ...] = ()
    publication: PlainPublication | None = None


class Cases(Part, frozen=True, kw_only=True):
    """Cases filed, pieces and persons."""

    pieces: int
    persons: int


class SelfCheckProgress(Part, frozen=True, kw_only=True):
    """What was rectified by a day, cumulative."""

    date: Day
    rectified: int
    measures_done: int | None = None


class SelfCheck(Record, frozen=True, kw_only=True):
    """A unit's self-check against a common problem (`common/<id>/<unit>.yaml`); its id is the unit's."""

    submitted: Day | None = None
    found: int | None = None
    measures: int | None = None
    institutions: int | None = None
    cases: Cases | None = None
    progress: tuple[SelfCheckProgress, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    reviews: tuple[Review, ...] = ()

    @property
    def common(self) -> str:
        """The id of the common problem, which is the folder's name."""
        return self.path.split("/")[1]

    @property
    def unit(self) -> str:
        """The id of the unit that examined itself."""
        return self.id


class Campaign(Part, frozen=True, kw_only=True):
    """The campaign a letter set off."""

    title: str
    from_: Day = field(name="from")
    to: Day | None = None


class LetterEntry(Part, frozen=True, kw_only=True):
    """One dated fact in a letter's log."""

    date: Day
    action: Literal["issue", "receive", "reply", "accept", "return", "withdraw"]
    by: Body
    note: str | None = None


class Letter(Record, frozen=True, kw_only=True):
    """A letter of the office or another body (`letters/<year>/`)."""

    kind: Literal[
        "inspection_suggestion", "discipline_suggestion", "supervisory_suggestion", "assignment", "reminder", "urging",
        "admonition", "accountability", "immediate_notice",
    ]  # fmt: skip
    number: str | None = None
    from_: Body = field(name="from")
    to: Body
    copies: tuple[Body, ...] = ()
    subject: str
    origin: str | None = None
    problems: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    common: str | None = None
    causes: str | None = None
    suggestions: tuple[str, ...] = ()
    reply_due: Day | None = None
    campaign: Campaign | None = None
    log: tuple[LetterEntry, ...] = ()


class Sample(Part, frozen=True, kw_only=True):
    """The items drawn by lot, and the seed that repeats the draw."""

    seed: str
    drawn: tuple[str, ...] = ()


class Checked(Part, frozen=True, kw_only=True):
    """What a visit found of an item."""

    item: str
    result: Literal["ok", "partial", "not_done", "rebound", "false_closure"]
    note: str | None = None


class Visit(Record, frozen=True, kw_only=True):
    """A visit of supervision (`visits/<year>/`)."""

    kind: Literal["supervision", "return_visit", "special", "unannounced", "spot_check", "evidence_check"]
    rounds: tuple[str, ...] = ()
    common: str | None = None
    team: str | None = None
    units: tuple[str, ...] = ()
    from_: Day = field(name="from")
    to: Day
    by: tuple[Body, ...]
    methods: tuple[
        Literal["household_visit", "discussion", "questionnaire", "interview", "field_visit", "document_check"], ...
    ] = ()
    households: int | None = None
    sample: Sample | None = None
    checked: tuple[Checked, ...] = ()
    sent: dict[str, Day] = field(default_factory=dict)
