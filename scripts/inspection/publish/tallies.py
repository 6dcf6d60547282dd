"""Counts over shown problems: all that a page about a round, a unit or a category may count."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from msgspec import Struct

from inspection.publish.view import PublicProblem

STATUSES = ("closed", "long_term", "basically_done", "in_progress", "not_started")
"""A problem's statuses, best first."""

Key = TypeVar("Key")
Record = TypeVar("Record")


class Tally(Struct, frozen=True, kw_only=True):
    """How many shown problems there are, by status, and how many of them are overdue.

    Attributes:
        by_status: Every status of `STATUSES`, also those with none; they add up to the total.
        overdue: A flag beside the status.
        own: How many are a unit's own, where those of the units below it are counted too.
    """

    total: int
    by_status: Mapping[str, int]
    overdue: int
    own: int | None = None

    @property
    def closed(self) -> int:
        """How many are closed."""
        return self.by_status["closed"]


def tally(problems: Iterable[PublicProblem]) -> Tally:
    """Count problems."""
    every = list(problems)
    statuses = Counter(problem.status for problem in every)
    return Tally(
        total=len(every),
        by_status={status: statuses[status] for status in STATUSES},
        overdue=sum(problem.overdue for problem in every),
    )


def grouped(records: Iterable[Record], key: Callable[[Record], Key]) -> dict[Key, list[Record]]:
    """Return records by a key, in the order the keys first come."""
    groups: dict[Key, list[Record]] = {}
    for record in records:
        groups.setdefault(key(record), []).append(record)
    return groups
