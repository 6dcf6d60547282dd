"""Commits to what each did to the records, with the whole ledger before and after it; no content is read."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from inspection.history.commits import Commit
from inspection.history.versions import EMPTY, Tree, Version
from inspection.model.kinds import kind_at

Pair = tuple[str, tuple[str, ...], str]
"""A file, the contents it had that the new one must answer for, and the new one; `""` for none."""


class Step(NamedTuple):
    """What one commit did.

    Attributes:
        before: The ledger in its first parent.
        after: The ledger in the commit.
        pairs: The records it changed. In a merge those of which a parent has a version that no other parent's grew
            out of; such a version answers to the merge as if the merge had changed it.
        began: Whether the commit has no parent.
    """

    commit: Commit
    before: Tree
    after: Tree
    pairs: tuple[Pair, ...]
    began: bool


def replayed(commits: Sequence[Commit], known: Mapping[str, Tree] | None = None) -> Iterator[Step]:
    """Yield what each commit did.

    Args:
        commits: Each after its parents, what a merge changed told against its first parent.
        known: The trees of commits that came before these; a parent that is in neither (in a shallow clone) is empty.
    """
    trees: dict[str, Tree] = dict(known or {})
    children = Counter(parent for commit in commits for parent in commit.parents)
    for commit in commits:
        parents = [trees.get(parent, EMPTY) for parent in commit.parents] or [EMPTY]
        fresh, pairs = _alone(commit, parents[0]) if len(parents) == 1 else _merged(commit, parents)
        after = parents[0].changed(fresh)
        yield Step(commit, parents[0], after, tuple(pairs), not commit.parents)
        if children[commit.id]:
            trees[commit.id] = after
        for parent in commit.parents:
            children[parent] -= 1
            if not children[parent]:
                trees.pop(parent, None)


@lru_cache(1 << 17)
def is_record(path: str) -> bool:
    """Return whether a record may lie at a path."""
    return kind_at(path) is not None


Done = tuple[dict[str, Version], list[Pair]]


def _alone(commit: Commit, parent: Tree) -> Done:
    fresh: dict[str, Version] = {}
    pairs: list[Pair] = []
    for change in commit.changes:
        if is_record(change.path):
            was = parent.get(change.path)
            fresh[change.path] = Version(change.after, (was,) if was is not None else ())
            pairs.append((change.path, was.contents() if was is not None else (), change.after))
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
        newest = [one for one in versions if not any(o is not one and o.grew_from(one) for o in versions)]
        if len(newest) == 1 and newest[0].blob == after:
            fresh[path] = newest[0]
            continue
        fresh[path] = Version(after, tuple(versions))
        if any(one.blob != after for one in newest) or not newest:
            contents = dict.fromkeys(blob for one in newest for blob in one.contents())
            pairs.append((path, tuple(contents), after))
    return fresh, pairs
