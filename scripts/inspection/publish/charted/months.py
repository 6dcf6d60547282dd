"""Shown problems month by month: how many had been fed back by the end of each, and how many of them stood closed.

Only what the public view tells is counted: the months of feedback and of verified steps. So the last counts are those
of any other page, and a withheld problem moves no line.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from inspection.publish.view import PublicProblem, PublicView
from inspection.publish.words import Words

_TURNS = {"close": True, "reopen": False, "sustain": False}
"""The steps after which an item is closed, or is not."""


class BurnUp(NamedTuple):
    """How many problems there were at the end of each month, and how many of them were closed."""

    fed_back: tuple[int, ...]
    closed: tuple[int, ...]


def burn_up_of(view: PublicView, problems: Iterable[PublicProblem], months: Sequence[str]) -> BurnUp:
    """Return the counts of problems for each of the months.

    A problem is there from the month of its feedback, or of its first verified step where that came before: what was
    put right on site. It is closed while all its items are.

    Args:
        view: The view, in which the months of feedback stand.
        problems: Shown problems of the view.
        months: Consecutive months `YYYY-MM` up to that of the view's day; what came before them counts in the first.
    """
    feedback = {(one.round, one.unit): one.feedback for one in view.inspections if one.feedback is not None}
    came: Counter[str] = Counter()
    turned: Counter[str] = Counter()
    for problem in problems:
        steps = [move.month for item in problem.items for move in item.moves]
        came[max(months[0], min([feedback[problem.round, problem.unit], *steps]))] += 1
        for month, by in _turns(problem):
            turned[max(months[0], month)] += by
    return BurnUp(*(tuple(accumulate(counts[month] for month in months)) for counts in (came, turned)))


def _turns(problem: PublicProblem) -> Iterator[tuple[str, int]]:
    """Yield the months at whose end a problem had become closed, 1, or was so no longer, -1."""
    closed = dict.fromkeys((item.number for item in problem.items), False)
    turns = [(move.month, item.number, move.action) for item in problem.items for move in item.moves]
    before = False
    for month in sorted({month for month, _, _ in turns}):
        closed |= {number: _TURNS[action] for when, number, action in turns if when == month and action in _TURNS}
        now = all(closed.values())
        if now is not before:
            yield month, 1 if now else -1
        before = now


def months_between(first: str, last: str) -> tuple[str, ...]:
    """Return every month `YYYY-MM` from the first to the last."""
    start, end = _number(first), _number(last)
    return tuple(f"{place // 12:04}-{place % 12 + 1:02}" for place in range(start, end + 1))


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:]) - 1


def half_years(months: Sequence[str], words: Words) -> tuple[tuple[int, str], ...]:
    """Return the places of the months that end a half-year, each with its name, and the last month under its own."""
    ends = {place: words.half(f"{month[:4]}-{int(month[5:]) // 6}") for place, month in _ending(months, ("06", "12"))}
    return (*ends.items(), (len(months) - 1, words.month(months[-1])))


def years(months: Sequence[str], words: Words) -> tuple[tuple[int, str], ...]:
    """Return the places of the months that end a year, each with its name, and the last month under its own."""
    ends = {place: words.tr("{year}年末", "End of {year}", year=month[:4]) for place, month in _ending(months, ("12",))}
    return (*ends.items(), (len(months) - 1, words.month(months[-1])))


def _ending(months: Sequence[str], closing: Collection[str]) -> Iterator[tuple[int, str]]:
    """Yield the months that close a part of a year, but for the last, which may not be over."""
    return ((place, month) for place, month in enumerate(months[:-1]) if month[5:] in closing)
