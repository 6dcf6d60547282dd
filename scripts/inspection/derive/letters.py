"""The life of a letter: issued, received, replied to, accepted or returned; and what it waits for."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from inspection.derive.clocks import deadline
from inspection.model.ledger import Ledger
from inspection.model.matters import Letter, LetterEntry
from inspection.workdays import Calendar, Due

SUGGESTIONS = frozenset({"inspection_suggestion", "discipline_suggestion", "supervisory_suggestion"})

DRAFT = "draft"
"""The state of a letter nobody has issued; every other state is named after the action that led to it."""

_OUT = frozenset({"issue", "receive", "reply", "return", "accept"})
_ORIGINS = {
    "issue": frozenset({DRAFT}),
    "receive": frozenset({"issue"}),
    "reply": frozenset({"receive", "return"}),
    "accept": frozenset({"reply"}),
    "return": frozenset({"reply"}),
    "withdraw": _OUT,
}


class Told(NamedTuple):
    """An entry of a letter's log.

    Attributes:
        place: Its place in the log as written, from 0.
        state: The state it found.
        allowed: Whether it was allowed there.
        consequence: Whether it only follows from an earlier entry that was not, and would be allowed with it.
    """

    place: int
    entry: LetterEntry
    state: str
    allowed: bool
    consequence: bool


class Awaited(NamedTuple):
    """The answer a letter waits for.

    Attributes:
        clock: `letter_receipt` or `letter_reply`, a field of the policy's deadlines.
        pointer: JSON Pointer to the day its time runs from.
        fixed: Whether the letter itself names the last day.
    """

    clock: str
    pointer: str
    start: date
    due: Due
    fixed: bool


def told(letter: Letter, as_of: date) -> Iterator[Told]:
    """Yield the entries of a letter's log up to a day, by day, then position; one that is not allowed moves nothing."""
    state = before = DRAFT
    placed = [(place, entry) for place, entry in enumerate(letter.log) if entry.date <= as_of]
    for place, entry in sorted(placed, key=lambda one: one[1].date):
        allowed = state in _ORIGINS[entry.action]
        yield Told(place, entry, state, allowed, not allowed and before in _ORIGINS[entry.action])
        state, before = entry.action if allowed else state, entry.action


def allowed_next(letter: Letter, as_of: date) -> tuple[str, ...]:
    """Return the actions a letter's log may go on with, from where it stands on a day."""
    state = DRAFT
    for one in told(letter, as_of):
        state = one.entry.action if one.allowed else state
    return tuple(action for action, origins in _ORIGINS.items() if state in origins)


def issued(letter: Letter, as_of: date) -> date | None:
    """Return the day a letter was issued, or nothing while it is a draft or once it is withdrawn."""
    day: date | None = None
    for one in told(letter, as_of):
        if one.allowed and one.entry.action in ("issue", "withdraw"):
            day = one.entry.date if one.entry.action == "issue" else None
    return day


def awaited(ledger: Ledger, calendar: Calendar, letter: Letter, as_of: date) -> Awaited | None:
    """Return the answer a letter waits for: its receipt once issued, its reply once received; else nothing.

    A reply is due on the letter's own `reply_due`, else by the policy of the day it was received.

    Args:
        ledger: Holds the policies.
        calendar: Which days are worked.
        letter: The letter.
        as_of: The day; entries after it have not happened yet.
    """
    moves = [one for one in told(letter, as_of) if one.allowed]
    clock = {"issue": "letter_receipt", "receive": "letter_reply"}.get(moves[-1].entry.action) if moves else None
    if clock is None:
        return None
    last = moves[-1]
    start, pointer = last.entry.date, f"/log/{last.place}/date"
    if clock == "letter_reply" and letter.reply_due is not None:
        return Awaited(clock, pointer, start, Due(letter.reply_due), fixed=True)
    return Awaited(clock, pointer, start, deadline(ledger, calendar, clock, start), fixed=False)


def about(ledger: Ledger, letter: Letter) -> frozenset[str]:
    """Return the common problems a letter is about: the one it names, and those its problems and items are part of."""
    names = {*letter.problems, *(item.rpartition("/")[0] for item in letter.items)}
    problems = (ledger.problems.get(name) for name in names)
    commons = {letter.common, *(problem.common for problem in problems if problem is not None)}
    return frozenset(common for common in commons if common is not None)
