"""The demonstration ledger held in memory, and what a change to it brings about."""

import copy
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from inspection.derive.lifecycle import Life
from inspection.derive.lives import Lives
from inspection.emit import Number, emit
from inspection.finding import Finding
from inspection.model.ledger import Ledger
from inspection.model.problems import Item, Problem
from inspection.model.record import Record
from inspection.read.files import File, content_id
from inspection.read.folder import WorkingTree
from inspection.read.loader import Loaded, load
from inspection.read.parsing import parse
from inspection.read.schema import Schemas
from inspection.rules.framework import Context
from inspection.rules.judge import judge, new_since

ROOT = Path(__file__).parents[2]

Json = dict[str, Any]
Changes = dict[str, Json | bytes]
"""The files a mutation writes: plain data, or bytes where the YAML itself is broken."""

T = TypeVar("T")


class Held:
    """A source over files held in memory."""

    shareable = True

    def __init__(self, files: Mapping[str, bytes]) -> None:
        """Keep the files by their paths."""
        self._files = dict(sorted(files.items()))

    def files(self) -> Iterator[File]:
        """Yield every file, in the order of the paths."""
        return (File(path, content_id(data), data) for path, data in self._files.items())

    def opened(self, file: File) -> File:
        """Return the file, whose bytes are there already."""
        return file

    def read(self, path: str) -> bytes:
        """Return one file's bytes."""
        return self._files.get(path, b"")


class ItemAt(NamedTuple):
    """An item of the ledger: its problem, its place in the record, and its life as of today."""

    problem: Problem
    place: int
    item: Item
    life: Life


class Town:
    """The demonstration ledger as it is committed, and the day it is judged on."""

    def __init__(self) -> None:
        """Read every file once."""
        tree = WorkingTree(ROOT / "ledger")
        self._bytes = {file.path: tree.read(file.path) for file in tree.files()}
        self._schemas = Schemas.in_folder(ROOT / "schemas")
        loaded = load(Held(self._bytes), self._schemas)
        assert loaded.findings == ()
        self.ledger = loaded.ledger
        district = self.ledger.district
        assert district is not None
        assert district.demonstration is not None
        self.today: date = district.demonstration.today
        self.context = Context(self.ledger, self.today)
        self.findings = _found(loaded, self.today)

    @property
    def lives(self) -> Lives:
        """The lives of the unbroken items."""
        return self.context.lives

    def bytes_of(self, path: str) -> bytes:
        """Return a file as it stands."""
        return self._bytes[path]

    def data(self, record: Record | str) -> Json:
        """Return a record's plain data, to be changed at will."""
        path = record if isinstance(record, str) else record.path
        data, faults = parse(self._bytes[path])
        assert data is not None, faults
        return copy.deepcopy(data)

    def items(self) -> Iterator[ItemAt]:
        """Yield every item with its life."""
        for problem, place, item in self.ledger.items():
            yield ItemAt(problem, place, item, self.lives.of(problem, item))

    def named_nowhere(self, path: str) -> bool:
        """Return whether no other file holds the id of the record at a path."""
        name = Path(path).stem.encode()
        return not any(name in data for other, data in self._bytes.items() if other != path)

    def changed(self, changes: Changes, known: Mapping[str, Any] | None = None) -> Context:
        """Return what the rules look at in the changed ledger, with the content ids of its files."""
        written = _written(changes)
        loaded = self._with(written)
        contents = {path: content_id(data) for path, data in (self._bytes | written).items()}
        return Context(loaded.ledger, self.today, broken=loaded.broken, contents=contents, **known or {})

    def brought(self, changes: Changes, known: Mapping[str, object] | None = None) -> list[Finding]:
        """Return the findings of the changed ledger that the unbroken one has not.

        Args:
            changes: The files as broken.
            known: What the rules are told besides the ledger and the day, by the arguments of `Context`.
        """
        loaded = self._with(_written(changes))
        return new_since(_found(loaded, self.today, known), self.findings)

    def brought_anew(self, changes: Changes) -> list[Finding]:
        """Return the same as `brought`, slowly: the whole ledger is read again as a check reads it."""
        loaded = load(Held(self._bytes | _written(changes)), self._schemas)
        return new_since(_found(loaded, self.today), self.findings)

    def _with(self, written: Mapping[str, bytes]) -> Loaded:
        """Read the changed files alone, and put them in the place of what they replace."""
        fresh = load(Held(written), self._schemas)
        return Loaded(_merged(self.ledger, fresh.ledger, frozenset(written)), fresh.findings, fresh.broken)


def _merged(old: Ledger, new: Ledger, replaced: frozenset[str]) -> Ledger:
    """Return `old` without the records at the replaced paths, and with all of `new`, in the order of the paths."""
    fields: dict[str, object] = {}
    for name in old.__struct_fields__:
        before, after = getattr(old, name), getattr(new, name)
        if isinstance(before, dict):
            kept = {key: one for key, one in before.items() if one.path not in replaced}
            fields[name] = dict(sorted((kept | after).items(), key=lambda pair: pair[1].path))
        elif isinstance(before, tuple):
            kept_ones = [one for one in before if one.path not in replaced]
            fields[name] = tuple(sorted([*kept_ones, *after], key=lambda one: one.path))
        else:
            fields[name] = before if after is None and (before is None or before.path not in replaced) else after
    return Ledger(**fields)  # type: ignore[arg-type]


def _found(loaded: Loaded, today: date, known: Mapping[str, Any] | None = None) -> list[Finding]:
    return [*loaded.findings, *judge(Context(loaded.ledger, today, broken=loaded.broken, **known or {}))]


def _written(changes: Changes) -> dict[str, bytes]:
    return {path: one if isinstance(one, bytes) else emit(_numbers(one)).encode() for path, one in changes.items()}


def _numbers(value: Any) -> Any:
    """Return plain data with numbers as the emitter knows them: the reader hands them on as their text."""
    if isinstance(value, dict):
        return {key: _numbers(one) if key not in _POINTED else _number(one) for key, one in value.items()}
    return [_numbers(one) for one in value] if isinstance(value, list) else value


def _number(value: Any) -> Any:
    return Number(value) if isinstance(value, str) else value


_POINTED = frozenset({"score", "weight", "amount", "yuan", "target", "sample"})


def first(found: Iterable[T]) -> T:
    """Return the first record of the demonstration that has what a mutation asks for."""
    one = next(iter(found), None)
    assert one is not None, "the demonstration ledger no longer holds what this mutation breaks"
    return one


@cache
def town() -> Town:
    """Return the one town all mutations start from."""
    return Town()
