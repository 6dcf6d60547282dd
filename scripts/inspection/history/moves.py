"""Moves that were never legal: the fold of an item's log, run where a log grew otherwise than at its end."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, tzinfo

from inspection.finding import Finding, Severity
from inspection.history.caught import Caught
from inspection.history.ledgers import Ledgers
from inspection.history.replay import Step
from inspection.rules import letters, lifecycle
from inspection.rules.framework import Context

RULES = tuple(
    one
    for one in (*lifecycle.RULES, *letters.RULES)
    if one.severity is Severity.ERROR and not one.timed and one.code != "LTR01"
)
"""The rules that refuse a move."""

_KINDS = ("problems/", "letters/")


class Moves:
    """Looks at the moves in problems and letters.

    A log that only grows at its end is judged once, with its last version: the beginning of a fold stays what it was.
    Before anything else is done to a log, what it said until then is judged.

    Args:
        ledgers: Makes small ledgers out of trees.
        zone: The district's time zone.
    """

    def __init__(self, ledgers: Ledgers, zone: tzinfo) -> None:
        """Keep them."""
        self._ledgers = ledgers
        self._zone = zone

    def look(self, step: Step) -> Iterator[Caught]:
        """Yield the moves that were not legal in the versions a commit puts another in the place of."""
        for (path, befores, _), verdict in step.changes:
            if (verdict is None or verdict.early) and befores and path.startswith(_KINDS):
                yield from self._until(step, path, befores)

    def _until(self, step: Step, path: str, befores: Sequence[str]) -> Iterator[Caught]:
        from inspection.rules.judge import judge  # with all rules there are, and most audits need none of them

        day = step.commit.committer.day(self._zone) or date.max
        for blob in befores:
            if self._ledgers.record(path, blob) is None:
                continue
            ledger = self._ledgers.at(step.before, [path], (path, blob))
            if ledger.district is None or not ledger.policies:
                continue
            for one in judge(Context(ledger, day), RULES):
                if one.path == path and one.severity is Severity.ERROR:
                    zh = f"{one.message.zh}（此后才补改）"
                    en = f"{one.message.en} (made good only afterwards)"
                    yield Caught(one.code, step.commit.id, path, one.pointer, zh, en)


def standing(findings: Sequence[Finding], blame: Callable[[str, str], str]) -> Iterator[Caught]:
    """Yield the illegal moves the head holds.

    Args:
        findings: What `RULES` find in the ledger of the head.
        blame: Says which commit brought what stands at a pointer of a record.
    """
    for one in findings:
        if one.severity is Severity.ERROR:
            commit = blame(one.path, one.pointer)
            yield Caught(one.code, commit, one.path, one.pointer, one.message.zh, one.message.en)
