"""What a move needs beyond its status, body and fields: the last column of the table in data-model.

Each function tells what is wrong with an entry from where the item stands. Nothing here looks at other records, so the
status depends on the log and the day alone; what an entry names elsewhere (visits, papers, problems, units) is a rule's
business.
"""

from collections.abc import Iterable, Iterator

from inspection.derive.state import Fault, State, Why
from inspection.derive.status import Status
from inspection.model.policy import Quorum
from inspection.model.problems import Entry, Measure
from inspection.model.record import Body
from inspection.workdays import limit

VERIFIED = frozenset({"on_site", "documents", "interview"})
SUPERVISED = frozenset({"liaison", "division", "urging", "summary"})
ASK_REASONS = frozenset({"litigation", "policy", "funding", "third_party", "history", "force_majeure", "other"})
SUSTAIN_REASONS = frozenset({"institutional", "litigation", "historic", "construction"})
LEADERS = ("leading_group",)


def report(state: State, entry: Entry) -> list[Fault]:
    """Return what is wrong with a report: the next check of a long-term item too late or in the past."""
    return list(_check_day(state, entry)) if entry.check is not None and state.status is Status.LONG_TERM else []


def submit(state: State, entry: Entry) -> Iterator[Fault]:
    """Yield what is wrong with a submit: no evidence or no SHA-256 of it, nobody vouching, measures left."""
    if not entry.evidence:
        yield Fault("action", Why.NO_EVIDENCE)
    for one in state.setting.item.evidence:
        if one.sha256 is None and one.id in entry.evidence:
            yield Fault("evidence", Why.NO_DIGEST, (one.id,))
    if not entry.vouched:
        yield Fault("action", Why.NOT_VOUCHED)
    left = [name for name in state.outstanding() if name not in entry.done]
    if left:
        yield Fault("action", Why.MEASURES_LEFT, (", ".join(left),))


def agree(state: State, entry: Entry) -> list[Fault]:
    """Return what is wrong with an agreement: whose it is, and how the body satisfied itself."""
    return _judge(state, entry, state.closing(entry.date).bodies) + _code(entry, "how", VERIFIED)


def send_back(state: State, entry: Entry) -> Iterator[Fault]:
    """Yield what is wrong with a return: whose it is, and no note."""
    yield from _judge(state, entry, (*state.closing(entry.date).bodies, "audit"))
    if not entry.note:
        yield Fault("action", Why.NO_NOTE, (entry.action,))


def close(state: State, entry: Entry) -> list[Fault]:
    """Return what is wrong with a close: whose it is, and too few agreements with its own."""
    quorum = state.closing(entry.date)
    barred = _judge(state, entry, quorum.bodies)
    wrong = barred + _code(entry, "how", VERIFIED)
    return wrong if barred else wrong + _enough(state, quorum, [*[one.entry.by for one in state.agreed], entry.by])


def sustain(state: State, entry: Entry) -> Iterator[Fault]:
    """Yield what is wrong with a sustain: kind, reason, check day, after the due day, whose, too few agreements."""
    if state.setting.item.kind == "immediate":
        yield Fault("action", Why.KIND_FORBIDS, (entry.action, "immediate"))
    yield from _code(entry, "reason", SUSTAIN_REASONS)
    yield from _check_day(state, entry)
    due = state.due_on(entry.date)
    if entry.date > due and not state.roles().among(entry.by, LEADERS):
        yield Fault("by", Why.AFTER_DUE, (entry.by, str(due)))
    for name, body in (("by", entry.by), *(("agreed", body) for body in entry.agreed)):
        yield from _own(state, entry, name, body)
    waiting = state.agreed if state.submitted is not None else ()
    agreed = [*[one.entry.by for one in waiting], *entry.agreed, entry.by]
    yield from _enough(state, state.closing(entry.date), agreed)


def reopen(state: State, entry: Entry) -> Iterator[Fault]:
    """Yield what is wrong with a reopening: no ground, no due day, no new measure."""
    if not entry.visit and not entry.order:
        yield Fault("action", Why.NO_GROUND)
    if entry.due is None:
        yield Fault("action", Why.NO_DUE)
    elif entry.due < entry.date:
        yield Fault("due", Why.NOT_LATER, ("due", str(entry.due), str(entry.date)))
    if not entry.add:
        yield Fault("action", Why.NO_MEASURE)
    yield from _used_names(state, entry.add)


def ask(state: State, entry: Entry) -> Iterator[Fault]:
    """Yield what is wrong with an ask: its reason, and a day after the current due day."""
    due = state.due_on(entry.date)
    yield from _code(entry, "reason", ASK_REASONS)
    if entry.date > due:
        yield Fault("date", Why.ASK_TOO_LATE, (str(entry.date), str(due)))


def extend(state: State, entry: Entry) -> Iterator[Fault]:
    """Yield what is wrong with an extension: no ask made in time, earlier than the due day, one too many, too far.

    Their number and reach count from the first deadline, after a reopening from the due day it set.
    """
    if not state.asks:
        yield Fault("action", Why.NO_ASK, (entry.action,))
    if entry.until is None:
        return
    due, extensions = state.due_on(entry.date), state.policy(entry.date).extensions
    start, count = state.anchor()
    if entry.until < due:
        yield Fault("until", Why.BEFORE_DUE, (str(entry.until), str(due)))
    if count >= extensions.most:
        yield Fault("action", Why.ONE_TOO_MANY, (str(count + 1), str(extensions.most)))
    furthest = limit(start, extensions.beyond)
    if entry.until > furthest and not state.roles().among(entry.by, (extensions.beyond_by,)):
        yield Fault("until", Why.TOO_FAR, (str(entry.until), str(furthest), extensions.beyond_by))


def refuse(state: State, entry: Entry) -> Iterator[Fault]:
    """Yield what is wrong with a refusal: no ask to answer, no note."""
    if not state.asks:
        yield Fault("action", Why.NO_ASK, (entry.action,))
    if not entry.note:
        yield Fault("action", Why.NO_NOTE, (entry.action,))


def replan(state: State, entry: Entry) -> Iterator[Fault]:
    """Yield what is wrong with a change of measures: none, or an id already used."""
    if not entry.add and not entry.drop:
        yield Fault("action", Why.LACKS, (entry.action, "add"))
    yield from _used_names(state, entry.add)


def assign(_state: State, entry: Entry) -> Iterator[Fault]:
    """Yield what is wrong with an assignment: it names neither a lead nor a post."""
    if not entry.lead and not entry.responsible:
        yield Fault("action", Why.LACKS, (entry.action, "lead"))


def supervise(_state: State, entry: Entry) -> Iterator[Fault]:
    """Yield what is wrong with supervision: how it was done."""
    yield from _code(entry, "how", SUPERVISED)


def _judge(state: State, entry: Entry, bodies: tuple[Body, ...]) -> list[Fault]:
    """Return what keeps a body from judging: it rectifies the item itself, or is none of those the policy names."""
    own = _own(state, entry, "by", entry.by)
    if own or state.roles().among(entry.by, bodies):
        return own
    return [Fault("by", Why.NOT_A_CLOSING_BODY, (entry.by, entry.action, *bodies))]


def _own(state: State, entry: Entry, field: str, body: Body) -> list[Fault]:
    unit = state.rectifier(body)
    return [Fault(field, Why.OWN_ITEM, (body, entry.action, unit))] if unit is not None else []


def _enough(state: State, quorum: Quorum, agreed: Iterable[Body]) -> list[Fault]:
    """Return too few agreements: two words for one unit count once, those who rectify the item never."""
    roles = state.roles()
    count = roles.distinct(
        [body for body in agreed if roles.among(body, quorum.bodies) and state.rectifier(body) is None]
    )
    if count >= quorum.count:
        return []
    return [Fault("action", Why.TOO_FEW_AGREED, (str(count), str(quorum.count), *quorum.bodies))]


def _check_day(state: State, entry: Entry) -> Iterator[Fault]:
    if entry.check is None:
        return
    furthest = limit(entry.date, state.policy(entry.date).limits.long_term_check)
    if entry.check < entry.date:
        yield Fault("check", Why.NOT_LATER, ("check", str(entry.check), str(entry.date)))
    elif entry.check > furthest:
        yield Fault("check", Why.CHECK_TOO_FAR, (str(entry.check), str(furthest)))


def _used_names(state: State, added: tuple[Measure, ...]) -> Iterator[Fault]:
    seen = set(state.measures)
    for measure in added:
        if measure.id in seen:
            yield Fault("add", Why.USED_NAME, (measure.id,))
        seen.add(measure.id)


def _code(entry: Entry, name: str, codes: frozenset[str]) -> list[Fault]:
    value = getattr(entry, name)
    if not value or value in codes:
        return []
    return [Fault(name, Why.WRONG_CODE, (name, entry.action, *sorted(codes)))]
