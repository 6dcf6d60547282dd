"""Visits and letters: what was looked at again, and what was written about it."""

from collections.abc import Iterable
from datetime import date

from inspection.derive.clocks import deadline
from inspection.derive.figures.leaves import Bound, Figure, Share, codes_of, counted, grouped, summed
from inspection.derive.figures.scope import Scope
from inspection.model.matters import Checked, Letter, LetterEntry, Visit


def visits(scope: Scope) -> Figure:
    """Return the visits that ended in the term by the day.

    `units_by_kind`: distinct units by kind of visit. `teams`: distinct labels of supervision groups. `checked`: looks
    at an item, by `results`; an item looked at twice counts twice.
    """
    ended = _ended(scope)
    kinds = codes_of(Visit, "kind")
    looks = [(f"{one.id}/checked/{place}", look) for one in ended for place, look in enumerate(one.checked)]
    return {
        "total": counted(one.id for one in ended),
        "by_kind": grouped(((one.kind, one.id) for one in ended), kinds),
        "units_by_kind": grouped(((one.kind, unit) for one in ended for unit in one.units), kinds),
        "teams": counted(one.team for one in ended if one.team is not None),
        "checked": counted(look_id for look_id, _ in looks),
        "results": grouped(((look.result, look_id) for look_id, look in looks), codes_of(Checked, "result")),
    }


def false_closure_rate(scope: Scope) -> Figure:
    """Return how many items drawn by lot turned out falsely closed, of those drawn and looked at, with 95 % interval.

    Only what was drawn by lot stands for the whole; items somebody chose to look at are left out.
    """
    looks = [
        (f"{one.id}/{look.item}", look)
        for one in _ended(scope)
        if one.sample is not None
        for look in one.checked
        if look.item in one.sample.drawn
    ]
    drawn = counted(look_id for look_id, _ in looks)
    found = counted(look_id for look_id, look in looks if look.result == "false_closure")
    return {
        "found": found,
        "drawn": drawn,
        "rate": Share(found, drawn),
        "low": Bound(found, drawn, upper=False),
        "high": Bound(found, drawn, upper=True),
    }


def _ended(scope: Scope) -> list[Visit]:
    return [one for one in scope.ledger.visits.values() if scope.in_term(one.to)]


def letters(scope: Scope) -> Figure:
    """Return the letters issued in the term by the day and not withdrawn by then.

    `accepted`: the last word is that the reply was accepted. `overdue`: the receipt is missing past the policy's period
    since the issue, or the reply past `reply_due` or else the policy's period since the receipt. `campaigns`: those
    begun by the day.
    """
    issued = [(one, told) for one in scope.ledger.letters.values() if _is_out(scope, told := _told(scope, one))]
    return {
        "total": counted(one.id for one, _ in issued),
        "by_kind": grouped(((one.kind, one.id) for one, _ in issued), codes_of(Letter, "kind")),
        "suggestions": summed((one.id, len(one.suggestions)) for one, _ in issued),
        "accepted": counted(one.id for one, told in issued if told[-1].action == "accept"),
        "overdue": counted(one.id for one, told in issued if _waits_too_long(scope, one, told[-1])),
        "campaigns": counted(one.id for one, _ in issued if one.campaign and scope.counts(one.campaign.from_)),
    }


def letters_of_period(scope: Scope) -> Figure:
    """Return the letters issued and accepted, and the campaigns begun, in the period; what was withdrawn is left out.

    Which are overdue is told of the last day.
    """
    standing = [(one, days) for one in scope.ledger.letters.values() if "withdraw" not in (days := _days(one))]
    issued = [one for one, days in standing if scope.counts(days.get("issue"))]
    began = [one for one, days in standing if "issue" in days and one.campaign and scope.counts(one.campaign.from_)]
    return {
        "total": counted(one.id for one in issued),
        "by_kind": grouped(((one.kind, one.id) for one in issued), codes_of(Letter, "kind")),
        "suggestions": summed((one.id, len(one.suggestions)) for one in issued),
        "accepted": counted(
            one.id for one, days in standing if days and [*days][-1] == "accept" and scope.counts(days["accept"])
        ),
        "campaigns": counted(one.id for one in began),
    }


def _days(letter: Letter) -> dict[str, date]:
    """Return the day of the last entry of each action, in the order of the days."""
    days: dict[str, date] = {}
    for entry in sorted(letter.log, key=lambda entry: entry.date):
        days.pop(entry.action, None)
        days[entry.action] = entry.date
    return days


def _told(scope: Scope, letter: Letter) -> list[LetterEntry]:
    return sorted((entry for entry in letter.log if scope.counts(entry.date)), key=lambda entry: entry.date)


def _is_out(scope: Scope, told: Iterable[LetterEntry]) -> bool:
    actions = {entry.action: entry.date for entry in told}
    return scope.in_term(actions.get("issue")) and "withdraw" not in actions


def _waits_too_long(scope: Scope, letter: Letter, last: LetterEntry) -> bool:
    due: date | None = None
    if last.action == "issue":
        due = deadline(scope.ledger, scope.calendar, "letter_receipt", last.date).day
    elif last.action == "receive":
        due = letter.reply_due or deadline(scope.ledger, scope.calendar, "letter_reply", last.date).day
    return scope.passed(due)
