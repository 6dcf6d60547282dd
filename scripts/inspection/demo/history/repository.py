"""The demonstration's own history as a Git repository."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import IO, NamedTuple

from inspection.demo.history.objects import Pack
from inspection.demo.history.signing import KeyMaker, fresh_key
from inspection.demo.history.writer import Commit, Writer
from inspection.demo.ledger import PROBLEMS, SEED, UNITS, generate


class Replayed(NamedTuple):
    """What was written.

    Attributes:
        commits: All commits, merges among them.
        merges: Those with two parents.
        files: The files of the last commit.
    """

    commits: int
    merges: int
    files: int


def replay(
    directory: Path,
    units: int = UNITS,
    problems: int = PROBLEMS,
    seed: int = SEED,
    maker: KeyMaker = fresh_key,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> Replayed:
    """Make a Git repository at `directory` whose last commit holds the demonstration ledger.

    The same arguments, a maker of the same keys included, give the same commit ids everywhere.

    Args:
        directory: The repository's working tree; it holds no repository yet.
        units: How many units the register holds.
        problems: How many problems the rounds found.
        seed: Another seed tells another story.
        maker: Makes the keys; their private halves are written nowhere.
        progress: Told now and then how many acts are written, and how many there are.

    Raises:
        ValueError: Too few or too many units.
        OSError: A file cannot be written, or there is no Git.
        subprocess.CalledProcessError: Git refused.
    """
    records = {path: record for path, record in generate(units, problems, seed) if path != "signers.yaml"}
    _git(directory, "init", "--quiet", "--template=", "--initial-branch=main")
    path = directory / ".git" / "demonstration.pack"
    pack = Pack(path)
    writer = Writer(pack, records, seed, maker)
    head: Commit | None = None
    for day in writer.written():
        head = day
        progress(min(writer.commits - writer.merges, len(writer.acts)), len(writer.acts))
    pack.close()
    assert head is not None
    _adopt(directory, path, head)
    return Replayed(writer.commits, writer.merges, len(records) + 1)


def _adopt(directory: Path, path: Path, head: Commit) -> None:
    """Give the pack to Git, and check out its last commit."""
    with path.open("rb") as pack:
        _git(directory, "index-pack", "--stdin", given=pack)
    path.unlink()
    _git(directory, "update-ref", "refs/heads/main", head.id)
    _git(directory, "repack", "-a", "-d", "-f", "-q")
    _git(directory, "reset", "--quiet", "--hard")


def _git(directory: Path, *words: str, given: IO[bytes] | None = None) -> None:
    """Run Git in a folder, whatever repository the surroundings speak of."""
    around = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    subprocess.run(["git", *words], cwd=directory, env=around, stdin=given, check=True, capture_output=True)
