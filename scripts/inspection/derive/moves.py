"""What each action of an item's log needs: the table of data-model's "The life of a rectification item"."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from inspection.derive.state import Fault, State, Why
from inspection.derive.status import OPEN, RUNNING, Status
from inspection.model.problems import Action, Entry
from inspection.workdays import limit

VERIFIED = frozenset({"on_site", "documents", "interview"})
SUPERVISED = frozenset({"liaison", "division", "urging", "summary"})
ASK_REASONS = frozenset({"litigation", "policy", "funding", "third_party", "history", "force_majeure", "other"})
SUSTAIN_REASONS = frozenset({"institutional", "litigation", "historic", "construction"})
ANY = frozenset(Status)

Check = Callable[[State, Entry], Iterator[Fault]]


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
    needs: tuple[str, ...]
    check: Check


def faults(state: State, entry: Entry) -> Iterator[Fault]:
    """Yield what is wrong with a move from where the item stands; nothing means the move is legal."""
    move = MOVES[entry.action]
    if state.status not in move.origin:
        yield Fault("action", Why.STATUS, (entry.action, state.status))
        return
    if move.by and not state.roles().among(entry.by, move.by):
        yield Fault("by", Why.BODY, (entry.by, entry.action, ", ".join(move.by)))
    for name in move.needs:
        if not getattr(entry, name):
            yield Fault("action", Why.LACKS, (entry.action, name))
    yield from _unknown_names(state, entry)
    yield from move.check(state, entry)


def _unknown_names(state: State, entry: Entry) -> Iterator[Fault]:
    known = {evidence.id for evidence in state.setting.item.evidence}
    yield from (Fault("evidence", Why.UNKNOWN_NAME, (name,)) for name in entry.evidence if name not in known)
    yield from (Fault("done", Why.UNKNOWN_NAME, (name,)) for name in entry.done if name not in state.measures)
    yield from (Fault("drop", Why.UNKNOWN_NAME, (name,)) for name in entry.drop if name not in state.measures)
    yield from (Fault("add", Why.USED_NAME, (one.id,)) for one in entry.add if one.id in state.measures)


def _nothing_more(_state: State, _entry: Entry) -> Iterator[Fault]:
    return iter(())


def _report(state: State, entry: Entry) -> Iterator[Fault]:
    if entry.check is not None:
        yield from _check_day(state, entry)


def _submit(state: State, entry: Entry) -> Iterator[Fault]:
    if not entry.evidence:
        yield Fault("action", Why.NO_EVIDENCE)
    named = [evidence for evidence in state.setting.item.evidence if evidence.id in entry.evidence]
    yield from (Fault("evidence", Why.NO_DIGEST, (one.id,)) for one in named if one.sha256 is None)
    if not entry.vouched:
        yield Fault("action", Why.NOT_VOUCHED)
    left = [name for name in state.outstanding() if name not in entry.done]
    if left:
        yield Fault("action", Why.MEASURES_LEFT, (", ".join(left),))


def _judge(state: State, entry: Entry, extra: tuple[str, ...] = ()) -> Iterator[Fault]:
    """Yield what keeps a body from judging: it rectifies the item itself, or the policy does not name it."""
    roles = state.roles()
    if roles.unit_behind(entry.by) in state.interested():
        yield Fault("by", Why.OWN_ITEM, (entry.by, entry.action))
    elif not roles.among(entry.by, (*state.closing(entry.date).bodies, *extra)):
        bodies = ", ".join((*state.closing(entry.date).bodies, *extra))
        yield Fault("by", Why.NOT_A_CLOSING_BODY, (entry.by, entry.action, bodies))


def _agree(state: State, entry: Entry) -> Iterator[Fault]:
    yield from _judge(state, entry)
    yield from _code(entry, "how", VERIFIED)


def _return(state: State, entry: Entry) -> Iterator[Fault]:
    yield from _judge(state, entry, ("audit",))
    if not entry.note:
        yield Fault("action", Why.NO_NOTE, (entry.action,))


def _close(state: State, entry: Entry) -> Iterator[Fault]:
    yield from _judge(state, entry)
    yield from _code(entry, "how", VERIFIED)
    yield from _enough(state, entry, (entry.by,))


def _sustain(state: State, entry: Entry) -> Iterator[Fault]:
    roles = state.roles()
    if state.setting.item.kind == "immediate":
        yield Fault("action", Why.KIND_FORBIDS, (entry.action, "immediate"))
    yield from _code(entry, "reason", SUSTAIN_REASONS)
    yield from _check_day(state, entry)
    if state.status in RUNNING and entry.date > state.due_on(entry.date) and not roles.among(entry.by, LEADERS):
        yield Fault("by", Why.AFTER_DUE, (entry.by, str(state.due_on(entry.date))))
    for body in (entry.by, *entry.agreed):
        if roles.unit_behind(body) in state.interested():
            yield Fault("by" if body == entry.by else "agreed", Why.OWN_ITEM, (body, entry.action))
    yield from _enough(state, entry, (entry.by, *entry.agreed))


def _enough(state: State, entry: Entry, own: tuple[str, ...]) -> Iterator[Fault]:
    roles, quorum = state.roles(), state.closing(entry.date)
    agreed = (*(one.entry.by for one in state.agreed), *own)
    count = roles.distinct(body for body in agreed if roles.among(body, quorum.bodies))
    if count < quorum.count:
        yield Fault("action", Why.TOO_FEW_AGREED, (str(count), str(quorum.count), ", ".join(quorum.bodies)))


def _check_day(state: State, entry: Entry) -> Iterator[Fault]:
    if entry.check is None:
        return
    furthest = limit(entry.date, state.policy(entry.date).limits.long_term_check)
    if entry.check <= entry.date:
        yield Fault("check", Why.NOT_LATER, ("check", str(entry.check), str(entry.date)))
    elif entry.check > furthest:
        yield Fault("check", Why.CHECK_TOO_FAR, (str(entry.check), str(furthest)))


def _reopen(state: State, entry: Entry) -> Iterator[Fault]:
    if not entry.visit and not entry.order:
        yield Fault("action", Why.NO_GROUND)
    if entry.due is None:
        yield Fault("action", Why.NO_DUE)
    elif entry.due <= entry.date:
        yield Fault("due", Why.NOT_LATER, ("due", str(entry.due), str(entry.date)))
    if all(one.id in state.measures for one in entry.add):
        yield Fault("action", Why.NO_MEASURE)


def _ask(state: State, entry: Entry) -> Iterator[Fault]:
    due = state.due_on(entry.date)
    yield from _code(entry, "reason", ASK_REASONS)
    if entry.date > due:
        yield Fault("date", Why.ASK_TOO_LATE, (str(entry.date), str(due)))
    elif entry.until is not None and entry.until <= due:
        yield Fault("until", Why.BEFORE_DUE, (str(entry.until), str(due)))


def _extend(state: State, entry: Entry) -> Iterator[Fault]:
    if not state.asks:
        yield Fault("action", Why.NO_ASK, (entry.action,))
    if entry.until is None:
        return
    due, extensions = state.due_on(entry.date), state.policy(entry.date).extensions
    start, count = state.anchor()
    beyond = state.roles().among(entry.by, (extensions.beyond_by,))
    if entry.until < due:
        yield Fault("until", Why.BEFORE_DUE, (str(entry.until), str(due)))
    if count >= extensions.most and not beyond:
        yield Fault("by", Why.ONE_TOO_MANY, (str(count + 1), str(extensions.most), extensions.beyond_by))
    furthest = limit(start, extensions.beyond)
    if entry.until > furthest and not beyond:
        yield Fault("until", Why.TOO_FAR, (str(entry.until), str(furthest), extensions.beyond_by))


def _refuse(state: State, entry: Entry) -> Iterator[Fault]:
    if not state.asks:
        yield Fault("action", Why.NO_ASK, (entry.action,))
    if not entry.note:
        yield Fault("action", Why.NO_NOTE, (entry.action,))


def _replan(_state: State, entry: Entry) -> Iterator[Fault]:
    if not entry.add and not entry.drop:
        yield Fault("action", Why.LACKS, (entry.action, "add"))


def _assign(state: State, entry: Entry) -> Iterator[Fault]:
    if not entry.lead and not entry.responsible:
        yield Fault("action", Why.LACKS, (entry.action, "lead"))
    if entry.lead and entry.lead not in state.setting.ledger.units:
        yield Fault("lead", Why.UNKNOWN_NAME, (entry.lead,))


def _supervise(_state: State, entry: Entry) -> Iterator[Fault]:
    yield from _code(entry, "how", SUPERVISED)


def _withdraw(state: State, entry: Entry) -> Iterator[Fault]:
    if not entry.into:
        return
    problem, ledger = state.setting.problem, state.setting.ledger
    into, own = ledger.problems.get(entry.into), ledger.units.get(problem.unit)
    other = ledger.units.get(into.unit) if into is not None else None
    if into is None or other is None:
        yield Fault("into", Why.UNKNOWN_NAME, (entry.into,))
        return
    family = {problem.unit, own.parent if own is not None else None}
    if into.id == problem.id or not (into.unit in family or other.parent == problem.unit):
        yield Fault("into", Why.NOT_RELATED, (entry.into, into.unit, problem.unit))


def _code(entry: Entry, name: str, codes: frozenset[str]) -> Iterator[Fault]:
    value = getattr(entry, name)
    if value and value not in codes:
        yield Fault(name, Why.WRONG_CODE, (name, entry.action, ", ".join(sorted(codes))))


LEADERS = ("leading_group",)
_UNIT = ("unit", "parent", "group")
_DECIDERS = ("office", "leading_group")
_PLANNERS = ("office", "parent")
_SUPERVISORS = ("office", "rectification_office", "discipline", "organization", "parent")
_GOING = frozenset({Status.IN_PROGRESS, Status.BASICALLY_DONE})
_REVIEWED = frozenset({Status.SUBMITTED})
_SETTLED = frozenset({Status.CLOSED, Status.LONG_TERM})
_LONG = frozenset({Status.LONG_TERM})

MOVES = {
    Action.START: Move(frozenset({Status.NOT_STARTED}), _UNIT, (), _nothing_more),
    Action.REPORT: Move(RUNNING | _LONG, ("unit", "parent"), ("note",), _report),
    Action.ACHIEVE: Move(frozenset({Status.IN_PROGRESS}), ("unit", "parent"), ("note", "next"), _nothing_more),
    Action.SUBMIT: Move(_GOING | _LONG, _UNIT, (), _submit),
    Action.AGREE: Move(_REVIEWED, (), ("how",), _agree),
    Action.RETURN: Move(_REVIEWED, (), (), _return),
    Action.CLOSE: Move(_REVIEWED, (), (), _close),
    Action.SUSTAIN: Move(_GOING | _REVIEWED | _LONG, _DECIDERS, ("reason", "check", "evidence"), _sustain),
    Action.REOPEN: Move(_SETTLED, ("office", "discipline", "leading_group"), (), _reopen),
    Action.ASK: Move(RUNNING, ("unit", "parent"), ("until", "reason"), _ask),
    Action.EXTEND: Move(OPEN, _DECIDERS, ("until",), _extend),
    Action.REFUSE: Move(OPEN, _DECIDERS, (), _refuse),
    Action.REPLAN: Move(RUNNING, _PLANNERS, ("reason",), _replan),
    Action.ASSIGN: Move(OPEN, _PLANNERS, ("reason",), _assign),
    Action.SUPERVISE: Move(OPEN, _SUPERVISORS, ("how", "note"), _supervise),
    Action.WITHDRAW: Move(RUNNING, LEADERS, ("paper", "into"), _withdraw),
    Action.CORRECT: Move(ANY, ("office",), ("entry", "reason"), _nothing_more),
}
