"""How many closed items of a round were looked at again within the policy's time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from inspection.derive.clocks import deadline
from inspection.derive.lifecycle import Life
from inspection.derive.lives import Lives
from inspection.derive.policies import policy_on
from inspection.model.ledger import Ledger
from inspection.model.problems import Action, Problem
from inspection.model.rounds import Round
from inspection.workdays import Calendar, Due


class Resample(NamedTuple):
    """What was looked at again of a round that has ended.

    Attributes:
        due: The last day of the time for it.
        closed: Items closed on that day, or on the day asked about where that comes first.
        checked: Distinct items that a visit looked at after they were closed, and that ended by that day.
        share: The policy's sample, of the day the round ended.
    """

    round: Round
    due: Due
    closed: int
    checked: int
    share: Decimal


def too_few(lives: Lives, calendar: Calendar) -> Iterator[Resample]:
    """Yield the rounds of which fewer items were looked at again than the policy asks for, once its time has passed.

    Args:
        lives: The items' lives as of the day.
        calendar: Which days are worked.
    """
    ledger, looks = lives.ledger, _looks(lives.ledger)
    problems = _by_round(ledger)
    for round_ in ledger.rounds.values():
        due = deadline(ledger, calendar, "resample", round_.onsite.to)
        if due.day < lives.as_of:
            share = policy_on(ledger, round_.onsite.to).sample
            enough = share * sum(_may_be_closed(problem, due.day) for problem in problems[round_.id])
            checked = _count(enough, (_looked_at(lives, problem, looks, due.day) for problem in problems[round_.id]))
            if checked < enough:
                closed = sum(_closed(lives, problem, due.day) for problem in problems[round_.id])
                if checked < share * closed:
                    yield Resample(round_, due, closed, checked, share)


def resamples(lives: Lives, calendar: Calendar) -> Iterator[Resample]:
    """Yield, for every round that has ended, what was looked at again of it so far."""
    ledger, looks = lives.ledger, _looks(lives.ledger)
    problems = _by_round(ledger)
    for round_ in ledger.rounds.values():
        if round_.onsite.to < lives.as_of:
            due = deadline(ledger, calendar, "resample", round_.onsite.to)
            until = min(due.day, lives.as_of)
            closed = sum(_closed(lives, problem, until) for problem in problems[round_.id])
            checked = sum(_looked_at(lives, problem, looks, until) for problem in problems[round_.id])
            yield Resample(round_, due, closed, checked, policy_on(ledger, round_.onsite.to).sample)


def _count(enough: Decimal, numbers: Iterable[int]) -> int:
    """Return the sum of the numbers, or of the first of them that are enough together."""
    total = 0
    for number in numbers:
        total += number
        if total >= enough:
            break
    return total


def _by_round(ledger: Ledger) -> Mapping[str, list[Problem]]:
    problems: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in ledger.problems.values():
        problems[problem.round].append(problem)
    return problems


def _looked_at(lives: Lives, problem: Problem, looks: Mapping[str, list[date]], due: date) -> int:
    days = ((item, looks.get(f"{problem.id}/{item.id}")) for item in problem.items)
    return sum(
        any(day <= due and closed_on(lives.of(problem, item), day) for day in looked) for item, looked in days if looked
    )


def _closed(lives: Lives, problem: Problem, due: date) -> int:
    return sum(closed_on(lives.of(problem, item), due) for item in problem.items)


def _may_be_closed(problem: Problem, due: date) -> int:
    """Return how many items can have been closed at most, which is told without following their lives."""
    return sum(
        any(entry.set or (entry.action is Action.CLOSE and entry.date <= due) for entry in item.log)
        for item in problem.items
    )


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
