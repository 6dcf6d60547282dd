"""The stages after feedback: what was due and what of it was done, signatures and reviews."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from inspection.derive.clocks import deadline
from inspection.derive.figures.coverage import KINDS
from inspection.derive.figures.leaves import Figure, counted, grouped, summed
from inspection.derive.figures.rounds import name
from inspection.derive.figures.scope import Scope
from inspection.derive.policies import policy_on
from inspection.derive.roles import Roles, roles_of
from inspection.model.inspections import Feedback, Inspection
from inspection.model.policy import Duties
from inspection.model.record import Body, Review


class FedBack(NamedTuple):
    """An inspection whose feedback was given by the day, and what its kind of unit owes by the policy of that day."""

    inspection: Inspection
    feedback: Feedback
    duties: Duties


Stage = Callable[[Scope, FedBack], tuple[bool, bool]]
"""Whether the stage is due, and whether it is done."""


def stages(scope: Scope) -> Figure:
    """Return, for each stage, the inspections in which it is due, and those of them in which it is done by the day.

    Due: the deadline that runs from the event before it has passed, in working days where the policy says so, by the
    policy in force when it started. Only what the duties of the kind of unit ask for is ever due. `done` counts among
    `due`, so what was done early counts once its deadline has passed, and what was done late counts too.

    Feedback is done when it was given, signed and copied to every body of the duties, and due once
    `deadlines.signatures` has passed since it was given; the report, when the head's own is in as well; the evaluation
    is due from the day the report was accepted; publication is due once evaluated, and done when a notice to society
    stands published and not retracted.
    """
    fed_back = list(_fed_back(scope))
    return {key: _stage(scope, fed_back, judge) for key, judge in _STAGES.items()}


def _stage(scope: Scope, fed_back: Iterable[FedBack], judge: Stage) -> Figure:
    due: list[Inspection] = []
    done: list[Inspection] = []
    for one in fed_back:
        is_due, is_done = judge(scope, one)
        due += [one.inspection] if is_due else []
        done += [one.inspection] if is_due and is_done else []
    dues, dones = (
        grouped(((scope.unit_kind(one.unit), name(one)) for one in many), KINDS) for many in (due, done)
    )  # fmt: skip
    return {
        "done": counted(name(one) for one in done),
        "due": counted(name(one) for one in due),
        "by_kind": {kind: {"done": dones.get(kind, counted(())), "due": dues[kind]} for kind in dues},
    }


def _fed_back(scope: Scope) -> Iterable[FedBack]:
    for one in scope.inspections:
        if one.feedback is not None and scope.counts(one.feedback.date):
            policy = policy_on(scope.ledger, one.feedback.date)
            yield FedBack(one, one.feedback, policy.duties_of(scope.unit_kind(one.unit) or "default"))


def _late(scope: Scope, clock: str, start: date) -> bool:
    return scope.passed(deadline(scope.ledger, scope.calendar, clock, start).day)


def _feedback(scope: Scope, one: FedBack) -> tuple[bool, bool]:
    roles, said = roles_of(scope.ledger, one.inspection.unit), one.feedback
    asked = ((one.duties.given, said.given), (one.duties.signed, said.signed), (one.duties.copied, said.copied))
    done = all(_reached(scope, roles, bodies, days) for bodies, days in asked)
    return _late(scope, "signatures", said.date), done


def _reached(scope: Scope, roles: Roles, bodies: Iterable[Body], days: Mapping[Body, date]) -> bool:
    reached = {roles.who(body) for body, day in days.items() if scope.counts(day)}
    return reached.issuperset(roles.who(body) for body in bodies)


def _plan(scope: Scope, one: FedBack) -> tuple[bool, bool]:
    plan = one.inspection.plan
    done = plan is not None and scope.counts(plan.submitted)
    return "plan" in one.duties.papers and _late(scope, "plan", one.feedback.date), done


def _life_meeting(scope: Scope, one: FedBack) -> tuple[bool, bool]:
    meeting = one.inspection.life_meeting
    done = meeting is not None and scope.counts(meeting.held)
    return "life_meeting" in one.duties.papers and _late(scope, "life_meeting", one.feedback.date), done


def _report(scope: Scope, one: FedBack) -> tuple[bool, bool]:
    report, papers = one.inspection.report, one.duties.papers
    unit = "report" not in papers or (report is not None and scope.counts(report.submitted))
    head = "head_report" not in papers or (report is not None and scope.counts(report.head_submitted))
    owed = "report" in papers or "head_report" in papers
    return owed and _late(scope, "report", one.feedback.date), unit and head


def _evaluation(scope: Scope, one: FedBack) -> tuple[bool, bool]:
    report = one.inspection.report
    accepted = min((day for day in _accepted(report.reviews) if scope.counts(day)), default=None) if report else None
    return accepted is not None and _late(scope, "evaluation", accepted), _evaluated(scope, one)


def _accepted(reviews: Iterable[Review]) -> Iterable[date]:
    return (review.date for review in reviews if review.decision == "accept")


def _evaluated(scope: Scope, one: FedBack) -> bool:
    return one.inspection.evaluation is not None and scope.counts(one.inspection.evaluation.date)


def _publication(scope: Scope, one: FedBack) -> tuple[bool, bool]:
    notices = one.inspection.publication.society if one.inspection.publication is not None else ()
    standing = (
        scope.counts(notice.published) and not (notice.retracted is not None and scope.counts(notice.retracted.date))
        for notice in notices
    )
    return _evaluated(scope, one), any(standing)


_STAGES: dict[str, Stage] = {
    "feedback": _feedback,
    "plan": _plan,
    "life_meeting": _life_meeting,
    "report": _report,
    "evaluation": _evaluation,
    "publication": _publication,
}


def signatures(scope: Scope) -> Figure:
    """Return the inspections whose feedback the leader in charge signed, and the leaders' attendances at feedbacks."""
    given = [(one, one.feedback) for one in scope.inspections if one.feedback is not None]
    return {
        "leader_in_charge": counted(
            name(one) for one, said in given if scope.counts(said.signed.get("leader_in_charge"))
        ),
        "attended": summed(
            (name(one), 1) for one, said in given for attendance in said.attended if scope.counts(attendance.date)
        ),
    }


def reviews(scope: Scope) -> Figure:
    """Return, for the three reviews, the distinct organizations reviewed, and the deviations and opinions found."""
    return {
        "plan": _reviewed(scope, lambda one: one.plan.reviews if one.plan else ()),
        "life_meeting": _reviewed(scope, lambda one: one.life_meeting.reviews if one.life_meeting else ()),
        "report": _reviewed(scope, lambda one: one.report.reviews if one.report else ()),
    }


def _reviewed(scope: Scope, paper: Callable[[Inspection], tuple[Review, ...]]) -> Figure:
    rows = [(one, review) for one in scope.inspections for review in paper(one) if scope.counts(review.date)]
    return {
        "organizations": counted(one.unit for one, _ in rows),
        "deviations": summed((name(one), review.deviations) for one, review in rows),
        "opinions": summed((name(one), review.opinions) for one, review in rows),
    }
