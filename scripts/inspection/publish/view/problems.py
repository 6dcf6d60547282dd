"""Problems whose gate is open, filled field by field."""

from collections.abc import Iterator
from datetime import date

from inspection.derive.lifecycle import Life
from inspection.derive.lives import Lives
from inspection.derive.status import Status
from inspection.model.problems import Action, Item, Problem
from inspection.publish.view.gate import disclosed
from inspection.publish.view.shapes import PublicItem, PublicMove, PublicProblem

TOLD = frozenset({Action.AGREE, Action.CLOSE, Action.SUSTAIN, Action.REOPEN})
REOPENED = "reopened"


def month(day: date) -> str:
    """Return a day's month, `YYYY-MM`."""
    return f"{day.year:04}-{day.month:02}"


def shown(lives: Lives, problem: Problem) -> PublicProblem | None:
    """Return what the public reads of a problem whose inspection's gate is open, or nothing.

    Nothing for a withheld problem, one without texts, one not found yet, and one withdrawn altogether.
    """
    if problem.public is None or not disclosed(problem) or problem.found > lives.as_of:
        return None
    status = lives.status(problem)
    if status is Status.WITHDRAWN:
        return None
    return PublicProblem(
        round=problem.round,
        unit=problem.unit,
        number=problem.public.number,
        title=problem.public.title,
        result=problem.public.result,
        category=problem.category,
        nature=problem.nature,
        status=status.value,
        overdue=lives.overdue(problem),
        items=tuple(_items(lives, problem)),
    )


def _items(lives: Lives, problem: Problem) -> Iterator[PublicItem]:
    standing = [(item, life) for item, life in lives.of_problem(problem) if life.status is not Status.WITHDRAWN]
    for number, (item, life) in enumerate(sorted(standing, key=lambda one: one[0].id), start=1):
        yield _item(number, item, life, lives.as_of)


def _item(number: int, item: Item, life: Life, as_of: date) -> PublicItem:
    return PublicItem(
        number=number,
        kind=item.kind,
        task=item.public.task if item.public is not None else "",
        status=_status(life),
        due=month(life.first_due),
        overdue=life.overdue_on(as_of),
        moves=tuple(_moves(life)),
    )


def _status(life: Life) -> str:
    if life.status is Status.SUBMITTED:
        return REOPENED if life.reopenings else Status.IN_PROGRESS.value
    return REOPENED if life.restarted and life.status is Status.IN_PROGRESS else life.status.value


def _moves(life: Life) -> Iterator[PublicMove]:
    for _, entry in life.moves:
        if entry.action in TOLD:
            yield PublicMove(month=month(entry.date), action=entry.action.value, by=entry.by, how=entry.how)
