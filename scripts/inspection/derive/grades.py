"""The grade of an evaluation: the sum of its indicators against the thresholds of the policy of that day."""

from decimal import Decimal
from typing import NamedTuple

from inspection.derive.policies import policy_on
from inspection.model.inspections import Evaluation
from inspection.model.ledger import Ledger

LOW = frozenset({"fair", "poor"})
"""The grades that bring about a second rectification."""


class Grade(NamedTuple):
    """A grade's name, a key of the policy's `grades`, and the sum of the scores it was given for."""

    name: str
    total: Decimal


def grade_of(ledger: Ledger, evaluation: Evaluation) -> Grade | None:
    """Return the grade with the highest threshold the sum reaches, or nothing where no indicator was scored.

    Raises:
        LookupError: The ledger has no policy that could be read.
    """
    if not evaluation.indicators:
        return None
    total = sum((one.score for one in evaluation.indicators), Decimal(0))
    thresholds = policy_on(ledger, evaluation.date).grades
    reached = [(least, name) for name, least in thresholds.items() if least <= total]
    return Grade(max(reached)[1], total) if reached else None
