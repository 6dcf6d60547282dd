"""Entries that were recorded longer after their day than the policy allows (补录)."""

from collections.abc import Iterator
from typing import NamedTuple

from inspection.derive.policies import policy_on
from inspection.derive.provenance import Provenance, Recorded
from inspection.derive.spoken import Spoken, spoken
from inspection.model.ledger import Ledger
from inspection.workdays import Calendar, Duration, add


class Backdated(NamedTuple):
    """One entry that was recorded too late.

    Attributes:
        allowed: How long after its day it might have been recorded, by the policy of that day.
    """

    fact: Spoken
    recorded: Recorded
    allowed: Duration


def known_facts(ledger: Ledger, provenance: Provenance | None) -> Iterator[tuple[Spoken, Recorded]]:
    """Yield the facts of which Git knows when they were recorded."""
    if provenance:
        for one in spoken(ledger):
            recorded = provenance.get(one.place)
            if recorded is not None:
                yield one, recorded


def backdated(ledger: Ledger, provenance: Provenance | None, calendar: Calendar) -> Iterator[Backdated]:
    """Yield what was recorded too late.

    Args:
        ledger: Holds the facts and the policies.
        provenance: When each was recorded; what is missing is not judged.
        calendar: Which days are worked.
    """
    for fact, recorded in known_facts(ledger, provenance):
        allowed = policy_on(ledger, fact.day).limits.backdating
        if recorded.day > add(fact.day, allowed, calendar).day:
            yield Backdated(fact, recorded, allowed)
