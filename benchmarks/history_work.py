"""What is asked of a whole history, for all records: `touched`, `facts` or `audit`. Run by its own Python."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

from inspection.history.revisions import Revisions


def touched(home: Path) -> int:
    """Return how often a commit touched a file."""
    return sum(len(commit.changes) for commit in Revisions(home / "ledger").commits())


def facts(home: Path) -> int:
    """Return how many dated facts there are, each with the first commit that tells it."""
    from inspection.history.ancestry import Ancestry
    from inspection.history.lineage import lineages
    from inspection.history.trail import trails
    from inspection.workers import uncollected

    revisions = Revisions(home / "ledger")
    with uncollected():
        commits = list(revisions.commits())
        return sum(len(trail.facts) for trail in trails(revisions, lineages(revisions, commits), Ancestry(commits)))


def audit(home: Path, memory: str) -> int:
    """Return how many commits were audited, without their signatures, going on from what a folder remembers."""
    from inspection.history.audit import Desk
    from inspection.history.audit import audit as audited
    from inspection.history.memory import Memory
    from inspection.read.schema import Schemas

    schemas = Schemas.in_folder(Path(__file__).resolve().parents[1] / "schemas")
    desk = Desk(schemas, ZoneInfo("Asia/Shanghai"), Memory(Path(memory), "audit"))
    return audited(Revisions(home / "ledger"), desk).commits


if __name__ == "__main__":
    work, folder, *more = sys.argv[1:]
    tasks: dict[str, Callable[..., int]] = {"touched": touched, "facts": facts, "audit": audit}
    print(tasks[work](Path(folder), *more), flush=True)
    os._exit(0)  # as the program ends: nothing is given back piece by piece
