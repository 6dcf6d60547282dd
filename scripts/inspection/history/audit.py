"""The whole history replayed: every commit looked at once, and what was found kept for the next audit."""

from collections.abc import Callable
from datetime import tzinfo
from typing import NamedTuple

from inspection.history.altered import Altered
from inspection.history.caught import Caught
from inspection.history.ledgers import Ledgers
from inspection.history.memory import Memory
from inspection.history.moves import Moves
from inspection.history.replay import Step, deeds, replayed
from inspection.history.resumed import Audited, Start, anew, resumed
from inspection.history.revisions import Revisions
from inspection.history.signatures import Signatures
from inspection.history.stamped import Stamped
from inspection.history.told import Told
from inspection.history.verdicts import note_verdicts
from inspection.read.schema import Schemas
from inspection.workers import uncollected

Progress = Callable[[int, int], None]


class Desk(NamedTuple):
    """What an audit works with.

    Attributes:
        schemas: What a record must be like.
        zone: The district's time zone.
        memory: What the last audit kept.
        marks: The signatures verified so far; nothing where signatures are not to be looked at.
        read: Told how many records are read, and how many there are.
        verified: Told how many signatures are verified, and how many there are.
    """

    schemas: Schemas
    zone: tzinfo
    memory: Memory | None = None
    marks: Memory | None = None
    read: Progress = lambda _done, _all: None
    verified: Progress = lambda _done, _all: None


def audit(revisions: Revisions, desk: Desk) -> Audited:
    """Return what the history of a ledger is found to be.

    What the last audit found up to a commit of the main line is taken as it was; what is found is the same as if
    everything were looked at again.

    Raises:
        CannotRunError: Part of the repository is missing.
    """
    with uncollected():
        last = desk.memory.recall(Audited) if desk.memory is not None else None
        start = resumed(revisions, last, signatures=desk.marks is not None) if last is not None else None
        start = start or anew(revisions)
        if start.last is not None and not start.commits:
            return start.last
        done = _looked_at(revisions, start, desk)
    if desk.memory is not None:
        desk.memory.keep(done)
    return done


def _looked_at(revisions: Revisions, start: Start, desk: Desk) -> Audited:
    told, children, trees, before, last = start
    done = list(deeds(told, children, trees, revisions.cut))
    commits = [deed.commit for deed in done]
    signatures = None
    if desk.marks is not None:
        signatures = Signatures(revisions, commits, desk.zone, before.keys())
        signatures.verify(commits, desk.marks, desk.verified)
    unread = dict(last.unread) if last is not None else {}
    note_verdicts(revisions, done, unread, desk.read)
    ledgers = Ledgers(revisions.reader(), desk.schemas)
    stamped = Stamped(ledgers, {**before, **{one.id: one for one in commits}}, desk.zone, signatures)
    looks = (
        stamped.look,
        Altered(ledgers, desk.zone).look,
        Told(ledgers, desk.zone, signatures).look,
        Moves(ledgers, desk.zone).look,
    )
    found = dict.fromkeys(last.findings if last is not None else ())
    step: Step | None = None
    for step in replayed(done, trees):
        first = (last is None and step.commit is commits[0]) or step.commit.id in revisions.cut
        fresh = [*stamped.strange(step, first=first), *(one for look in looks for one in look(step))]
        merge = len(step.commit.parents) > 1
        known = {_about(one) for one in found} if merge and fresh else ()
        found |= dict.fromkeys(one for one in fresh if _about(one) not in known)
        _note_unread(step, unread)
    return Audited(
        revisions.head,
        len(commits) + (last.commits if last is not None else 0),
        signatures is not None,
        tuple(sorted(revisions.cut)),
        tuple(found),
        {path: (one.blob, one.contents()) for path, one in step.after.all()} if step is not None else {},
        unread,
    )


def _about(one: Caught) -> tuple[str, ...]:
    """Return what a finding says without its commit: a merge is not told again what was done before it."""
    return (one.code, one.path, one.pointer, one.zh) if one.path else (one.code, one.commit, one.zh)


def _note_unread(step: Step, unread: dict[str, str]) -> None:
    for (path, _, _), verdict in step.changes:
        if verdict is not None and verdict.broken and verdict.readable:
            unread[path] = verdict.readable[0]
        elif verdict is not None and unread:
            unread.pop(path, None)
