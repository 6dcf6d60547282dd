"""The subject `site`: the public site in both languages, against the bare site generator over as many plain pages."""

import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path

from benchmarks.ledgers import ledger
from benchmarks.measuring import HOME, OURS, PLAIN, Command, FailedError, Task, Tell, inspection, interleaved, run
from benchmarks.plan import Plan
from benchmarks.results import Corpus, Result, Row, this_machine
from benchmarks.site_floor import plain
from benchmarks.site_work import MADE, STAGED

UP_TO = 10_000
"""Sites of larger ledgers are not measured."""
SLOW_ROUNDS = 3

_CATEGORY = re.compile(r"^category: (\w+)$", re.M)
_OTHERS = ("finance", "engineering")


def measure(plan: Plan) -> Result:
    """Measure the sites of a ledger of each size, four tasks in each round.

    Raises:
        FailedError: A command did not do its work.
    """
    corpora, rows = [], []
    for problems in (size for size in plan.problems if size <= UP_TO):
        tell = partial(_tell, plan.tell, problems)
        home = ledger(plan.cache / "ledgers", problems, tell)
        out = plan.cache / "sites" / str(problems)
        shutil.rmtree(out, ignore_errors=True)
        tell("building the site once")
        run(_work("made", home, out))
        corpora.append(Corpus(problems, *plain(out, out / "plain")))
        taken = interleaved(_tasks(home, out), plan.rounds, tell)
        rows += [Row(problems, name, tuple(seconds)) for name, seconds in taken.items()]
    return Result(date.today(), this_machine(), tuple(corpora), tuple(rows))


def _tell(tell: Tell, problems: int, line: str) -> None:
    tell(f"{problems:,} problems: {line}")


def _tasks(home: Path, out: Path) -> list[Task]:
    """Return the tasks, in this order: what `ours` leaves is what `again` finds."""
    bare = Command((sys.executable, str(HOME / "benchmarks" / "site_floor.py"), str(out / "plain")), environment=PLAIN)
    whole = inspection("site", "--ledger", str(home), "--out", str(out))
    ours = (_work("ours", home, out),)
    return [
        Task("bare", (bare,), slow_rounds=SLOW_ROUNDS),
        Task("whole", (whole,), partial(_forgotten, home), SLOW_ROUNDS),
        Task("ours", ours, partial(_first, home, out)),
        Task("again", ours, partial(_changed, home, out)),
    ]


def _work(name: str, home: Path, out: Path) -> Command:
    script = str(HOME / "benchmarks" / "site_work.py")
    return Command((sys.executable, script, name, str(home), str(out)), environment=OURS)


@contextmanager
def _forgotten(home: Path, _turn: int) -> Iterator[None]:
    """Throw away what is remembered of the ledger and of its pages."""
    shutil.rmtree(home / ".cache", ignore_errors=True)
    yield


@contextmanager
def _staged(out: Path) -> Iterator[None]:
    """Lay out what the generator made."""
    shutil.rmtree(out / STAGED, ignore_errors=True)
    shutil.copytree(out / MADE, out / STAGED)
    yield


@contextmanager
def _first(home: Path, out: Path, turn: int) -> Iterator[None]:
    with _forgotten(home, turn), _staged(out):
        yield


@contextmanager
def _changed(home: Path, out: Path, turn: int) -> Iterator[None]:
    """Put one problem into another category, another one each turn, and put it back afterwards.

    Raises:
        FailedError: The problem has no category.
    """
    problems = sorted((home / "ledger" / "problems").rglob("*.yaml"))
    problem = problems[turn * len(problems) // 10 % len(problems)]
    before = problem.read_bytes()
    found = _CATEGORY.search(before.decode())
    if found is None:
        raise FailedError(f"{problem.name} has no category to change")
    other = next(code for code in _OTHERS if code != found[1])
    problem.write_bytes(before.replace(found[0].encode(), f"category: {other}".encode(), 1))
    try:
        with _staged(out):
            yield
    finally:
        problem.write_bytes(before)
