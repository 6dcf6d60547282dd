"""The seal of a published ledger: commits nobody can take out of its history without being seen.

A commit's id is made of all that came before it, so whoever keeps one published id can prove that nothing before it
was rewritten. Sealed are the head and, of the main line before it, the last commit of every month: they follow from
Git alone, and where a rewriting began they narrow down.
"""

from collections.abc import Sequence
from datetime import date, tzinfo

import msgspec

from inspection.finding import Words
from inspection.history.caught import Caught
from inspection.history.commits import Commit
from inspection.model.district import Purge, Purges


class Sealed(msgspec.Struct, frozen=True):
    """A commit that was published.

    Attributes:
        day: The committer's day, in the district's zone.
    """

    commit: str
    day: date


class Seal(msgspec.Struct, frozen=True):
    """What is published as `seal.json`: the head, and the sealed commits before it, the oldest first."""

    head: Sealed
    sealed: tuple[Sealed, ...]


def seal_of(commits: Sequence[Commit], zone: tzinfo) -> Seal | None:
    """Return the seal of a history, or nothing where its head has no readable day.

    Args:
        commits: The whole graph, each after its parents, the head last.
        zone: The district's time zone.
    """
    known = {one.id: one for one in commits}
    months: dict[tuple[int, int], Sealed] = {}
    at: Commit | None = commits[-1] if commits else None
    head: Sealed | None = None
    while at is not None:
        day = at.committer.day(zone)
        if day is not None:
            head = head or Sealed(at.id, day)
            months.setdefault((day.year, day.month), Sealed(at.id, day))
        at = known.get(at.parents[0]) if at.parents else None
    return Seal(head, tuple(reversed(months.values()))) if head is not None else None


def written(seal: Seal) -> bytes:
    """Return a seal as it is published; its schema is `schemas/output/seal.schema.json`."""
    return msgspec.json.format(msgspec.json.encode(seal), indent=2) + b"\n"


def read_seal(data: bytes) -> Seal | None:
    """Return a seal that was published, or nothing where the file holds none."""
    try:
        return msgspec.json.decode(data, type=Seal)
    except msgspec.MsgspecError:
        return None


def broken(published: Seal, commits: Sequence[Commit], purges: Purges | None) -> list[Caught]:
    """Return the sealed commits that are no longer part of a history, except where the leading group had it rewritten.

    A purge explains what was sealed up to its day, where its new head is part of the history.

    Args:
        published: What was published once.
        commits: The whole graph as it is now.
        purges: The rewritings the leading group decided.
    """
    held = {one.id for one in commits}
    decided = [one for one in (purges.purges if purges is not None else ()) if _holds(one, held)]
    newest = max((one.day for one in published.sealed if one.commit in held), default=None)
    still = Words("封存的提交全都不在了", "no sealed commit is left")
    if newest is not None:
        still = Words(f"{newest} 及以前的还在", f"those up to {newest} are there")
    return [
        Caught(
            "CHG08",
            one.commit,
            "",
            "",
            f"{one.day} 封存的提交 {one.commit[:10]} 已不在历史里；{still.zh}",
            f"the commit {one.commit[:10]} sealed on {one.day} is no longer part of the history; {still.en}",
        )
        for one in dict.fromkeys((*published.sealed, published.head))
        if one.commit not in held and not any(one.day <= purge.date for purge in decided)
    ]


def _holds(one: Purge, held: set[str]) -> bool:
    return one.by == "leading_group" and bool(one.reason.strip()) and one.new in held and one.old not in held
