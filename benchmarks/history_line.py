"""A history of so many commits: the main line of a demonstration's history, with what lies between two put together."""

import subprocess
from pathlib import Path

from benchmarks.measuring import Command, FailedError, run

_JUDGING = ("ledger/signers.yaml", "ledger/policy", "ledger/calendar")
"""What must not change together with records: such a commit stays by itself."""


def regroup(home: Path, commits: int) -> None:
    """Let the main branch of a repository hold so many commits, and nothing else be left in it.

    Each holds the ledger as the main line had it at that time, and has no signature.

    Args:
        home: The repository; its head is on `main`.
        commits: How many; fewer than the main line has.

    Raises:
        FailedError: Git refused.
    """
    line = [one.split() for one in _git(home, "log", "--first-parent", "--reverse", "--format=%H %T %ct").splitlines()]
    judging = set(_git(home, "log", "--first-parent", "--format=%H", "--", *_JUDGING).split())
    alone = {place for place, (identity, *_) in enumerate(line) if identity in judging}
    fixed = {*alone, *(place - 1 for place in alone if place), len(line) - 1}
    rest = [place for place in range(len(line)) if place not in fixed]
    wanted = commits - len(fixed)
    kept = sorted(fixed.union(rest[number * len(rest) // wanted] for number in range(wanted)))
    script = "".join(_commit(tree, moment) for _, tree, moment in (line[place] for place in kept))
    words = ("git", "-C", str(home), "fast-import", "--quiet", "--force")
    if subprocess.run(words, input=script.encode(), check=False).returncode:
        raise FailedError("git fast-import ended with an error")
    _git(home, "reset", "--quiet", "--hard")
    _git(home, "reflog", "expire", "--expire=now", "--all")
    _git(home, "repack", "-a", "-d", "-f", "-q")
    _git(home, "prune")


def _commit(tree: str, moment: str) -> str:
    return (
        "commit refs/heads/main\n"
        f"committer benchmarks <benchmarks@example.com> {moment} +0800\n"
        f"data 0\nM 040000 {tree} \n\n"
    )


def _git(home: Path, *words: str) -> str:
    return run(Command(("git", "-C", str(home), *words)))
