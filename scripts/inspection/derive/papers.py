"""The papers a unit owes after feedback: what its kind's duties ask for, by when, and when each came."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from inspection.derive.clocks import deadline
from inspection.derive.policies import policy_on
from inspection.model.inspections import Inspection
from inspection.model.ledger import Ledger
from inspection.model.policy import Duties
from inspection.model.record import Review
from inspection.workdays import Calendar, Due

PaperName = Literal["plan", "life_meeting", "report", "head_report"]


class PaperOwed(NamedTuple):
    """A paper the duties ask for.

    Attributes:
        clock: The policy's deadline it is owed by.
        start: The day of the feedback, from which its time runs.
        done: The day it came, or nothing.
        pointer: JSON Pointer to that day; while it is missing, to the feedback's.
    """

    name: PaperName
    clock: str
    start: date
    due: Due
    done: date | None
    pointer: str


class Reviewed(NamedTuple):
    """One review of a paper, and its JSON Pointer."""

    paper: PaperName
    review: Review
    pointer: str


class Continued(NamedTuple):
    """A continued report that is owed: the day of the last report, the day it is due, and the pointer to the former."""

    start: date
    due: Due
    pointer: str


def duties_of(ledger: Ledger, inspection: Inspection, otherwise: date) -> Duties:
    """Return what the inspected unit owes: the duties of its kind in the policy of the day of the feedback.

    Args:
        ledger: Holds the policies.
        inspection: The inspection.
        otherwise: The day that decides where no feedback is recorded.

    Raises:
        LookupError: The ledger has no policy that could be read.
    """
    unit = ledger.units.get(inspection.unit)
    day = inspection.feedback.date if inspection.feedback is not None else otherwise
    return policy_on(ledger, day).duties_of(unit.kind if unit is not None else "default")


def papers_owed(ledger: Ledger, calendar: Calendar, inspection: Inspection, as_of: date) -> Iterator[PaperOwed]:
    """Yield the papers an inspected unit owes from its feedback on, those that came too; before it, none.

    Args:
        ledger: Holds the policies.
        calendar: Which days are worked.
        inspection: The inspection.
        as_of: The day; what is dated after it has not come yet.
    """
    if inspection.feedback is None or inspection.feedback.date > as_of:
        return
    start = inspection.feedback.date
    came = _came(inspection)
    for name in duties_of(ledger, inspection, start).papers:
        clock, pointer, day = came[name]
        done = day if day is not None and day <= as_of else None
        due = deadline(ledger, calendar, clock, start)
        yield PaperOwed(name, clock, start, due, done, pointer if day is not None else "/feedback/date")


def _came(one: Inspection) -> dict[PaperName, tuple[str, str, date | None]]:
    plan, meeting, report = one.plan, one.life_meeting, one.report
    return {
        "plan": ("plan", "/plan/submitted", plan.submitted if plan is not None else None),
        "life_meeting": ("life_meeting", "/life_meeting/held", meeting.held if meeting is not None else None),
        "report": ("report", "/report/submitted", report.submitted if report is not None else None),
        "head_report": ("report", "/report/head_submitted", report.head_submitted if report is not None else None),
    }


def reviews(inspection: Inspection) -> Iterator[Reviewed]:
    """Yield the reviews of the plan, the life meeting and the report, as written."""
    papers: tuple[PaperName, ...] = ("plan", "life_meeting", "report")
    for name in papers:
        paper = getattr(inspection, name)
        for place, review in enumerate(paper.reviews if paper is not None else ()):
            yield Reviewed(name, review, f"/{name}/reviews/{place}")


def first_accepted(inspection: Inspection, paper: PaperName, as_of: date) -> Reviewed | None:
    """Return the review that first accepted a paper, by day, then position; nothing where none has by the day."""
    accepts = (one for one in reviews(inspection) if one.paper == paper and one.review.decision == "accept")
    return min((one for one in accepts if one.review.date <= as_of), key=lambda one: one.review.date, default=None)


def accepted_on(inspection: Inspection, paper: PaperName, day: date) -> bool:
    """Return whether the last word on a paper by the day, that day included, is that it was accepted.

    The head's own report is reviewed with the unit's; it must have been handed in by the day.
    """
    if paper == "head_report":
        report = inspection.report
        return report is not None and report.head_submitted is not None and report.head_submitted <= day
    said = [one.review for one in reviews(inspection) if one.paper == paper and one.review.date <= day]
    return bool(said) and sorted(said, key=lambda review: review.date)[-1].decision == "accept"


def continued_report(ledger: Ledger, calendar: Calendar, inspection: Inspection, as_of: date) -> Continued | None:
    """Return the continued report that is owed next, while items stay open; before the report itself, none.

    Args:
        ledger: Holds the policies.
        calendar: Which days are worked.
        inspection: The inspection; whether anything in it is open the caller knows.
        as_of: The day; what is dated after it has not come yet.
    """
    if inspection.report is None or inspection.report.submitted > as_of:
        return None
    told = [(inspection.report.submitted, "/report/submitted")]
    told += [(entry.date, f"/progress/{place}/date") for place, entry in enumerate(inspection.progress)]
    last, pointer = max((row for row in told if row[0] <= as_of), key=lambda row: row[0])
    return Continued(last, deadline(ledger, calendar, "continued_report", last), pointer)
