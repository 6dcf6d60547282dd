"""CHG: what a change may do to what is recorded. Nothing is found without a base to compare with."""

from inspection.rules.changes.audited import history_rewritten
from inspection.rules.changes.entries import log_entry_changed
from inspection.rules.changes.protected import protected_fact_changed
from inspection.rules.changes.published import public_text_changed_after_approval
from inspection.rules.changes.recorded import not_signed_by_the_body_it_speaks_for, recorded_too_late
from inspection.rules.changes.records import record_gone, rules_changed_with_records
from inspection.rules.framework import Rule

RULES: tuple[Rule, ...] = (
    record_gone,
    log_entry_changed,
    protected_fact_changed,
    recorded_too_late,
    rules_changed_with_records,
    public_text_changed_after_approval,
    not_signed_by_the_body_it_speaks_for,
    history_rewritten,
)
