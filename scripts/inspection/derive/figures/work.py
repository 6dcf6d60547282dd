"""What the inspectors did and what people told them: counts from rounds and inspections."""

from collections.abc import Iterator

from inspection.derive.figures.leaves import Figure, Summed, codes_of, counted, in_order, summed
from inspection.derive.figures.rounds import name
from inspection.derive.figures.scope import Scope
from inspection.model.record import Activity
from inspection.model.rounds import Output, Training
from inspection.workdays import month_end

COUNTS = ("households", "of", "person_times", "issued", "returned", "documents")
"""What an activity counts, in the order it is shown."""


def opinions(scope: Scope) -> Figure:
    """Return the opinions in the signed feedback papers given by the day."""
    given = ((one, one.feedback) for one in scope.inspections if one.feedback is not None)
    return summed(
        (name(one), said.paper.opinions) for one, said in given if said.paper is not None and scope.counts(said.date)
    )


def outputs(scope: Scope) -> Figure:
    """Return what rounds brought about beyond their problems, quantities by kind."""
    rows = [(round_.id, one) for round_ in scope.rounds for one in round_.outputs if scope.counts(one.date)]
    kinds = in_order({one.kind for _, one in rows}, codes_of(Output, "kind"))
    return {kind: summed((round_, one.quantity) for round_, one in rows if one.kind == kind) for kind in kinds}


def matters(scope: Scope) -> Figure:
    """Return what people raised and what was answered, of the months that have ended by the day."""
    rows = [(round_.id, one) for round_ in scope.rounds for one in round_.matters if scope.counts(month_end(one.month))]
    return {
        "received": summed((round_, one.received) for round_, one in rows),
        "answered": summed((round_, one.answered) for round_, one in rows),
    }


def activities(scope: Scope) -> Figure:
    """Return, by kind of activity, the sum of each count it records; those of rounds and of inspections are added."""
    rows = [(record, one) for record, one in _activities(scope) if scope.counts(one.date)]
    kinds = in_order({one.kind for _, one in rows}, codes_of(Activity, "kind"))
    return {kind: _counts([(record, one) for record, one in rows if one.kind == kind]) for kind in kinds}


def _activities(scope: Scope) -> Iterator[tuple[str, Activity]]:
    yield from ((round_.id, one) for round_ in scope.rounds for one in round_.activities)
    yield from ((name(inspection), one) for inspection in scope.inspections for one in inspection.activities)


def _counts(rows: list[tuple[str, Activity]]) -> Figure:
    sums: dict[str, Summed] = {key: summed((record, getattr(one, key)) for record, one in rows) for key in COUNTS}
    return {key: value for key, value in sums.items() if value.parts}


def announcements(scope: Scope) -> Figure:
    """Return the sheets put up to announce rounds."""
    return {
        "sheets": summed(
            (round_.id, one.sheets) for round_ in scope.rounds for one in round_.announcements if scope.counts(one.date)
        )
    }


def briefings(scope: Scope) -> Figure:
    """Return how often other bodies briefed the inspectors, and with how many documents."""
    rows = [
        (round_.id, place, one)
        for round_ in scope.rounds
        for place, one in enumerate(round_.briefings)
        if scope.counts(one.date)
    ]
    return {
        "batches": counted(f"{round_}/briefings/{place}" for round_, place, _ in rows),
        "documents": summed((round_, one.documents) for round_, _, one in rows),
    }


def training(scope: Scope) -> Figure:
    """Return the lessons, the lecturers summed over them, and the person-times by level."""
    rows = [
        (round_.id, place, one)
        for round_ in scope.rounds
        for place, one in enumerate(round_.training)
        if scope.counts(one.date)
    ]
    levels = in_order({one.level for _, _, one in rows}, codes_of(Training, "level"))
    return {
        "lessons": counted(f"{round_}/training/{place}" for round_, place, _ in rows),
        "lecturers": summed((round_, one.lecturers) for round_, _, one in rows),
        "person_times": {
            level: summed((round_, one.person_times) for round_, _, one in rows if one.level == level)
            for level in levels
        },
    }
