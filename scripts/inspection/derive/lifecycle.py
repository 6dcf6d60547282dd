"""The life of a rectification item: its status is the fold of its log, as of any day.

The log is read sorted by day, then position, as its corrections leave it. A move that is not legal moves nothing; it is
kept as a refusal, so that a check can say what is wrong while every figure goes on from what was legal.
"""

from datetime import date
from typing import NamedTuple

from inspection.derive.corrected import BadCorrection, Mended, Placed, corrected
from inspection.derive.effects import EFFECTS
from inspection.derive.moves import faults
from inspection.derive.state import Ask, DueSet, Fault, Setting, State, Why
from inspection.derive.status import OPEN, RUNNING, Status
from inspection.model.problems import Action, Entry, Measure
from inspection.model.record import Body


class Refusal(NamedTuple):
    """A move that is not legal.

    Attributes:
        place: The entry's place in the log as written, from 0.
        entry: The entry as its corrections leave it.
        fault: What is wrong.
        consequence: Whether it only follows from an earlier refused move, and would vanish with it.
    """

    place: int
    entry: Entry
    fault: Fault
    consequence: bool = False


class Life(NamedTuple):
    """Where an item stands on a day, and how it came there.

    Attributes:
        exists: Whether the item exists on that day.
        status: Where it stands.
        before: For a submitted item the status it came from, else the status.
        meant: Where it would stand had the refused moves been made too; without refusals the status.
        restarted: Whether it is being rectified again after a reopening.
        lead: The unit that leads it.
        first_due: The first deadline, which never changes.
        due: The current due day.
        submitted: The day of the submit that waits for review.
        closed: The day it was closed.
        closing_submit: The day of the submit that led to the close.
        reviewers: For a submitted item the closing bodies whose word is still missing.
        agreed: The agreements since the last submit, the close among them.
        asks: Requests for an extension that wait for an answer.
        extensions: How often it was extended; `returns` and `reopenings` count likewise.
        outstanding: The ids of measures neither done nor dropped.
        measures: The measures in force, added ones too, dropped ones not.
        check: The day a long-term item is checked next.
        next: The day of a basically done item's remaining step.
        moves: The legal entries that count, in order.
        refusals: The entries that do not.
    """

    exists: bool
    status: Status
    before: Status
    meant: Status
    restarted: bool
    lead: str
    responsible: str | None
    first_due: date
    due: date
    born: date
    submitted: date | None
    closed: date | None
    closing_submit: date | None
    reviewers: tuple[Body, ...]
    agreed: tuple[Placed, ...]
    asks: tuple[Ask, ...]
    extensions: int
    returns: int
    reopenings: int
    outstanding: tuple[str, ...]
    measures: tuple[Measure, ...]
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
        return self.closing_submit is not None and self.closing_submit <= self.first_due and not self.reopenings


def life(setting: Setting, as_of: date) -> Life:
    """Return an item's life as its log tells it on `as_of`.

    Args:
        setting: The item and the world around it; see `inspection.derive.lives.setting_of`.
        as_of: The day it is asked for; entries after it do not count.

    Raises:
        LookupError: The ledger has no policy that could be read.
    """
    fold = _Fold(setting)
    read = read_log(setting, as_of)
    unmended = {one.place: one for one in read.bad}
    for placed in read.entries:
        if placed.entry.action is not Action.CORRECT:
            fold.take(placed)
        else:
            fold.take_correction(placed, unmended.get(placed.place))
    return _seen(fold, as_of)


def read_log(setting: Setting, as_of: date) -> Mended:
    """Return an item's log as its corrections leave it on `as_of`."""
    return corrected(setting.item.log, as_of, lambda correction: not faults(_first_state(setting), correction))


class _Fold:
    """The state after the moves that were legal, and beside it, once one was refused, as if none had been."""

    __slots__ = ("assumed", "moves", "refusals", "setting", "state")

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.state = _first_state(setting)
        self.assumed: State | None = None
        self.moves: list[Placed] = []
        self.refusals: list[Refusal] = []

    def take(self, placed: Placed) -> None:
        """Make a move, or refuse it; what only follows from an earlier refusal would be legal had that been made."""
        wrong = faults(self.state, placed.entry)
        effect = EFFECTS[placed.entry.action]
        if not wrong and self.assumed is None:
            effect(self.state, placed)
            self.moves.append(placed)
            return
        if self.assumed is not None:
            anyway = {fault.why for fault in faults(self.assumed, placed.entry)} if wrong else set()
            self.refusals += [Refusal(placed.place, placed.entry, fault, fault.why not in anyway) for fault in wrong]
            effect(self.assumed, placed)
        elif wrong:
            self.refusals += [Refusal(placed.place, placed.entry, fault) for fault in wrong]
            self.assumed = self.state.apart()
            effect(self.assumed, placed)
        if not wrong:
            effect(self.state, placed)
            self.moves.append(placed)

    def take_correction(self, placed: Placed, bad: BadCorrection | None) -> None:
        """Note a correction; its work is done already, and was judged by the item as first written."""
        wrong = faults(_first_state(self.setting), placed.entry)
        if bad is not None:
            wrong.append(Fault(bad.field, Why.BAD_CORRECTION, (bad.field,)))
        self.refusals += [Refusal(placed.place, placed.entry, fault) for fault in wrong]
        if not wrong:
            self.moves.append(placed)


def _first_state(setting: Setting) -> State:
    item = setting.item
    return State(
        setting=setting,
        lead=item.lead,
        responsible=item.responsible,
        measures={measure.id: measure for measure in item.measures},
        evidence=frozenset([evidence.id for evidence in item.evidence]),
        dues=[DueSet(date.min, item.due)],
    )


def _seen(fold: _Fold, as_of: date) -> Life:
    state, closed = fold.state, fold.state.closed
    stands = (state.status, state.before) if state.status is Status.SUBMITTED else (state.status,)
    return Life(
        exists=as_of >= state.setting.born,
        status=state.status,
        before=stands[-1],
        meant=fold.assumed.status if fold.assumed is not None else state.status,
        restarted=bool(state.reopenings) and state.status in RUNNING,
        lead=state.lead,
        responsible=state.responsible,
        first_due=state.setting.item.due,
        due=state.due_on(as_of),
        born=state.setting.born,
        submitted=state.submitted.entry.date if state.submitted is not None else None,
        closed=closed.entry.date if closed is not None else None,
        closing_submit=state.last_submit.entry.date if closed is not None and state.last_submit is not None else None,
        reviewers=state.reviewers(as_of) if state.submitted is not None else (),
        agreed=tuple(state.agreed),
        asks=tuple(state.asks),
        extensions=len([one for one in state.dues if one.extension]),
        returns=state.returns,
        reopenings=state.reopenings,
        outstanding=tuple(state.outstanding()),
        measures=state.in_force(),
        check=state.check if Status.LONG_TERM in stands else None,
        next=state.next if Status.BASICALLY_DONE in stands else None,
        moves=tuple(fold.moves),
        refusals=tuple(fold.refusals),
    )
