"""Every rule there is: a literal tuple per family, nothing scanned, nothing registered by an import."""

from inspection.rules import (
    checklists,
    coverage,
    deadlines,
    exceptions,
    lifecycle,
    problems,
    reading,
    references,
    rounds,
    talent,
    teams,
)
from inspection.rules.framework import Rule

RULES: tuple[Rule, ...] = (
    *reading.RULES,
    *exceptions.RULES,
    *references.RULES,
    *coverage.RULES,
    *rounds.RULES,
    *teams.RULES,
    *talent.RULES,
    *checklists.RULES,
    *problems.RULES,
    *lifecycle.RULES,
    *deadlines.RULES,
)
BY_CODE = {rule.code: rule for rule in RULES}
