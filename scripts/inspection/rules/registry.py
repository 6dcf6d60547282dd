"""Every rule there is: a literal tuple per family, nothing scanned, nothing registered by an import."""

from inspection.rules import reading
from inspection.rules.framework import Rule

RULES: tuple[Rule, ...] = (*reading.RULES,)
BY_CODE = {rule.code: rule for rule in RULES}
