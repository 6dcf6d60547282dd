"""Files to records, the files shared out among the cores.

Three steps a file goes through, each a function of its own: `parsing.parse`, `Schemas.validate`, `convert.converted`.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import msgspec

from inspection.finding import Words
from inspection.model.kinds import Kind
from inspection.model.record import Record
from inspection.read.cache import Cache, key, packed, unpacked
from inspection.read.convert import converted
from inspection.read.corrections import corrected
from inspection.read.fault import Fault
from inspection.read.files import File, Source, Stamp
from inspection.read.parsing import parse
from inspection.read.schema import Schemas
from inspection.workers import shared_out, shares

Json = dict[str, Any]
Told = Callable[[int, int], None]

_WORTH_SHARING = 500
"""Files from which it pays to read them side by side."""
_AT_ONCE = 100
"""Files one process takes at once."""
_EVERY = 100
"""Files between two signs of life."""


class Task(NamedTuple):
    """A file to be read, and what its place says it is."""

    file: File
    kind: Kind
    identity: str


class Read(NamedTuple):
    """What became of a file.

    Attributes:
        file: As it was opened.
        record: The record, if it is good.
        faults: What is wrong with it; a correction that fits nothing leaves the record good.
    """

    file: File
    record: Record | None
    faults: tuple[Fault, ...]


class _Answer(NamedTuple):
    """What one process tells another of a file; the record as it is remembered, unless the cache has it already."""

    content_id: str = ""
    stamp: Stamp | None = None
    good: bool = False
    packed: bytes | None = None
    faults: tuple[Fault, ...] = ()


class Reader:
    """Reads the files of a source.

    Args:
        source: Where the bytes come from.
        schemas: What a record must be like.
        cache: What was read before.
        told: Hears every so many files how many were read, and of how many.
    """

    def __init__(self, source: Source, schemas: Schemas, cache: Cache | None, told: Told | None) -> None:
        """Keep them."""
        self._source = source
        self._schemas = schemas
        self._cache = cache
        self._told = told
        self._here: dict[str, Record] = {}
        self._home = os.getpid()

    def read(self, tasks: Sequence[Task]) -> Iterator[Read]:
        """Yield what becomes of each file, in their order; good records are remembered."""
        processes = shares(len(tasks), _WORTH_SHARING) if self._source.shareable else 1
        batches = [range(first, min(first + _AT_ONCE, len(tasks))) for first in range(0, len(tasks), _AT_ONCE)]

        def work(batch: range) -> bytes:
            return msgspec.msgpack.encode([self._answer(tasks[place], place, len(tasks)) for place in batch])

        for batch, told in zip(batches, shared_out(batches, work, processes), strict=True):
            for place, answer in zip(batch, _ANSWERS.decode(told), strict=True):
                yield self._taken(tasks[place], answer)
        if self._told is not None and tasks:
            self._told(len(tasks), len(tasks))

    def _answer(self, task: Task, place: int, number: int) -> _Answer:
        if self._told is not None and place % _EVERY == 0:
            self._told(place, number)
        file = self._source.opened(task.file)
        if file.fault is not None:
            return _Answer(faults=(file.fault,))
        if self._cache is not None and self._cache.recall(key(file.content_id, file.path)) is not None:
            return _Answer(file.content_id, file.stamp, good=True)
        record, faults = judged(task, file.data or b"", self._schemas)
        if record is None:
            return _Answer(file.content_id, file.stamp, faults=faults)
        if os.getpid() == self._home:
            self._here[file.path] = record
        return _Answer(file.content_id, file.stamp, True, packed(record), faults)

    def _taken(self, task: Task, answer: _Answer) -> Read:
        file = task.file._replace(content_id=answer.content_id, stamp=answer.stamp)
        record, faults = self._record(task, file, answer), answer.faults
        if answer.good and record is None:
            record, faults = judged(task, self._source.read(file.path), self._schemas)
        if self._cache is not None:
            self._cache.identify(file)
            if answer.packed is not None and not faults:
                self._cache.keep(key(file.content_id, file.path), answer.packed)
        return Read(file, record, faults)

    def _record(self, task: Task, file: File, answer: _Answer) -> Record | None:
        """Return the record: made here, made in another process, or remembered; nothing if it cannot be packed."""
        if file.path in self._here:
            return self._here[file.path]
        if answer.packed is not None:
            return unpacked(task.kind, answer.packed)
        if answer.good and self._cache is not None:
            return self._cache.record(task.kind, file.content_id, file.path)
        return None


def judged(task: Task, data: bytes, schemas: Schemas) -> tuple[Record | None, tuple[Fault, ...]]:
    """Return the record a file holds, if it is a good one, and what is wrong with it."""
    plain, faults = parse(data)
    if plain is None:
        return None, faults
    plain, faults = checked(task.kind.name, plain, schemas)
    if plain is None:
        return None, faults
    record = converted(task.kind, task.identity, task.file.path, plain)
    return (None, (*faults, record)) if isinstance(record, Fault) else (record, faults)


def checked(kind: str, data: Json, schemas: Schemas) -> tuple[Json | None, tuple[Fault, ...]]:
    """Return plain data as it is to be read, and what is wrong with it.

    Corrections are applied; one that fits nothing is a fault and the rest of the record is read all the same.

    Returns:
        The data, or nothing where it is not valid; `SCH01` to `SCH04`.
    """
    faults = schemas.validate(kind, data)
    if faults:
        return None, faults
    record, misfits = corrected(data)
    if record is data:
        return data, misfits
    faults = tuple(_of_correction(fault) for fault in schemas.validate(kind, record))
    return (None if faults else record), misfits + faults


def _of_correction(fault: Fault) -> Fault:
    message = Words(f"更正之后：{fault.message.zh}", f"once corrected: {fault.message.en}")
    return fault._replace(message=message)


_ANSWERS = msgspec.msgpack.Decoder(list[_Answer])
