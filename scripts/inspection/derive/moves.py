"""Which moves an item's log may make: the table of data-model's "The life of a rectification item"."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from inspection.derive import needs
from inspection.derive.needs import LEADERS
from inspection.derive.state import Fault, State, Why
from inspection.derive.status import OPEN, RUNNING, Status
from inspection.model.problems import Action, Entry

ANY = frozenset(Status)

Check = Callable[[State, Entry], Iterable[Fault]]


class Move(NamedTuple):
    """One row of the table.

    Attributes:
        origin: The statuses it may start from.
        by: The bodies that may make it; empty where the policy's closing bodies decide.
        needs: Fields of the entry it cannot do without.
        check: What else must hold.
    """

    origin: frozenset[Status]
    by: tuple[str, ...]
    needs: tuple[str, ...] = ()
    check: Check | None = None


def faults(state: State, entry: Entry) -> list[Fault]:
    """Return what is wrong with a move from where the item stands; nothing means the move is legal."""
    origin, by, needed, check = MOVES[entry.action]
    if state.status not in origin:
        return [Fault("action", Why.STATUS, (entry.action, state.status))]
    wrong: list[Fault] = []
    if by and entry.by not in by and not state.roles().among(entry.by, by):
        wrong.append(Fault("by", Why.BODY, (entry.by, entry.action, *by)))
    if needed:
        wrong += [Fault("action", Why.LACKS, (entry.action, name)) for name in needed if not getattr(entry, name)]
    if entry.evidence or entry.done or entry.drop:
        wrong += _unknown_names(state, entry)
    if check is not None:
        wrong += check(state, entry)
    return wrong


def _unknown_names(state: State, entry: Entry) -> list[Fault]:
    wrong: list[Fault] = []
    if not state.evidence.issuperset(entry.evidence):
        wrong += [Fault("evidence", Why.UNKNOWN_NAME, (one,)) for one in entry.evidence if one not in state.evidence]
    if entry.done:
        wrong += [Fault("done", Why.UNKNOWN_NAME, (one,)) for one in entry.done if one not in state.measures]
    if entry.drop:
        wrong += [Fault("drop", Why.UNKNOWN_NAME, (one,)) for one in entry.drop if one not in state.measures]
    return wrong


_UNIT = ("unit", "parent", "group")
_DECIDERS = ("office", "leading_group")
_PLANNERS = ("office", "parent")
_SUPERVISORS = ("office", "rectification_office", "discipline", "organization", "parent")
_GOING = frozenset({Status.IN_PROGRESS, Status.BASICALLY_DONE})
_REVIEWED = frozenset({Status.SUBMITTED})
_SETTLED = frozenset({Status.CLOSED, Status.LONG_TERM})
_LONG = frozenset({Status.LONG_TERM})

MOVES = {
    Action.START: Move(frozenset({Status.NOT_STARTED}), _UNIT),
    Action.REPORT: Move(RUNNING | _LONG, ("unit", "parent"), ("note",), needs.report),
    Action.ACHIEVE: Move(frozenset({Status.IN_PROGRESS}), ("unit", "parent"), ("note", "next")),
    Action.SUBMIT: Move(_GOING | _LONG, _UNIT, (), needs.submit),
    Action.AGREE: Move(_REVIEWED, (), ("how",), needs.agree),
    Action.RETURN: Move(_REVIEWED, (), (), needs.send_back),
    Action.CLOSE: Move(_REVIEWED, (), (), needs.close),
    Action.SUSTAIN: Move(_GOING | _REVIEWED | _LONG, _DECIDERS, ("reason", "check", "evidence"), needs.sustain),
    Action.REOPEN: Move(_SETTLED, ("office", "discipline", "leading_group"), (), needs.reopen),
    Action.ASK: Move(RUNNING, ("unit", "parent"), ("until", "reason"), needs.ask),
    Action.EXTEND: Move(OPEN, _DECIDERS, ("until",), needs.extend),
    Action.REFUSE: Move(OPEN, _DECIDERS, (), needs.refuse),
    Action.REPLAN: Move(RUNNING, _PLANNERS, ("reason",), needs.replan),
    Action.ASSIGN: Move(OPEN, _PLANNERS, ("reason",), needs.assign),
    Action.SUPERVISE: Move(OPEN, _SUPERVISORS, ("how", "note"), needs.supervise),
    Action.WITHDRAW: Move(RUNNING, LEADERS, ("paper", "into")),
    Action.CORRECT: Move(ANY, ("office",), ("entry", "reason")),
}
