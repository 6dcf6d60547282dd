"""Which policy is in force, and the calendar the ledger's notices make."""

from datetime import date

from inspection.model.ledger import Ledger
from inspection.model.policy import Policy
from inspection.workdays import Calendar, DaysOff


class NotInLedgerError(LookupError):
    """The ledger holds no policy, or no district, that could be read; nothing that rests on it can be said."""


def policy_on(ledger: Ledger, day: date) -> Policy:
    """Return the newest policy file not after `day`; before the first one, the first.

    Raises:
        NotInLedgerError: The ledger has no policy that could be read.
    """
    if not ledger.policies:
        raise NotInLedgerError("no policy")
    if len(ledger.policies) == 1:
        return ledger.policies[0]
    written = day.isoformat()
    for policy in reversed(ledger.policies):
        if policy.id <= written:
            return policy
    return ledger.policies[0]


def calendar_of(ledger: Ledger) -> Calendar:
    """Return the working calendar: the announced years, and the ledger's own notices."""
    return Calendar(
        {
            year: DaysOff(frozenset(notice.off), frozenset(notice.work), notice.status == "official")
            for year, notice in ledger.calendars.items()
        }
    )
