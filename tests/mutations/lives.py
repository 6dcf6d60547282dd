"""LIF: the lives of items."""

from collections.abc import Iterator
from datetime import timedelta

from tests.mutations.town import Changes, ItemAt, Json, Town, first

from inspection.derive.clocks import deadline
from inspection.derive.status import OPEN, Status
from inspection.model.problems import Action

Log = list[Json]


def _with(town: Town, at: ItemAt, **fields: object) -> Changes:
    """Return the item's problem with some of the item's fields changed."""
    data = town.data(at.problem)
    data["items"][at.place].update(fields)
    return {at.problem.path: data}


def _log(town: Town, at: ItemAt) -> Log:
    log: Log = town.data(at.problem)["items"][at.place]["log"]
    return log


def _closed(town: Town) -> Iterator[ItemAt]:
    """Yield the items that were closed once and for all."""
    return (at for at in town.items() if at.life.status is Status.CLOSED and not at.life.reopenings)


def _actions(at: ItemAt) -> list[Action]:
    return [entry.action for entry in at.item.log]


def report_on_a_closed_item(town: Town) -> Changes:
    at = first(_closed(town))
    log = _log(town, at)
    late = {"date": log[-1]["date"], "action": "report", "by": "unit", "note": "x"}
    return _with(town, at, log=[*log, late])


def entry_of_tomorrow(town: Town) -> Changes:
    at = first(at for at in town.items() if at.life.status is Status.IN_PROGRESS and at.item.log)
    tomorrow = (town.today + timedelta(days=1)).isoformat()
    entry = {"date": tomorrow, "action": "supervise", "by": "office", "how": "urging"}
    return _with(town, at, log=[*_log(town, at), entry])


def _ahead(town: Town, at: ItemAt) -> bool:
    """Return whether an item's day lies beyond the windows in which its light is on."""
    return at.life.due > town.today + timedelta(days=20) and _actions(at)[-1] == Action.SUBMIT


def nobody_vouches(town: Town) -> Changes:
    at = first(at for at in town.items() if at.life.status is Status.SUBMITTED and _ahead(town, at))
    log = _log(town, at)
    del log[-1]["vouched"]
    return _with(town, at, log=log)


def closed_by_one_alone(town: Town) -> Changes:
    """The close does not hold, so the item waits for review once more, in a unit that has others open anyway."""
    busy = {(at.problem.round, at.problem.unit) for at in town.items() if at.life.status in OPEN}
    at = first(
        at
        for at in _closed(town)
        if (at.problem.round, at.problem.unit) in busy and _actions(at).count(Action.AGREE) == 1
    )
    return _with(town, at, log=[entry for entry in _log(town, at) if entry["action"] != "agree"])


def unit_reviews_its_own_plan(town: Town) -> Changes:
    one = first(one for one in town.ledger.inspections.values() if one.plan is not None and one.plan.reviews)
    data = town.data(one)
    data["plan"]["reviews"][-1]["by"].append("unit")
    return {one.path: data}


def returned_without_a_word(town: Town) -> Changes:
    at = first(at for at in _closed(town) if at.life.returns)
    log = _log(town, at)
    del first(entry for entry in log if entry["action"] == "return")["note"]
    return _with(town, at, log=log)


def extended_unasked(town: Town) -> Changes:
    at = first(at for at in _closed(town) if at.life.extensions)
    return _with(town, at, log=[entry for entry in _log(town, at) if entry["action"] != "ask"])


def answered_a_day_late(town: Town) -> Changes:
    """An ask was answered after the policy's days, still before the day the item was due."""
    for at in _closed(town):
        actions = _actions(at)
        if actions.count(Action.EXTEND) == 1 and actions[-1] != Action.EXTEND:
            place = actions.index(Action.EXTEND)
            asked, after = at.item.log[place - 1], at.item.log[place + 1]
            late = deadline(town.ledger, town.context.calendar, "extension", asked.date).day + timedelta(days=1)
            if asked.action == Action.ASK and late <= min(after.date, at.life.first_due):
                log = _log(town, at)
                log[place]["date"] = late.isoformat()
                return _with(town, at, log=log)
    return first(())


def phased_item_called_immediate(town: Town) -> Changes:
    return _with(town, first(at for at in _closed(town) if at.item.kind == "phased"), kind="immediate")


def next_look_yesterday(town: Town) -> Changes:
    """The day a long-term item was to be looked at again has passed."""
    at = first(at for at in town.items() if at.life.status is Status.LONG_TERM and at.life.check is not None)
    yesterday = town.today - timedelta(days=1)
    log = _log(town, at)
    assert at.life.check is not None
    for entry in log:
        entry.update({"check": yesterday.isoformat()} if entry.get("check") == at.life.check.isoformat() else {})
    return _with(town, at, log=log)


def same_evidence_again(town: Town) -> Changes:
    """What was returned is submitted again as it was."""
    for at in _closed(town):
        actions = _actions(at)
        if actions.count(Action.RETURN) == 1:
            place = actions.index(Action.RETURN)
            before, after = actions[:place], actions[place + 1]
            if after == Action.SUBMIT and before[-1] == Action.SUBMIT:
                log = _log(town, at)
                log[place + 1]["evidence"] = log[place - 1]["evidence"]
                log[place + 1].pop("done", None)
                return _with(town, at, log=log)
    return first(())


def institution_without_a_number(town: Town) -> Changes:
    at = first(at for at in _closed(town) if at.item.outcome is not None and at.item.outcome.institutions)
    outcome = town.data(at.problem)["items"][at.place]["outcome"]
    for institution in outcome["institutions"]:
        institution.pop("number", None)
    return _with(town, at, outcome=outcome)


def rebound_left_closed(town: Town) -> Changes:
    """A visit found a closed item to have come back, and nobody reopened it."""
    never = {f"{at.problem.id}/{at.item.id}" for at in _closed(town)}
    for visit in town.ledger.visits.values():
        over = deadline(town.ledger, town.context.calendar, "reopen", visit.to).day < town.today
        for row, one in enumerate(visit.checked if over else ()):
            if one.result == "ok" and one.item in never:
                data = town.data(visit)
                data["checked"][row]["result"] = "rebound"
                return {visit.path: data}
    return first(())
