"""What each change of a record is by itself: every version is read once, the records shared out among the cores."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from inspection.history.added import added
from inspection.history.fact import Raw
from inspection.history.facts import found
from inspection.history.grown import Logs, grown, in_order, leaves, logs, public, rewritten
from inspection.history.replay import Deed
from inspection.history.revisions import Revisions
from inspection.history.runs import Change, Told, runs
from inspection.history.verdict import Verdict
from inspection.history.versions import Version
from inspection.model.kinds import Kind, kind_at
from inspection.read.parsing import parse
from inspection.workers import batches, shared_out, shares

Json = Mapping[str, Any]
_WORTH_SHARING = 400
"""Versions from which it pays to read them side by side."""


def note_verdicts(
    revisions: Revisions, done: Iterable[Deed], instead: Mapping[str, str], told: Callable[[int, int], None]
) -> None:
    """Note with each version what the change that made it is by itself.

    Args:
        revisions: The history they come from.
        done: What the commits did, each after its parents.
        instead: Of records nobody could read when these changes began, by path, the content that stood before.
        told: Told now and then how many records are read, and how many there are.

    Raises:
        CannotRunError: The repository lacks an earlier content.
    """
    by_path: defaultdict[str, list[_Made]] = defaultdict(list)
    for deed in done:
        for path, befores, after in deed.pairs:
            if after:
                by_path[path].append((befores, after, deed.fresh[path]))
    processes = shares(sum(map(len, by_path.values())), _WORTH_SHARING)
    paths = list(by_path)
    tasks = batches(paths, processes)
    here, count = os.getpid(), 0

    def read() -> None:
        nonlocal count
        count += processes  # each of the others will have read as many
        if os.getpid() == here:
            told(min(count, len(paths)), len(paths))

    def work(batch: Sequence[str]) -> bytes:
        return _ENCODE(_told(revisions, {path: by_path[path] for path in batch}, instead, read))

    for batch, answer in zip(tasks, shared_out(tasks, work, processes), strict=True):
        versions = (version for path in batch for _, _, version in by_path[path])
        for version, verdict in zip(versions, _DECODER.decode(answer), strict=True):
            version.verdict = verdict
    told(len(paths), len(paths))


_Made = tuple[tuple[str, ...], str, Version]
"""The contents a change took the place of, its own, and the version it made."""

_ENCODE = msgspec.msgpack.Encoder().encode
_DECODER = msgspec.msgpack.Decoder(list[Verdict])


def _told(
    revisions: Revisions,
    by_path: Mapping[str, Sequence[_Made]],
    instead: Mapping[str, str],
    read: Callable[[], None],
) -> list[Verdict]:
    wanted = {path: list(dict.fromkeys(_blobs(made, instead.get(path)))) for path, made in by_path.items()}
    contents = revisions.contents([blob for blobs in wanted.values() for blob in blobs])
    found: list[Verdict] = []
    for path, made in by_path.items():
        place = kind_at(path)
        assert place is not None
        texts = {blob: next(contents)[1] for blob in wanted[path]}
        record = Followed(path, place[0], texts, instead.get(path, ""))
        found += record.verdicts([(befores, after) for befores, after, _ in made])
        read()
    return found


def _blobs(made: Sequence[_Made], instead: str | None) -> list[str]:
    return [*([instead] if instead else []), *(blob for befores, after, _ in made for blob in (*befores, after))]


class _Version(NamedTuple):
    """One version of a record: what is asked of it once, for the one before it and the one after it."""

    data: Json
    facts: Mapping[bytes, Raw]
    logs: Logs
    public: Any
    lines: Sequence[bytes]


class Followed:
    """One record, change after change; a version that nobody can read counts as what stood before it.

    Args:
        path: Where it lies.
        kind: Its kind.
        texts: All its contents.
        instead: Where nobody could read it when these changes began, the content that stood before, else `""`.
    """

    def __init__(self, path: str, kind: Kind, texts: Mapping[str, bytes], instead: str) -> None:
        """Read nothing yet."""
        self._kind = kind
        self._texts = texts
        self._inspection = f"rounds/{path.split('/')[1]}/{{}}.yaml" if kind.name == "problem" else ""
        self._known: dict[str, _Version | None] = {}
        self._last: dict[str, Told] = {}
        self._readable = [instead] if instead else []

    def verdicts(self, changes: Sequence[Change]) -> Iterator[Verdict]:
        """Yield what each change is by itself, those that only add lines many at once."""
        known: dict[Change, Verdict] = {}
        for run in runs(changes, self._texts):
            told = run.told(self._kind)
            if told is not None:
                known |= added(run.blobs, told, self._kind, self._inspection)
                self._last[run.blobs[-1]] = told
        for change in changes:
            yield known.get(change) or self.verdict(*change)

    def verdict(self, befores: Sequence[str], after: str) -> Verdict:
        """Return what the next change is by itself, from the versions before and after it."""
        readable = tuple(dict.fromkeys(one for blob in befores for one in self._stood(blob)))
        new = self._read(after)
        if new is None:
            self._readable = list(readable)
            return Verdict(readable, broken=True)
        old = [one for blob in readable if (one := self._read(blob)) is not None]
        data = new.data
        unit = str(data.get("unit", "")) if self._kind.name == "problem" else ""
        altered, lost, early, shown, anew = False, False, False, not old and any(new.public[:2]), bool(old)
        for one in old:
            altered |= not grown(one.data, data)
            lost |= not one.facts.keys() <= new.facts.keys()
            early |= not in_order(one.logs, new.logs)
            shown |= one.public != new.public
            anew &= rewritten(one.lines, new.lines)
        fresh, earliest = _fresh(new.facts, old)
        return Verdict(
            readable,
            fresh=fresh,
            earliest=earliest,
            altered=altered,
            lost=lost,
            early=early,
            unit=unit,
            public=self._inspection.format(unit) if shown and unit else "",
            approved=approved(data),
            foreign=len(old) > 1 and not leaves(data) <= set().union(*(leaves(one.data) for one in old)),
            rewritten=anew,
        )

    def _stood(self, blob: str) -> Sequence[str]:
        return (blob,) if self._read(blob) is not None else self._readable

    def _read(self, blob: str) -> _Version | None:
        if blob not in self._known:
            self._known[blob] = self._version(blob)
        return self._known[blob]

    def _version(self, blob: str) -> _Version | None:
        text = self._texts[blob]
        told = self._last.get(blob)
        data = told.data if told is not None else parse(text).data
        if data is None:
            return None
        facts = told.facts if told is not None else found(self._kind, data)
        return _Version(data, facts, logs(data), public(data), text.splitlines())


def approved(data: Json) -> bool:
    """Return whether an inspection says that a publication to society was approved."""
    publication = data.get("publication")
    return isinstance(publication, dict) and bool(publication.get("society"))


def _fresh(facts: Mapping[bytes, Raw], earlier: Sequence[_Version]) -> tuple[tuple[str, ...], int]:
    held = set().union(*(one.facts for one in earlier)) if len(earlier) > 1 else earlier[0].facts if earlier else {}
    fresh = [raw for content, raw in facts.items() if content not in held]
    return tuple([raw.pointer for raw in fresh]), min([raw.day for raw in fresh]).toordinal() if fresh else 0
