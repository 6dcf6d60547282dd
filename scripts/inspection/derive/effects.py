"""What each legal action of an item's log does to where the item stands."""

from collections.abc import Callable
from datetime import date

from inspection.derive.corrected import Placed
from inspection.derive.state import Ask, DueSet, State
from inspection.derive.status import Status
from inspection.model.problems import Action


def _start(state: State, _placed: Placed) -> None:
    state.status = Status.IN_PROGRESS


def _report(state: State, placed: Placed) -> None:
    state.done.update(placed.entry.done)
    if state.status is Status.NOT_STARTED:
        state.status = Status.IN_PROGRESS
    if state.status is Status.LONG_TERM and placed.entry.check is not None:
        state.check = placed.entry.check


def _achieve(state: State, placed: Placed) -> None:
    state.done.update(placed.entry.done)
    state.status, state.next = Status.BASICALLY_DONE, placed.entry.next


def _submit(state: State, placed: Placed) -> None:
    state.done.update(placed.entry.done)
    if state.status is not Status.SUBMITTED:
        state.before, state.status = state.status, Status.SUBMITTED
    state.submitted = state.last_submit = placed
    state.agreed = []


def _agree(state: State, placed: Placed) -> None:
    state.agreed.append(placed)


def _leave_review(state: State, day: date, status: Status) -> None:
    if state.submitted is not None:
        state.reviews.append((state.submitted.entry.date, day))
        state.submitted = None
    state.status = status


def _return(state: State, placed: Placed) -> None:
    _leave_review(state, placed.entry.date, state.before)
    state.agreed = []
    state.returns += 1


def _close(state: State, placed: Placed) -> None:
    _leave_review(state, placed.entry.date, Status.CLOSED)
    state.agreed.append(placed)
    state.closed = placed
    state.asks = []


def _sustain(state: State, placed: Placed) -> None:
    _leave_review(state, placed.entry.date, Status.LONG_TERM)
    state.check, state.next = placed.entry.check, None
    state.asks = []


def _reopen(state: State, placed: Placed) -> None:
    entry = placed.entry
    if entry.due is not None:
        state.dues.append(DueSet(entry.date, entry.due))
    state.measures |= {measure.id: measure for measure in entry.add}
    state.status, state.closed, state.check, state.next = Status.IN_PROGRESS, None, None, None
    state.agreed, state.submitted = [], None
    state.reopenings += 1


def _ask(state: State, placed: Placed) -> None:
    if placed.entry.until is not None:
        state.asks.append(Ask(placed.place, placed.entry.date, placed.entry.until))


def _extend(state: State, placed: Placed) -> None:
    state.asks = []
    if placed.entry.until is not None:
        state.dues.append(DueSet(placed.entry.date, placed.entry.until, extension=True))


def _refuse(state: State, _placed: Placed) -> None:
    state.asks = []


def _replan(state: State, placed: Placed) -> None:
    state.measures |= {measure.id: measure for measure in placed.entry.add}
    state.dropped.update(placed.entry.drop)


def _assign(state: State, placed: Placed) -> None:
    state.lead = placed.entry.lead or state.lead
    state.responsible = placed.entry.responsible or state.responsible


def _withdraw(state: State, _placed: Placed) -> None:
    state.status = Status.WITHDRAWN
    state.asks = []


def _stay(_state: State, _placed: Placed) -> None:
    return None


EFFECTS: dict[Action, Callable[[State, Placed], None]] = {
    Action.START: _start,
    Action.REPORT: _report,
    Action.ACHIEVE: _achieve,
    Action.SUBMIT: _submit,
    Action.AGREE: _agree,
    Action.RETURN: _return,
    Action.CLOSE: _close,
    Action.SUSTAIN: _sustain,
    Action.REOPEN: _reopen,
    Action.ASK: _ask,
    Action.EXTEND: _extend,
    Action.REFUSE: _refuse,
    Action.REPLAN: _replan,
    Action.ASSIGN: _assign,
    Action.SUPERVISE: _stay,
    Action.WITHDRAW: _withdraw,
    Action.CORRECT: _stay,
}
