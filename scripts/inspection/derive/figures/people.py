"""The talent pool on a day, and who served in the term."""

from inspection.derive.figures.leaves import Figure, codes_of, counted, grouped, summed
from inspection.derive.figures.scope import Scope
from inspection.derive.pool import by_person, pool_on, services
from inspection.model.units import Person, PersonEntry

_POOLS = {"leaders": "leader", "members": "member", "specialists": "specialist", "auditors": "auditor"}


def people(scope: Scope) -> Figure:
    """Return who is in the pool on the day, and who served.

    In the pool: see `inspection.derive.pool`. `attached`: on a posting on the day. `eliminated`: left
    for that reason in the term. `person_times`: places in the groups of the term's rounds entered by the day.
    `discipline_served`: distinct people of the discipline system among them; `discipline_total`: cadres as last
    established by the day, None where nothing was.
    """
    all_services = by_person(services(scope.ledger.rounds.values()))
    pools = [
        (person.id, pool_on(scope.ledger, person, all_services.get(person.id, ()), scope.as_of))
        for person in scope.ledger.people.values()
    ]
    served = [one for one in services(scope.rounds) if scope.takes(one.round.onsite)]
    system = {person.id: person.system for person in scope.ledger.people.values()}
    times = grouped(((system.get(member.person), place) for _, place, member in served), codes_of(Person, "system"))
    cadres = (member.person for _, _, member in served if system.get(member.person) == "discipline")
    return {
        **{key: counted(person for person, pool_ in pools if pool_ == pool) for key, pool in _POOLS.items()},
        "attached": counted(person.id for person in scope.ledger.people.values() if _attached(scope, person)),
        "eliminated": counted(person.id for person in scope.ledger.people.values() if _eliminated(scope, person)),
        "person_times": counted(place for _, place, _ in served),
        "person_times_by_system": times,
        "discipline_served": counted(cadres),
        "discipline_total": _established(scope),
    }


def _log(scope: Scope, person: Person) -> list[PersonEntry]:
    return sorted((entry for entry in person.log if scope.counts(entry.date)), key=lambda entry: entry.date)


def _attached(scope: Scope, person: Person) -> bool:
    postings = [entry for entry in _log(scope, person) if entry.action == "attach"]
    return any(entry.until is None or scope.as_of <= entry.until for entry in postings)


def _eliminated(scope: Scope, person: Person) -> bool:
    return any(
        entry.action == "leave" and entry.reason == "eliminated" and scope.in_term(entry.date) for entry in person.log
    )


def _established(scope: Scope) -> Figure:
    district = scope.ledger.district
    known = [one for one in district.establishment if scope.counts(one.date)] if district is not None else []
    if not known:
        return None
    return summed([("district", max(known, key=lambda one: one.date).discipline_cadres)])
