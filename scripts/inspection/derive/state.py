"""Where an item stands while its log is read, and what can be wrong with a move."""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from inspection.derive.corrected import Placed
from inspection.derive.policies import policy_on
from inspection.derive.roles import Roles, roles_in
from inspection.derive.status import Status
from inspection.model.ledger import Ledger
from inspection.model.policy import Policy, Quorum
from inspection.model.problems import Item, Measure, Problem
from inspection.model.record import Body
from inspection.workdays import add_days


class Why(StrEnum):
    """Why a move is refused; the rules put it into words."""

    STATUS = "status"
    BODY = "body"
    NOT_A_CLOSING_BODY = "not_a_closing_body"
    LACKS = "lacks"
    WRONG_CODE = "wrong_code"
    UNKNOWN_NAME = "unknown_name"
    USED_NAME = "used_name"
    NOT_LATER = "not_later"
    BAD_CORRECTION = "bad_correction"
    KIND_FORBIDS = "kind_forbids"
    AFTER_DUE = "after_due"
    CHECK_TOO_FAR = "check_too_far"
    NO_EVIDENCE = "no_evidence"
    NO_DIGEST = "no_digest"
    NOT_VOUCHED = "not_vouched"
    MEASURES_LEFT = "measures_left"
    TOO_FEW_AGREED = "too_few_agreed"
    OWN_ITEM = "own_item"
    NO_NOTE = "no_note"
    NO_GROUND = "no_ground"
    NO_DUE = "no_due"
    NO_MEASURE = "no_measure"
    ASK_TOO_LATE = "ask_too_late"
    NO_ASK = "no_ask"
    BEFORE_DUE = "before_due"
    ONE_TOO_MANY = "one_too_many"
    TOO_FAR = "too_far"


class Fault(NamedTuple):
    """One thing wrong with a move: the entry's field it lies in, why, and the facts that contradict."""

    field: str
    why: Why
    facts: tuple[str, ...] = ()


class Setting(NamedTuple):
    """What the fold needs to know of the world around an item.

    Attributes:
        left: The last day of the group on site; until then an immediate item closes under `closing_on_site`.
        born: The day the item exists from.
    """

    ledger: Ledger
    problem: Problem
    item: Item
    unit_kind: str
    left: date | None
    born: date


def closing_of(setting: Setting, day: date, submitted: date) -> Quorum:
    """Return who must agree before an item is closed on `day`: by the policy of the day it was submitted.

    An immediate item is closed on site until the group has left.
    """
    policy = policy_on(setting.ledger, submitted)
    if setting.item.kind == "immediate" and setting.left is not None and day <= setting.left:
        return policy.closing_on_site
    return policy.duties_of(setting.unit_kind).closing


class DueSet(NamedTuple):
    """A due day, the day it was set, and whether an extension set it."""

    on: date
    due: date
    extension: bool = False


class Ask(NamedTuple):
    """A request for an extension that waits for its answer: its place, day, and the day asked for."""

    place: int
    on: date
    until: date


@dataclass(slots=True)
class State:
    """Where the item stands after the entries read so far."""

    setting: Setting
    lead: str
    responsible: str | None
    measures: dict[str, Measure]
    evidence: frozenset[str]
    dues: list[DueSet]
    status: Status = Status.NOT_STARTED
    before: Status = Status.NOT_STARTED
    done: set[str] = field(default_factory=set)
    dropped: set[str] = field(default_factory=set)
    submitted: Placed | None = None
    last_submit: Placed | None = None
    reviews: list[tuple[date, date]] = field(default_factory=list)
    agreed: list[Placed] = field(default_factory=list)
    closed: Placed | None = None
    asks: list[Ask] = field(default_factory=list)
    returns: int = 0
    reopenings: int = 0
    check: date | None = None
    next: date | None = None
    known_roles: Roles | None = None

    def apart(self) -> "State":
        """Return a copy that goes its own way."""
        return replace(
            self,
            measures=dict(self.measures),
            dues=list(self.dues),
            done=set(self.done),
            dropped=set(self.dropped),
            reviews=list(self.reviews),
            agreed=list(self.agreed),
            asks=list(self.asks),
        )

    def roles(self) -> Roles:
        """Return the roles as they are while the present lead leads."""
        known = self.known_roles
        if known is None or known.unit != self.lead:
            known = self.known_roles = roles_in(self.setting.ledger, self.setting.problem, self.lead)
        return known

    def rectifier(self, body: Body) -> str | None:
        """Return the unit behind a body when it rectifies the item, and so can judge no step of it."""
        unit = self.roles().unit_behind(body)
        return unit if unit is not None and (unit == self.lead or unit in self.setting.item.partners) else None

    def due_on(self, day: date) -> date:
        """Return the current due day: the one set last, moved by the days spent under review since then."""
        current = self.dues[-1]
        away = 0
        for start, end in self.reviews:
            if end > current.on:
                away += (end - max(start, current.on)).days
        if self.submitted is not None:
            away += (day - max(self.submitted.entry.date, current.on)).days
        return add_days(current.due, away) if away else current.due

    def policy(self, day: date) -> Policy:
        """Return the policy in force on a day."""
        return policy_on(self.setting.ledger, day)

    def closing(self, day: date) -> Quorum:
        """Return who must agree before the item is closed on `day`: by the policy of the submit under review."""
        return closing_of(self.setting, day, self.submitted.entry.date if self.submitted is not None else day)

    def reviewers(self, day: date) -> tuple[Body, ...]:
        """Return the closing bodies that have not agreed to what is submitted; all of them when only the close is left.

        Whoever rectifies the item has no say, and a unit that agreed under one word is not asked under another.
        """
        roles = self.roles()
        agreed = {roles.who(one.entry.by) for one in self.agreed}
        able = tuple(body for body in self.closing(day).bodies if self.rectifier(body) is None)
        return tuple(body for body in able if roles.who(body) not in agreed) or able

    def anchor(self) -> tuple[date, int]:
        """Return the due day extensions are counted from (the first, or the latest reopening's), and their number."""
        fresh = max(place for place, one in enumerate(self.dues) if not one.extension)
        return self.dues[fresh].due, len(self.dues) - 1 - fresh

    def in_force(self) -> tuple[Measure, ...]:
        """Return the measures not dropped."""
        if not self.dropped:
            return tuple(self.measures.values())
        return tuple(one for name, one in self.measures.items() if name not in self.dropped)

    def outstanding(self) -> list[str]:
        """Return the ids of measures neither done nor dropped."""
        return [name for name in self.measures if name not in self.done and name not in self.dropped]
