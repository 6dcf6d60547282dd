"""What a run is asked to do."""

from pathlib import Path
from typing import NamedTuple

from benchmarks.measuring import Tell


class Plan(NamedTuple):
    """One run.

    Attributes:
        problems: The sizes of the ledgers, in problems.
        rounds: How often each task is run.
        peers: Whether other programs are measured too.
        cache: Where ledgers, peers and results are kept.
        tell: Is told a line for each step.
    """

    problems: tuple[int, ...]
    rounds: int
    peers: bool
    cache: Path
    tell: Tell
