"""What each change of a record is by itself: every version is read once, the records shared out among the cores."""

import os
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct

from inspection.history.facts import Finder, Raw
from inspection.history.grown import Logs, grown, in_order, leaves, logs, public, rewritten
from inspection.history.replay import Pair
from inspection.history.revisions import Revisions
from inspection.model.kinds import Kind, kind_at
from inspection.read.successive import Successive
from inspection.workers import shared_out, shares

Json = Mapping[str, Any]
_WORTH_SHARING = 400
"""Versions from which it pays to read them side by side."""
_BATCHES = 4
"""Into how many batches each process's share of the records is cut: whoever is done takes the next."""


class Verdict(Struct, frozen=True, array_like=True):
    """What one change does to a record.

    Attributes:
        readable: The contents it must answer for: those named, or where nobody can read one what stood before it.
        broken: Whether nobody can read the new version; then nothing else is said of it.
        fresh: The pointer and the day, as its ordinal, of every fact no earlier version holds.
        altered: Whether it does more than add.
        lost: Whether a fact that was there is not there any more.
        early: Whether an entry came into a log before others, by its place or by its day.
        unit: The unit a problem was found in, `""` for another record.
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
    unit: str = ""
    public: str = ""
    approved: bool = False
    foreign: bool = False
    rewritten: bool = False

    @property
    def mere(self) -> bool:
        """Whether it adds, and does nothing else."""
        return not (self.broken or self.altered or self.lost or self.public or self.rewritten)


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
    processes = shares(len(pairs), _WORTH_SHARING)
    share = processes * _BATCHES if processes > 1 else 1
    paths = list(by_path)
    batches = [paths[first::share] for first in range(share)]

    here, done = os.getpid(), 0

    def read() -> None:
        nonlocal done
        done += processes  # each of the others will have read as many
        if os.getpid() == here:
            told(min(done, len(paths)), len(paths))

    def work(batch: Sequence[str]) -> bytes:
        return _ENCODE([_told(revisions, {path: by_path[path] for path in batch}, instead, read)])

    found: dict[Pair, Verdict] = {}
    for batch, answer in zip(batches, shared_out(batches, work, processes), strict=True):
        ((*rows,),) = _DECODER.decode(answer)
        found |= zip((pair for path in batch for pair in by_path[path]), rows, strict=True)
    told(len(paths), len(paths))
    return found


_ENCODE = msgspec.msgpack.Encoder().encode
_DECODER = msgspec.msgpack.Decoder(list[list[Verdict]])


def _told(
    revisions: Revisions,
    by_path: Mapping[str, Sequence[Pair]],
    instead: Mapping[str, str],
    read: Callable[[], None],
) -> list[Verdict]:
    wanted = {path: list(dict.fromkeys(_blobs(pairs, instead.get(path)))) for path, pairs in by_path.items()}
    contents = revisions.contents([blob for blobs in wanted.values() for blob in blobs])
    found: list[Verdict] = []
    for path, pairs in by_path.items():
        place = kind_at(path)
        assert place is not None
        texts = {blob: next(contents)[1] for blob in wanted[path]}
        record = _Record(path, place[0], texts, instead.get(path, ""))
        found += (record.verdict(befores, after) for _, befores, after in pairs)
        read()
    return found


def _blobs(pairs: Sequence[Pair], instead: str | None) -> list[str]:
    return [*([instead] if instead else []), *(blob for _, befores, after in pairs for blob in (*befores, after))]


class _Version(NamedTuple):
    """One version of a record: what is asked of it once, for the one before it and the one after it."""

    data: Json
    facts: Mapping[bytes, Raw]
    logs: Logs
    public: Any
    lines: Sequence[bytes]


class _Record:
    """One record, version after version; one that nobody can read counts as what stood before it."""

    def __init__(self, path: str, kind: Kind, texts: Mapping[str, bytes], instead: str) -> None:
        self._path = path
        self._kind = kind.name
        self._texts = texts
        self._finder = Finder(kind)
        self._reader = Successive()
        self._known: dict[str, _Version | None] = {}
        self._readable = [instead] if instead else []

    def verdict(self, befores: Sequence[str], after: str) -> Verdict:
        readable = tuple(dict.fromkeys(one for blob in befores for one in self._stood(blob)))
        new = self._read(after)
        if new is None:
            self._readable = list(readable)
            return Verdict(readable, broken=True)
        old = [one for blob in readable if (one := self._read(blob)) is not None]
        data, facts = new.data, new.facts
        fresh, unit = _fresh(facts, old), str(data.get("unit", "")) if self._kind == "problem" else ""
        if not old:
            shown = self._inspection(unit) if any(new.public[:2]) else ""
            return Verdict(fresh=fresh, unit=unit, public=shown, approved=approved(data))
        return Verdict(
            readable,
            fresh=fresh,
            altered=not all(grown(one.data, data) for one in old),
            lost=not all(one.facts.keys() <= facts.keys() for one in old),
            early=not all(in_order(one.logs, new.logs) for one in old),
            unit=unit,
            public=self._inspection(unit) if any(one.public != new.public for one in old) else "",
            approved=approved(data),
            foreign=len(old) > 1 and not leaves(data) <= set().union(*(leaves(one.data) for one in old)),
            rewritten=all(rewritten(one.lines, new.lines) for one in old),
        )

    def _inspection(self, unit: str) -> str:
        return f"rounds/{self._path.split('/')[1]}/{unit}.yaml" if unit else ""

    def _stood(self, blob: str) -> Sequence[str]:
        return (blob,) if self._read(blob) is not None else self._readable

    def _read(self, blob: str) -> _Version | None:
        if blob not in self._known:
            text = self._texts[blob]
            data = self._reader.read(text)
            self._known[blob] = None if data is None else _Version(
                data, self._finder.found(data), logs(data), public(data), text.splitlines()
            )  # fmt: skip
        return self._known[blob]


def approved(data: Json) -> bool:
    """Return whether an inspection says that a publication to society was approved."""
    publication = data.get("publication")
    return isinstance(publication, dict) and bool(publication.get("society"))


def _fresh(facts: Mapping[bytes, Raw], earlier: Sequence[_Version]) -> tuple[tuple[str, int], ...]:
    held = set().union(*(one.facts for one in earlier)) if len(earlier) > 1 else earlier[0].facts if earlier else {}
    return tuple((raw.pointer, raw.day.toordinal()) for content, raw in facts.items() if content not in held)
