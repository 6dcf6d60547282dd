"""Which units a common problem is addressed to, and which of them have not answered."""

from datetime import date

from inspection.derive.figures.coverage import base_of
from inspection.derive.figures.scope import term_on
from inspection.model.ledger import Ledger
from inspection.model.matters import CommonProblem


def addressees(ledger: Ledger, common: CommonProblem) -> tuple[str, ...]:
    """Return the units that examine themselves; where none is named, the coverage base of the day of issue."""
    if common.addressees:
        return common.addressees
    return tuple(unit.id for unit in base_of(ledger, term_on(ledger, common.issued), common.issued))


def unanswered(ledger: Ledger, common: CommonProblem, as_of: date) -> tuple[str, ...]:
    """Return the units that were asked to examine themselves and had not handed in what they found by a day."""
    checks = {unit: ledger.self_checks.get((common.id, unit)) for unit in addressees(ledger, common)}
    handed_in = {unit: check.submitted if check is not None else None for unit, check in checks.items()}
    return tuple(unit for unit, day in handed_in.items() if day is None or day > as_of)
