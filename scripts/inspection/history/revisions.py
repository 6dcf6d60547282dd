"""Every commit before a revision, and any content, each as one stream. The door to Git of `history`.

One process walks the whole graph and one gives all the contents asked for, so the work never grows with the number of
records, and no file or commit costs a call of its own.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from io import BufferedReader
from pathlib import Path
from subprocess import PIPE
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any, TypeVar

from msgspec.structs import replace

from inspection.errors import CannotRunError
from inspection.history.commits import LOG, Commit, parsed
from inspection.read.files import shown
from inspection.read.source import repository, resolve
from inspection.read.text import MOST_BYTES

if TYPE_CHECKING:
    from git import Repo

T = TypeVar("T")

_BLOCK = 1 << 20
_SIP = 1 << 16
"""What a pipe holds: Git goes on with the log while as much of it is taken apart."""
_REGULAR = b"100"


class Revisions:
    """The history of a ledger folder up to a revision.

    Attributes:
        head: The full id of the commit.
        cut: Ids of the commits whose parents this clone lacks (a shallow clone): what they hold may be older than they.
    """

    def __init__(self, folder: Path, rev: str = "HEAD") -> None:
        """Resolve a revision.

        Args:
            folder: The ledger folder; it lies in a Git repository and need not exist on disk any more.
            rev: Whatever Git takes: a branch, a tag, a short or full id, `HEAD~3`.

        Raises:
            CannotRunError: There is no Git, no repository, no commit in it yet, or no such revision.
        """
        self._repo, prefix = repository(folder)
        self._folder = f"{prefix}/".encode() if prefix else b""
        # What somebody replaced on this machine alone is not what was recorded.
        self._repo.git.update_environment(GIT_NO_REPLACE_OBJECTS="1", GIT_NO_LAZY_FETCH="1")
        self.head = resolve(self._repo, rev)
        self.cut = _cut(self._repo)

    def commits(self, since: str | None = None, *, first_parent: bool = False) -> Iterator[Commit]:
        """Yield every commit the head descends from, itself too, each after its parents.

        One whose parents this clone lacks is told as Git tells what it changed: as if it had none.

        Args:
            since: Leave out this commit and what it descends from.
            first_parent: Tell what a merge changed against its first parent alone, and all of it.

        Raises:
            CannotRunError: Git cannot walk the history; part of the repository is missing.
        """
        wanted = [self.head] if since is None else [self.head, f"^{since}"]
        merges = ["--diff-merges=first-parent"] if first_parent else []
        process: Any = self._repo.git.log(*LOG, *merges, *wanted, "--", as_process=True)
        try:
            for commit in parsed(iter(lambda: process.stdout.read(_SIP), b""), self._folder):
                yield replace(commit, parents=()) if commit.id in self.cut else commit
            _ended(process)
        finally:
            process.proc.kill()

    def children(self) -> Counter[str]:
        """Return how many of the commits the head descends from, itself too, are children of each."""
        listed = str(self._repo.git.rev_list("--parents", self.head))
        return Counter(parent for line in listed.splitlines() for parent in line.split(" ")[1:])

    def line(self, head: str) -> list[str]:
        """Return the main line before a commit: itself, its first parent, that one's first parent, and so on."""
        return str(self._repo.git.rev_list("--first-parent", head)).split()

    def files(self, commit: str = "") -> dict[str, str]:
        """Return the id of the content of every regular file the ledger folder holds at a commit, by path.

        Args:
            commit: Its full id; by default the head.
        """
        listing: bytes = self._repo.git.ls_tree(
            "-r", "-z", "--full-tree", commit or self.head, stdout_as_string=False, strip_newline_in_stdout=False
        )
        found = {}
        for line in listing.split(b"\0")[:-1]:
            about, _, name = line.partition(b"\t")
            mode, _, content = about.split(b" ")
            if mode.startswith(_REGULAR) and name.startswith(self._folder):
                found[shown(name[len(self._folder) :])] = content.decode("ascii")
        return found

    def versions(self, commits: Sequence[str], path: str) -> dict[str, str]:
        """Return the id of a file's content in each of some commits, `""` where it has none.

        Args:
            commits: Full ids.
            path: Relative to the ledger folder, plain ASCII.
        """
        place = (self._folder + path.encode("ascii")).decode("utf-8", "surrogateescape")
        found = self._asked("--batch-check", [f"{one}:{place}" for one in commits], _named)
        return dict(zip(commits, found, strict=True))

    def contents(self, ids: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        """Yield each object asked for with its bytes, in that order; of a larger one `MOST_BYTES + 1` bytes.

        Args:
            ids: Full ids of contents (or of commits, whose bytes are what was signed).

        Raises:
            CannotRunError: The repository lacks one of them, as a partial clone does.
        """
        for each, data in zip(ids, self._asked("--batch", ids, _answer), strict=True):
            yield each, _present(each, data)

    def reader(self) -> Callable[[str], bytes]:
        """Return what reads one content after the other, for the few that nobody knew would be wanted."""
        process: Any = self._repo.git.cat_file("--batch", istream=PIPE, as_process=True)

        def read(wanted: str) -> bytes:
            process.stdin.write(f"{wanted}\n".encode("ascii"))
            process.stdin.flush()
            return _present(wanted, _answer(process.stdout))

        return read

    def _asked(self, how: str, names: Sequence[str], answer: Callable[[IO[bytes]], T]) -> Iterator[T]:
        if not names:
            return
        with TemporaryFile() as asked:
            asked.write("".join([f"{each}\n" for each in names]).encode("utf-8", "surrogateescape"))
            asked.seek(0)
            process: Any = self._repo.git.cat_file(how, "--buffer", istream=asked, as_process=True)
        _widen(process.stdout)
        answers = BufferedReader(process.stdout.raw, _BLOCK)
        try:
            for _ in names:
                yield answer(answers)
        finally:
            process.proc.kill()


def _widen(pipe: IO[bytes]) -> None:
    """Let the process at the other end go further ahead, where the system can: else both take turns at every sip."""
    with suppress(ImportError, AttributeError, OSError):
        import fcntl

        fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, _BLOCK)


def _present(wanted: str, data: bytes | None) -> bytes:
    if data is None:
        raise CannotRunError(
            f"Git 仓库里缺少以前的内容（{wanted[:12]}）：取回完整的仓库再试（不要用 --filter 克隆）",
            f"the Git repository lacks earlier content ({wanted[:12]}): clone it whole, without --filter",
        )
    return data


def _named(stream: IO[bytes]) -> str:
    words = stream.readline().split()
    return words[0].decode("ascii") if words and words[-1].isdigit() else ""


def _answer(stream: IO[bytes]) -> bytes | None:
    words = stream.readline().split()
    if not words or not words[-1].isdigit():
        return None
    size = int(words[-1])
    if size <= MOST_BYTES:
        return stream.read(size + 1)[:-1]
    data = stream.read(MOST_BYTES + 1)
    for start in range(len(data), size, _BLOCK):
        stream.read(min(_BLOCK, size - start))
    stream.read(1)
    return data


def _ended(process: Any) -> None:
    from git import GitCommandError

    try:
        process.wait()
    except GitCommandError:
        raise CannotRunError(
            "Git 读不全历史：仓库可能损坏或没有取全，请重新克隆后再试",
            "Git cannot walk the whole history: the repository is damaged or incomplete, clone it anew",
        ) from None


def _cut(repo: "Repo") -> frozenset[str]:
    try:
        return frozenset((Path(repo.common_dir) / "shallow").read_text("ascii").split())
    except OSError:
        return frozenset()
