"""A round of inspection: who went where, when, and what was done around it."""

from typing import Literal

from msgspec import field

from inspection.model.record import Activity, Body, Day, Part, PlainPublication, Record, Span


class Consultation(Part, frozen=True, kw_only=True):
    """Another body was asked before the round."""

    with_: Body = field(name="with")
    date: Day


class RoundPlan(Part, frozen=True, kw_only=True):
    """The five parts of a round's plan."""

    way: str | None = None
    time: str | None = None
    content: str | None = None
    channels: str | None = None
    focus: str | None = None


class Meeting(Part, frozen=True, kw_only=True):
    """One of a round's meetings."""

    kind: Literal["mobilisation", "promotion", "dispatch", "consultation", "joint"]
    date: Day
    with_: tuple[Body, ...] = field(name="with", default=())


class Briefing(Part, frozen=True, kw_only=True):
    """What another body told the inspectors before or during the round; `documents` 份."""

    from_: Body = field(name="from")
    kind: Literal["known_problems", "audit_problem_list", "big_data_report", "other"]
    date: Day
    units: tuple[str, ...] = ()
    documents: int | None = None


class Announcement(Part, frozen=True, kw_only=True):
    """How people were told of the round; `sheets` 张."""

    channel: Literal["new_media", "public_place", "broadcast"]
    date: Day
    sheets: int | None = None


class Training(Part, frozen=True, kw_only=True):
    """One lesson before or during the round."""

    date: Day
    topic: str
    by: Body
    level: Literal["own", "city", "province", "central"]
    lecturers: int | None = None
    person_times: int | None = None


class Matters(Part, frozen=True, kw_only=True):
    """What people raised in a month, counts only; `month` is `YYYY-MM`."""

    month: str
    received: int
    answered: int | None = None
    to_clues: int | None = None
    to_problems: int | None = None


class Recusal(Part, frozen=True, kw_only=True):
    """The three recusals (回避) declared by a member."""

    post: Literal["clear", "recused"]
    region: Literal["clear", "recused"]
    duty: Literal["clear", "recused"]
    declared: Day
    from_units: tuple[str, ...] = ()


class Pledges(Part, frozen=True, kw_only=True):
    """The two pledges signed before entry."""

    discipline: Day | None = None
    secrecy: Day | None = None


class Member(Part, frozen=True, kw_only=True):
    """Somebody's service in a group."""

    person: str
    role: Literal["leader", "deputy", "member", "liaison"]
    duty: str | None = None
    home: str
    recusal: Recusal | None = None
    pledges: Pledges | None = None
    trained: Day | None = None
    appraisal: Literal["A", "B", "C", "D"] | None = None


class Group(Part, frozen=True, kw_only=True):
    """An inspection group of a round."""

    id: str
    standing: bool
    formation: Literal["free", "1+2+N", "2+N", "2+5"]
    units: tuple[str, ...] = ()
    members: tuple[Member, ...] = ()


class Filed(Part, frozen=True, kw_only=True):
    """Clues on which a case was filed."""

    pieces: int
    persons: int


class ClueResult(Part, frozen=True, kw_only=True):
    """The state reached by a day, cumulative."""

    date: Day
    filed: Filed
    handled: int
    sanctioned: int
    judicial: int


class Clues(Part, frozen=True, kw_only=True):
    """One transfer of clues, counts only: never a text, never a unit."""

    transferred: Day
    level: Literal["village", "above"]
    to: Body
    pieces: int
    persons: int
    results: tuple[ClueResult, ...] = ()


class Output(Part, frozen=True, kw_only=True):
    """What a round brought about beyond its problems."""

    kind: Literal["difficulty_solved", "special_report", "effect"]
    date: Day
    quantity: int
    title: str | None = None


class AfterRound(Part, frozen=True, kw_only=True):
    """The four tasks after a round."""

    analysed: Day | None = None
    assigned: Day | None = None
    followed: Day | None = None
    used: Day | None = None


class Round(Record, frozen=True, kw_only=True):
    """A round (`rounds/<id>/round.yaml`); its id is the folder's name."""

    kind: Literal["regular", "special", "flexible", "elevated", "cross", "look_back", "roving"]
    organizer: Body
    phase: Literal["pilot", "rollout"] | None = None
    topic: str | None = None
    publication: PlainPublication | None = None
    announced: Day | None = None
    onsite: Span
    reported: Day | None = None
    checklists: tuple[str, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    plan: RoundPlan | None = None
    meetings: tuple[Meeting, ...] = ()
    briefings: tuple[Briefing, ...] = ()
    announcements: tuple[Announcement, ...] = ()
    training: tuple[Training, ...] = ()
    activities: tuple[Activity, ...] = ()
    matters: tuple[Matters, ...] = ()
    groups: tuple[Group, ...] = ()
    clues: tuple[Clues, ...] = ()
    outputs: tuple[Output, ...] = ()
    after: AfterRound | None = None
