"""Times of commands, in rounds: the tasks take turns, so that a drift of the machine hits all alike."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

HOME = Path(__file__).resolve().parents[1]
SLOW = 30.0
"""Seconds from which a task may be run in fewer rounds."""

Tell = Callable[[str], None]

PLAIN = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | {"PYTHONUTF8": "1"}
OURS = PLAIN | {"PYTHONPATH": str(HOME / "scripts")}


class FailedError(Exception):
    """A command that was to be measured did not do its work."""


class Command(NamedTuple):
    """A command line.

    Attributes:
        words: The program and its arguments.
        folder: Where it is run; nothing for the working directory.
        environment: All variables it sees.
    """

    words: tuple[str, ...]
    folder: Path | None = None
    environment: Mapping[str, str] = PLAIN


def inspection(*words: str) -> Command:
    """Return a command of the program as it lies in this working tree."""
    return Command((sys.executable, "-m", "inspection", *words), environment=OURS)


@contextmanager
def nothing(_turn: int) -> Iterator[None]:
    """Prepare nothing and put nothing back."""
    yield


class Task(NamedTuple):
    """Something to be measured.

    Attributes:
        name: What results call it.
        commands: Run one after another; their times are added up.
        around: What is prepared before a turn and put back after it, neither of them timed. It is given the turn,
            from 0.
        slow_rounds: In how many rounds it takes part when it needs more than `SLOW` seconds; nothing for all of them.
    """

    name: str
    commands: tuple[Command, ...]
    around: Callable[[int], AbstractContextManager[None]] = nothing
    slow_rounds: int | None = None


def interleaved(tasks: Sequence[Task], rounds: int, tell: Tell) -> dict[str, list[float]]:
    """Run tasks in rounds, in the order A B C, A B C.

    Args:
        tasks: What is measured, each under a name of its own.
        rounds: How many rounds there are.
        tell: Is told a line after each run.

    Returns:
        The seconds of each task, whole processes by the wall clock, in the order they were run.

    Raises:
        FailedError: A command ended with another code than 0.
    """
    taken: dict[str, list[float]] = {task.name: [] for task in tasks}
    for turn in range(rounds):
        for task in tasks:
            so_far = taken[task.name]
            if task.slow_rounds is not None and turn >= task.slow_rounds and max(so_far) > SLOW:
                continue
            so_far.append(seconds(task, turn))
            tell(f"round {turn + 1} of {rounds}: {task.name} {so_far[-1]:.2f} s")
    return taken


def seconds(task: Task, turn: int) -> float:
    """Return how long one turn of a task takes; see `interleaved`."""
    with task.around(turn):
        return sum(_timed(command) for command in task.commands)


def run(command: Command) -> str:
    """Run a command, its output going to a pipe, and return what it printed.

    Raises:
        FailedError: It ended with another code than 0, or is not there.
    """
    try:
        done = subprocess.run(
            command.words, cwd=command.folder, env=command.environment, capture_output=True, check=False
        )
    except OSError as error:
        raise FailedError(f"{command.words[0]} cannot be run: {error.strerror}") from None
    printed, said = (stream.decode("utf-8", "replace") for stream in (done.stdout, done.stderr))
    if done.returncode:
        last = "\n".join((said or printed).splitlines()[-5:])
        raise FailedError(f"{' '.join(command.words)[:200]} ended with code {done.returncode}\n{last}")
    return printed


def _timed(command: Command) -> float:
    began = perf_counter()
    run(command)
    return perf_counter() - began
