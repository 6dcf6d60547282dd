"""The life of a rectification item: its status is the fold of its log, as of any day.

The log is read sorted by day, then position, as its corrections leave it. A move that is not legal moves nothing; it is
kept as a refusal, so that a check can say what is wrong while every figure goes on from what was legal.
"""

from datetime import date
from typing import NamedTuple

from inspection.derive.corrected import BadCorrection, Placed, corrected
from inspection.derive.effects import EFFECTS
from inspection.derive.moves import faults
from inspection.derive.state import Ask, DueSet, Fault, Setting, State, Why
from inspection.derive.status import OPEN, RUNNING, Status
from inspection.model.problems import Action

MOVING = frozenset(EFFECTS) - {Action.SUPERVISE, Action.CORRECT}
FOLLOWING = frozenset({Why.STATUS, Why.TOO_FEW_AGREED, Why.NO_ASK, Why.MEASURES_LEFT, Why.BEFORE_DUE, Why.ASK_TOO_LATE})
"""What a refused move brings about in those after it; said once, at the first."""


class Refusal(NamedTuple):
    """A move that is not legal.

    Attributes:
        place: The entry's place in the log as written, from 0.
        fault: What is wrong.
        consequence: Whether it only follows from an earlier refused move, and would vanish with it.
    """

    place: int
    fault: Fault
    consequence: bool = False


class Life(NamedTuple):
    """Where an item stands on a day, and how it came there.

    Attributes:
        exists: Whether the item exists on that day.
        status: Where it stands.
        before: For a submitted item the status it came from, else the status.
        restarted: Whether it is being rectified again after a reopening.
        lead: The unit that leads it.
        first_due: The first deadline, which never changes.
        due: The current due day.
        submitted: The day of the submit that waits for review.
        closed: The day it was closed.
        closing_submit: The day of the submit that led to the close.
        agreed: The agreements since the last submit, the close among them.
        asks: Requests for an extension that wait for an answer.
        check: The day a long-term item is checked next.
        next: The day of a basically done item's remaining step.
        moves: The legal entries that count, in order.
        refusals: The entries that do not.
    """

    exists: bool
    status: Status
    before: Status
    restarted: bool
    lead: str
    responsible: str | None
    first_due: date
    due: date
    born: date
    submitted: date | None
    closed: date | None
    closing_submit: date | None
    agreed: tuple[Placed, ...]
    asks: tuple[Ask, ...]
    extensions: int
    returns: int
    reopenings: int
    outstanding: tuple[str, ...]
    check: date | None
    next: date | None
    moves: tuple[Placed, ...]
    refusals: tuple[Refusal, ...]

    def overdue_on(self, day: date) -> bool:
        """Return whether the unit's clock runs and the due day has passed; due today is not overdue."""
        return self.exists and self.status in RUNNING and day > self.due

    @property
    def open(self) -> bool:
        """Whether the item is still open."""
        return self.status in OPEN

    @property
    def on_time(self) -> bool:
        """Whether it was closed on a submit not after the first deadline, and never reopened."""
        done = self.status is Status.CLOSED and self.closing_submit is not None and not self.reopenings
        return done and self.closing_submit is not None and self.closing_submit <= self.first_due


def life(setting: Setting, as_of: date) -> Life:
    """Return an item's life as its log tells it on `as_of`.

    Args:
        setting: The item and the world around it; see `inspection.derive.lives.setting_of`.
        as_of: The day it is asked for; entries after it do not count.
    """
    item = setting.item
    state = State(
        setting=setting,
        lead=item.lead,
        responsible=item.responsible,
        measures={measure.id: measure for measure in item.measures},
        dues=[DueSet(setting.born, item.due)],
    )
    log, bad = corrected(item.log, as_of)
    moves: list[Placed] = []
    refusals = [_unmended(one) for one in bad]
    derailed = False
    for placed in log:
        wrong = list(faults(state, placed.entry))
        if not wrong:
            EFFECTS[placed.entry.action](state, placed)
            moves.append(placed)
            derailed = derailed and placed.entry.action not in MOVING
            continue
        refusals += [Refusal(placed.place, fault, derailed and fault.why in FOLLOWING) for fault in wrong]
        derailed = derailed or placed.entry.action in MOVING
    return _seen(state, as_of, moves, refusals)


def _unmended(bad: BadCorrection) -> Refusal:
    return Refusal(bad.place, Fault(bad.field, Why.BAD_CORRECTION, (bad.field,)))


def _seen(state: State, as_of: date, moves: list[Placed], refusals: list[Refusal]) -> Life:
    closed = state.closed
    return Life(
        exists=as_of >= state.setting.born,
        status=state.status,
        before=state.before if state.status is Status.SUBMITTED else state.status,
        restarted=bool(state.reopenings) and state.status in RUNNING,
        lead=state.lead,
        responsible=state.responsible,
        first_due=state.setting.item.due,
        due=state.due_on(as_of),
        born=state.setting.born,
        submitted=state.submitted.entry.date if state.submitted is not None else None,
        closed=closed.entry.date if closed is not None else None,
        closing_submit=state.last_submit.entry.date if closed is not None and state.last_submit is not None else None,
        agreed=tuple(state.agreed),
        asks=tuple(state.asks),
        extensions=sum(one.extension for one in state.dues),
        returns=state.returns,
        reopenings=state.reopenings,
        outstanding=tuple(state.outstanding()),
        check=state.check,
        next=state.next,
        moves=tuple(moves),
        refusals=tuple(refusals),
    )
