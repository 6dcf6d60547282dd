"""Goals: a figure computed from results, and what it must be."""

from typing import NamedTuple

from benchmarks.results import Row
from inspection.finding import Words


class Goal(NamedTuple):
    """One goal.

    Attributes:
        words: What is measured, or compared with what.
        limit: The most it may be, or the least it must be.
        measured: The figure; nothing where it was not measured.
        rounds: The fewest rounds of what it was computed from; nothing for memory, which is measured once.
        unit: What the figure counts, put after it.
        least: Whether `limit` is the least.
    """

    words: Words
    limit: float
    measured: float | None
    rounds: int | None = None
    unit: str = "×"
    least: bool = False

    @property
    def met(self) -> bool | None:
        """Whether the goal is met; nothing where it was not measured."""
        if self.measured is None:
            return None
        return self.measured >= self.limit if self.least else self.measured <= self.limit


def time_ratio(words: Words, limit: float, over: Row | None, under: Row | None, *, least: bool = False) -> Goal:
    """Return a goal about the median time of one row over that of another."""
    if over is None or under is None:
        return Goal(words, limit, None, least=least)
    rounds = min(len(over.seconds), len(under.seconds))
    return Goal(words, limit, over.median / under.median, rounds, least=least)


def memory_ratio(words: Words, limit: float, over: Row | None, under: Row | None) -> Goal:
    """Return a goal about the memory of one row over that of another."""
    more, less = (None if row is None else row.memory for row in (over, under))
    return Goal(words, limit, None if more is None or less is None else more / less)
