"""Where each inspection stands: the 2-3-1 matrix, the three reviews, the evaluation and the publication.

Each stage says whether it is done and on which day, or since when it is owed and by when.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from inspection.derive.clocks import deadline
from inspection.derive.grades import Grade, grade_of
from inspection.derive.papers import continued_report, duties_of, first_accepted, papers_owed, reviews
from inspection.derive.publications import standing
from inspection.derive.roles import known_roles
from inspection.derive.signed import STEPS, signatures_owed
from inspection.model.inspections import Inspection
from inspection.model.problems import Problem
from inspection.office.desk import Desk
from inspection.office.later import handovers, revisit, second_rectification
from inspection.office.stage import Stage, State, stage_of
from inspection.workdays import month_end


class Standing(NamedTuple):
    """An inspection and its stages, in the order in which they come."""

    inspection: Inspection
    stages: tuple[Stage, ...]

    def of(self, *kinds: str) -> tuple[Stage, ...]:
        """Return its stages of some kinds."""
        return tuple(stage for stage in self.stages if stage.kind in kinds)

    @property
    def missing(self) -> tuple[Stage, ...]:
        """What is owed, the longest overdue first; what has no deadline comes last."""
        owed = [stage for stage in self.stages if stage.state in (State.OWED, State.LATE)]
        return tuple(sorted(owed, key=lambda stage: stage.due.day if stage.due is not None else date.max))

    @property
    def late(self) -> int:
        """How many of them are late."""
        return sum(stage.state is State.LATE for stage in self.stages)


def problems_by_inspection(desk: Desk) -> dict[tuple[str, str], list[Problem]]:
    """Return the problems found by the day, by round and unit."""
    problems: dict[tuple[str, str], list[Problem]] = {}
    for problem in desk.found():
        problems.setdefault((problem.round, problem.unit), []).append(problem)
    return problems


def followed(desk: Desk, one: Inspection) -> bool:
    """Return whether an inspection is followed up: a unit that only answers for its villages, once it was fed back."""
    return one.unit in desk.ledger.units and (one.reach != "answering" or one.feedback is not None)


def standings(desk: Desk) -> Iterator[Standing]:
    """Yield every inspection that is followed up, with where it stands."""
    problems = problems_by_inspection(desk)
    for one in desk.ledger.inspections.values():
        if followed(desk, one):
            own = problems.get((one.round, one.unit), ())
            open_items = any(life.open for problem in own for _, life in desk.lives.of_problem(problem))
            yield standing_of(desk, one, open_items)


def standing_of(desk: Desk, inspection: Inspection, open_items: bool) -> Standing:
    """Return where an inspection stands on the desk's day.

    Args:
        desk: The ledger on a day.
        inspection: The inspection.
        open_items: Whether any of its items is still open, so that it goes on reporting.
    """
    stages = [
        *_feedback(desk, inspection),
        *_papers(desk, inspection),
        *(_continued(desk, inspection) if open_items else ()),
        *handovers(desk, inspection),
        *_evaluation(desk, inspection),
        *second_rectification(desk, inspection),
        *revisit(desk, inspection),
        *_publication(desk, inspection),
    ]
    return Standing(inspection, tuple(stages))


def _feedback(desk: Desk, one: Inspection) -> Iterator[Stage]:
    round_ = desk.ledger.rounds.get(one.round)
    onsite = one.onsite or (round_.onsite if round_ is not None else None)
    left = onsite.to if onsite is not None and onsite.to <= desk.as_of else None
    yield stage_of(desk, "feedback", left, None, one.feedback.date if one.feedback is not None else None)
    roles = known_roles(desk.ledger, one.unit)
    owed = list(signatures_owed(desk.ledger, desk.calendar, one, roles, desk.as_of))
    for each in owed:
        stage = stage_of(desk, each.step, each.start, each.due, each.done)
        yield stage._replace(body=roles.who(each.body), called=desk.words.body(each.body, roles))
    if not owed:
        yield from (stage_of(desk, step, None, None, None) for step in STEPS)


def _papers(desk: Desk, one: Inspection) -> Iterator[Stage]:
    if one.feedback is None or one.feedback.date > desk.as_of:
        asked = duties_of(desk.ledger, one, desk.as_of).papers
        yield from (stage_of(desk, name, None, None, None) for name in asked)
    for paper in papers_owed(desk.ledger, desk.calendar, one, desk.as_of):
        yield stage_of(desk, paper.name, paper.start, paper.due, paper.done)
        if paper.name != "head_report":
            yield _review(desk, one, paper.name, paper.done)


def _review(desk: Desk, one: Inspection, paper: str, came: date | None) -> Stage:
    said = [each.review for each in reviews(one) if each.paper == paper and each.review.date <= desk.as_of]
    last = max(said, key=lambda review: review.date, default=None)
    accepted = last.date if last is not None and last.decision == "accept" else None
    since = max(came, last.date) if came is not None and last is not None else came
    words = [f"{len(said)} 次审核"] if said else []
    words += [f"指出偏差 {sum(review.deviations for review in said)} 处"] if said else []
    words += [f"提出意见 {sum(review.opinions for review in said)} 条"] if said else []
    words += ["最近一次退回修改"] if last is not None and accepted is None else []
    return stage_of(desk, f"{paper}_review", since, None, accepted, words="，".join(words))


def _continued(desk: Desk, one: Inspection) -> Iterator[Stage]:
    owed = continued_report(desk.ledger, desk.calendar, one, desk.as_of)
    if owed is not None:
        yield stage_of(desk, "continued_report", owed.start, owed.due, None)


def _evaluation(desk: Desk, one: Inspection) -> Iterator[Stage]:
    accepted = first_accepted(one, "report", desk.as_of)
    start = accepted.review.date if accepted is not None else None
    due = deadline(desk.ledger, desk.calendar, "evaluation", start) if start is not None else None
    done = one.evaluation.date if one.evaluation is not None else None
    grade = grade_of(desk.ledger, one.evaluation) if one.evaluation is not None else None
    yield stage_of(desk, "evaluation", start, due, done, words=_graded(desk, grade))


def _graded(desk: Desk, grade: Grade | None) -> str:
    return f"{desk.words.code(grade.name, 'grade')}，{grade.total} 分" if grade is not None else ""


def _answered(desk: Desk, one: Inspection) -> Iterator[str]:
    """Yield what citizens answered to the notice, in the months that have ended."""
    told = [month for month in one.responses if month_end(month.month) <= desk.as_of]
    if told:
        received = sum(month.received for month in told)
        answered, upheld = sum(month.answered or 0 for month in told), sum(month.upheld or 0 for month in told)
        yield f"公众反映 {received} 条，已答复 {answered} 条，属实 {upheld} 条"


def _publication(desk: Desk, one: Inspection) -> Iterator[Stage]:
    evaluated = one.evaluation is not None and one.evaluation.date <= desk.as_of
    start = one.evaluation.date if one.evaluation is not None and evaluated else None
    party = one.publication.party if one.publication is not None else None
    yield stage_of(desk, "party", start, None, party.published if party is not None else None)
    stands = [entry for _, entry in standing(one, desk.as_of) if entry.published is not None]
    until = stands[-1].until if stands else None
    said = [f"公示至 {until}"] if until is not None else []
    words = "；".join([*said, *_answered(desk, one)])
    yield stage_of(desk, "society", start, None, stands[-1].published if stands else None, words=words)
