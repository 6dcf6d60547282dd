"""Every rule there is: a literal tuple per family, nothing scanned, nothing registered by an import."""

from inspection.rules import coverage, deadlines, exceptions, lifecycle, problems, reading, references
from inspection.rules.framework import Rule

RULES: tuple[Rule, ...] = (
    *reading.RULES,
    *exceptions.RULES,
    *references.RULES,
    *coverage.RULES,
    *problems.RULES,
    *lifecycle.RULES,
    *deadlines.RULES,
)
BY_CODE = {rule.code: rule for rule in RULES}
