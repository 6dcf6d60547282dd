"""Who is in the talent pool on a day, and who served where."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from inspection.derive.visited import policy_of
from inspection.model.ledger import Ledger
from inspection.model.rounds import Member, Round
from inspection.model.units import Person


class Service(NamedTuple):
    """A member's place in a group of a round.

    Attributes:
        round: The round.
        place: What the place is named by: `R13-05/G1/T-0042`.
        member: The member.
    """

    round: Round
    place: str
    member: Member


def services(rounds: Iterable[Round]) -> list[Service]:
    """Return every place in the groups of some rounds, in their order."""
    return [
        Service(round_, f"{round_.id}/{group.id}/{member.person}", member)
        for round_ in rounds
        for group in round_.groups
        for member in group.members
    ]


def by_person(served: Iterable[Service]) -> dict[str, list[Service]]:
    """Return the services by the person who did them."""
    found: dict[str, list[Service]] = {}
    for service in served:
        found.setdefault(service.member.person, []).append(service)
    return found


def pool_on(ledger: Ledger, person: Person, served: Iterable[Service], day: date) -> str | None:
    """Return the pool somebody is in on a day, or nothing.

    In the pool: from an `admit`, or from the policy's number of finished rounds (counted since the last `leave`, by
    the policy of the announcement of the round that completes them), until a `leave`. Who came in by rounds is in the
    leader pool if ever leader or deputy, else in the members'.

    Args:
        ledger: Holds the policies.
        person: Whose log is read.
        served: All services of that person; a round counts once its last day on site has passed.
        day: The day; what is dated on it counts.
    """
    moves = [entry for entry in person.log if entry.action in ("admit", "leave") and entry.date <= day]
    last = max(reversed(moves), key=lambda entry: entry.date, default=None)
    if last is not None and last.action == "admit":
        return last.pool
    finished = [
        one for one in served if one.round.onsite.to < day and (last is None or one.round.onsite.to > last.date)
    ]
    rounds = sorted({one.round.id: one.round for one in finished}.values(), key=lambda round_: round_.onsite.to)
    needed = (policy_of(ledger, round_).pool.admit_after_rounds for round_ in rounds)
    if not any(count >= enough for count, enough in enumerate(needed, start=1)):
        return None
    return "leader" if any(one.member.role in ("leader", "deputy") for one in finished) else "member"
