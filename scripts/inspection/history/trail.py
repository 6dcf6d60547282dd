"""Every dated fact with the commit that first told it: when it happened, and when it was recorded."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from inspection.history.ancestry import Ancestry
from inspection.history.commits import Commit
from inspection.history.fact import Fact, Raw
from inspection.history.facts import found
from inspection.history.lineage import Lineage, Step
from inspection.history.recorded import Recorded, Trail, packed, unpacked
from inspection.history.revisions import Revisions
from inspection.history.runs import runs
from inspection.read.parsing import parse
from inspection.workers import batches, shared_out, shares, uncollected

__all__ = ["Recorded", "Trail", "trails"]

Found = Mapping[bytes, Raw]


_WORTH_SHARING = 400
"""Changes from which it pays to follow records side by side."""


def trails(revisions: Revisions, records: Sequence[Lineage], ancestry: Ancestry) -> Iterator[Trail]:
    """Yield the history of each record, reading every version of all of them, many of them side by side.

    Args:
        revisions: The history they come from.
        records: The records wanted, of `lineages`.
        ancestry: The whole graph.

    Raises:
        CannotRunError: The repository lacks an earlier content.
    """
    head = revisions.files()
    processes = shares(sum(len(record.steps) for record in records), _WORTH_SHARING)
    if processes == 1:
        yield from _followed(revisions, records, ancestry, head)
        return
    tasks = batches(records, processes)

    def work(batch: Sequence[Lineage]) -> bytes:
        with uncollected():
            return packed(_followed(revisions, batch, ancestry, head))

    told = shared_out(tasks, work, processes)
    done = [unpacked(one, batch) for one, batch in zip(told, tasks, strict=True)]
    yield from (next(done[place % len(done)]) for place in range(len(records)))


def _followed(
    revisions: Revisions, records: Sequence[Lineage], ancestry: Ancestry, head: Mapping[str, str]
) -> Iterator[Trail]:
    wanted = [_versions(record) for record in records]
    contents = revisions.contents([blob for blobs in wanted for blob in blobs])
    for record, blobs in zip(records, wanted, strict=True):
        texts = {blob: next(contents)[1] for blob in blobs}
        yield _Record(record, texts, ancestry).trail(head)


def _versions(record: Lineage) -> tuple[str, ...]:
    blobs = (blob for step in record.steps for blob in (*step.change.before, step.change.after))
    return tuple(dict.fromkeys(blob for blob in blobs if blob))


class _Record:
    """Follows one record through its versions."""

    def __init__(self, record: Lineage, texts: Mapping[str, bytes], ancestry: Ancestry) -> None:
        self._record = record
        self._ancestry = ancestry
        self._known: dict[str, Found] = {"": {}}
        self._first: dict[bytes, tuple[Raw, Commit]] = {}
        self._broken: list[Step] = []
        self._latest = 0
        self._read_runs(texts)
        for step in record.steps:
            self._read(step, texts)
            self._record_facts(step.commit, self._known[step.change.after])

    def trail(self, head: Mapping[str, str]) -> Trail:
        """Return what was found, seen from the head."""
        steps = self._record.steps
        path = next((one for one in reversed(self._record.paths) if one in head), steps[-1].change.path)
        last = self._known.get(head.get(path, ""), {})
        mends = _mends(last)
        facts = [self._recorded(content, raw, commit, last, mends) for content, (raw, commit) in self._first.items()]
        return Trail(
            kind=self._record.kind.name,
            path=path,
            facts=tuple(sorted(facts, key=lambda one: one.fact.day)),
            moves=self._record.moves,
            deleted=None if path in head else _deleting(steps, path),
            broken=tuple(step.commit for step in self._broken),
            commits=self._record.commits,
        )

    def _read_runs(self, texts: Mapping[str, bytes]) -> None:
        changes = [(tuple(filter(None, step.change.before)), step.change.after) for step in self._record.steps]
        for run in runs(changes, texts):
            told = run.told(self._record.kind)
            if told is not None:
                self._known |= {blob: told.facts_at(number) for number, blob in enumerate(run.blobs)}

    def _read(self, step: Step, texts: Mapping[str, bytes]) -> None:
        for blob in (*step.change.before, step.change.after):
            if blob in self._known:
                continue
            data = parse(texts[blob]).data
            if data is not None:
                self._known[blob] = found(self._record.kind, data)
            else:
                inherited: dict[bytes, Raw] = {}
                for before in step.change.before if blob == step.change.after else ():
                    inherited |= self._known[before]
                self._known[blob] = inherited
                self._broken += [step] if blob == step.change.after else []

    def _record_facts(self, commit: Commit, facts: Found) -> None:
        seconds = commit.committer.seconds or 0
        if seconds < self._latest:
            self._look_for_earlier(commit, facts, seconds)
        fresh = facts.keys() - self._first.keys()
        if fresh:
            self._latest = max(self._latest, seconds)
            for content, raw in facts.items():
                if content in fresh:
                    self._first[content] = (raw, commit)

    def _look_for_earlier(self, commit: Commit, facts: Found, seconds: int) -> None:
        """A branch told it at an earlier time than the one that was looked at first."""
        for content in facts.keys() & self._first.keys():
            first = self._first[content][1]
            if seconds < (first.committer.seconds or 0) and not self._ancestry.descends(commit.id, first.id):
                self._first[content] = (facts[content], commit)

    def _recorded(
        self, content: bytes, raw: Raw, commit: Commit, last: Found, mends: Mapping[str, tuple[Fact, ...]]
    ) -> Recorded:
        held = content in last
        fact = last.get(content, raw).fact(content)
        return Recorded(
            fact=fact,
            commit=commit,
            held=held,
            removed=None if held else self._removing(content),
            mended_by=mends.get(fact.pointer, ()) if held else (),
        )

    def _removing(self, content: bytes) -> Commit | None:
        moved = {(move.commit.id, move.was) for move in self._record.moves}
        for step in reversed(self._record.steps):
            lost = content not in self._known[step.change.after] and (step.commit.id, step.change.path) not in moved
            if lost and any(content in self._known[before] for before in step.change.before):
                return step.commit
        return None


def _mends(facts: Found) -> dict[str, tuple[Fact, ...]]:
    mends: dict[str, tuple[Fact, ...]] = {}
    for content, raw in facts.items():
        if raw.mends:
            mends[raw.mends] = (*mends.get(raw.mends, ()), raw.fact(content))
    return mends


def _deleting(steps: Iterable[Step], path: str) -> Commit | None:
    found = [step.commit for step in steps if step.change.path == path and not step.change.after]
    return found[-1] if found else None
