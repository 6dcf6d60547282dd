"""Demonstration ledgers of any size, made once and used again while the generator stays as it is."""

import hashlib
import shutil
from functools import cache
from pathlib import Path

from benchmarks.measuring import HOME, Command, Tell, inspection, run
from benchmarks.results import Corpus

_MAKERS = ("demo", "derive", "model", "finding.py", "workdays.py")
"""What decides about the bytes of a demonstration ledger: the generator and what it may import."""


def ledger(folder: Path, problems: int, tell: Tell) -> Path:
    """Return a folder that holds `ledger/`, all of it committed to a Git repository of its own, as an office has it.

    Args:
        folder: Where ledgers are kept.
        problems: How many problems it has.
        tell: Is told when one is made.

    Raises:
        FailedError: It could not be made, or there is no Git.
    """
    home = folder / f"{problems}-{generator()}"
    if (home / ".git").exists():
        run(_git(home, "checkout", "--quiet", "--", "."))
        return home
    for old in folder.glob(f"{problems}-*"):
        shutil.rmtree(old)
    tell("making the ledger")
    fresh = folder / f".{problems}"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    run(inspection("demo", str(fresh), "--problems", str(problems)))
    (fresh / ".gitignore").write_text(".cache/\n", encoding="utf-8")
    commit(fresh)
    fresh.rename(home)
    return home


def commit(home: Path) -> None:
    """Put everything in a folder into a new Git repository there."""
    run(_git(home, "init", "--quiet"))
    run(_git(home, "add", "--all"))
    known = ("-c", "user.name=benchmarks", "-c", "user.email=benchmarks@example.com", "-c", "commit.gpgsign=false")
    run(_git(home, *known, "commit", "--quiet", "--message", "ledger: The demonstration ledger"))


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
