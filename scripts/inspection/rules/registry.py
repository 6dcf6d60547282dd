"""Every rule there is: a literal tuple per family, nothing scanned, nothing registered by an import."""

from inspection.rules import (
    changes,
    checklists,
    clues,
    common_problems,
    coverage,
    deadlines,
    evaluation,
    exceptions,
    inspections,
    letters,
    lifecycle,
    privacy,
    problems,
    publication,
    reading,
    references,
    rounds,
    talent,
    teams,
    visits,
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
    *inspections.RULES,
    *evaluation.RULES,
    *problems.RULES,
    *lifecycle.RULES,
    *deadlines.RULES,
    *common_problems.RULES,
    *letters.RULES,
    *visits.RULES,
    *clues.RULES,
    *privacy.RULES,
    *publication.RULES,
    *changes.RULES,
)
BY_CODE = {rule.code: rule for rule in RULES}
