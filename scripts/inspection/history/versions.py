"""The ledger folder at every commit, as trees that share what did not change, and which version grew out of which."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from inspection.history.verdict import Verdict

_NO_CUTS: frozenset["Version"] = frozenset()


class Version:
    """One version of a file, known apart from any other even where the content is the same.

    Attributes:
        blob: The id of its content, `""` where the file was deleted.
        parents: The versions it took the place of.
        age: A number that grows from each version to those that take its place.
        cuts: Those among it and what it grew out of that stand where a clone is cut off: nobody knows what these took
            the place of.
        verdict: What the change that made it is by itself, once that was looked into; nothing where it was deleted.
    """

    __slots__ = ("age", "blob", "cuts", "parents", "verdict")

    def __init__(self, blob: str, parents: tuple["Version", ...] = (), *, cut: bool = False) -> None:
        """Keep them."""
        self.blob = blob
        self.parents = parents
        if len(parents) == 1:
            known, older = parents[0].cuts, parents[0].age
        else:
            known = _NO_CUTS.union(*(one.cuts for one in parents))
            older = max((one.age for one in parents), default=0)
        self.cuts: frozenset[Version] = frozenset([self]) if cut else known
        self.age: int = older + 1
        self.verdict: Verdict | None = None

    def follow(self, older: "Version") -> None:
        """Say that it grew out of another, one that is found only now."""
        self.parents = (*self.parents, older)

    def may_have_grown_from(self, other: "Version") -> bool:
        """Return whether it took the place of the other, as far as a clone that is cut off can tell."""
        return self is other or other in other.cuts or not self.cuts <= other.cuts

    def contents(self) -> tuple[str, ...]:
        """Return what it holds, or where it was deleted what was deleted; nothing where there never was anything."""
        if self.blob:
            return (self.blob,)
        return tuple(dict.fromkeys(blob for parent in self.parents for blob in parent.contents()))

    def grew_from(self, other: "Version") -> bool:
        """Return whether it is the other, or took its place by one or more steps."""
        waiting, seen = [self], {self}
        while waiting:
            one = waiting.pop()
            if one is other:
                return True
            fresh = [parent for parent in one.parents if parent.age >= other.age and parent not in seen]
            seen.update(fresh)
            waiting += fresh
        return False


Folder = Mapping[str, Version]


class Tree(NamedTuple):
    """Every file of the ledger folder at a commit, deleted ones too, in folders by their names."""

    folders: Mapping[str, Folder]

    def get(self, path: str) -> Version | None:
        """Return a file's version, or nothing where it never existed."""
        return self.folders.get(path.rpartition("/")[0], NO_FILES).get(path)

    def blob(self, path: str) -> str:
        """Return the id of a file's content, `""` where there is no such file."""
        version = self.get(path)
        return version.blob if version is not None else ""

    def all(self) -> Iterator[tuple[str, Version]]:
        """Yield every file."""
        for folder in self.folders.values():
            yield from folder.items()

    def changed(self, fresh: Mapping[str, Version]) -> "Tree":
        """Return the tree with some files in another version; folders without a change are shared."""
        if not fresh:
            return self
        folders: dict[str, Folder] = dict(self.folders)
        copied: dict[str, dict[str, Version]] = {}
        for path, version in fresh.items():
            name = path.rpartition("/")[0]
            if name not in copied:
                copied[name] = folders[name] = dict(folders.get(name, NO_FILES))
            copied[name][path] = version
        return Tree(folders)

    def differing(self, other: "Tree") -> Iterator[str]:
        """Yield the paths whose versions differ."""
        for name in {**self.folders, **other.folders}:
            mine, theirs = self.folders.get(name, NO_FILES), other.folders.get(name, NO_FILES)
            if mine is not theirs:
                yield from (path for path in {**mine, **theirs} if mine.get(path) is not theirs.get(path))


NO_FILES: Folder = {}
"""A folder that is not there; always the same one."""

EMPTY = Tree({})
"""The ledger before there was one."""
