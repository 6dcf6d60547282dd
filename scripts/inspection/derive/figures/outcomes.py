"""What came of it: clues, money, institutions, accountability, satisfaction."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from inspection.derive.figures.leaves import Figure, Mean, Share, Yuan, codes_of, counted, in_order, summed
from inspection.derive.figures.problems import item_id
from inspection.derive.figures.rounds import name
from inspection.derive.figures.scope import Scope
from inspection.model.inspections import Evaluation, Inspection
from inspection.model.problems import Money, Outcome
from inspection.model.rounds import ClueResult, Clues


class Transfer(NamedTuple):
    """One transfer of clues: the latest result that counts, and before a period the one it goes on from."""

    id: str
    clues: Clues
    result: ClueResult | None
    before: ClueResult | None = None

    def reached(self, count: Callable[[ClueResult], int]) -> int | None:
        """Return how far the transfer has come, or came within the period: results are cumulative."""
        if self.result is None:
            return None
        return count(self.result) - (count(self.before) if self.before is not None else 0)


def clues(scope: Scope) -> Figure:
    """Return the clues transferred by the day and how far they have come, and the same by level.

    Counts only, from each transfer's latest result on or before the day; of a period, what its results add to the
    latest before it. They are never added to problems.
    """
    transfers = list(_transfers(scope))
    levels = in_order({one.clues.level for one in transfers}, codes_of(Clues, "level"))
    by_level: Figure = {
        level: _reached(scope, [one for one in transfers if one.clues.level == level]) for level in levels
    }
    return {**_reached(scope, transfers), "by_level": by_level}


def _transfers(scope: Scope) -> Iterator[Transfer]:
    for round_ in scope.rounds:
        for place, one in enumerate(round_.clues):
            result = _last(one, scope.counts)
            if scope.counts(one.transferred) or (scope.since is not None and result is not None):
                yield Transfer(f"{round_.id}/clues/{place}", one, result, _last(one, scope.precedes))


def _last(clues_: Clues, wanted: Callable[[date], bool]) -> ClueResult | None:
    results = sorted((one for one in clues_.results if wanted(one.date)), key=lambda result: result.date)
    return results[-1] if results else None


_RESULTS: dict[str, Callable[[ClueResult], int]] = {
    "filed_pieces": lambda result: result.filed.pieces,
    "filed_persons": lambda result: result.filed.persons,
    "handled": lambda result: result.handled,
    "sanctioned": lambda result: result.sanctioned,
    "judicial": lambda result: result.judicial,
}


def _reached(scope: Scope, transfers: list[Transfer]) -> dict[str, Figure]:
    handed_over = [one for one in transfers if scope.counts(one.clues.transferred)]
    return {
        "pieces": summed((one.id, one.clues.pieces) for one in handed_over),
        "persons": summed((one.id, one.clues.persons) for one in handed_over),
        **{key: summed((one.id, one.reached(count)) for one in transfers) for key, count in _RESULTS.items()},
    }


def money(scope: Scope) -> Figure:
    """Return the yuan recovered, refunded and saved, by the days of their own entries, whatever the item's status."""
    rows = [(item, one) for item, outcome in _outcomes(scope) for one in outcome.money if scope.counts(one.date)]
    return {
        kind: Yuan(tuple((item, one.yuan) for item, one in rows if one.kind == kind))
        for kind in codes_of(Money, "kind")
    }


def institutions(scope: Scope) -> Figure:
    """Return the institutions units made and revised; those of self-checks are counted with them, not here."""
    rows = [
        (f"{item}/outcome/institutions/{place}", one)
        for item, outcome in _outcomes(scope)
        for place, one in enumerate(outcome.institutions)
        if scope.counts(one.date)
    ]
    return {
        "new": counted(record for record, one in rows if one.new),
        "revised": counted(record for record, one in rows if not one.new),
    }


def accountable(scope: Scope) -> Figure:
    """Return the organizations and persons held accountable."""
    rows = [(item, one) for item, outcome in _outcomes(scope) for one in outcome.accountable if scope.counts(one.date)]
    return {
        "organizations": summed((item, one.organizations) for item, one in rows),
        "persons": summed((item, one.persons) for item, one in rows),
    }


def _outcomes(scope: Scope) -> Iterator[tuple[str, Outcome]]:
    for problem in scope.problems:
        for item in problem.items:
            if item.outcome is not None:
                yield item_id(problem, item.id), item.outcome


def satisfaction(scope: Scope) -> Figure:
    """Return how content the people asked are: each unit's latest evaluation on or before the day.

    `mean`: the unweighted mean of the units' sums of indicator scores, 0 to 100; `units`: how many units it is the mean
    of. `rate`: `satisfied` (satisfied and basically satisfied) of the `valid` ballots (returned, less blank and
    unknown), pooled over the units. What the public may see needs the policy's `mean_units`; this is the office's.
    """
    latest = _latest(scope)
    scored = [(record, one) for record, one in latest if one.indicators]
    ballots = [(record, one.ballots) for record, one in latest if one.ballots is not None]
    content = summed((record, one.satisfied + one.basically) for record, one in ballots)
    valid = summed((record, one.returned - one.blank - one.unknown) for record, one in ballots)
    sums = tuple((record, sum((part.score for part in one.indicators), Decimal())) for record, one in scored)
    return {
        "units": counted(record for record, _ in scored),
        "mean": Mean(sums),
        "satisfied": content,
        "valid": valid,
        "rate": Share(content, valid),
    }


def _latest(scope: Scope) -> list[tuple[str, Evaluation]]:
    latest: dict[str, tuple[Inspection, Evaluation]] = {}
    for one in scope.inspections:
        if one.evaluation is not None and scope.counts(one.evaluation.date):
            known = latest.get(one.unit)
            if known is None or known[1].date <= one.evaluation.date:
                latest[one.unit] = one, one.evaluation
    return [(name(inspection), evaluation) for inspection, evaluation in latest.values()]
