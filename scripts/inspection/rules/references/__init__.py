"""REF: records that name one another, and the register of units they stand on."""

from inspection.rules.framework import Rule
from inspection.rules.references.lifetimes import outside_the_life_of_a_unit
from inspection.rules.references.missing import named_record_missing
from inspection.rules.references.register import problem_without_inspection, units_without_order
from inspection.rules.references.twice import identity_used_twice

RULES: tuple[Rule, ...] = (
    named_record_missing,
    problem_without_inspection,
    units_without_order,
    identity_used_twice,
    outside_the_life_of_a_unit,
)
