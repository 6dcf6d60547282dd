"""The whole history replayed: every commit looked at once, and what was found kept for the next audit."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import tzinfo
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from inspection.errors import CannotRunError
from inspection.history.altered import Altered
from inspection.history.caught import Caught
from inspection.history.commits import Commit
from inspection.history.ledgers import Ledgers
from inspection.history.memory import Memory
from inspection.history.moves import Moves
from inspection.history.replay import Pair, Step, deeds, replayed
from inspection.history.revisions import Revisions
from inspection.history.signatures import Signatures
from inspection.history.stamped import Stamped
from inspection.history.told import Told
from inspection.history.verdicts import Verdict, verdicts
from inspection.history.versions import Tree, Version
from inspection.read.schema import Schemas

Progress = Callable[[int, int], None]


class Audited(Struct, frozen=True):
    """What a history was found to be, up to a commit; also what the next audit goes on from.

    Attributes:
        head: The commit it ends with, without what it changed; nothing where the history is empty.
        commits: How many commits were looked at.
        signatures: Whether signatures were asked for.
        findings: What was found, by commit, parents before children.
        files: The content of every file at the head, and of deleted ones what they held.
        unread: Of files of the head that nobody can read, by path, the last content somebody could.
    """

    head: Commit | None
    commits: int
    signatures: bool
    findings: tuple[Caught, ...]
    files: dict[str, tuple[str, tuple[str, ...]]]
    unread: dict[str, str]


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

    What the last audit found up to a commit of the main line is taken as it was, where nothing that came since sets
    out from anywhere else; what is found is the same as if everything were looked at again.

    Raises:
        CannotRunError: Part of the repository is missing.
    """
    last = desk.memory.recall(Audited) if desk.memory is not None else None
    fresh = _since(revisions, last) if last is not None and last.signatures == (desk.marks is not None) else None
    if last is None or fresh is None:
        last, fresh = None, list(revisions.commits(first_parent=True))
    done = _looked_at(revisions, fresh, desk, last) if fresh or last is None else last
    if desk.memory is not None and done is not last:
        desk.memory.keep(done)
    return done


def _since(revisions: Revisions, last: Audited) -> list[Commit] | None:
    """Return the commits since the last audit, or nothing where not all of them came after it."""
    if last.head is None:
        return None
    if last.head.id == revisions.head:
        return []
    try:
        commits = list(revisions.commits(last.head.id, first_parent=True))
    except CannotRunError:
        return None
    known = {one.id: one for one in commits}
    if any(not one.parents for one in commits):
        return None
    outside = {parent for one in commits for parent in one.parents} - known.keys()
    at = revisions.head
    while at in known:
        at = known[at].parents[0]
    return commits if outside == {last.head.id} and at == last.head.id else None


def _looked_at(revisions: Revisions, commits: Sequence[Commit], desk: Desk, last: Audited | None) -> Audited:
    start = {last.head.id: _tree(last)} if last is not None and last.head is not None else {}
    signatures = None
    if desk.marks is not None:
        signatures = Signatures(revisions, commits, desk.zone, next(iter(start), ""))
        signatures.verify(commits, desk.marks, desk.verified)
    done = list(deeds(commits, start))
    pairs = [pair for deed in done for pair in deed.pairs]
    unread = dict(last.unread) if last is not None else {}
    seen = verdicts(revisions, pairs, unread, desk.read)
    ledgers = Ledgers(revisions.reader(), desk.schemas)
    by_id = {one.id: one for one in commits}
    if last is not None and last.head is not None:
        by_id[last.head.id] = last.head
    altered, moves = Altered(ledgers, seen, desk.zone), Moves(ledgers, seen, desk.zone)
    told, stamped = Told(ledgers, seen, desk.zone, signatures), Stamped(ledgers, by_id, desk.zone, signatures)
    found: dict[Caught, None] = dict.fromkeys(last.findings if last is not None else ())
    step: Step | None = None
    for step in replayed(done, start):
        first = (last is None and step.commit is commits[0]) or step.commit.id in revisions.cut
        for each in (stamped.look(step, first=first), altered.look(step), told.look(step), moves.look(step)):
            found |= dict.fromkeys(each)
        _note_unread(step, seen, unread)
    count = len(commits) + (last.commits if last is not None else 0)
    head = replace(step.commit, changes=(), elsewhere=()) if step is not None else None
    return Audited(head, count, signatures is not None, tuple(_once(found)), _files(step.after) if step else {}, unread)


def _once(found: Sequence[Caught] | dict[Caught, None]) -> Iterator[Caught]:
    """Yield the findings without those that repeat what an earlier commit was found to have done."""
    seen: set[tuple[str, str, str, str]] = set()
    for one in found:
        key = (one.code, one.path, one.pointer, one.zh) if one.path else (one.code, one.commit, "", one.zh)
        if key not in seen:
            seen.add(key)
            yield one


def _note_unread(step: Step, seen: Mapping[Pair, Verdict], unread: dict[str, str]) -> None:
    for pair in step.pairs:
        verdict = seen.get(pair)
        if verdict is not None and verdict.broken and verdict.readable:
            unread[pair[0]] = verdict.readable[0]
        elif verdict is not None:
            unread.pop(pair[0], None)


def _tree(last: Audited) -> Tree:
    fresh = {
        path: Version(blob, () if blob else tuple(Version(one) for one in contents))
        for path, (blob, contents) in last.files.items()
    }
    return Tree({}).changed(fresh)


def _files(tree: Tree) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {path: (one.blob, one.contents()) for path, one in tree.all()}
