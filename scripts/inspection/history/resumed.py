"""Where the last audit left off, as far as what came since sets out from the main line it looked at."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from inspection.errors import CannotRunError
from inspection.history.caught import Caught
from inspection.history.commits import Commit, bare
from inspection.history.replay import children_of, is_record
from inspection.history.revisions import Revisions
from inspection.history.versions import EMPTY, Tree, Version


class Audited(Struct, frozen=True):
    """What a history was found to be, up to a commit; also what the next audit goes on from.

    Attributes:
        head: The id of the commit it ends with.
        commits: How many commits were looked at.
        signatures: Whether signatures were asked for.
        cut: The commits whose parents the clone lacked.
        findings: What was found, by commit, parents before children.
        files: The content of every file at the head, and of deleted ones what they held.
        unread: Of files of the head that nobody can read, by path, the last content somebody could.
    """

    head: str
    commits: int
    signatures: bool
    cut: tuple[str, ...]
    findings: tuple[Caught, ...]
    files: dict[str, tuple[str, tuple[str, ...]]]
    unread: dict[str, str]


class Start(NamedTuple):
    """What an audit begins with.

    Attributes:
        commits: The commits to look at, each after its parents; they are told once.
        children: How many children each commit has among them, and maybe among others.
        trees: The ledger at those they set out from, all of the main line.
        before: Those commits themselves, without what they changed.
        last: What was found so far.
    """

    commits: Iterable[Commit]
    children: Mapping[str, int]
    trees: Mapping[str, Tree]
    before: Mapping[str, Commit]
    last: Audited | None


def anew(revisions: Revisions) -> Start:
    """Return the beginning of all."""
    return Start(revisions.commits(first_parent=True), revisions.children(), {}, {}, None)


def resumed(revisions: Revisions, last: Audited, *, signatures: bool) -> Start | None:
    """Return where to go on, or nothing where everything must be looked at again.

    Args:
        revisions: The history as it is now.
        last: What was found of it once.
        signatures: Whether signatures are asked for now.
    """
    if last.signatures != signatures or last.cut != tuple(sorted(revisions.cut)):
        return None
    if last.head == revisions.head:
        return Start((), {}, {}, {}, last)
    try:
        commits = list(revisions.commits(last.head, first_parent=True))
        outside = _outside(commits, revisions.head, last.head)
        line = revisions.line(last.head) if outside - {last.head} else [last.head]
    except CannotRunError:  # the commit is gone
        return None
    deleted = any(not blob for blob, _ in last.files.values())
    if not outside or not outside <= set(line) or (deleted and outside != {last.head}):
        return None
    trees, found = {}, dict(last.files)
    newer: Tree | None = None
    for one in line:
        if one in outside:
            files = (
                found if one == last.head else {path: (blob, (blob,)) for path, blob in revisions.files(one).items()}
            )
            newer = trees[one] = _tree(files, newer)
    raw = revisions.contents(list(trees))
    return Start(commits, children_of(commits), trees, {one: bare(one, data) for one, data in raw}, last)


def _outside(commits: Sequence[Commit], head: str, last: str) -> set[str]:
    """Return what the commits set out from; nothing where the main line does not lead back to the last head."""
    known = {one.id: one for one in commits}
    at = head
    while at in known and known[at].parents:
        at = known[at].parents[0]
    if at != last or any(not one.parents for one in commits):
        return set()
    return {parent for one in commits for parent in one.parents} - known.keys()


def _tree(files: Mapping[str, tuple[str, tuple[str, ...]]], newer: Tree | None) -> Tree:
    """Return the tree of a commit; of two commits of the main line each newer version grew out of the older one."""
    fresh: dict[str, Version] = {}
    for path, (blob, contents) in files.items():
        later = newer.get(path) if newer is not None else None
        if later is not None and later.blob == blob:
            fresh[path] = later
        elif is_record(path):
            fresh[path] = Version(blob, () if blob else tuple(Version(one) for one in contents))
            if later is not None:
                later.follow(fresh[path])
    return EMPTY.changed(fresh)
