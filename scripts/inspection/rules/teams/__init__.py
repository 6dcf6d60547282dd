"""TEA: who is in a round's groups, and whether they may and can do it."""

from inspection.rules.framework import Rule
from inspection.rules.teams.formations import not_formed_as_named
from inspection.rules.teams.members import (
    from_the_inspected_unit,
    not_trained_before_entry,
    pledge_missing_or_late,
    recusal_not_kept,
)
from inspection.rules.teams.staffing import audit_not_on_board, not_one_leader, too_few_discipline_cadres

RULES: tuple[Rule, ...] = (
    too_few_discipline_cadres,
    audit_not_on_board,
    not_one_leader,
    not_formed_as_named,
    from_the_inspected_unit,
    recusal_not_kept,
    pledge_missing_or_late,
    not_trained_before_entry,
)
