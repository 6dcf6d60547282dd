"""Who has not got the result of a visit (双反馈一抄告)."""

from datetime import date

from inspection.derive.roles import known_roles
from inspection.model.ledger import Ledger
from inspection.model.matters import Visit
from inspection.model.record import Body

RECIPIENTS = ("unit", "discipline", "leader_in_charge")


def unsent(ledger: Ledger, visit: Visit, as_of: date) -> list[Body]:
    """Return who has not got the result: `unit` stands for the visited units, named by the word or every one by id.

    Raises:
        NotInLedgerError: The ledger has no district that could be read.
    """
    roles = known_roles(ledger, None)
    sent = {roles.who(body) for body, day in visit.sent.items() if day <= as_of}
    if visit.units and sent.issuperset(visit.units):
        sent.add("unit")
    return [body for body in RECIPIENTS if roles.who(body) not in sent]
