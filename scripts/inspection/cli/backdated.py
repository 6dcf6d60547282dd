"""What the history says was recorded too late, for those who look at the ledger without its history."""

from inspection.cli.auditing import LATE, Auditor
from inspection.cli.session import Session
from inspection.finding import Finding, Words
from inspection.history.revisions import Revisions
from inspection.rules.registry import BY_CODE


def backdated(session: Session) -> tuple[Finding, ...]:
    """Return the entries whose first commit came later after their day than the policy allows, in the order of commits.

    What a record acknowledges is left out. The first time the whole history is replayed; that is remembered.

    Args:
        session: The ledger; its history is that of its commit, else of the head.

    Raises:
        CannotRunError: The ledger lies in no repository.
    """
    auditor = Auditor(session, Revisions(session.root, session.commit or "HEAD"))
    late = [one for one in auditor.audited().findings if one.code == LATE]
    rule = BY_CODE[LATE]
    instead = Words(rule.zh.instead, rule.en.instead)
    return tuple(
        Finding(code=LATE, severity=rule.severity, path=row.path, pointer=row.pointer, message=row.said, help=instead)
        for row in auditor.rows(late)
    )
