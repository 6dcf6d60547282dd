"""What a run measured, kept as JSON: one file a subject."""

import os
import platform
from datetime import date
from pathlib import Path
from statistics import median

import msgspec
from msgspec import Struct


class Machine(Struct, frozen=True):
    """What it was measured on; nothing that names the machine.

    Attributes:
        cores: Processors the system shows.
        python: Version, such as 3.11.7.
        memory: Main memory in GB of 2**30 bytes.
        system: Operating system and kind of processor.
    """

    cores: int
    python: str
    memory: float
    system: str


class Row(Struct, frozen=True):
    """One task at one size.

    Attributes:
        size: How many of whatever the subject counts.
        task: The task's name.
        seconds: The time of each round.
        memory: The most memory it needed, in MB of 1,000,000 bytes; nothing where it was not measured.
    """

    size: int
    task: str
    seconds: tuple[float, ...]
    memory: float | None = None

    @property
    def median(self) -> float:
        """The median of the rounds, in seconds."""
        return median(self.seconds)


class Corpus(Struct, frozen=True):
    """What the tasks of one size worked on: how many files, and how many bytes they hold."""

    size: int
    files: int
    bytes: int


class Result(Struct, frozen=True):
    """What one run measured about a subject.

    Attributes:
        day: The day of the run.
        versions: The peers and their versions.
    """

    day: date
    machine: Machine
    corpora: tuple[Corpus, ...]
    rows: tuple[Row, ...]
    versions: dict[str, str] = {}

    def row(self, task: str, size: int) -> Row | None:
        """Return what was measured of a task at a size, if it was."""
        return next((row for row in self.rows if (row.task, row.size) == (task, size)), None)


def this_machine() -> Machine:
    """Describe the machine this runs on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = f"{platform.system()} {platform.machine()}"
    return Machine(os.cpu_count() or 1, platform.python_version(), round(memory, 1), system)


def keep(folder: Path, subject: str, result: Result) -> None:
    """Write a subject's result in place of the one before."""
    folder.mkdir(parents=True, exist_ok=True)
    fresh = folder / f".{subject}.json"
    fresh.write_bytes(msgspec.json.format(msgspec.json.encode(result)) + b"\n")
    fresh.replace(folder / f"{subject}.json")


def kept(folder: Path, subject: str) -> Result | None:
    """Return a subject's last result, if there is one in today's form."""
    try:
        return msgspec.json.decode((folder / f"{subject}.json").read_bytes(), type=Result)
    except (OSError, msgspec.DecodeError):
        return None
