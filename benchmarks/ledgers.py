"""Demonstration ledgers of any size, made once and used again while the generator stays as it is."""

import hashlib
import shutil
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from benchmarks.history_line import regroup
from benchmarks.measuring import HOME, Command, Tell, inspection, run
from benchmarks.results import Corpus

_MAKERS = ("demo", "derive", "model", "finding.py", "sshsig.py", "workdays.py")
"""What decides about the bytes of a demonstration ledger: the generator and what it may import."""

_MADE = "refs/made"
"""The commit a repository was made with: whatever a broken run left is undone."""


def ledger(folder: Path, problems: int, tell: Tell) -> Path:
    """Return a folder that holds `ledger/`, all of it committed to a Git repository of its own, as an office has it.

    Args:
        folder: Where ledgers are kept.
        problems: How many problems it has.
        tell: Is told when one is made.

    Raises:
        FailedError: It could not be made, or there is no Git.
    """

    def make(fresh: Path) -> None:
        run(inspection("demo", str(fresh), "--problems", str(problems)))
        (fresh / ".gitignore").write_text(".cache/\n", encoding="utf-8")
        run(_git(fresh, "init", "--quiet"))
        commit(fresh, "ledger: The demonstration ledger")

    return _kept(folder, str(problems), make, tell)


def history(folder: Path, options: Sequence[str], commits: int, tell: Tell) -> Path:
    """Return the repository of a demonstration ledger that has its history; see `ledger`.

    Args:
        options: What `inspection demo --history` is told besides.
        commits: In how many commits its history is put.
    """

    def make(fresh: Path) -> None:
        run(inspection("demo", str(fresh), "--history", *options))
        regroup(fresh, commits)

    return _kept(folder, "history", make, tell)


def commit(home: Path, message: str) -> None:
    """Commit everything in the folder of a Git repository."""
    run(_git(home, "add", "--all"))
    known = ("-c", "user.name=benchmarks", "-c", "user.email=benchmarks@example.com", "-c", "commit.gpgsign=false")
    run(_git(home, *known, "commit", "--quiet", "--message", message))


def _kept(folder: Path, name: str, make: Callable[[Path], None], tell: Tell) -> Path:
    home = folder / f"{name}-{generator()}"
    if (home / ".git").exists():
        run(_git(home, "reset", "--quiet", "--hard", _MADE))
        return home
    for old in folder.glob(f"{name}-*"):
        shutil.rmtree(old)
    tell("making the ledger")
    fresh = folder / f".{name}"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    make(fresh)
    run(_git(fresh, "update-ref", _MADE, "HEAD"))
    fresh.rename(home)
    return home


def corpus(home: Path, problems: int) -> Corpus:
    """Count the files of a ledger and their bytes."""
    sizes = [path.stat().st_size for path in (home / "ledger").rglob("*.yaml")]
    return Corpus(problems, len(sizes), sum(sizes))


@cache
def generator() -> str:
    """Return what changes whenever the program might write another ledger."""
    digest = hashlib.sha256()
    room = HOME / "scripts" / "inspection"
    for name in _MAKERS:
        for source in sorted([room / name, *(room / name).rglob("*.*")]):
            if source.is_file() and source.suffix != ".pyc":
                digest.update(source.relative_to(room).as_posix().encode() + source.read_bytes())
    return digest.hexdigest()[:16]


def _git(home: Path, *words: str) -> Command:
    return Command(("git", "-C", str(home), *words))
