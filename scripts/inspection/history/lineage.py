"""Which files were one record: a record keeps its history when its file is moved."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from inspection.history.commits import Change, Commit
from inspection.history.revisions import Revisions
from inspection.model.kinds import Kind, kind_at

_ALIKE = 0.75
"""The share of a text that must be found again in another file for the two to be one record, moved and changed."""


class Step(NamedTuple):
    """A commit that touched a record's file, and its number among all commits, parents before children."""

    number: int
    commit: Commit
    change: Change


class Move(NamedTuple):
    """A record's file got another path."""

    commit: Commit
    was: str
    now: str


class Lineage(NamedTuple):
    """One record, whatever its file was called.

    Attributes:
        steps: Every change, parents before children.
        moves: When its path changed.
    """

    kind: Kind
    steps: tuple[Step, ...]
    moves: tuple[Move, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """Every path it had, in the order they first appear."""
        return tuple(dict.fromkeys(step.change.path for step in self.steps))

    @property
    def commits(self) -> tuple[Commit, ...]:
        """Every commit that changed it, parents before children."""
        return tuple({step.number: step.commit for step in self.steps}.values())


def lineages(revisions: Revisions, commits: Iterable[Commit]) -> tuple[Lineage, ...]:
    """Return every record there ever was, in the order they first appear.

    A file that goes and one that comes in the same commit are one record when both are of one kind and have the same
    content, or the same id, or most of their text in common; and so is a file that comes later with the very content
    of one that went.

    Args:
        revisions: Where texts that must be compared are read.
        commits: Each after its parents.
    """
    steps: dict[str, list[Step]] = defaultdict(list)
    places: dict[str, tuple[Kind, str] | None] = {}
    moving = _Moving(places)
    for number, commit in enumerate(commits):
        for change in commit.changes:
            path = change.path
            if path not in places:
                places[path] = kind_at(path)
            if places[path] is not None:
                steps[path].append(Step(number, commit, change))
        moving.look_at(commit)
    return _joined(steps, places, sorted(moving.found(revisions), key=lambda move: steps[move.now][0].number))


def _joined(
    steps: Mapping[str, list[Step]], places: Mapping[str, tuple[Kind, str] | None], moves: list[Move]
) -> tuple[Lineage, ...]:
    first: dict[str, str] = {}
    moved: dict[str, list[Move]] = defaultdict(list)
    for move in moves:
        first.setdefault(move.now, first.get(move.was, move.was))
        moved[first[move.now]].append(move)
    together: dict[str, list[Step]] = defaultdict(list)
    for path, taken in steps.items():
        together[first.get(path, path)] += taken
    found = []
    for path, taken in together.items():
        place = places[path]
        if place is not None:
            if path in moved:
                taken.sort(key=lambda step: step.number)
            found.append(Lineage(place[0], tuple(taken), tuple(moved[path])))
    return tuple(found)


class _Moving:
    """Pairs the files that go with the files that come."""

    def __init__(self, places: Mapping[str, tuple[Kind, str] | None]) -> None:
        self._places = places
        self._moves: list[Move] = []
        self._gone: dict[tuple[str, str], str] = {}
        self._unsure: list[tuple[Commit, list[Change], list[Change]]] = []

    def look_at(self, commit: Commit) -> None:
        """Pair what needs no text, and keep the rest."""
        gone = [one for one in commit.changes if not one.after and any(one.before) and self._places[one.path]]
        come = [one for one in commit.changes if one.after and not any(one.before) and self._places[one.path]]
        if gone:
            self._gone |= {(self._kind(one.path), blob): one.path for one in gone for blob in one.before if blob}
        if come and self._gone:
            come = [one for one in come if not self._same_content(commit, one)]
        if gone and come:
            self._pair_ids(commit, gone, come)

    def found(self, revisions: Revisions) -> list[Move]:
        """Return every move, after comparing the texts of what is left."""
        wanted = {
            blob: b"" for _, gone, come in self._unsure for one in (*gone, *come) for blob in (*one.before, one.after)
        }
        wanted.pop("", None)
        texts = dict(revisions.contents(list(wanted)))
        for commit, gone, come in self._unsure:
            left = list(gone)
            for one in come:
                alike = [(_alike(texts, other, one), other) for other in left if self._same_kind(other, one)]
                share, best = max(alike, key=lambda pair: pair[0], default=(0.0, one))
                if share >= _ALIKE:
                    left.remove(best)
                    self._moves.append(Move(commit, best.path, one.path))
        return self._moves

    def _kind(self, path: str) -> str:
        place = self._places[path]
        return place[0].name if place is not None else ""

    def _same_kind(self, one: Change, other: Change) -> bool:
        return self._kind(one.path) == self._kind(other.path)

    def _same_content(self, commit: Commit, one: Change) -> bool:
        was = self._gone.pop((self._kind(one.path), one.after), None)
        if was is not None and was != one.path:
            self._moves.append(Move(commit, was, one.path))
        return was is not None

    def _pair_ids(self, commit: Commit, gone: list[Change], come: list[Change]) -> None:
        taken = {move.was for move in self._moves if move.commit is commit}
        by_place = {self._places[one.path]: one for one in gone if one.path not in taken}
        unsure = []
        for one in come:
            other = by_place.pop(self._places[one.path], None)
            if other is not None:
                self._moves.append(Move(commit, other.path, one.path))
            else:
                unsure.append(one)
        if unsure and by_place:
            self._unsure.append((commit, list(by_place.values()), unsure))


def _alike(texts: Mapping[str, bytes], one: Change, other: Change) -> float:
    before = next(texts[blob] for blob in one.before if blob)
    old, new = set(before.splitlines()), set(texts[other.after].splitlines())
    longer = max(sum(map(len, old)), sum(map(len, new)))
    return sum(map(len, old & new)) / longer if longer else 1.0
