"""The ledger judged part by part, each part once.

A rule that looks no further than a record, an inspection or a round says the same of it for as long as nothing within
its sight changes. What it said is remembered under the names of all those contents, so that a check after one change
judges one part anew; and parts that know nothing of one another are judged side by side.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush
from itertools import chain
from typing import NamedTuple, Protocol

import msgspec

from inspection.derive.policies import NotInLedgerError
from inspection.model.inspections import Inspection
from inspection.model.problems import Problem
from inspection.rules.framework import Context, Rule, Sight, Sighting
from inspection.workers import shared_out, shares

Seen = tuple[str, Sighting]
"""A rule's code and what it saw."""

NEAR = (Sight.RECORD, Sight.INSPECTION, Sight.ROUND)

_WORTH_SHARING = 1000
"""Files within sight of what was not judged before from which it pays to judge side by side."""

_TURNS = 6
"""Batches for each process: enough that none waits long for another, few enough that setting out costs little."""


class Memory(Protocol):
    """What was seen before, by the name of all that it was seen in."""

    def recall(self, key: str) -> bytes | None:
        """Return what was kept under a key."""
        ...

    def keep(self, key: str, seen: bytes) -> None:
        """Keep what was seen."""
        ...


def seen_by(rules: Iterable[Rule], context: Context) -> Iterator[Seen]:
    """Yield what the rules see in the whole ledger at once; a rule that asks for what is not there says nothing."""
    for rule in rules:
        try:
            sightings = list(rule.look(context))
        except NotInLedgerError:
            continue
        yield from ((rule.code, sighting) for sighting in sightings)


def seen_in_parts(rules: Sequence[Rule], context: Context, memory: Memory) -> Iterator[Seen]:
    """Yield the same as `seen_by`, in another order, judging only what is not remembered.

    Args:
        rules: The rules.
        context: The ledger and the day, with the `contents` of every file.
        memory: What was seen before, by the same program.
    """
    fresh = []
    for part in parts(rules, context):
        packed = memory.recall(part.key)
        known = _NOTHING if packed == _EMPTY else _seen(packed)
        if known is None:
            fresh.append(part)
        else:
            yield from known
    processes = shares(sum(len(part.paths) for part in fresh), _WORTH_SHARING)
    batches = _batches(fresh, processes)
    told = shared_out(batches, lambda batch: _ENCODE(judged(rules, context, batch)), processes)
    for rule in rules:
        for sight, look in rule.looks:
            if sight is Sight.LEDGER:
                yield from ((rule.code, sighting) for sighting in look(context))
    for packed in told:
        for key, seen in _BATCH.decode(packed).items():
            memory.keep(key, _ENCODE(seen))
            yield from seen


class Part(NamedTuple):
    """What some rules look at for themselves.

    Attributes:
        sight: How far those rules look.
        home: The round it belongs to, or its file where it belongs to none.
        paths: The files of which those rules may say something.
        key: Names the content of everything within their sight.
    """

    sight: Sight
    home: str
    paths: tuple[str, ...]
    key: str


def parts(rules: Sequence[Rule], context: Context) -> Iterator[Part]:
    """Yield what the ledger divides into; a part's key names the content of all that its rules may look at."""
    contents, head = context.contents, context.head
    rounds: dict[str, list[str]] = {name: [one.path] for name, one in head.rounds.items()}
    inspections: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    apart: set[str] = set()
    visited: Iterable[Inspection | Problem] = chain(head.inspections.values(), head.problems.values())
    for one in visited:
        rounds.setdefault(one.round, []).append(one.path)
        inspections[one.round, one.unit].append(one.path)
        apart.add(one.path)
    home = {path: name for name, paths in rounds.items() for path in paths}
    asked = hashlib.sha256(" ".join(rule.code for rule in rules).encode()).hexdigest()[:12]
    for record in head.records():
        path = record.path
        yield Part(Sight.RECORD, home.get(path, path), (path,), f"{asked} {contents[path]} {path}")
    said = [asked, context.today.isoformat(), *sorted(context.broken)]
    said += [f"{contents[path]} {path}" for path in sorted(contents) if path not in apart]
    common = hashlib.sha256("\0".join(said).encode())
    for sight, divided in ((Sight.INSPECTION, inspections), (Sight.ROUND, rounds)):
        for name, paths in divided.items():
            digest = common.copy()
            digest.update("\0".join([sight.value, *(f"{contents[path]} {path}" for path in paths)]).encode())
            yield Part(sight, name if isinstance(name, str) else name[0], tuple(paths), digest.hexdigest())


def _batches(parts: Sequence[Part], processes: int) -> list[list[Part]]:
    """Return the parts in batches of whole rounds, so that a round's items live once for all its rules; large first."""
    weights = Counter(part.home for part in parts if part.sight is Sight.RECORD)
    number = processes * _TURNS if processes > 1 else 1
    loads = [(0, index) for index in range(number)]
    batch: dict[str, int] = {}
    for home, weight in weights.most_common():
        load, index = heappop(loads)
        batch[home] = index
        heappush(loads, (load + weight, index))
    batches: list[list[Part]] = [[] for _ in range(number)]
    for part in parts:
        batches[batch.get(part.home, 0)].append(part)
    return [batches[index] for _, index in sorted(loads, reverse=True)]


def judged(rules: Sequence[Rule], context: Context, parts: Sequence[Part]) -> dict[str, list[Seen]]:
    """Return what is seen in each part, by its key."""
    found: dict[str, list[Seen]] = {part.key: [] for part in parts}
    apart = {one.path for one in (*context.head.inspections.values(), *context.head.problems.values())}
    shared = frozenset(record.path for record in context.head.records() if record.path not in apart)
    narrowed, within = context, frozenset[str]()
    for sight in NEAR:
        keys = {path: part.key for part in parts if part.sight is sight for path in part.paths}
        visible = frozenset(keys) if sight is Sight.RECORD else shared.union(keys)
        if visible != within:
            narrowed, within = context.narrowed(visible), visible
        looks = [(rule.code, look) for rule in rules for far, look in rule.looks if far is sight] if keys else ()
        for code, look in looks:
            for sighting in look(narrowed):
                if sighting.path in keys:
                    found[keys[sighting.path]].append((code, sighting))
    return found


def _seen(packed: bytes | None) -> list[Seen] | None:
    try:
        return None if packed is None else _SEEN.decode(packed)
    except msgspec.MsgspecError:
        return None


_NOTHING: list[Seen] = []
_ENCODE = msgspec.msgpack.encode
_EMPTY = _ENCODE(_NOTHING)
_SEEN = msgspec.msgpack.Decoder(list[Seen])
_BATCH = msgspec.msgpack.Decoder(dict[str, list[Seen]])
