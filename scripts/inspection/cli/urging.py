"""What `inspection overdue` says of the ladder of urging: what was sent, and what is proposed next."""

from inspection.cli.local import local_words
from inspection.cli.session import SCHEMAS, Session
from inspection.derive.escalation import Step, escalations, self_check_step
from inspection.derive.lives import Lives
from inspection.derive.owed import SelfCheckOwed
from inspection.derive.policies import calendar_of
from inspection.derive.waiting import Waiting
from inspection.labelling import load as load_labels
from inspection.report.overdue import Row


class Urging:
    """Where items and self-checks stand on the ladder, in the district's own words.

    Args:
        session: The ledger and the language.
        lives: The items' lives on the day.
    """

    def __init__(self, session: Session, lives: Lives) -> None:
        """Look every item up once."""
        self._session, ledger = session, session.ledger
        self._labels = load_labels(SCHEMAS).with_local(local_words(ledger, session.today))
        self._language = session.language
        self._known = {(one.problem.id, one.item.id): one for one in escalations(lives, calendar_of(ledger))}

    def told(self, row: Row, one: Waiting) -> Row:
        """Return the row with where its item stands on the ladder, if it is the unit's turn."""
        found = self._known.get((one.problem.id, one.item.id)) if one.clock == "unit" else None
        return row if found is None else self._told(row, Step(found.light, found.sent, found.step, found.waits))

    def told_of_self_check(self, row: Row, one: SelfCheckOwed) -> Row:
        """Return the row with where a self-check that has not come stands on the ladder."""
        ledger, today = self._session.ledger, self._session.today
        step = self_check_step(ledger, calendar_of(ledger), one.common.id, one.unit, one.due.day, today)
        return self._told(row, step)

    def _told(self, row: Row, found: Step) -> Row:
        sent = tuple(letter.letter for letter in found.sent)
        return row._replace(
            colour=str(found.light), sent=sent, step=found.step, waits=found.waits, advice=self._advice(found)
        )

    def _advice(self, found: Step) -> str:
        chinese = self._language == "zh"
        sent = [f"{self._kind(one.kind)} {one.letter}" for one in found.sent]
        words = [("已发" if chinese else "sent: ") + ("、" if chinese else ", ").join(sent)] if sent else []
        if found.step is not None:
            words.append(f"建议发{self._kind(found.step)}" if chinese else f"proposed: {self._kind(found.step)}")
        if found.waits is not None:
            words.append(f"答复期限 {found.waits}" if chinese else f"answer due {found.waits}")
        return ("，" if chinese else "; ").join(words)

    def _kind(self, code: str) -> str:
        return str(getattr(self._labels.code("letter_kind", code), self._language))
