"""The statuses of items and problems."""

from collections.abc import Iterable
from enum import StrEnum


class Status(StrEnum):
    """Where a rectification item stands; derived from its log, never stored."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    BASICALLY_DONE = "basically_done"
    SUBMITTED = "submitted"
    CLOSED = "closed"
    LONG_TERM = "long_term"
    WITHDRAWN = "withdrawn"


OPEN = frozenset({Status.NOT_STARTED, Status.IN_PROGRESS, Status.BASICALLY_DONE, Status.SUBMITTED})
RUNNING = OPEN - {Status.SUBMITTED}
"""The statuses in which the unit's clock runs."""


def problem_status(items: Iterable[Status]) -> Status:
    """Return a problem's status from those of its items, a submitted one given as the status it came from.

    First match wins: no items at all: not started; none left after withdrawals: withdrawn; all closed: closed; all
    closed or long-term: long-term; all closed, long-term or basically done: basically done; all not started: not
    started; else in progress.
    """
    every = set(items)
    if not every:
        return Status.NOT_STARTED
    left = every - {Status.WITHDRAWN}
    if not left:
        return Status.WITHDRAWN
    for reached, within in _LADDER:
        if left <= within:
            return reached
    return Status.IN_PROGRESS


_LADDER = (
    (Status.CLOSED, {Status.CLOSED}),
    (Status.LONG_TERM, {Status.CLOSED, Status.LONG_TERM}),
    (Status.BASICALLY_DONE, {Status.CLOSED, Status.LONG_TERM, Status.BASICALLY_DONE}),
    (Status.NOT_STARTED, {Status.NOT_STARTED}),
)
