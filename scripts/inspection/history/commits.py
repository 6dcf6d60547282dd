"""The stream `git log --raw -z` writes, to commits: who, when, and which files, without reading one of them."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, tzinfo
from itertools import chain

from msgspec import Struct

from inspection.read.files import shown

LOG = (
    "--format=raw", "--raw", "-z", "-c", "--root", "--no-abbrev", "--no-renames", "--topo-order", "--reverse",
    "--no-show-signature", "--no-notes", "--no-mailmap", "--no-decorate", "--no-color", "--no-relative",
    "--no-ext-diff", "--ignore-submodules=none", "--encoding=UTF-8",
)  # fmt: skip
"""What `git log` is asked for; nobody's own settings may change a word of it."""

_COMMIT = b"commit "
_STAMP = re.compile(r"(?P<name>[^<]*?) ?<(?P<mail>[^>]*)>[^0-9-]*(?P<seconds>-?[0-9]+)?(?: (?P<zone>[-+][0-9]{1,6}))?")
_REGULAR = "100"


class Stamp(Struct, frozen=True, gc=False):
    """Who did something to a commit, and when, by their own word.

    Attributes:
        seconds: Seconds since 1970, or nothing where the commit holds no readable time.
        offset: Minutes east of Greenwich of the clock it was read from.
    """

    name: str
    mail: str
    seconds: int | None
    offset: int

    def day(self, zone: tzinfo) -> date | None:
        """Return the day it was in a zone, or nothing where there is no such day."""
        try:
            return None if self.seconds is None else datetime.fromtimestamp(self.seconds, zone).date()
        except (OverflowError, ValueError, OSError):
            return None


class Change(Struct, frozen=True, gc=False):
    """One file a commit changed.

    Attributes:
        path: Posix, relative to the ledger folder, as `read.files.shown` writes it.
        before: The id of its content in each parent, `""` where there was no regular file; a commit without parents
            has one. A merge lists a file only when it differs from that of every parent.
        after: The id of its content in the commit, `""` where there is no regular file.
    """

    path: str
    before: tuple[str, ...]
    after: str


class Commit(Struct, frozen=True):
    """One commit.

    Attributes:
        id: Its full id.
        parents: Their full ids, as the commit names them.
        subject: The first line of its message.
        signed: Whether it carries a signature, good or bad.
        changes: What it changed in the ledger folder.
        elsewhere: Paths it changed outside that folder, relative to the repository.
    """

    id: str
    parents: tuple[str, ...]
    author: Stamp
    committer: Stamp
    subject: str
    signed: bool
    changes: tuple[Change, ...]
    elsewhere: tuple[str, ...]


def parsed(blocks: Iterable[bytes], folder: bytes) -> Iterator[Commit]:
    """Yield the commits of a log in the order they were written.

    Args:
        blocks: The output of `git log` with the options `LOG`, cut anywhere.
        folder: The ledger folder's path in the repository with a slash behind it, or nothing where they are the same.
    """
    reader = _Reader(folder)
    head = b""
    tokens = chain.from_iterable(_tokens(blocks))
    for token in tokens:
        token = token.removeprefix(b"\n")
        if token.startswith(b":"):
            reader.take(token, next(tokens, b""))
        elif token.startswith(_COMMIT):
            if head:
                yield reader.commit(head)
            head, _, line = token.rpartition(b"\n")
            if line.startswith(b":"):  # no line of a message does: they are indented
                reader.take(line, next(tokens, b""))
            else:
                head = token
    if head:
        yield reader.commit(head)


def bare(name: str, raw: bytes) -> Commit:
    """Return a commit from its bytes, without what it changed."""
    return _commit(f"commit {name}\n" + raw.decode("utf-8", "backslashreplace"), (), ())


def _tokens(blocks: Iterable[bytes]) -> Iterator[list[bytes]]:
    """Yield what stands between the zeros, as many as each block completes."""
    rest = b""
    for block in blocks:
        *whole, rest = (rest + block).split(b"\0")
        yield whole
    if rest:
        yield [rest]


class _Reader:
    """Gathers what belongs to one commit; a path is decoded once."""

    def __init__(self, folder: bytes) -> None:
        self._folder = folder
        self._paths: dict[bytes, tuple[bool, str]] = {}
        self._changes: list[Change] = []
        self._elsewhere: list[str] = []

    def take(self, line: bytes, name: bytes) -> None:
        inside, path = self._paths.get(name) or self._path(name)
        if not inside:
            self._elsewhere.append(path)
            return
        words = line.decode("ascii").split(" ")  # as many modes as ids, and a letter; colons before the first
        half = len(words) // 2
        for place in range(half):
            if words[place][-6:-3] != _REGULAR:
                words[half + place] = ""
        self._changes.append(Change(path, tuple(words[half:-2]), words[-2]))

    def commit(self, head: bytes) -> Commit:
        made = _commit(head.decode("utf-8", "backslashreplace"), tuple(self._changes), tuple(self._elsewhere))
        self._changes, self._elsewhere = [], []
        return made

    def _path(self, name: bytes) -> tuple[bool, str]:
        inside = name.startswith(self._folder)
        self._paths[name] = found = (inside, shown(name[len(self._folder) :] if inside else name))
        return found


def _commit(head: str, changes: tuple[Change, ...], elsewhere: tuple[str, ...]) -> Commit:
    header, _, message = head.partition("\n\n")
    parents: list[str] = []
    values: dict[str, str] = {}
    for line in header.split("\n"):
        key, _, value = line.partition(" ")
        if key == "parent":
            parents.append(value)
        else:
            values.setdefault(key, value)
    return Commit(
        id=values["commit"].split(" ")[0],
        parents=tuple(parents),
        author=_stamp(values.get("author", "")),
        committer=_stamp(values.get("committer", "")),
        subject=message.partition("\n")[0].removeprefix("    "),
        signed="gpgsig" in values or "gpgsig-sha256" in values,
        changes=changes,
        elsewhere=elsewhere,
    )


def _stamp(line: str) -> Stamp:
    match = _STAMP.match(line)
    if match is None:
        return Stamp(line, "", None, 0)
    seconds, zone = match["seconds"], int(match["zone"] or 0)
    minutes = abs(zone) // 100 * 60 + abs(zone) % 100
    return Stamp(match["name"], match["mail"], int(seconds) if seconds else None, -minutes if zone < 0 else minutes)
