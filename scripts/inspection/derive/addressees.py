"""Which units a common problem is addressed to."""

from inspection.derive.figures.coverage import base_of
from inspection.derive.figures.scope import term_on
from inspection.model.ledger import Ledger
from inspection.model.matters import CommonProblem


def addressees(ledger: Ledger, common: CommonProblem) -> tuple[str, ...]:
    """Return the units that examine themselves; where none is named, the coverage base of the day of issue."""
    if common.addressees:
        return common.addressees
    return tuple(unit.id for unit in base_of(ledger, term_on(ledger, common.issued), common.issued))
