"""Which units a round visits, and the days on which its preparation is judged."""

from collections.abc import Mapping
from datetime import date

from inspection.derive.policies import policy_on
from inspection.model.inspections import Inspection
from inspection.model.ledger import Ledger
from inspection.model.policy import Policy
from inspection.model.rounds import Group, Round

GRASSROOTS = frozenset({"community", "village"})
"""Kinds of unit whose rounds the policy staffs."""

Visits = Mapping[str, Inspection | None]
"""The units of a round, each with its inspection where it is recorded."""


def opened(round_: Round) -> date:
    """Return the day a round was announced, else its first day on site."""
    return round_.announced or round_.onsite.from_


def policy_of(ledger: Ledger, round_: Round) -> Policy:
    """Return the policy a round is staffed by: that of its announcement.

    Raises:
        LookupError: The ledger has no policy that could be read.
    """
    return policy_on(ledger, opened(round_))


def visits_by_round(ledger: Ledger) -> dict[str, dict[str, Inspection | None]]:
    """Return, by round, the units it visits: those with an inspection and those a group is to go to.

    A unit that only answers for its villages (`reach: answering`) is not visited.
    """
    found: dict[str, dict[str, Inspection | None]] = {name: {} for name in ledger.rounds}
    for inspection in ledger.inspections.values():
        if inspection.reach != "answering" and inspection.round in found:
            found[inspection.round][inspection.unit] = inspection
    for round_ in ledger.rounds.values():
        for unit in (unit for group in round_.groups for unit in group.units):
            if (round_.id, unit) not in ledger.inspections:
                found[round_.id].setdefault(unit, None)
    return found


def entry(round_: Round, inspection: Inspection | None) -> date:
    """Return the first day on site at a unit, else that of the round."""
    onsite = inspection.onsite if inspection is not None else None
    return (onsite or round_.onsite).from_


def entry_of(round_: Round, group: Group, visits: Visits) -> date:
    """Return the day a group first enters one of its units, else the round's first day on site."""
    days = (entry(round_, visits[unit]) for unit in group.units if unit in visits)
    return min(days, default=round_.onsite.from_)
