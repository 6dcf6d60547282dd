"""The "2-3-1" of a feedback: to whom it was to be given, by whom signed, to whom copied, and when each was done."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from inspection.derive.clocks import deadline
from inspection.derive.papers import duties_of
from inspection.derive.roles import Roles
from inspection.model.inspections import Inspection
from inspection.model.ledger import Ledger
from inspection.model.record import Body
from inspection.workdays import Calendar, Due

Step = Literal["given", "signed", "copied"]
STEPS: tuple[Step, ...] = ("given", "signed", "copied")


class Signature(NamedTuple):
    """One body the feedback was to reach in one of the three ways.

    Attributes:
        start: The day of the feedback, from which the time runs.
        done: The first day recorded for the body, under whatever word, or nothing.
    """

    step: Step
    body: Body
    start: date
    due: Due
    done: date | None


def signatures_owed(
    ledger: Ledger, calendar: Calendar, inspection: Inspection, roles: Roles, as_of: date
) -> Iterator[Signature]:
    """Yield every body that the duties of the unit's kind name for the feedback; without feedback, none.

    Args:
        ledger: Holds the policies.
        calendar: Which days are worked.
        inspection: The inspection.
        roles: What words for bodies stand for in it; two words for one unit are one.
        as_of: The day; what is dated after it has not happened yet.
    """
    said = inspection.feedback
    if said is None or said.date > as_of:
        return
    duties = duties_of(ledger, inspection, said.date)
    due = deadline(ledger, calendar, "signatures", said.date)
    for step in STEPS:
        reached: dict[str, date] = {}
        for body, day in getattr(said, step).items():
            if day <= as_of:
                reached[roles.who(body)] = min(day, reached.get(roles.who(body), day))
        for body in getattr(duties, step):
            yield Signature(step, body, said.date, due, reached.get(roles.who(body)))
