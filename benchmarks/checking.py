"""The subject `checking`: `inspection check` against reading the bytes, and against programs that check files."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path

from benchmarks import peers
from benchmarks.ledgers import corpus, ledger
from benchmarks.measuring import HOME, Command, FailedError, Task, Tell, inspection, interleaved
from benchmarks.memory import peak_memory
from benchmarks.plan import Plan
from benchmarks.results import Result, Row, this_machine

PEERS_UP_TO = 10_000
"""Ledgers of more problems are too much for the peers."""

_STATEMENT = b"statement: |\n  "
_ADDED = "经查，".encode()


def measure(plan: Plan) -> Result:
    """Measure checks of a ledger of each size, five tasks and peers in each round.

    Raises:
        FailedError: A command did not do its work.
    """
    corpora, rows = [], []
    for problems in plan.problems:
        tell = partial(_tell, plan.tell, problems)
        home = ledger(plan.cache / "ledgers", problems, tell)
        checks = _checks(home)
        taken = interleaved([_floor(home), *checks, *_peers(plan, home, problems, tell)], plan.rounds, tell)
        tell("memory")
        memory = {task.name: peak_memory(task) for task in checks}
        corpora.append(corpus(home, problems))
        rows += [Row(problems, name, tuple(seconds), memory.get(name)) for name, seconds in taken.items()]
    versions = peers.versions() if plan.peers else {}
    return Result(date.today(), this_machine(), tuple(corpora), tuple(rows), versions)


def _tell(tell: Tell, problems: int, line: str) -> None:
    tell(f"{problems:,} problems: {line}")


def _floor(home: Path) -> Task:
    return Task("floor", (Command((sys.executable, str(HOME / "benchmarks" / "floor.py"), str(home / "ledger"))),))


def _checks(home: Path) -> list[Task]:
    """Return the checks, in this order: the cold one leaves the cache that the warm one and the changed one find."""
    check = (inspection("check", "--ledger", str(home)),)
    return [
        Task("cold", check, partial(_forgotten, home)),
        Task("warm", check),
        Task("changed", check, partial(_changed, home)),
    ]


def _peers(plan: Plan, home: Path, problems: int, tell: Tell) -> list[Task]:
    if not plan.peers or problems > PEERS_UP_TO:
        return []
    commands = peers.installed(plan.cache, tell)
    own = peers.of_doorstop(commands, plan.cache) if problems == peers.ITEMS else []
    return peers.of_a_ledger(commands, plan.cache, home) + own


@contextmanager
def _forgotten(home: Path, _turn: int) -> Iterator[None]:
    """Throw the cache away."""
    shutil.rmtree(home / ".cache", ignore_errors=True)
    yield


@contextmanager
def _changed(home: Path, turn: int) -> Iterator[None]:
    """Put a word into the statement of one problem, another one each turn, and take it out afterwards.

    Raises:
        FailedError: The problem has no statement.
    """
    problems = sorted((home / "ledger" / "problems").rglob("*.yaml"))
    problem = problems[turn * len(problems) // 10 % len(problems)]
    before = problem.read_bytes()
    if _STATEMENT not in before:
        raise FailedError(f"{problem.name} has no statement to change")
    problem.write_bytes(before.replace(_STATEMENT, _STATEMENT + _ADDED, 1))
    try:
        yield
    finally:
        problem.write_bytes(before)
