"""Acts to signed commits: the district's matters on the main line, a unit's busy day on a branch that is merged."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta, timezone
from itertools import groupby
from typing import NamedTuple

from inspection.demo.history.acts import Act, acts
from inspection.demo.history.births import birth
from inspection.demo.history.bodies import Bodies
from inspection.demo.history.dated import BEGAN
from inspection.demo.history.keys import Keys
from inspection.demo.history.messages import Messages
from inspection.demo.history.objects import Folder, Pack
from inspection.demo.history.signing import KeyMaker
from inspection.demo.history.states import Growth
from inspection.demo.places import Record
from inspection.emit import emit

_ZONE = timezone(timedelta(hours=8))
_OPENS = time(8, 30, tzinfo=_ZONE)
_SECONDS = 9 * 3600
_BRANCHED = 2
"""From so many commits a day on, a unit's matter is written on a branch of its own."""
_ADDRESSES = "yunzhu.example"


Files = dict[tuple[str, ...], bytes]


class Commit(NamedTuple):
    """A commit, and what it holds."""

    id: str
    folder: Folder


class Writer:
    """Writes the commits of a ledger into a pack.

    Attributes:
        acts: What is to be written, in order.
        commits: How many commits were written, merges among them.
        merges: How many of them have two parents.
    """

    def __init__(self, pack: Pack, records: Mapping[str, Record], seed: int, maker: KeyMaker) -> None:
        """Find out who wrote what when, and make the keys."""
        births = {path: birth(path, records) for path in records}
        self.acts = acts(records, births, seed)
        self.commits = self.merges = 0
        self._pack = pack
        self._growths = {path: Growth(record, births[path].before) for path, record in records.items()}
        for number, act in enumerate(self.acts, 1):
            for part in act.parts:
                self._growths[part.path].step(part.pointer, number)
        self._bodies = Bodies(records)
        self._messages = Messages(records, self._bodies)
        self._keys = _keys(self.acts, records, maker)
        self._numbers = {id(act): number for number, act in enumerate(self.acts, 1)}

    def written(self) -> Iterator[Commit]:
        """Yield the head of the main line at the end of every day on which something was written."""
        by_day = {day: list(some) for day, some in groupby(self.acts, key=lambda act: act.day)}
        head: Commit | None = None
        for day in sorted(by_day.keys() | self._keys.days):
            head = self._day(day, by_day.get(day, []), head)
            yield head

    def _day(self, day: date, some: Sequence[Act], head: Commit | None) -> Commit:
        matters = [list(each) for _, each in groupby(some, key=lambda act: (act.of_unit, act.matter))]
        branches = [each for each in matters if each[0].of_unit and len(each) >= _BRANCHED]
        clock = _clock(day, len(some) + len(branches) + 1)
        if head is None:
            files = self._files(some[0]) | self._signers(day)
            return self._commit("office", "建立台账", files, Folder({}, self._pack), (), next(clock))
        if day in self._keys.days:
            head = self._commit("office", "更新签名公钥", self._signers(day), head.folder, (head,), next(clock))
        own = [act for act in some if not act.of_unit]
        alone = [act for each in matters if each[0].of_unit and each not in branches for act in each]
        base = head = self._line(own, head, clock)
        tips = [self._line(each, base, clock) for each in branches]
        head = self._line(alone, head, clock)
        for each, tip in zip(branches, tips, strict=True):
            files = {name: identity for act in each for name, identity in self._files(act).items()}
            words = self._messages.merge(each)
            head = self._commit("office", words, files, head.folder, (head, tip), next(clock))
            self.merges += 1
        return head

    def _line(self, some: Iterable[Act], head: Commit, clock: Iterator[datetime]) -> Commit:
        for act in some:
            words = self._messages.act(act)
            head = self._commit(act.body, words, self._files(act), head.folder, (head,), next(clock))
        return head

    def _files(self, act: Act) -> Files:
        number = self._numbers[id(act)]
        paths = dict.fromkeys(part.path for part in act.parts)
        return {_name(path): self._blob(self._growths[path].at(number)) for path in paths}

    def _signers(self, day: date) -> Files:
        return {_name("signers.yaml"): self._blob(self._keys.record(day))}

    def _blob(self, record: Record) -> bytes:
        return self._pack.add("blob", emit(record).encode())

    def _commit(
        self, body: str, words: str, files: Files, folder: Folder, parents: tuple[Commit, ...], moment: datetime
    ) -> Commit:
        held = folder.with_files(files, self._pack)
        who = f"{self._bodies.name(body)} <{body}@{_ADDRESSES}> {int(moment.timestamp())} +0800"
        head = "".join([f"tree {held.id.hex()}\n", *(f"parent {parent.id}\n" for parent in parents)])
        head += f"author {who}\ncommitter {who}\n"
        text = f"\n{words}\n"
        signature = self._keys.pen(body, moment.date()).sign((head + text).encode())
        armoured = "gpgsig " + signature.replace("\n", "\n ") + "\n"
        self.commits += 1
        return Commit(self._pack.add("commit", (head + armoured + text).encode()).hex(), held)


def _keys(some: Sequence[Act], records: Mapping[str, Record], maker: KeyMaker) -> Keys:
    first: dict[str, date] = {"office": BEGAN}
    for act in some:
        first.setdefault(act.body, act.day)
    units = {body: records[path] for body in first if (path := f"units/{body}.yaml") in records}
    return Keys(first, {body: date.fromisoformat(unit["joined"]) for body, unit in units.items()}, maker)


def _name(path: str) -> tuple[str, ...]:
    return ("ledger", *path.split("/"))


def _clock(day: date, count: int) -> Iterator[datetime]:
    """Yield moments of a working day, one after another."""
    opens = datetime.combine(day, _OPENS)
    yield from (opens + timedelta(seconds=_SECONDS * number // count) for number in range(count))
