"""Why a reviewer must look at a change first."""

from inspection.change import ChangeKind, Topic
from inspection.derive.differences import Difference
from inspection.model.district import CalendarYear, District, Purges, Signers
from inspection.model.inspections import PartyPublication, Publication, Retraction, SocietyPublication
from inspection.model.policy import Policy
from inspection.model.problems import Action, Disclosure, Entry, PublicItem, PublicTexts
from inspection.model.record import Acknowledgement, Correction, PlainPublication, Record
from inspection.rules.changes.entries import concerns_entries
from inspection.rules.changes.protected import FROM_ACCEPTANCE, FROM_FEEDBACK, is_fact

_SETTINGS = (Policy, CalendarYear, Signers, Purges, District)
_PUBLIC = (
    Publication, PartyPublication, SocietyPublication, PlainPublication, Retraction, PublicTexts, PublicItem,
    Disclosure,
)  # fmt: skip
_PUBLISHED_FIELDS = frozenset({("CommonProblem", "title"), ("Round", "topic")})
_ACTIONS = {
    Action.CLOSE: Topic.CLOSING,
    Action.SUSTAIN: Topic.CLOSING,
    Action.REOPEN: Topic.CLOSING,
    Action.WITHDRAW: Topic.CLOSING,
    Action.EXTEND: Topic.EXTENSION,
    Action.REFUSE: Topic.EXTENSION,
    Action.CORRECT: Topic.CORRECTION,
}


def topic_of(record: Record, one: Difference) -> Topic | None:
    """Return the topic of a difference, or nothing where it is like any other."""
    if isinstance(record, _SETTINGS):
        return Topic.POLICY
    field = (type(one.holder).__name__, one.field)
    if one.before is not None and (concerns_entries(one) or is_fact(one) or field in FROM_FEEDBACK | FROM_ACCEPTANCE):
        return Topic.REWRITTEN
    if isinstance(one.after, Entry):
        return _ACTIONS.get(one.after.action)
    if isinstance(one.after, Correction | Acknowledgement):
        return Topic.CORRECTION
    parts = (*one.around, one.after, one.before)
    return Topic.PUBLIC if field in _PUBLISHED_FIELDS or any(isinstance(part, _PUBLIC) for part in parts) else None


def topic_of_record(record: Record, kind: ChangeKind) -> Topic | None:
    """Return the topic of a record that is new, gone or renamed."""
    if kind is not ChangeKind.RECORD_ADDED:
        return Topic.REWRITTEN
    return Topic.POLICY if isinstance(record, _SETTINGS) else None
