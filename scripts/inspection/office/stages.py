"""Where each inspection stands: the 2-3-1 matrix, the three reviews, the evaluation and the publication.

Each stage says whether it is done and on which day, or since when it is owed and by when.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
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
        *_evaluation(desk, inspection),
        *_publication(desk, inspection),
    ]
    return Standing(inspection, tuple(stages))


def _stage(desk: Desk, kind: str, start: date | None, due: Due | None, done: date | None, words: str = "") -> Stage:
    came = done if done is not None and done <= desk.as_of else None
    days = (due.day - desk.as_of).days if due is not None and came is None else None
    return Stage(kind, start, due, came, days, words=words)


def _feedback(desk: Desk, one: Inspection) -> Iterator[Stage]:
    round_ = desk.ledger.rounds.get(one.round)
    onsite = one.onsite or (round_.onsite if round_ is not None else None)
    left = onsite.to if onsite is not None and onsite.to <= desk.as_of else None
    yield _stage(desk, "feedback", left, None, one.feedback.date if one.feedback is not None else None)
    roles = known_roles(desk.ledger, one.unit)
    owed = list(signatures_owed(desk.ledger, desk.calendar, one, roles, desk.as_of))
    for each in owed:
        stage = _stage(desk, each.step, each.start, each.due, each.done)
        yield stage._replace(body=roles.who(each.body), called=desk.words.body(each.body, roles))
    if not owed:
        yield from (_stage(desk, step, None, None, None) for step in STEPS)


def _papers(desk: Desk, one: Inspection) -> Iterator[Stage]:
    if one.feedback is None or one.feedback.date > desk.as_of:
        asked = duties_of(desk.ledger, one, desk.as_of).papers
        yield from (_stage(desk, name, None, None, None) for name in asked)
    for paper in papers_owed(desk.ledger, desk.calendar, one, desk.as_of):
        yield _stage(desk, paper.name, paper.start, paper.due, paper.done)
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
    return _stage(desk, f"{paper}_review", since, None, accepted, words="，".join(words))


def _continued(desk: Desk, one: Inspection) -> Iterator[Stage]:
    owed = continued_report(desk.ledger, desk.calendar, one, desk.as_of)
    if owed is not None:
        yield _stage(desk, "continued_report", owed.start, owed.due, None)


def _evaluation(desk: Desk, one: Inspection) -> Iterator[Stage]:
    accepted = first_accepted(one, "report", desk.as_of)
    start = accepted.review.date if accepted is not None else None
    due = deadline(desk.ledger, desk.calendar, "evaluation", start) if start is not None else None
    done = one.evaluation.date if one.evaluation is not None else None
    grade = grade_of(desk.ledger, one.evaluation) if one.evaluation is not None else None
    yield _stage(desk, "evaluation", start, due, done, words=_graded(desk, grade))


def _graded(desk: Desk, grade: Grade | None) -> str:
    return f"{desk.words.code(grade.name, 'grade')}，{grade.total} 分" if grade is not None else ""


def _publication(desk: Desk, one: Inspection) -> Iterator[Stage]:
    evaluated = one.evaluation is not None and one.evaluation.date <= desk.as_of
    start = one.evaluation.date if one.evaluation is not None and evaluated else None
    party = one.publication.party if one.publication is not None else None
    yield _stage(desk, "party", start, None, party.published if party is not None else None)
    stands = [entry for _, entry in standing(one, desk.as_of) if entry.published is not None]
    until = stands[-1].until if stands else None
    words = f"公示至 {until}" if until is not None else ""
    yield _stage(desk, "society", start, None, stands[-1].published if stands else None, words=words)
