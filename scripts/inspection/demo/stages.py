"""The days of one unit's inspection, from entry to publication, as far as they have come."""

from dataclasses import dataclass
from datetime import date, timedelta

from inspection.demo.chance import Chance
from inspection.demo.days import TODAY, after, working_back
from inspection.demo.schedule import Visited


@dataclass(frozen=True, slots=True)
class Stages:
    """Days of an inspection; a day after today has not come.

    Attributes:
        start: First day on site.
        end: Last day on site.
        feedback: Feedback given.
        plan: Plan handed in.
        plan_returned: Plan returned once, or nothing.
        accepted: Plan accepted.
        meeting: Life meeting held.
        report: Report handed in.
        report_returned: Report returned once, or nothing.
        report_accepted: Report accepted.
        evaluation: Evaluated.
        approved: Publication approved.
        within: Published within the Party.
        society: Published to society.
    """

    start: date
    end: date
    feedback: date
    plan: date
    plan_returned: date | None
    accepted: date
    meeting: date
    report: date
    report_returned: date | None
    report_accepted: date
    evaluation: date
    approved: date
    within: date
    society: date

    @property
    def concentrated_end(self) -> date:
        """The last working day surely within the concentrated period."""
        return working_back(self.feedback + timedelta(days=86))


def came(day: date) -> bool:
    """Return whether the day has come."""
    return day <= TODAY


def stages(each: Visited, index: int, chance: Chance) -> Stages:
    """Return the days of the inspection of a round's unit number `index`."""
    start, end = _onsite(each, chance)
    feedback = after(each.end, each.gap + index % 25 // 3)
    plan = after(feedback, chance.whole(11, 16))
    returned = after(plan, chance.whole(3, 5)) if chance.share(0.5) else None
    accepted = after(returned, chance.whole(4, 6)) if returned else after(plan, chance.whole(4, 6))
    report = working_back(feedback + timedelta(days=chance.whole(80, 86)))
    report_returned = after(report, chance.whole(4, 6)) if chance.share(0.25) else None
    report_accepted = after(report_returned or report, chance.whole(6, 9))
    evaluation = after(report_accepted, chance.whole(9, 18))
    approved = after(evaluation, chance.whole(7, 12))
    within = after(approved, chance.whole(1, 3))
    return Stages(
        start=start,
        end=end,
        feedback=feedback,
        plan=plan,
        plan_returned=returned,
        accepted=accepted,
        meeting=working_back(feedback + timedelta(days=chance.whole(21, 26))),
        report=report,
        report_returned=report_returned,
        report_accepted=report_accepted,
        evaluation=evaluation,
        approved=approved,
        within=within,
        society=after(within, chance.whole(1, 4)),
    )


def _onsite(each: Visited, chance: Chance) -> tuple[date, date]:
    if each.kind == "roving" or each.kind == "flexible":
        return each.start, each.end
    return after(each.start, chance.whole(0, 3)), working_back(each.end - timedelta(days=chance.whole(0, 4)))
