"""A record and the world around it as they were at a commit, read when the fast half of the audit is not certain."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any

from msgspec import to_builtins
from msgspec.structs import replace

from inspection.history.versions import NO_FILES, Folder, Tree
from inspection.model.kinds import Kind, kind_at
from inspection.model.ledger import Ledger
from inspection.model.problems import Problem
from inspection.model.record import Record
from inspection.read.files import File
from inspection.read.loader import assembled
from inspection.read.reading import Task, judged
from inspection.read.schema import Schemas

_FRAME = ("", "policy", "calendar", "units")
"""Folders whose records every rule asks."""
_ID = re.compile(
    r"L(?P<letters>[0-9]{4})-[0-9]{3,}|V(?P<visits>[0-9]{4})-[0-9]{3,}|(?P<problems>R[0-9]{1,3}-[0-9]{2})-[0-9]{4,}"
    r"|[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
)
"""What may be the id of a letter, a visit, a problem or a paper, and in it the folder of all but a paper."""
_FAR = 2
"""How many steps from record to record are followed: an item withdrawn into another needs that one's inspection."""
_REMEMBERED = 1 << 12


class Ledgers:
    """Makes small ledgers out of trees.

    Args:
        read: Gives the bytes of a content.
        schemas: What a record must be like.
    """

    def __init__(self, read: Callable[[str], bytes], schemas: Schemas) -> None:
        """Read nothing yet."""
        self.bytes = lru_cache(_REMEMBERED)(read)
        self._schemas = schemas
        self._known: dict[tuple[str, str], Record | None] = {}
        self._named: dict[tuple[str, str], tuple[str, ...]] = {}
        self._frame: tuple[tuple[Folder, ...], Ledger] | None = None

    def record(self, path: str, blob: str) -> Record | None:
        """Return the record a content is at a path, or nothing where it is no good one."""
        if (path, blob) not in self._known:
            place = kind_at(path) if blob else None
            task = Task(File(path), *place) if place is not None else None
            self._known[path, blob] = judged(task, self.bytes(blob), self._schemas)[0] if task is not None else None
        return self._known[path, blob]

    def rules(self, tree: Tree) -> Ledger:
        """Return what every rule asks of the ledger at a commit: district, policies, calendars, keys and units."""
        folders = tuple(tree.folders.get(name, NO_FILES) for name in _FRAME)
        if self._frame is None or folders != self._frame[0]:
            records = [self.record(path, one.blob) for folder in folders for path, one in sorted(folder.items())]
            self._frame = folders, assembled(_of_kind(one) for one in records if one is not None)
        return self._frame[1]

    def at(self, tree: Tree, paths: Iterable[str], instead: tuple[str, str] | None = None) -> Ledger:
        """Return the ledger of a commit with some of its records and what they name.

        Args:
            tree: The whole ledger at the commit.
            paths: The records wanted.
            instead: The path of one of these and the content to take instead of that of the tree.
        """
        held: dict[str, Record] = {}
        waiting = [(path, 0) for path in paths]
        while waiting:
            path, far = waiting.pop()
            place = instead if instead is not None and instead[0] == path else (path, tree.blob(path))
            record = self.record(*place)
            if record is not None and path not in held:
                held[path] = record
                named = self._names(place, record) if far < _FAR else ()
                waiting += [(each, far + 1) for each in named if tree.blob(each)]
        found, rules = assembled(map(_of_kind, held.values())), self.rules(tree)
        policies = {one.path: one for one in (*rules.policies, *found.policies)}
        return replace(
            found,
            district=found.district or rules.district,
            signers=found.signers or rules.signers,
            policies=tuple(sorted(policies.values(), key=lambda one: one.id)),
            calendars={**rules.calendars, **found.calendars},
            units={**rules.units, **found.units},
        )

    def _names(self, place: tuple[str, str], record: Record) -> tuple[str, ...]:
        if place not in self._named:
            # `at` follows the last first, so of a name given twice the last place counts.
            self._named[place] = tuple(dict.fromkeys(reversed([*_named_by(record)])))[::-1]
        return self._named[place]


def _of_kind(record: Record) -> tuple[Kind, Record]:
    place = kind_at(record.path)
    assert place is not None
    return place[0], record


def _named_by(record: Record) -> Iterator[str]:
    """Yield where the records may lie that a record names."""
    if isinstance(record, Problem):
        yield from (f"rounds/{record.round}/round.yaml", f"rounds/{record.round}/{record.unit}.yaml")
    for text in _texts(to_builtins(record, enc_hook=str)):
        match = _ID.fullmatch(text.partition("/")[0])
        if match is not None:
            kind = match.lastgroup
            yield f"{kind}/{match[kind]}/{match[0]}.yaml" if kind else f"papers/{match[0]}.yaml"


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)
