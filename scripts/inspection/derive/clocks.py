"""The two clocks of an item, and the deadlines that start from other events.

A clock takes the policy of the day it started on. The unit's clock runs until an item is submitted and stands still
while it is reviewed; the reviewers' runs from the submit.
"""

from datetime import date
from enum import StrEnum

from inspection.derive.lifecycle import Life
from inspection.derive.policies import policy_on
from inspection.derive.status import RUNNING
from inspection.model.ledger import Ledger
from inspection.model.policy import Deadlines
from inspection.workdays import Calendar, Due, add, limit


class Light(StrEnum):
    """How near an item's due day is."""

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    NONE = "none"


def deadline(ledger: Ledger, calendar: Calendar, name: str, start: date) -> Due:
    """Return the last day of the policy's deadline `name` for a clock that started on `start`.

    Args:
        ledger: Holds the policies.
        calendar: Which days are worked.
        name: A field of `inspection.model.policy.Deadlines`.
        start: The day of the event the deadline is counted from; its policy decides.

    Raises:
        LookupError: The ledger has no policy that could be read.
        AttributeError: No deadline has that name.
    """
    deadlines: Deadlines = policy_on(ledger, start).deadlines
    return add(start, getattr(deadlines, name), calendar)


def review_due(ledger: Ledger, calendar: Calendar, life: Life) -> Due | None:
    """Return the day the reviewers must have answered a waiting submit by, or nothing when none waits."""
    return deadline(ledger, calendar, "review", life.submitted) if life.submitted is not None else None


def light(ledger: Ledger, life: Life, as_of: date) -> Light:
    """Return the light of an item; there is none while its clock does not run."""
    return light_of(ledger, life.due, as_of) if life.exists and life.status in RUNNING else Light.NONE


def light_of(ledger: Ledger, due: date, as_of: date) -> Light:
    """Return the light of a running clock: red once overdue, yellow and green within the policy's windows."""
    if as_of > due:
        return Light.RED
    windows = policy_on(ledger, as_of).warn
    for window, shown in ((windows.yellow, Light.YELLOW), (windows.green, Light.GREEN)):
        if due <= limit(as_of, window):
            return shown
    return Light.NONE
