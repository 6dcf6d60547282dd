"""A stage that follows an inspection, and what can be said of it on a day."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from inspection.office.desk import Desk
from inspection.workdays import Due


class State(StrEnum):
    """What can be said of a stage."""

    DONE = "done"
    DONE_LATE = "done-late"
    OWED = "owed"
    LATE = "late"
    BEFORE = "before"


class Stage(NamedTuple):
    """One thing that follows an inspection.

    Attributes:
        kind: `feedback`, `given`, `signed`, `copied`, a paper, its review, `continued_report`, `evaluation` ...
        start: The day of the event its time runs from; nothing before that event.
        due: The last day by the policy; nothing where the policy sets none.
        done: The day it was done.
        days: Days left until `due` while it is owed, below zero when late; nothing else.
        body: Whose signature or copy it is: the id of a unit, or a role word that stands for none.
        called: What that body is called.
        words: What is to be said beside it: opinions of a review, the grade of an evaluation.
    """

    kind: str
    start: date | None
    due: Due | None
    done: date | None
    days: int | None
    body: str = ""
    called: str = ""
    words: str = ""

    @property
    def state(self) -> State:
        """What can be said of it."""
        if self.done is not None:
            late = self.due is not None and self.done > self.due.day
            return State.DONE_LATE if late else State.DONE
        if self.start is None:
            return State.BEFORE
        return State.LATE if self.days is not None and self.days < 0 else State.OWED


def stage_of(desk: Desk, kind: str, start: date | None, due: Due | None, done: date | None, words: str = "") -> Stage:
    """Return a stage as it stands on the day; what is dated after it has not happened yet."""
    came = done if done is not None and done <= desk.as_of else None
    days = (due.day - desk.as_of).days if due is not None and came is None else None
    return Stage(kind, start, due, came, days, words=words)
