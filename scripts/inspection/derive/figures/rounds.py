"""Rounds and their groups, modes of inspection, extension, and checklists in force."""

from collections.abc import Iterable

from inspection.derive.figures.coverage import KINDS
from inspection.derive.figures.leaves import Figure, codes_of, counted, grouped, in_order, summed
from inspection.derive.figures.scope import Scope
from inspection.model.inspections import Inspection
from inspection.model.rounds import Round


def rounds(scope: Scope) -> Figure:
    """Return the rounds whose first day on site has come (of a period: whose last lies in it), and their groups."""
    entered = [round_ for round_ in scope.rounds if scope.takes(round_.onsite)]
    return {
        "total": counted(round_.id for round_ in entered),
        "by_kind": grouped(((round_.kind, round_.id) for round_ in entered), codes_of(Round, "kind")),
        "groups": counted(f"{round_.id}/{group.id}" for round_ in entered for group in round_.groups),
    }


def modes(scope: Scope) -> Figure:
    """Return, by mode, the inspections entered by the day and the distinct units above the inspected ones."""
    by_mode: dict[str, list[Inspection]] = {}
    for inspection in _entered(scope):
        if inspection.mode is not None:
            by_mode.setdefault(inspection.mode, []).append(inspection)
    return {mode: _mode(scope, by_mode[mode]) for mode in in_order(by_mode, codes_of(Inspection, "mode"))}


def _mode(scope: Scope, inspections: Iterable[Inspection]) -> Figure:
    inspected = list(inspections)
    above = [scope.ledger.units[one.unit].parent for one in inspected if one.unit in scope.ledger.units]
    return {
        "inspections": counted(name(one) for one in inspected),
        "parents": counted(parent for parent in above if parent is not None),
    }


def extended(scope: Scope) -> Figure:
    """Return what was reached by extension (延伸巡察).

    Distinct units, by kind; the distinct bodies they were reached from; and the problems found there by the day, in
    feedback or not.
    """
    reached = [inspection for inspection in _entered(scope) if inspection.reach == "extended"]
    found = (one for one in scope.problems if scope.counts(one.found))
    return {
        "units": counted(inspection.unit for inspection in reached),
        "by_kind": grouped(((scope.unit_kind(one.unit), one.unit) for one in reached), KINDS),
        "bodies": counted(one.extended_from for one in reached if one.extended_from is not None),
        "problems": counted(one.id for one in found if _extended(scope.ledger.inspection_of(one))),
    }


def checklists(scope: Scope) -> Figure:
    """Return the aspects and items of each checklist in force: effective by the day and not replaced by then."""
    effective = [one for one in scope.ledger.checklists.values() if scope.counts(one.effective)]
    replaced = {one.replaces for one in effective}
    return {
        one.id: {
            "aspects": summed([(one.id, len(one.aspects))]),
            "items": summed((one.id, len(aspect.items)) for aspect in one.aspects),
        }
        for one in effective
        if one.id not in replaced
    }


def name(inspection: Inspection) -> str:
    """Return how an inspection is named: `R13-05/gushan-community`."""
    return f"{inspection.round}/{inspection.unit}"


def _extended(inspection: Inspection | None) -> bool:
    return inspection is not None and inspection.reach == "extended"


def _entered(scope: Scope) -> Iterable[Inspection]:
    return (inspection for inspection in scope.inspections if scope.entered(inspection))
