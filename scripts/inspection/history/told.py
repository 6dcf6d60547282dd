"""What commits added: whether it was recorded in time, and on whose signature."""

from collections.abc import Iterator
from datetime import date, tzinfo

from msgspec.structs import replace

from inspection.derive.provenance import Recorded
from inspection.finding import Words
from inspection.history.caught import Caught, caught
from inspection.history.ledgers import Ledgers
from inspection.history.replay import Step
from inspection.history.signatures import Signatures
from inspection.model.ledger import Ledger
from inspection.rules import changes
from inspection.rules.framework import Context

_RECORDED = tuple(one for one in changes.RULES if one.code in ("CHG04", "CHG07"))
_SHORTEST = {"d": 1, "wd": 1, "m": 28}
"""Days the shortest unit of each sort of period has."""


class Told:
    """Looks at the facts a commit was the first to tell.

    Args:
        ledgers: Makes small ledgers out of trees.
        zone: The district's time zone.
        signatures: For whom the commits are signed; nothing where signatures are not asked for.
    """

    def __init__(self, ledgers: Ledgers, zone: tzinfo, signatures: Signatures | None) -> None:
        """Keep them."""
        self._ledgers = ledgers
        self._zone = zone
        self._signatures = signatures

    def look(self, step: Step) -> Iterator[Caught]:
        """Yield what is wrong with how facts came into the ledger; what it began with was told by nobody in time."""
        day = step.commit.committer.day(self._zone)
        told = [one.earliest for _, one in step.changes if one is not None and one.earliest]
        if not step.commit.parents or day is None or not told:
            return
        rules = self._ledgers.rules(step.before)
        if not rules.policies or rules.district is None:
            return
        signing = self._signatures is not None and any(one.signing != "none" for one in rules.policies)
        if signing or day.toordinal() - min(told) > _least(rules):
            places = [(path, at) for (path, _, _), one in step.changes if one is not None for at in one.fresh]
            yield from self._judged(step, rules, day, places, signing)

    def _judged(
        self, step: Step, rules: Ledger, day: date, places: list[tuple[str, str]], signing: bool
    ) -> Iterator[Caught]:
        attested = self._signatures.of(step.commit) if signing and self._signatures is not None else None
        recorded = Recorded(day, attested.bodies if attested is not None else None, step.commit.id)
        head = self._ledgers.at(step.after, dict.fromkeys(path for path, _ in places))
        head = replace(head, district=rules.district, policies=rules.policies, calendars=rules.calendars)
        why = attested.why if attested is not None else None
        context = Context(head, day, provenance=dict.fromkeys(places, recorded))
        for rule in _RECORDED:
            for one in rule.look(context):
                said = one.message
                if rule.code == "CHG07" and why is not None:
                    said = Words(f"{said.zh}（{why.zh}）", f"{said.en} ({why.en})")
                yield caught(rule.code, step.commit, one.path, said, one.pointer)


def _least(rules: Ledger) -> int:
    """Return how many days after an entry's day it was certainly recorded in time, whatever the calendar."""
    allowed = [one.limits.backdating for one in rules.policies]
    return min(one.number * _SHORTEST[one.unit] for one in allowed)
