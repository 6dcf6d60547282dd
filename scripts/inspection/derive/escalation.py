"""The ladder of urging (督促升级): what was sent about a late item, and what comes next.

Nothing here counts days of its own: the colours are the policy's windows, and a letter has its say until the day its
answer is due, by the letter itself or by the policy.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from inspection.derive.clocks import Light, deadline, light, light_of
from inspection.derive.letters import issued, told
from inspection.derive.lifecycle import Life
from inspection.derive.lives import Lives
from inspection.derive.roles import roles_of
from inspection.model.ledger import Ledger
from inspection.model.matters import Letter
from inspection.model.problems import Action, Item, Problem
from inspection.workdays import Calendar

LADDER = ("reminder", "urging", "admonition", "accountability")
"""Kinds of letter, the gentlest first; each step answers the silence after the one before."""


class Sent(NamedTuple):
    """A letter of the ladder that was sent.

    Attributes:
        kind: One of `LADDER`.
        issued: The day it was issued.
        until: The last day for its answer; until then the next step waits.
    """

    letter: str
    kind: str
    issued: date
    until: date


class Escalation(NamedTuple):
    """Where an item whose clock runs stands on the ladder.

    Attributes:
        light: Red once overdue, yellow and green within the policy's windows, else none.
        sent: What was sent about it since it was last opened, by day.
        step: The kind of letter proposed now, or nothing.
        waits: The day the last letter sent has its say until, while that day has not passed.
    """

    problem: Problem
    item: Item
    lead: str
    due: date
    light: Light
    sent: tuple[Sent, ...]
    step: str | None
    waits: date | None


class Step(NamedTuple):
    """The light, what was sent, the kind of letter proposed now, and the day until which the last one has its say."""

    light: Light
    sent: tuple[Sent, ...]
    step: str | None
    waits: date | None


def escalations(lives: Lives, calendar: Calendar) -> Iterator[Escalation]:
    """Yield every item whose clock runs and that is overdue or within a window, in the order of the ledger.

    An item in the yellow window is reminded of, once. An overdue one climbs: each step is proposed when the letter
    before it has had its say and the item is still overdue. Above the last step nothing is proposed.

    Args:
        lives: The items' lives as of the day.
        calendar: Which days are worked.
    """
    ledger, as_of = lives.ledger, lives.as_of
    letters = [_sent(ledger, calendar, one, as_of) for one in ledger.letters.values() if one.kind in LADDER]
    known = sorted([one for one in letters if one is not None], key=lambda pair: (pair[1].issued, pair[1].letter))
    for problem in ledger.problems.values():
        for item, life in lives.of_problem(problem):
            shown = light(ledger, life, as_of)
            if shown is not Light.NONE:
                sent = tuple(one for letter, one in known if _about(ledger, letter, one, problem, item, life))
                step, waits = _next(shown, sent, as_of)
                yield Escalation(problem, item, life.lead, life.due, shown, sent, step, waits)


def self_check_step(ledger: Ledger, calendar: Calendar, common: str, unit: str, due: date, as_of: date) -> Step:
    """Return where a self-check that has not come stands on the ladder.

    Args:
        ledger: Holds the letters and the policy's windows.
        calendar: Which days are worked.
        common: The common problem; letters that name it and went to the unit count.
        unit: The unit that was asked to examine itself.
        due: The last day for its return.
        as_of: The day.
    """
    roles = roles_of(ledger, None)
    about = (one for one in ledger.letters.values() if one.common == common and one.kind in LADDER)
    sent = (_sent(ledger, calendar, one, as_of) for one in about if roles.who(one.to) == unit)
    known = sorted([one for _, one in filter(None, sent)], key=lambda one: (one.issued, one.letter))
    shown = light_of(ledger, due, as_of)
    return Step(shown, tuple(known), *_next(shown, tuple(known), as_of))


def _next(shown: Light, sent: tuple[Sent, ...], as_of: date) -> tuple[str | None, date | None]:
    until = max((one.until for one in sent), default=None)
    if shown in (Light.GREEN, Light.NONE) or (shown is Light.YELLOW and sent):
        return None, None
    if until is not None and as_of <= until:
        return None, until
    above = max((LADDER.index(one.kind) for one in sent), default=-1) + 1
    return (LADDER[above] if above < len(LADDER) else None), None


def _sent(ledger: Ledger, calendar: Calendar, letter: Letter, as_of: date) -> tuple[Letter, Sent] | None:
    day = issued(letter, as_of)
    if day is None:
        return None
    return letter, Sent(letter.id, letter.kind, day, _until(ledger, calendar, letter, day, as_of))


def _until(ledger: Ledger, calendar: Calendar, letter: Letter, out: date, as_of: date) -> date:
    if letter.reply_due is not None:
        return letter.reply_due
    moves = (one.entry for one in told(letter, as_of) if one.allowed)
    received = next((entry.date for entry in moves if entry.action == "receive"), None)
    clock, start = ("letter_receipt", out) if received is None else ("letter_reply", received)
    return deadline(ledger, calendar, clock, start).day


def _about(ledger: Ledger, letter: Letter, sent: Sent, problem: Problem, item: Item, life: Life) -> bool:
    """Return whether a letter was sent about an item: it names it, or urges its unit in general once it is overdue.

    A letter that names a problem and none of its items speaks of all of them. An accountability letter goes to whoever
    may act on it; every other one counts if it went to the leading unit.
    """
    if sent.issued < _opened(life):
        return False
    if letter.kind != "accountability" and roles_of(ledger, None).who(letter.to) != life.lead:
        return False
    named = [name for name in letter.items if name.rpartition("/")[0] == problem.id]
    if named:
        return f"{problem.id}/{item.id}" in named
    if problem.id in letter.problems:
        return True
    to_the_unit = roles_of(ledger, None).who(letter.to) == life.lead
    in_general = not (letter.problems or letter.items or letter.common)
    return to_the_unit and in_general and sent.issued > life.due


def _opened(life: Life) -> date:
    """Return the day the item was last opened: its reopening, else its beginning."""
    reopened = [one.entry.date for one in life.moves if one.entry.action is Action.REOPEN]
    return reopened[-1] if reopened else life.born
