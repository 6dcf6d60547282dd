"""INS: what a unit and the bodies around it owe after an inspection, from feedback to the visit a year later."""

from inspection.rules.framework import Rule
from inspection.rules.inspections.feedback import feedback_not_signed_or_copied, feedback_of_another_number
from inspection.rules.inspections.papers import (
    life_meeting_late_or_wrong,
    plan_late_or_missing,
    reports_late_or_stopped,
)
from inspection.rules.inspections.reviewed import accepted_by_too_few, evaluated_before_its_papers, evaluated_late
from inspection.rules.inspections.years import handover_unsigned, never_looked_at_again

RULES: tuple[Rule, ...] = (
    feedback_not_signed_or_copied,
    plan_late_or_missing,
    life_meeting_late_or_wrong,
    reports_late_or_stopped,
    accepted_by_too_few,
    evaluated_before_its_papers,
    evaluated_late,
    handover_unsigned,
    feedback_of_another_number,
    never_looked_at_again,
)
