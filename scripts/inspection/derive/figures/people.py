"""The talent pool on a day, and who served in the term."""

from collections.abc import Iterable

from inspection.derive.figures.leaves import Figure, codes_of, counted, grouped, summed
from inspection.derive.figures.scope import Scope
from inspection.derive.policies import policy_on
from inspection.model.rounds import Member, Round
from inspection.model.units import Person, PersonEntry

_POOLS = {"leaders": "leader", "members": "member", "specialists": "specialist", "auditors": "auditor"}

Service = tuple[Round, str, Member]
"""A member's place in a group of a round, and the place's id."""


def people(scope: Scope) -> Figure:
    """Return who is in the pool on the day, and who served.

    In the pool: from an `admit`, or from the policy's number of finished rounds (counted since the last `leave`, by
    the policy of the announcement of the round that completes them), until a `leave`. Who came in by rounds is in the
    leader pool if ever leader or deputy, else in the members'. `attached`: on a posting on the day. `eliminated`: left
    for that reason in the term. `person_times`: places in the groups of the term's rounds entered by the day.
    `discipline_served`: distinct people of the discipline system among them; `discipline_total`: cadres as last
    established by the day, None where nothing was.
    """
    services = _by_person(_services(scope.ledger.rounds.values()))
    pools = [(person.id, _pool(scope, person, services.get(person.id, []))) for person in scope.ledger.people.values()]
    served = [one for one in _services(scope.rounds) if scope.counts(one[0].onsite.from_)]
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


def _services(rounds: Iterable[Round]) -> list[Service]:
    return [
        (round_, f"{round_.id}/{group.id}/{member.person}", member)
        for round_ in rounds
        for group in round_.groups
        for member in group.members
    ]


def _by_person(services: Iterable[Service]) -> dict[str, list[Service]]:
    found: dict[str, list[Service]] = {}
    for service in services:
        found.setdefault(service[2].person, []).append(service)
    return found


def _log(scope: Scope, person: Person) -> list[PersonEntry]:
    return sorted((entry for entry in person.log if scope.counts(entry.date)), key=lambda entry: entry.date)


def _pool(scope: Scope, person: Person, services: list[Service]) -> str | None:
    moves = [entry for entry in _log(scope, person) if entry.action in ("admit", "leave")]
    if moves and moves[-1].action == "admit":
        return moves[-1].pool
    since = moves[-1].date if moves else None
    finished = [
        one for one in services if scope.passed(one[0].onsite.to) and (since is None or one[0].onsite.to > since)
    ]
    rounds = sorted({round_.id: round_ for round_, _, _ in finished}.values(), key=lambda round_: round_.onsite.to)
    if not any(count >= _needed(scope, round_) for count, round_ in enumerate(rounds, start=1)):
        return None
    return "leader" if any(member.role in ("leader", "deputy") for _, _, member in finished) else "member"


def _needed(scope: Scope, round_: Round) -> int:
    return policy_on(scope.ledger, round_.announced or round_.onsite.from_).pool.admit_after_rounds


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
