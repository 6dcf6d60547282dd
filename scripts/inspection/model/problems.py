"""Problems and their rectification items."""

from decimal import Decimal
from enum import StrEnum
from typing import Any, Literal

from msgspec import field

from inspection.model.record import Body, Day, Evidence, Part, Record


class Action(StrEnum):
    """What an entry of an item's log does; see `inspection.derive.lifecycle`."""

    START = "start"
    REPORT = "report"
    ACHIEVE = "achieve"
    SUBMIT = "submit"
    AGREE = "agree"
    RETURN = "return"
    CLOSE = "close"
    SUSTAIN = "sustain"
    REOPEN = "reopen"
    ASK = "ask"
    EXTEND = "extend"
    REFUSE = "refuse"
    REPLAN = "replan"
    ASSIGN = "assign"
    SUPERVISE = "supervise"
    WITHDRAW = "withdraw"
    CORRECT = "correct"


class Measure(Part, frozen=True, kw_only=True):
    """One rectification measure (整改措施)."""

    id: str
    text: str
    due: Day | None = None
    type: (
        Literal["institution", "recovery", "accountability", "draw_inferences", "campaign", "education", "other"] | None
    ) = None


class Entry(Part, frozen=True, kw_only=True):
    """One dated fact in an item's log. Which fields an action needs is a rule's business."""

    date: Day
    action: Action
    by: Body
    note: str | None = None
    done: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    vouched: str | None = None
    how: Literal["on_site", "documents", "interview", "liaison", "division", "urging", "summary"] | None = None
    reason: str | None = None
    until: Day | None = None
    next: Day | None = None
    check: Day | None = None
    agreed: tuple[Body, ...] = ()
    visit: str | None = None
    order: str | None = None
    due: Day | None = None
    add: tuple[Measure, ...] = ()
    drop: tuple[str, ...] = ()
    lead: str | None = None
    responsible: str | None = None
    paper: str | None = None
    into: str | None = None
    entry: int | None = None
    set: dict[str, Any] | None = None
    void: bool = False


class Institution(Part, frozen=True, kw_only=True):
    """A rule the unit made or revised."""

    title: str
    number: str | None = None
    date: Day
    new: bool


class Money(Part, frozen=True, kw_only=True):
    """Money recovered, refunded or saved, in yuan."""

    date: Day
    kind: Literal["recovered", "refunded", "saved"]
    yuan: Decimal
    receipt: str | None = None


class Accountable(Part, frozen=True, kw_only=True):
    """Organizations and persons held accountable, counts only."""

    date: Day
    organizations: int
    persons: int
    number: str | None = None


class Outcome(Part, frozen=True, kw_only=True):
    """What the rectification brought, dated."""

    institutions: tuple[Institution, ...] = ()
    money: tuple[Money, ...] = ()
    accountable: tuple[Accountable, ...] = ()


class PublicItem(Part, frozen=True, kw_only=True):
    """What the public reads of an item."""

    task: str


class Item(Part, frozen=True, kw_only=True):
    """One rectification item (整改事项) of a problem.

    Attributes:
        due: The first deadline, a day in the district's time zone. It never changes; see `Action.EXTEND`.
        lead: The one unit that leads the rectification.
        notice: The immediate notice (a letter), for kind immediate.
    """

    id: int
    kind: Literal["immediate", "phased", "long_term"]
    task: str
    goal: str | None = None
    public: PublicItem | None = None
    due: Day
    due_reason: str | None = None
    lead: str
    partners: tuple[str, ...] = ()
    responsible: str | None = None
    notice: str | None = None
    measures: tuple[Measure, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    outcome: Outcome | None = None
    log: tuple[Entry, ...] = ()


class PublicTexts(Part, frozen=True, kw_only=True):
    """What the public reads of a problem; `number` counts within the notice, from 1."""

    number: int
    title: str
    result: str | None = None


class Disclosure(Part, frozen=True, kw_only=True):
    """Whether society may see the problem; no disclosure means withheld."""

    society: Literal["shown", "withheld"]
    reason: (
        Literal[
            "state_secret", "work_secret", "open_case", "public_opinion", "mass_incident", "privacy", "trade_secret"
        ]
        | None
    ) = None


class Problem(Record, frozen=True, kw_only=True):
    """A problem an inspection found (`problems/<round>/<id>.yaml`)."""

    unit: str
    category: str
    nature: Literal["individual", "systemic", "industry", "field"]
    source: Literal[
        "talk", "petition", "documents", "finance", "field", "questionnaire", "briefing", "media", "extension",
        "audit", "big_data",
    ]  # fmt: skip
    found: Day
    in_feedback: bool
    statement: str
    checked_by: str | None = None
    basis: str | None = None
    amount: Decimal | None = None
    names_person: bool
    prominent: bool = False
    common: str | None = None
    follows: str | None = None
    public: PublicTexts | None = None
    disclosure: Disclosure | None = None
    items: tuple[Item, ...] = field(default=())

    @property
    def round(self) -> str:
        """The id of the round, which is the folder's name."""
        return self.path.split("/")[1]
