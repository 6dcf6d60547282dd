"""The files of a ledger folder that the next commit adds or changes, as they are staged and not as on disk."""

from collections.abc import Iterator
from pathlib import Path

from inspection.read.files import shown
from inspection.read.source import AS_BYTES, Blob, InGit, repository


class Staged(InGit):
    """What is staged, and nothing else; what the next commit removes is not there."""

    def __init__(self, folder: Path) -> None:
        """Look into Git's index, the one a running commit uses where there is one.

        Args:
            folder: The ledger folder; it lies in a Git repository.

        Raises:
            CannotRunError: There is no Git or no repository.
        """
        repo, prefix = repository(folder)
        listing: bytes = repo.git.diff(
            "--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-relative", "--ignore-submodules=none",
            "--diff-filter=d", "--", f":(top,literal){prefix}", **AS_BYTES,
        )  # fmt: skip
        super().__init__(repo, _listed(listing, f"{prefix}/".encode() if prefix else b""))


def _listed(listing: bytes, above: bytes) -> Iterator[Blob]:
    told = listing.split(b"\0")[:-1]
    for head, path in zip(told[::2], told[1::2], strict=True):
        _, mode, _, object_id, _ = head.split(b" ")
        name = path.removeprefix(above)
        yield Blob(name, shown(name), mode, object_id.decode("ascii"))
