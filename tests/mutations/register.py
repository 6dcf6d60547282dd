"""REF and COV: records that name one another, and the register of units."""

from datetime import timedelta

from tests.mutations.fresh import problem_alone
from tests.mutations.town import Changes, Json, Town, first

TOWNS = ("township", "subdistrict")


def follows_nothing(town: Town) -> Changes:
    problem = first(one for one in town.ledger.problems.values() if one.follows is None and not one.acknowledged)
    return {problem.path: town.data(problem) | {"follows": f"{problem.round}-9999"}}


def problem_of_a_unit_not_inspected(town: Town) -> Changes:
    round_ = first(one for one in town.ledger.rounds.values() if one.onsite.to < town.today)
    visited = {unit for name, unit in town.ledger.inspections if name == round_.id}
    unit = first(one for one in town.ledger.units if one not in visited)
    return problem_alone(town, round_.id, unit)


def village_under_nothing(town: Town) -> Changes:
    data = town.data(first(one for one in town.ledger.units.values() if one.kind == "village"))
    lone = {key: value for key, value in data.items() if key not in ("parent", "code")}
    return {"units/lone-village.yaml": lone | {"joined": town.today.isoformat(), "in_base": False}}


def letter_number_twice(town: Town) -> Changes:
    one, other, *_ = (letter for letter in town.ledger.letters.values() if letter.number)
    return {other.path: town.data(other) | {"number": one.number}}


def found_before_the_unit_joined(town: Town) -> Changes:
    pairs = [(one.unit, one.category) for one in town.ledger.problems.values()]
    problem = first(one for one in town.ledger.problems.values() if pairs.count((one.unit, one.category)) == 1)
    joined = town.ledger.units[problem.unit].joined
    return {problem.path: town.data(problem) | {"found": (joined - timedelta(days=1)).isoformat()}}


def joined_the_base_without_a_reason(town: Town) -> Changes:
    unit = first(one for one in town.ledger.units.values() if one.base_reason)
    data = town.data(unit)
    del data["base_reason"]
    return {unit.path: data}


def look_back_called_regular(town: Town) -> Changes:
    """The units a round looked back at become units fully inspected a second time."""
    round_ = first(one for one in town.ledger.rounds.values() if one.kind == "look_back")
    units = [unit for name, unit in town.ledger.inspections if name == round_.id]
    earlier = {one for one in town.ledger.rounds.values() if one.kind == "regular"}
    again = first(unit for unit in units if any((one.id, unit) in town.ledger.inspections for one in earlier))
    inspection = town.ledger.inspections[round_.id, again]
    return {
        round_.path: town.data(round_) | {"kind": "regular"},
        inspection.path: town.data(inspection) | {"reach": "full"},
    }


def unit_left_out_of_the_plan(town: Town) -> Changes:
    """A unit still to come is struck from every plan."""
    inspected = {unit for _, unit in town.ledger.inspections}
    planned = {unit for plan in town.ledger.plans.values() for one in plan.rounds for unit in one.units}
    unit = first(one for one in sorted(planned - inspected) if town.ledger.units[one].in_base)
    return {plan.path: _without(town.data(plan), unit) for plan in town.ledger.plans.values()}


def _without(plan: Json, unit: str) -> Json:
    for one in plan["rounds"]:
        one["units"] = [name for name in one["units"] if name != unit]
    return plan
