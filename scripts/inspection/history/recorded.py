"""When the facts of a record were recorded, and the same as bytes that one process hands to another."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import tzinfo

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from inspection.history.commits import Commit
from inspection.history.fact import Fact
from inspection.history.lineage import Lineage, Move


class Recorded(Struct, frozen=True, gc=False):
    """A fact and when Git learnt of it.

    Attributes:
        fact: The fact as the newest version that holds it tells it.
        commit: The first commit that contains it: no other that does is an ancestor of it, and of several such the
            one with the smallest committer date.
        held: Whether the head still holds it.
        removed: The last commit that took it away; nothing while it is held, or where a merge chose a version
            without it.
        mended_by: The facts of the head that correct or void it.
    """

    fact: Fact
    commit: Commit
    held: bool
    removed: Commit | None
    mended_by: tuple[Fact, ...]

    def delay(self, zone: tzinfo) -> int | None:
        """Return the days from what happened to its being recorded, or nothing where the commit has no readable day."""
        day = self.commit.committer.day(zone)
        return None if day is None else (day - self.fact.day).days


class Trail(Struct, frozen=True):
    """The history of one record.

    Attributes:
        kind: The name of its kind.
        path: Where it lies at the head, or lay at last.
        facts: Its facts, by day, then in the order they were recorded.
        moves: When its file got another path.
        deleted: The commit that deleted it; nothing while the head holds it.
        broken: Commits in which it could not be read; a fact that stood before is taken to have stood through them.
        commits: Every commit that changed it, parents before children.
    """

    kind: str
    path: str
    facts: tuple[Recorded, ...]
    moves: tuple[Move, ...]
    deleted: Commit | None
    broken: tuple[Commit, ...]
    commits: tuple[Commit, ...]

    def of_item(self, number: str) -> "Trail":
        """Return the same with the facts of one rectification item of a problem alone; `number` as in `…-0137/1`."""
        place = f"/items/{number}/".encode()
        return replace(self, facts=tuple([one for one in self.facts if one.fact.content.startswith(place)]))


class _Fact(Struct, frozen=True, gc=False, array_like=True):
    """A `Recorded`, its commits told by their places among those of the trail."""

    fact: Fact
    commit: int
    held: bool
    removed: int | None
    mended_by: tuple[Fact, ...]


class _Trail(Struct, frozen=True, gc=False, array_like=True):
    """A `Trail` without what its lineage says as well."""

    path: str
    facts: tuple[_Fact, ...]
    deleted: int | None
    broken: tuple[int, ...]


_decoder = msgspec.msgpack.Decoder(tuple[_Trail, ...])


def packed(trails: Iterable[Trail]) -> bytes:
    """Return trails as bytes."""
    return msgspec.msgpack.encode([_packed(trail) for trail in trails])


def unpacked(data: bytes, records: Sequence[Lineage]) -> Iterator[Trail]:
    """Yield the trails that were packed.

    Args:
        data: From `packed`.
        records: The records they are of, in the same order.
    """
    for told, record in zip(_decoder.decode(data), records, strict=True):
        yield _unpacked(told, record)


def _packed(trail: Trail) -> _Trail:
    at = {commit.id: place for place, commit in enumerate(trail.commits)}
    facts = tuple(
        _Fact(one.fact, at[one.commit.id], one.held, at[one.removed.id] if one.removed else None, one.mended_by)
        for one in trail.facts
    )
    broken = tuple(at[commit.id] for commit in trail.broken)
    return _Trail(trail.path, facts, at[trail.deleted.id] if trail.deleted else None, broken)


def _unpacked(told: _Trail, record: Lineage) -> Trail:
    commits = record.commits
    facts = tuple(
        Recorded(one.fact, commits[one.commit], one.held, _at(commits, one.removed), one.mended_by)
        for one in told.facts
    )
    broken = tuple(commits[place] for place in told.broken)
    return Trail(record.kind.name, told.path, facts, record.moves, _at(commits, told.deleted), broken, commits)


def _at(commits: Sequence[Commit], place: int | None) -> Commit | None:
    return None if place is None else commits[place]
