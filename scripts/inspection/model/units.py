"""Units of the register, checklists and people."""

from typing import Literal

from msgspec import field

from inspection.model.record import Body, Day, Part, Record

UnitKind = Literal[
    "department", "township", "subdistrict", "community", "village", "state_enterprise", "school", "hospital",
    "institution", "stock_cooperative", "park", "other",
]  # fmt: skip


class Unit(Record, frozen=True, kw_only=True):
    """A unit of the register (`units/`).

    Attributes:
        parent: The unit above; communities and villages have one.
        joined: First day in the register.
        left: Last day in the register.
        in_base: Whether the coverage base counts it.
        base_reason: Why it joined the base after the freezing.
        territory: The district whose land an enclave stands on.
    """

    name: str
    kind: UnitKind
    parent: str | None = None
    class_: Literal["agricultural", "urban"] | None = field(name="class", default=None)
    type: Literal["residents_only", "enclave", "factory"] | None = None
    body: Literal["party_committee", "party_group", "working_committee", "general_branch", "branch"]
    code: str | None = None
    joined: Day
    base_reason: str | None = None
    left: Day | None = None
    succeeded_by: str | None = None
    in_base: bool
    grade: Literal["key", "attention", "general"] | None = None
    risks: tuple[Literal["leadership_gap", "subsidies", "large_assets", "disputes", "weak_party_work"], ...] = ()
    leader_in_charge: str | None = None
    territory: str | None = None

    def registered(self, day: Day) -> bool:
        """Return whether the unit is in the register on `day`."""
        return self.joined <= day and (self.left is None or day <= self.left)


class Audience(Part, frozen=True, kw_only=True):
    """The kinds and classes of unit a checklist is for; no classes means all."""

    kinds: tuple[UnitKind, ...] = ()
    classes: tuple[Literal["agricultural", "urban"], ...] = ()


class ChecklistItem(Part, frozen=True, kw_only=True):
    """One thing to look at."""

    code: str
    text: str


class Aspect(Part, frozen=True, kw_only=True):
    """A group of checklist items under one category."""

    name: str
    category: str | None = None
    items: tuple[ChecklistItem, ...] = ()


class Checklist(Record, frozen=True, kw_only=True):
    """A supervision checklist (`checklists/`)."""

    kind: Literal["common", "individual", "talk", "documents", "finance"]
    title: str
    applies_to: Audience
    effective: Day
    replaces: str | None = None
    aspects: tuple[Aspect, ...] = ()


class Selection(Part, frozen=True, kw_only=True):
    """The three steps by which somebody was chosen."""

    recommended: Day | None = None
    volunteered: Day | None = None
    vetted: Day | None = None


class PersonEntry(Part, frozen=True, kw_only=True):
    """One dated fact about somebody's service."""

    date: Day
    action: Literal["admit", "second", "train", "attach", "suspend", "leave"]
    pool: Literal["leader", "member", "specialist", "auditor"] | None = None
    rounds: int | None = None
    until: Day | None = None
    reason: Literal["eliminated", "rotation", "retirement", "other"] | None = None
    to: Body | None = None
    note: str | None = None


class Person(Record, frozen=True, kw_only=True):
    """Somebody who serves in inspections, by pseudonym (`people/`)."""

    system: Literal[
        "discipline", "organization", "publicity", "finance", "audit", "petition", "civil_affairs", "agriculture",
        "other",
    ]  # fmt: skip
    specialty: str | None = None
    home: str
    selection: Selection | None = None
    log: tuple[PersonEntry, ...] = ()
