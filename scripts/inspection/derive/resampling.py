"""How many closed items of a round were looked at again within the policy's time."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from inspection.derive.clocks import deadline
from inspection.derive.lifecycle import Life
from inspection.derive.lives import Lives
from inspection.derive.policies import policy_on
from inspection.model.ledger import Ledger
from inspection.model.problems import Action
from inspection.model.rounds import Round
from inspection.workdays import Calendar, Due


class Resample(NamedTuple):
    """What was looked at again of a round whose time for it has passed.

    Attributes:
        due: The last day of that time.
        closed: Items closed on that day.
        checked: Distinct items that a visit looked at after they were closed, and that ended by that day.
        share: The policy's sample, of the day the round ended.
    """

    round: Round
    due: Due
    closed: int
    checked: int
    share: Decimal

    @property
    def enough(self) -> bool:
        """Whether the items looked at are the policy's share of those closed."""
        return self.checked >= self.share * self.closed


def resamples(lives: Lives, calendar: Calendar) -> Iterator[Resample]:
    """Yield the rounds whose time for looking again has passed on the lives' day.

    Args:
        lives: The items' lives as of the day.
        calendar: Which days are worked.
    """
    ledger = lives.ledger
    dues = {one.id: deadline(ledger, calendar, "resample", one.onsite.to) for one in ledger.rounds.values()}
    looks = _looks(ledger)
    closed: defaultdict[str, int] = defaultdict(int)
    checked: defaultdict[str, int] = defaultdict(int)
    for problem in ledger.problems.values():
        round_id = problem.round
        due = dues.get(round_id)
        if due is None or due.day >= lives.as_of:
            continue
        for item, one in zip(problem.items, lives.of_all(problem), strict=True):
            closed[round_id] += closed_on(one, due.day)
            days = looks.get(f"{problem.id}/{item.id}", ())
            checked[round_id] += any(day <= due.day and closed_on(one, day) for day in days) if days else 0
    for round_ in ledger.rounds.values():
        due = dues[round_.id]
        if due.day < lives.as_of:
            share = policy_on(ledger, round_.onsite.to).sample
            yield Resample(round_, due, closed[round_.id], checked[round_.id], share)


def closed_on(one: Life, day: date) -> bool:
    """Return whether an item stood closed on a day not after the life's own."""
    if not one.reopenings:
        return one.closed is not None and one.closed <= day
    last: Action | None = None
    for placed in one.moves:
        if placed.entry.date <= day and placed.entry.action in (Action.CLOSE, Action.REOPEN):
            last = placed.entry.action
    return last is Action.CLOSE


def _looks(ledger: Ledger) -> dict[str, list[date]]:
    """Return the last days of the visits that looked at an item, by the item's name (`R13-05-0137/1`)."""
    days: defaultdict[str, list[date]] = defaultdict(list)
    for visit in ledger.visits.values():
        for one in visit.checked:
            days[one.item].append(visit.to)
    return days
