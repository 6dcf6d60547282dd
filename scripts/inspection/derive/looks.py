"""What visits found not to be in order, and what became of it."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from inspection.derive.clocks import deadline
from inspection.derive.lifecycle import Life, life
from inspection.derive.lives import Lives, setting_of
from inspection.model.ledger import Ledger
from inspection.model.matters import Checked, Visit
from inspection.model.problems import Action, Item, Problem
from inspection.workdays import Calendar, Due


class Look(NamedTuple):
    """A look at an item that was found not to be in order.

    Attributes:
        place: The item's place in its problem.
        then: Its life on the last day of the visit.
        due: The day it must be reopened by, if it stood closed then.
        reopened: The day it was first reopened after the visit.
    """

    visit: Visit
    checked: Checked
    problem: Problem
    place: int
    item: Item
    then: Life
    due: Due
    reopened: date | None


def bad_looks(lives: Lives, calendar: Calendar) -> Iterator[Look]:
    """Yield the looks, by visits that ended by the lives' day, at items that were found not to be in order.

    Args:
        lives: The items' lives as of the day.
        calendar: Which days are worked.
    """
    ledger = lives.ledger
    for visit in ledger.visits.values():
        bad = [one for one in visit.checked if one.result != "ok"] if visit.to <= lives.as_of else []
        for checked in bad:
            found = item_of(ledger, checked.item)
            if found is not None:
                problem, place, item = found
                then = life(setting_of(ledger, problem, item), visit.to)
                due = deadline(ledger, calendar, "reopen", visit.to)
                yield Look(visit, checked, problem, place, item, then, due, _reopened(lives, problem, item, visit.to))


def item_of(ledger: Ledger, name: str) -> tuple[Problem, int, Item] | None:
    """Return the item a reference such as `R13-05-0137/1` names, with its problem and place."""
    identity, _, number = name.rpartition("/")
    problem = ledger.problems.get(identity)
    for place, item in enumerate(problem.items if problem is not None else ()):
        if problem is not None and str(item.id) == number:
            return problem, place, item
    return None


def _reopened(lives: Lives, problem: Problem, item: Item, after: date) -> date | None:
    moves = (one.entry for one in lives.of(problem, item).moves)
    return next((one.date for one in moves if one.action is Action.REOPEN and one.date > after), None)
