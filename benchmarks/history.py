"""The subject `history`: what is asked of a whole history, against what Git needs to tell and to give all of it."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path

from benchmarks.history_floor import ALL, read_all
from benchmarks.ledgers import commit, history
from benchmarks.measuring import HOME, OURS, Command, FailedError, Task, interleaved, run
from benchmarks.plan import Plan
from benchmarks.results import Corpus, Result, Row, this_machine

DEMO: tuple[str, ...] = ("--problems", "10000")
"""Options of `inspection demo --history`."""
COMMITS = 3_000
"""In how many commits that history is put."""

_LOG_ENTRY = "      - {date: "
_ADDED = "      - {date: 2024-12-31, action: report, by: unit, note: 已完成}\n"


def measure(plan: Plan) -> Result:
    """Measure the tasks of a demonstration's history, all of them in each round.

    Raises:
        FailedError: A command did not do its work.
    """
    home = history(plan.cache / "ledgers", DEMO, COMMITS, plan.tell)
    given = plan.cache / "versions"
    given.write_text(run(_git(home, *ALL)), encoding="ascii")
    commits = int(run(_git(home, "rev-list", "--count", "HEAD")))
    taken = interleaved(_tasks(home, given, plan.cache / "audits"), plan.rounds, plan.tell)
    rows = tuple(Row(commits, name, tuple(seconds)) for name, seconds in taken.items())
    return Result(date.today(), this_machine(), (Corpus(commits, *read_all(str(home))),), rows)


def _tasks(home: Path, given: Path, memory: Path) -> list[Task]:
    """Return the tasks, in this order: the second audit goes on from what the first one left."""
    audit = (_work("audit", home, str(memory)),)
    return [
        Task("log", (_git(home, "log", "--raw", "--no-renames", "-z"),)),
        Task("touched", (_work("touched", home),)),
        Task("given", (_floor(home, str(given)),)),
        Task("versions", (_floor(home),)),
        Task("facts", (_work("facts", home),)),
        Task("audit", audit, partial(_forgotten, memory)),
        Task("again", audit, partial(_one_more, home)),
    ]


def _git(home: Path, *words: str) -> Command:
    return Command(("git", "-C", str(home), *words))


def _floor(home: Path, *words: str) -> Command:
    return Command((sys.executable, str(HOME / "benchmarks" / "history_floor.py"), str(home), *words))


def _work(name: str, home: Path, *words: str) -> Command:
    script = str(HOME / "benchmarks" / "history_work.py")
    return Command((sys.executable, script, name, str(home), *words), environment=OURS)


@contextmanager
def _forgotten(memory: Path, _turn: int) -> Iterator[None]:
    """Throw away what the last audit found."""
    shutil.rmtree(memory, ignore_errors=True)
    yield


@contextmanager
def _one_more(home: Path, turn: int) -> Iterator[None]:
    """Commit an entry in the log of one problem, another one each turn, and take the commit back afterwards.

    Raises:
        FailedError: No problem ends with a log.
    """
    texts = {path: path.read_text(encoding="utf-8") for path in sorted((home / "ledger" / "problems").rglob("*.yaml"))}
    logs = [path for path, text in texts.items() if text.splitlines()[-1].startswith(_LOG_ENTRY)]
    if not logs:
        raise FailedError("no problem ends with a log to add to")
    problem = logs[turn % len(logs)]
    problem.write_text(texts[problem] + _ADDED, encoding="utf-8", newline="\n")
    commit(home, "ledger: One entry more")
    try:
        yield
    finally:
        run(_git(home, "reset", "--quiet", "--hard", "HEAD~1"))
