"""From a loaded ledger to its findings: run the rules, then weigh by policy and acknowledgement.

Severity first comes from the rule, then from the policy in force (with a reason and an end date), last from the
record's own acknowledgements, which turn a warning into a note.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from inspection.finding import WEIGHTS, Finding, Severity, Words
from inspection.model.ledger import Ledger
from inspection.model.policy import RuleException
from inspection.model.record import Record
from inspection.rules.framework import FIXED, Context, Rule, Sighting
from inspection.rules.parts import Memory, seen_by, seen_in_parts
from inspection.rules.registry import RULES
from inspection.workers import uncollected


def judge(context: Context, rules: Sequence[Rule] = RULES, memory: Memory | None = None) -> list[Finding]:
    """Return what the rules find in `context.head`, sorted and without repetition.

    Where the ledger holds no policy or no district, the rules that ask for it say nothing; the others do.

    Args:
        context: The ledger and the day; with a memory, also the `contents` of its files.
        rules: The rules to run, in any order.
        memory: What the same program saw before.
    """
    by_code = {rule.code: rule for rule in rules}
    records = {record.path: record for record in context.head.records()}
    exceptions = context.policy.rules if context.head.policies else {}
    parted = memory if can_judge(context.head) else None
    seen = seen_by(rules, context) if parted is None else seen_in_parts(rules, context, parted)
    with uncollected():
        findings = {
            finding
            for code, sighting in seen
            for finding in _weighed(by_code[code], sighting, exceptions, records.get(sighting.path), context.today)
        }
    return sorted(findings, key=lambda finding: finding.order)


def _weighed(
    rule: Rule, sighting: Sighting, exceptions: Mapping[str, RuleException], record: Record | None, today: date
) -> Iterator[Finding]:
    severity = sighting.severity or rule.severity
    exception = exceptions.get(rule.code)
    if exception is not None and today <= exception.until and not rule.code.startswith(FIXED):
        severity = Severity(exception.severity)
    if severity is Severity.NONE:
        return
    accepted = severity is Severity.WARNING and acknowledged(record, rule.code, today)
    yield Finding(
        code=rule.code,
        severity=Severity.NOTE if accepted else severity,
        path=sighting.path,
        pointer=sighting.pointer,
        message=sighting.message,
        help=sighting.help or Words(rule.zh.instead, rule.en.instead),
        timed=rule.timed,
        acknowledged=accepted,
    )


def acknowledged(record: Record | None, code: str, today: date) -> bool:
    """Return whether the record itself accepts what the rule found, by an entry not after today."""
    return record is not None and any(one.rule == code and one.date <= today for one in record.acknowledged)


def new_since(findings: Iterable[Finding], before: Iterable[Finding]) -> list[Finding]:
    """Return the findings the base does not have; a finding is the same wherever its line has moved to."""
    known = {(one.code, one.path, one.pointer, one.message) for one in before}
    return [one for one in findings if (one.code, one.path, one.pointer, one.message) not in known]


def failing(findings: Iterable[Finding], *, strict: bool) -> list[Finding]:
    """Return the findings that make a check fail: errors, and with `strict` warnings that are not the day's doing."""
    return [
        one
        for one in findings
        if one.severity is Severity.ERROR or (strict and one.severity is Severity.WARNING and not one.timed)
    ]


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings with the heaviest first, else in their own order."""
    return sorted(findings, key=lambda one: (WEIGHTS[one.severity], one.order))


def can_judge(ledger: Ledger) -> bool:
    """Return whether the ledger holds what every rule and figure stands on: a district and a policy."""
    return ledger.district is not None and bool(ledger.policies)
