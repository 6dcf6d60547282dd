"""The most memory a command needs, all its processes together. Linux only: it reads /proc."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from benchmarks.measuring import Command, FailedError, Task

_EVERY = 0.01
_PROCESSES = Path("/proc")
_KB_OF_A_MB = 1000 / 1.024
"""Kilobytes of the kernel are 1,024 bytes; a megabyte here is 1,000,000."""


def peak_memory(task: Task) -> float:
    """Run a task once, not timed, and return the most memory any of its commands needed, in MB of 1,000,000 bytes.

    Memory is looked at every hundredth of a second: the sum over a command's processes of what each holds, shared pages
    divided among those that share them (PSS), and at least what its largest process ever held (VmHWM).

    Raises:
        FailedError: A command ended with another code than 0.
    """
    with task.around(0):
        return max(_peak(command) for command in task.commands) / _KB_OF_A_MB


def _peak(command: Command) -> int:
    process = subprocess.Popen(
        command.words,
        cwd=command.folder,
        env=command.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    most = 0
    while process.poll() is None:
        most = max(most, _now(process.pid))
        time.sleep(_EVERY)
    if process.returncode:
        raise FailedError(f"{' '.join(command.words)[:200]} ended with code {process.returncode}")
    return most


def _now(session: int) -> int:
    """Return what the processes of a session hold, in KB."""
    shares, peaks = [0], [0]
    for process in _members(session):
        with suppress(OSError):
            peaks.append(_field(process / "status", "VmHWM:"))
            shares.append(_field(process / "smaps_rollup", "Pss:"))
    return max(sum(shares), *peaks)


def _members(session: int) -> Iterator[Path]:
    for process in _PROCESSES.glob("[0-9]*"):
        with suppress(OSError):
            after_name = (process / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2]
            if int(after_name.split()[3]) == session:
                yield process


def _field(file: Path, name: str) -> int:
    for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
        if line.startswith(name):
            return int(line.split()[1])
    return 0
