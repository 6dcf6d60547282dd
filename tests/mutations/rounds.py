"""RND: a round, its preparation and what follows it."""

from datetime import timedelta

from tests.mutations.town import Changes, Json, Town, first

from inspection.model.inspections import Inspection
from inspection.model.rounds import Round


def _over(town: Town) -> Round:
    """Return a round that is over and reported, prepared as it should be."""
    return first(one for one in town.ledger.rounds.values() if one.reported and one.reported < town.today)


def visit_that_ends_before_it_begins(town: Town) -> Changes:
    visit = first(town.ledger.visits.values())
    return {visit.path: town.data(visit) | {"from": (visit.to + timedelta(days=1)).isoformat()}}


def no_board_announcement(town: Town) -> Changes:
    round_, data = _over(town), town.data(_over(town))
    data["announcements"] = [one for one in data["announcements"] if one["channel"] != "public_place"]
    return {round_.path: data}


def no_dispatch_meeting(town: Town) -> Changes:
    round_, data = _over(town), town.data(_over(town))
    data["meetings"] = [one for one in data["meetings"] if one["kind"] != "dispatch"]
    return {round_.path: data}


def integrated_in_a_large_town(town: Town) -> Changes:
    parents = [unit.parent for unit in town.ledger.units.values() if unit.parent is not None]
    most = town.context.policy.limits.integrated_communities
    large = {name for name in parents if parents.count(name) > most}
    inspection = first(
        one
        for one in town.ledger.inspections.values()
        if one.mode == "direct" and town.ledger.units[one.unit].parent in large
    )
    return {inspection.path: town.data(inspection) | {"mode": "integrated"}}


def unit_in_two_groups(town: Town) -> Changes:
    """A unit is given to a second group, which has no bond with it."""
    for round_ in town.ledger.rounds.values():
        for place, group in enumerate(round_.groups):
            for unit in round_.groups[place - 1].units if place else ():
                bound = {unit, town.ledger.units[unit].parent}
                homes: set[str | None] = {one.home for one in group.members}
                homes |= {town.ledger.units[one.home].parent for one in group.members}
                recused = {name for one in group.members if one.recusal for name in one.recusal.from_units}
                if not homes & bound and unit not in recused:
                    data = town.data(round_)
                    data["groups"][place]["units"].append(unit)
                    return {round_.path: data}
    return first(())


def audit_without_its_list(town: Town) -> Changes:
    inspection = first(one for one in town.ledger.inspections.values() if one.audit == "none" and _entered(town, one))
    return {inspection.path: town.data(inspection) | {"audit": "audit_first"}}


def _entered(town: Town, inspection: Inspection) -> bool:
    return town.ledger.rounds[inspection.round].onsite.from_ < town.today


def plan_without_focus(town: Town) -> Changes:
    round_, data = _over(town), town.data(_over(town))
    del data["plan"]["focus"]
    return {round_.path: data}


def overlong_stay(town: Town) -> Changes:
    """One unit's stay is drawn out beyond the limit of a round of its kind."""
    limits = town.context.policy.limits.onsite
    quick = {(at.problem.round, at.problem.unit) for at in town.items() if at.item.kind == "immediate"}
    inspection = first(
        one
        for one in town.ledger.inspections.values()
        if one.onsite and (one.round, one.unit) not in quick and town.ledger.rounds[one.round].kind in limits
    )
    data: Json = town.data(inspection)
    days = int(limits[town.ledger.rounds[inspection.round].kind].removesuffix("d")) + 1
    assert inspection.onsite is not None
    data["onsite"]["to"] = (inspection.onsite.from_ + timedelta(days=days)).isoformat()
    return {inspection.path: data}


def no_discipline_briefing(town: Town) -> Changes:
    round_, data = _over(town), town.data(_over(town))
    data["briefings"] = [one for one in data["briefings"] if one["from"] != "discipline"]
    return {round_.path: data}


def findings_not_used_afterwards(town: Town) -> Changes:
    round_ = first(one for one in town.ledger.rounds.values() if one.after and one.after.used)
    data = town.data(round_)
    del data["after"]["used"]
    return {round_.path: data}


def matters_not_answered(town: Town) -> Changes:
    round_ = first(one for one in town.ledger.rounds.values() if any(month.received for month in one.matters))
    data = town.data(round_)
    month = first(one for one in data["matters"] if one["received"])
    month["answered"] = month["received"] - 1
    return {round_.path: data}
