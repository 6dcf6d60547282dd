"""Which stories are told how often, by the age of the inspection."""

from datetime import date, timedelta

from inspection.demo import rare, stories
from inspection.demo.chance import Chance
from inspection.demo.days import TODAY
from inspection.demo.stories import Story

_OLD: tuple[tuple[Story, int], ...] = (
    (stories.on_time, 42),
    (stories.supervised, 3),
    (stories.late, 4),
    (stories.returned, 5),
    (stories.extended, 4),
    (stories.refused, 1),
    (stories.sustained, 2),
    (stories.sustained_late, 1),
    (stories.achieved_closed, 3),
    (rare.replanned, 2),
    (rare.assigned, 2),
    (rare.corrected, 1),
    (rare.redated, 1),
    (rare.voided, 1),
    (rare.withdrawn, 1),
    (rare.returned_twice, 1),
    (rare.reopened, 3),
)
_MIDDLE: tuple[tuple[Story, int], ...] = (
    (stories.on_time, 34),
    (stories.supervised, 3),
    (stories.late, 2),
    (stories.returned, 4),
    (stories.extended, 3),
    (stories.refused, 1),
    (stories.sustained, 3),
    (stories.sustained_late, 1),
    (stories.achieved, 3),
    (stories.achieved_closed, 2),
    (stories.extended_on, 4),
    (stories.handed_in, 3),
    (stories.unreviewed, 1),
    (stories.sent_back, 1),
    (stories.overdue, 3),
    (stories.asking, 1),
    (rare.replanned, 2),
    (rare.assigned, 2),
    (rare.corrected, 1),
    (rare.redated, 1),
    (rare.voided, 1),
    (rare.withdrawn, 1),
    (rare.reopened, 2),
)
_NEW: tuple[tuple[Story, int], ...] = (
    (stories.on_time, 9),
    (stories.at_work, 5),
    (stories.handed_in, 4),
    (stories.achieved, 2),
    (stories.asking, 1),
    (stories.extended_on, 1),
    (stories.sent_back, 1),
)
_FRESH: tuple[tuple[Story, int], ...] = ((stories.untouched, 3), (stories.at_work, 5))


class Deck:
    """Deals stories so that each comes as often as it should, and none is missing where there are enough items."""

    def __init__(self, chance: Chance) -> None:
        """Begin with full hands."""
        self._chance = chance
        self._hands: dict[str, list[Story]] = {}

    def deal(self, feedback: date) -> Story:
        """Return a story for an item of an inspection with that feedback day."""
        age = TODAY - feedback
        if age > timedelta(days=330):
            return self._from("old", _OLD)
        if age > timedelta(days=150):
            return self._from("middle", _MIDDLE)
        return self._from("new", _NEW) if age > timedelta(days=75) else self._from("fresh", _FRESH)

    def _from(self, name: str, stock: tuple[tuple[Story, int], ...]) -> Story:
        hand = self._hands.get(name)
        if not hand:
            hand = self._hands[name] = self._chance.shuffled([story for story, count in stock for _ in range(count)])
        return hand.pop()
