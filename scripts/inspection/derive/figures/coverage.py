"""The register, and how much of the coverage base was inspected."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import get_args

from inspection.derive.figures.leaves import Counted, Figure, Share, codes_of, counted, grouped
from inspection.derive.figures.scope import Scope
from inspection.model.district import Term
from inspection.model.inspections import Inspection
from inspection.model.ledger import Ledger
from inspection.model.units import Unit, UnitKind
from inspection.workdays import month_end

KINDS: tuple[str, ...] = get_args(UnitKind)


def units(scope: Scope) -> Figure:
    """Return the units in the register that day, by kind, class and type, and the distinct units above them."""
    register = [unit for unit in scope.ledger.units.values() if unit.registered(scope.as_of)]
    return {
        "total": counted(unit.id for unit in register),
        "by_kind": grouped(((unit.kind, unit.id) for unit in register), KINDS),
        "by_class": grouped(((unit.class_, unit.id) for unit in register), codes_of(Unit, "class_")),
        "by_type": grouped(((unit.type, unit.id) for unit in register), codes_of(Unit, "type")),
        "parents": counted(unit.parent for unit in register if unit.parent is not None),
    }


def base_of(ledger: Ledger, term: Term | None, day: date) -> tuple[Unit, ...]:
    """Return the units of a term's coverage base as it is known on a day.

    Those with `in_base` that had joined by the day: on or before the freezing of the base, or later with
    `base_reason`. A unit that left before the freezing was never in it; one that left afterwards stays, because the
    base is frozen.
    """
    if term is None:
        return ()
    return tuple(unit for unit in ledger.units.values() if unit.joined <= day and _in_base(unit, term))


def _in_base(unit: Unit, term: Term) -> bool:
    if not unit.in_base or (unit.left is not None and unit.left < term.base_frozen):
        return False
    return unit.joined <= term.base_frozen or bool(unit.base_reason)


def coverage(scope: Scope) -> Figure:
    """Return how many units of the base were inspected, and the same for each kind of unit in the base.

    Inspected: an inspection of reach `full`, in any kind of round but a look-back, whose last day on site lies in the
    term and has passed. A unit inspected twice counts once.
    """
    base = base_of(scope.ledger, scope.term, scope.as_of)
    inspected = frozenset(_inspected(scope))
    kinds = grouped(((unit.kind, unit.id) for unit in base), KINDS)
    by_kind: Figure = {kind: _covered(units_.ids, inspected) for kind, units_ in kinds.items()}
    return {**_covered([unit.id for unit in base], inspected), "by_kind": by_kind}


def _covered(base: Iterable[str], inspected: frozenset[str]) -> dict[str, Figure]:
    whole = counted(base)
    part = counted(unit for unit in whole.ids if unit in inspected)
    return {"inspected": part, "base": whole, "rate": Share(part, whole)}


def _inspected(scope: Scope) -> Iterator[str]:
    for inspection in scope.inspections:
        if _covers(scope, inspection) and _left_in_term(scope, inspection):
            yield inspection.unit


def _covers(scope: Scope, inspection: Inspection) -> bool:
    round_ = scope.ledger.rounds.get(inspection.round)
    return inspection.reach == "full" and not (round_ is not None and round_.kind == "look_back")


def _left_in_term(scope: Scope, inspection: Inspection) -> bool:
    span, term = scope.onsite(inspection), scope.term
    return span is not None and term is not None and term.began <= span.to <= term.ends and scope.passed(span.to)


def forecast(scope: Scope) -> Figure:
    """Return the coverage when everything planned is done.

    Planned: distinct units of the base that were inspected; or that a yearly plan of the term names for a quarter
    that is not over yet (plans carry no day and hold on every one); or that stand for a full inspection in a round
    announced or entered by the day. What the ledger already knows will not cover (a look-back, an inspection of
    another reach) is not planned. The rate is of the same base as `coverage`.
    """
    whole = counted(unit.id for unit in base_of(scope.ledger, scope.term, scope.as_of))
    planned = frozenset([*_inspected(scope), *_foreseen(scope), *_under_way(scope)])
    part: Counted = counted(unit for unit in whole.ids if unit in planned)
    return {"planned": part, "rate": Share(part, whole)}


def _foreseen(scope: Scope) -> Iterator[str]:
    if scope.term is None:
        return
    prefix = f"R{scope.term.number}-"
    for plan in scope.ledger.plans.values():
        for round_ in plan.rounds:
            if round_.id.startswith(prefix) and scope.as_of <= _quarter_end(plan.id, round_.quarter):
                yield from (unit for unit in round_.units if _may_cover(scope, round_.id, unit))


def _quarter_end(year: str, quarter: int) -> date:
    return month_end(f"{year}-{3 * quarter:02}")


def _may_cover(scope: Scope, round_id: str, unit: str) -> bool:
    round_, inspection = scope.ledger.rounds.get(round_id), scope.ledger.inspections.get((round_id, unit))
    if round_ is not None and round_.kind == "look_back":
        return False
    return inspection is None or inspection.reach == "full"


def _under_way(scope: Scope) -> Iterator[str]:
    for inspection in scope.inspections:
        round_ = scope.ledger.rounds.get(inspection.round)
        announced = round_ is not None and scope.counts(round_.announced)
        if _covers(scope, inspection) and (announced or scope.entered(inspection)):
            yield inspection.unit
