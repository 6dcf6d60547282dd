"""Common problems (共性问题), and the self-checks of the units they were sent to."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from inspection.derive.clocks import deadline
from inspection.derive.figures.coverage import base_of
from inspection.derive.figures.leaves import Figure, counted, summed
from inspection.derive.figures.scope import Scope, term_of
from inspection.model.district import Term
from inspection.model.matters import CommonProblem, SelfCheck


class Submitted(NamedTuple):
    """A self-check submitted by the day: `C13-03/gushan-community`."""

    id: str
    check: SelfCheck
    day: date

    @property
    def place(self) -> tuple[int, str]:
        """The term of the common problem, and the unit."""
        return term_of(self.check.common), self.check.unit


def common(scope: Scope) -> Figure:
    """Return the common problems of the term issued by the day, and their self-checks.

    `batches`: the distinct latest rounds in which their problems were found, each common problem counting in its latest
    one. `addressed`: units asked, once for each common problem; where it names none, every unit of the base on the day
    of issue. `submitted`: self-checks handed in by the day, and the counts after it are of these. `completed`: all
    found are rectified and the last review accepted. `late`: of those addressed, submitted after the policy's period,
    or the period has passed and nothing came.
    `before_inspection`: submitted before the inspectors entered the unit in this term, if they have at all.
    """
    handed_in = list(_handed_in(scope))
    entries = _entries(scope)
    issued = [one for one in scope.commons if scope.counts(one.issued)]
    asked = [(one, unit) for one in issued for unit in _addressees(scope, one)]
    return {
        "total": counted(one.id for one in issued),
        "batches": counted(round_ for one in issued if (round_ := _latest_round(scope, one)) is not None),
        "addressed": counted(f"{one.id}/{unit}" for one, unit in asked),
        "submitted": counted(one.id for one in handed_in),
        "completed": counted(one.id for one in handed_in if _completed(scope, one.check)),
        "late": counted(f"{one.id}/{unit}" for one, unit in asked if _late(scope, one, unit)),
        "found": summed((one.id, one.check.found) for one in handed_in),
        "measures": summed((one.id, one.check.measures) for one in handed_in),
        "institutions": summed((one.id, one.check.institutions) for one in handed_in),
        "cases": summed((one.id, one.check.cases.pieces) for one in handed_in if one.check.cases),
        "persons": summed((one.id, one.check.cases.persons) for one in handed_in if one.check.cases),
        "before_inspection": counted(one.id for one in handed_in if one.day < entries.get(one.place, date.max)),
    }


def _handed_in(scope: Scope) -> Iterator[Submitted]:
    known = {one.id for one in scope.commons}
    for check in scope.ledger.self_checks.values():
        if check.common in known and check.submitted is not None and scope.counts(check.submitted):
            yield Submitted(f"{check.common}/{check.unit}", check, check.submitted)


def _addressees(scope: Scope, common_: CommonProblem) -> tuple[str, ...]:
    return common_.addressees or tuple(unit.id for unit in base_of(scope.ledger, _term(scope, common_), common_.issued))


def _term(scope: Scope, common_: CommonProblem) -> Term | None:
    terms = scope.ledger.district.terms if scope.ledger.district is not None else ()
    return next((one for one in terms if one.number == term_of(common_.id)), None)


def _latest_round(scope: Scope, common_: CommonProblem) -> str | None:
    """Return the round with the latest last day on site (then by id) among those that found one of its problems."""
    ids = {one.round for one in scope.problems if one.common == common_.id}
    ends = ((round_.onsite.to, round_.id) for round_ in scope.rounds if round_.id in ids)
    return max(ends, default=(date.min, None))[1]


def _completed(scope: Scope, check: SelfCheck) -> bool:
    reviews = [review for review in check.reviews if scope.counts(review.date)]
    progress = [one for one in check.progress if scope.counts(one.date)]
    rectified = max(progress, key=lambda one: one.date).rectified if progress else 0
    accepted = bool(reviews) and max(reviews, key=lambda review: review.date).decision == "accept"
    return accepted and rectified >= (check.found or 0)


def _late(scope: Scope, common_: CommonProblem, unit: str) -> bool:
    due = deadline(scope.ledger, scope.calendar, "self_check", common_.issued).day
    check = scope.ledger.self_checks.get((common_.id, unit))
    submitted = check.submitted if check is not None else None
    return submitted > due if submitted is not None and scope.counts(submitted) else scope.passed(due)


def _entries(scope: Scope) -> dict[tuple[int, str], date]:
    """Return the first day on site by term and unit, for the units the rounds reach."""
    first: dict[tuple[int, str], date] = {}
    for inspection in scope.inspections:
        span = scope.onsite(inspection)
        if span is not None:
            place = term_of(inspection.round), inspection.unit
            first[place] = min(first.get(place, date.max), span.from_)
    return first
