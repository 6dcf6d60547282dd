"""The floor of a history: read every version of every file, and do nothing with it. Run by its own Python."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

ALL = ("rev-list", "--objects", "--no-object-names", "--filter=object:type=blob", "--filter-provided-objects", "HEAD")
"""Asks Git for the id of every content there ever was."""


def read_all(repository: str, ids: str | None = None) -> tuple[int, int]:
    """Return how many versions a repository holds and how many bytes they are, having read each.

    Args:
        repository: Its folder.
        ids: A file with their ids, one a line; nothing to ask Git for them.
    """
    words = ("git", "-C", repository, "cat-file", "--batch", "--buffer")
    count = size = 0
    with _listed(repository, ids) as listed, subprocess.Popen(words, stdin=listed, stdout=subprocess.PIPE) as git:
        assert git.stdout is not None
        for line in git.stdout:
            length = int(line.split()[2])
            size += len(git.stdout.read(length + 1)) - 1
            count += 1
    return count, size


@contextmanager
def _listed(repository: str, ids: str | None) -> Iterator[IO[bytes] | None]:
    if ids is not None:
        with open(ids, "rb") as file:
            yield file
        return
    with subprocess.Popen(("git", "-C", repository, *ALL), stdout=subprocess.PIPE) as git:
        yield git.stdout


if __name__ == "__main__":
    print(*read_all(*sys.argv[1:]))
