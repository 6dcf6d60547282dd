"""What each change of a record is by itself: every version is read once, the records shared out among the cores."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from inspection.history.facts import Finder, Raw
from inspection.history.grown import grown, in_order, leaves, public, rewritten
from inspection.history.replay import Pair
from inspection.history.revisions import Revisions
from inspection.model.kinds import Kind, kind_at
from inspection.read.parsing import parse
from inspection.workers import shared_out, shares

Json = Mapping[str, Any]
_WORTH_SHARING = 400
"""Versions from which it pays to read them side by side."""


class Verdict(Struct, frozen=True, array_like=True):
    """What one change does to a record.

    Attributes:
        readable: The contents it must answer for: those named, or where nobody can read one what stood before it.
        broken: Whether nobody can read the new version; then nothing else is said of it.
        fresh: The pointer and the day, as its ordinal, of every fact no earlier version holds.
        altered: Whether it does more than add.
        lost: Whether a fact that was there is not there any more.
        early: Whether an entry came into a log before others, by its place or by its day.
        public: Where a problem's texts changed that may become public, the path of the inspection they belong to.
        approved: Whether it is an inspection of which a publication was approved.
        foreign: Whether it says anything that none of several earlier versions says.
        rewritten: Whether hardly a line is what it was.
    """

    readable: tuple[str, ...] = ()
    broken: bool = False
    fresh: tuple[tuple[str, int], ...] = ()
    altered: bool = False
    lost: bool = False
    early: bool = False
    public: str = ""
    approved: bool = False
    foreign: bool = False
    rewritten: bool = False


def verdicts(
    revisions: Revisions, pairs: Sequence[Pair], instead: Mapping[str, str], told: Callable[[int, int], None]
) -> dict[Pair, Verdict]:
    """Return what each change is by itself; a change that deletes a record is left out.

    Args:
        revisions: The history they come from.
        pairs: The changes, those of one record in their order.
        instead: Of records nobody could read when these changes began, by path, the content that stood before.
        told: Told now and then how many records are read, and how many there are.

    Raises:
        CannotRunError: The repository lacks an earlier content.
    """
    by_path: dict[str, list[Pair]] = {}
    for pair in dict.fromkeys(pairs):
        if pair[2]:
            by_path.setdefault(pair[0], []).append(pair)
    share = shares(len(pairs), _WORTH_SHARING)
    paths = list(by_path)
    batches = [paths[first::share] for first in range(share)]

    def work(batch: Sequence[str]) -> bytes:
        return _ENCODE([_told(revisions, {path: by_path[path] for path in batch}, instead, told)])

    found: dict[Pair, Verdict] = {}
    for batch, answer in zip(batches, shared_out(batches, work), strict=True):
        ((*rows,),) = _DECODER.decode(answer)
        found |= zip((pair for path in batch for pair in by_path[path]), rows, strict=True)
    return found


_ENCODE = msgspec.msgpack.Encoder().encode
_DECODER = msgspec.msgpack.Decoder(list[list[Verdict]])


def _told(
    revisions: Revisions,
    by_path: Mapping[str, Sequence[Pair]],
    instead: Mapping[str, str],
    told: Callable[[int, int], None],
) -> list[Verdict]:
    wanted = {path: list(dict.fromkeys(_blobs(pairs, instead.get(path)))) for path, pairs in by_path.items()}
    contents = revisions.contents([blob for blobs in wanted.values() for blob in blobs])
    found: list[Verdict] = []
    for done, (path, pairs) in enumerate(by_path.items(), 1):
        place = kind_at(path)
        assert place is not None
        texts = {blob: next(contents)[1] for blob in wanted[path]}
        record = _Record(path, place[0], texts, instead.get(path, ""))
        found += (record.verdict(befores, after) for _, befores, after in pairs)
        told(done, len(by_path))
    return found


def _blobs(pairs: Sequence[Pair], instead: str | None) -> list[str]:
    return [*([instead] if instead else []), *(blob for _, befores, after in pairs for blob in (*befores, after))]


class _Record:
    """One record, version after version; one that nobody can read counts as what stood before it."""

    def __init__(self, path: str, kind: Kind, texts: Mapping[str, bytes], instead: str) -> None:
        self._path = path
        self._texts = texts
        self._finder = Finder(kind)
        self._known: dict[str, tuple[Json, Mapping[bytes, Raw]] | None] = {}
        self._readable = [instead] if instead else []

    def verdict(self, befores: Sequence[str], after: str) -> Verdict:
        readable = tuple(dict.fromkeys(one for blob in befores for one in self._stood(blob)))
        new = self._read(after)
        if new is None:
            self._readable = list(readable)
            return Verdict(readable, broken=True)
        old = [one for blob in readable if (one := self._read(blob)) is not None]
        data, facts = new
        if not old:
            shown = _inspection(self._path, data) if any(public(data)[:2]) else ""
            return Verdict(fresh=_fresh(facts, ()), public=shown, approved=approved(data))
        return Verdict(
            readable,
            fresh=_fresh(facts, [held for _, held in old]),
            altered=not all(grown(before, data) for before, _ in old),
            lost=not all(held.keys() <= facts.keys() for _, held in old),
            early=not all(in_order(before, data) for before, _ in old),
            public=_inspection(self._path, data) if any(public(one) != public(data) for one, _ in old) else "",
            approved=approved(data),
            foreign=len(old) > 1 and not leaves(data) <= set().union(*(leaves(before) for before, _ in old)),
            rewritten=all(rewritten(self._texts[blob], self._texts[after]) for blob in readable),
        )

    def _stood(self, blob: str) -> Sequence[str]:
        return (blob,) if self._read(blob) is not None else self._readable

    def _read(self, blob: str) -> tuple[Json, Mapping[bytes, Raw]] | None:
        if blob not in self._known:
            data = parse(self._texts[blob]).data
            self._known[blob] = (data, self._finder.found(data)) if data is not None else None
        return self._known[blob]


def approved(data: Json) -> bool:
    """Return whether an inspection says that a publication to society was approved."""
    publication = data.get("publication")
    return isinstance(publication, dict) and bool(publication.get("society"))


def _inspection(path: str, data: Json) -> str:
    kind, _, rest = path.partition("/")
    return f"rounds/{rest.partition('/')[0]}/{data.get('unit')}.yaml" if kind == "problems" else ""


def _fresh(facts: Mapping[bytes, Raw], earlier: Sequence[Mapping[bytes, Raw]]) -> tuple[tuple[str, int], ...]:
    new = facts.keys() - set().union(*(held.keys() for held in earlier)) if earlier else facts.keys()
    return tuple((raw.pointer, raw.day.toordinal()) for content, raw in facts.items() if content in new) if new else ()
