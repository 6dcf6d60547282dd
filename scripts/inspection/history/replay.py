"""Commits to what each did to the records, with the whole ledger before and after it; no content is read."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from inspection.history.commits import Commit
from inspection.history.verdict import Verdict
from inspection.history.versions import EMPTY, Tree, Version
from inspection.model.kinds import kind_at

Pair = tuple[str, tuple[str, ...], str]
"""A file, the contents it had that the new one must answer for, and the new one; `""` for none."""


class Deed(NamedTuple):
    """What one commit did to the records.

    Attributes:
        commit: Without the files it changed, which are told below.
        fresh: The versions it made or took over, by path, against its first parent.
        pairs: The records it changed. In a merge those of which a parent has a version that no other parent's grew
            out of; such a version answers to the merge as if the merge had changed it.
    """

    commit: Commit
    fresh: Mapping[str, Version]
    pairs: tuple[Pair, ...]


class Step(NamedTuple):
    """A commit, the ledger in its first parent and in itself, and each change by itself; no verdict on what is gone."""

    commit: Commit
    before: Tree
    after: Tree
    changes: Sequence[tuple[Pair, Verdict | None]]


class Trees:
    """The ledger at the commits that may still be asked for.

    Args:
        children: How many commits will ask for the tree of each.
        known: The trees of commits that came before these; a parent that is in neither (in a shallow clone) is empty.
    """

    def __init__(self, children: Mapping[str, int], known: Mapping[str, Tree]) -> None:
        """Note who will ask for what."""
        self._trees = dict(known)
        self._children = Counter(children)

    def parents(self, commit: Commit) -> list[Tree]:
        """Return the ledger in each parent of a commit; without parents one that is empty."""
        return [self._trees.get(parent, EMPTY) for parent in commit.parents] or [EMPTY]

    def add(self, commit: Commit, tree: Tree) -> None:
        """Keep a commit's tree as long as it has children to come, and drop those of parents without."""
        if self._children[commit.id]:
            self._trees[commit.id] = tree
        for parent in commit.parents:
            self._children[parent] -= 1
            if not self._children[parent]:
                self._trees.pop(parent, None)


def deeds(
    commits: Iterable[Commit],
    children: Mapping[str, int],
    known: Mapping[str, Tree],
    cut: Collection[str] = frozenset(),
) -> Iterator[Deed]:
    """Yield what each commit did to the records.

    Args:
        commits: Each after its parents, what a merge changed told against its first parent.
        children: See `Trees`.
        known: See `Trees`.
        cut: Those whose parents the clone lacks.
    """
    trees = Trees(children, known)
    for commit in commits:
        parents = trees.parents(commit)
        fresh, pairs = (
            _merged(commit, parents) if len(parents) > 1 else _alone(commit, parents[0], cut=commit.id in cut)
        )
        trees.add(commit, parents[0].changed(fresh))
        yield Deed(replace(commit, changes=()), fresh, tuple(pairs))


def replayed(done: Sequence[Deed], known: Mapping[str, Tree]) -> Iterator[Step]:
    """Yield each commit with the ledger before and after it; one tree is held for each line of commits.

    Args:
        done: What all of them did.
        known: See `Trees`.
    """
    trees = Trees(children_of(one.commit for one in done), known)
    for commit, fresh, pairs in done:
        before = trees.parents(commit)[0]
        after = before.changed(fresh)
        trees.add(commit, after)
        yield Step(commit, before, after, [(pair, fresh[pair[0]].verdict) for pair in pairs])


def children_of(commits: Iterable[Commit]) -> Counter[str]:
    """Return how many of some commits are children of each."""
    return Counter(parent for commit in commits for parent in commit.parents)


def is_record(path: str) -> bool:
    """Return whether a record may lie at a path."""
    return kind_at(path) is not None


Done = tuple[dict[str, Version], list[Pair]]


def _alone(commit: Commit, parent: Tree, *, cut: bool) -> Done:
    fresh: dict[str, Version] = {}
    pairs: list[Pair] = []
    for change in commit.changes:
        path, after = change.path, change.after
        if is_record(path):
            was = parent.get(path)
            fresh[path] = Version(after, (was,) if was is not None else (), cut=cut)
            pairs.append((path, was.contents() if was is not None else (), after))
    return fresh, pairs


def _merged(commit: Commit, parents: Sequence[Tree]) -> Done:
    changed = {change.path: change.after for change in commit.changes if is_record(change.path)}
    touched = dict.fromkeys(changed)
    for other in parents[1:]:
        touched |= dict.fromkeys(parents[0].differing(other))
    fresh: dict[str, Version] = {}
    pairs: list[Pair] = []
    for path in touched:
        held = parents[0].get(path)
        after = changed.get(path, held.blob if held is not None else "")
        versions = list(dict.fromkeys(one for tree in parents if (one := tree.get(path)) is not None))
        newest = [one for one in versions if not any(other is not one and other.grew_from(one) for other in versions)]
        taken = next((one for one in newest if one.blob == after), None)
        if taken is not None and all(map(taken.may_have_grown_from, newest)):
            fresh[path] = taken
            continue
        fresh[path] = Version(after, tuple(versions))
        if any(one.blob != after for one in newest) or not newest:
            contents = dict.fromkeys(blob for one in newest for blob in one.contents())
            pairs.append((path, tuple(contents), after))
    return fresh, pairs
