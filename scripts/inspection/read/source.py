"""Where the bytes come from: a folder on disk, or the same folder at any Git revision. The only door to Git of `read`.

Both give the same: files in the order of their paths, each with the id Git gives its content, so that a record read
once need never be read again wherever it turns up. Symbolic links are never followed and nested repositories never
entered, in either.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from inspection.errors import CannotRunError
from inspection.read.files import NESTED_REPOSITORY, SYMBOLIC_LINK, UNPRINTABLE_NAME, File, Source, shown
from inspection.read.folder import FOLDER, WorkingTree, locate, locate_around
from inspection.read.text import MOST_BYTES

if TYPE_CHECKING:
    from git import Repo

__all__ = ["FOLDER", "File", "Revision", "Source", "WorkingTree", "locate", "locate_around"]

_BLOCK = 1 << 20
_LINK = b"120000"
_REPOSITORY = b"160000"
AS_BYTES = {"stdout_as_string": False, "strip_newline_in_stdout": False}


class Blob(NamedTuple):
    """A file as Git lists it: its path as bytes and as it may be printed, its mode, the id of its content."""

    name: bytes
    path: str
    mode: bytes
    id: str


class InGit:
    """Files that Git keeps, committed or staged; those whose path has a part that begins with a dot are left out."""

    def __init__(self, repo: "Repo", blobs: Iterable[Blob]) -> None:
        """Keep the list of the files; each is read when it is asked for."""
        self.shareable = False
        self._repo = repo
        seen = (blob for blob in blobs if not any(part.startswith(b".") for part in blob.name.split(b"/")))
        self._blobs = {blob.path: blob for blob in sorted(seen, key=lambda blob: blob.path)}

    def files(self) -> Iterator[File]:
        """Yield every file; see `Source.files`."""
        for blob in self._blobs.values():
            fault = _FAULTS.get(blob.mode)
            if fault is None and shown(blob.name) != blob.name.decode("utf-8", "replace"):
                fault = UNPRINTABLE_NAME
            yield File(blob.path, fault=fault) if fault else File(blob.path, blob.id)

    def opened(self, file: File) -> File:
        """Return a file with its bytes; see `Source.opened`."""
        return file if file.fault else file._replace(data=self._content(self._blobs[file.path]))

    def read(self, path: str) -> bytes:
        """Return one file's bytes; see `Source.read`."""
        blob = self._blobs.get(path)
        return b"" if blob is None or blob.mode in _FAULTS else self._content(blob)

    def _content(self, blob: Blob) -> bytes:
        try:
            _, _, size, stream = self._repo.git.stream_object_data(blob.id)
        except ValueError:
            raise CannotRunError(
                f"Git 仓库里缺少 {blob.path} 的内容：取回完整历史（git fetch --unshallow）再试",
                f"the Git repository lacks the content of {blob.path}: fetch the whole history and try again",
            ) from None
        data: bytes = stream.read(MOST_BYTES + 1)
        for _ in range(len(data), size, _BLOCK):
            stream.read(_BLOCK)
        return data


class Revision(InGit):
    """A ledger folder as it was at a Git revision.

    Attributes:
        commit: The full id of the commit.
        holds_ledger: Whether the folder was there at all.
    """

    def __init__(self, folder: Path, rev: str) -> None:
        """Resolve a revision.

        Args:
            folder: The ledger folder; it lies in a Git repository and need not exist on disk any more.
            rev: Whatever Git takes: a branch, a tag, a short or full id, `HEAD~3`.

        Raises:
            CannotRunError: There is no Git, no repository, or no such revision.
        """
        repo, prefix = repository(folder)
        self.commit = resolve(repo, rev)
        super().__init__(repo, _committed(repo, f"{self.commit}:{prefix}" if prefix else self.commit))
        self.holds_ledger = bool(self._blobs)


def _committed(repo: "Repo", tree: str) -> Iterator[Blob]:
    from git import GitCommandError

    try:
        listing: bytes = repo.git.ls_tree("-r", "-z", "--full-tree", tree, **AS_BYTES)
    except GitCommandError:
        return
    for line in listing.split(b"\0")[:-1]:
        head, _, name = line.partition(b"\t")
        mode, _, object_id = head.split(b" ")
        yield Blob(name, shown(name), mode, object_id.decode("ascii"))


def merge_base(folder: Path, base: str, head: str = "HEAD") -> str:
    """Return the full id of the newest commit that two revisions have in common.

    Args:
        folder: The ledger folder; it lies in a Git repository.
        base: Whatever Git takes.
        head: Likewise.

    Raises:
        CannotRunError: There is no such revision, or the two have no commit in common as far as history was fetched.
    """
    from git import GitCommandError

    repo, _ = repository(folder)
    one, other = resolve(repo, base), resolve(repo, head)
    try:
        return str(repo.git.merge_base(one, other)).splitlines()[0]
    except (GitCommandError, IndexError):
        raise CannotRunError(
            f"{base} 和 {head} 没有共同的历史：取回完整历史（git fetch --unshallow）再试",
            f"{base} and {head} have no history in common: fetch the whole history and try again",
        ) from None


def changed_outside(folder: Path, base: str, head: str | None = None) -> frozenset[str]:
    """Return the paths outside the ledger folder that differ between two versions, relative to the repository.

    Args:
        folder: The ledger folder.
        base: A revision.
        head: Another; nothing for the files on disk, those Git does not know yet included, ignored ones not.

    Raises:
        CannotRunError: There is no such revision.
    """
    repo, prefix = repository(folder)
    versions = [resolve(repo, base)] + ([resolve(repo, head)] if head is not None else [])
    names: bytes = repo.git.diff("--name-only", "--no-renames", "-z", *versions, **AS_BYTES)
    if head is None:
        names += repo.git.ls_files("--others", "--exclude-standard", "--full-name", "-z", _TOP, **AS_BYTES)
    inside = f"{prefix}/" if prefix else ""
    return frozenset(path for path in map(shown, names.split(b"\0")) if path and not path.startswith(inside or "\0"))


_TOP = ":/"
_FAULTS = {_LINK: SYMBOLIC_LINK, _REPOSITORY: NESTED_REPOSITORY}


def repository(folder: Path) -> "tuple[Repo, str]":
    """Return the repository a ledger folder lies in, and the folder's path in it, `""` for the repository itself.

    Raises:
        CannotRunError: There is no Git, or no repository.
    """
    try:
        from git import InvalidGitRepositoryError, NoSuchPathError, Repo
    except ImportError:
        raise CannotRunError("找不到 git 命令：先安装 Git", "the command git was not found: install Git") from None
    place = folder.resolve()
    start = next(parent for parent in (place, *place.parents) if parent.is_dir())
    try:
        repo = Repo(start, search_parent_directories=True)
    except (InvalidGitRepositoryError, NoSuchPathError):
        raise CannotRunError(
            f"{folder} 不在 Git 仓库里，看不到以前的版本", f"{folder} lies in no Git repository and has no revisions"
        ) from None
    if repo.working_tree_dir is None:
        return repo, FOLDER
    prefix = place.relative_to(Path(repo.working_tree_dir).resolve()).as_posix()
    return repo, "" if prefix == "." else prefix


def resolve(repo: "Repo", rev: str) -> str:
    """Return the full id of the commit a revision names.

    Raises:
        CannotRunError: There is no such revision.
    """
    from git import GitCommandError

    try:
        if rev and not rev.startswith("-"):
            return str(repo.git.rev_parse("--verify", "--quiet", f"{rev}^{{commit}}"))
    except (GitCommandError, ValueError):
        pass
    if not repo.git.rev_list("--all", "--max-count=1"):
        raise CannotRunError("这个 Git 仓库还没有任何提交，没有历史", "this Git repository has no commit yet")
    raise CannotRunError(
        f"没有这个版本：{rev}。检查名称；如果历史没有取全，先运行 git fetch --unshallow",
        f"there is no such revision: {rev}; check the name, or fetch the whole history (git fetch --unshallow)",
    )
