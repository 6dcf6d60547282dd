"""CMN, LTR, VIS and CLU: common problems, letters, visits and clues."""

from collections.abc import Iterator
from datetime import timedelta

from tests.mutations.town import Changes, Town, first

from inspection.derive.clocks import deadline
from inspection.model.matters import Letter, SelfCheck, Visit
from inspection.model.rounds import Clues, Round


def _checks(town: Town) -> Iterator[SelfCheck]:
    """Yield the self-checks that found something and were handed in."""
    return (one for one in town.ledger.self_checks.values() if one.submitted is not None and one.found)


def self_check_a_day_late(town: Town) -> Changes:
    one = first(_checks(town))
    issued = town.ledger.commons[one.common].issued
    due = deadline(town.ledger, town.context.calendar, "self_check", issued).day
    return {one.path: town.data(one) | {"submitted": (due + timedelta(days=1)).isoformat()}}


def owner_nobody_wrote_to(town: Town) -> Changes:
    one = first(one for one in town.ledger.commons.values() if one.owner is not None)
    written = {letter.to for letter in town.ledger.letters.values()}
    other = first(
        unit.id
        for unit in town.ledger.units.values()
        if unit.kind == "department" and unit.id not in written and unit.id != one.owner
    )
    return {one.path: town.data(one) | {"owner": other}}


def self_check_without_measures(town: Town) -> Changes:
    one = first(_checks(town))
    return {one.path: town.data(one) | {"measures": 0}}


def nobody_notified(town: Town) -> Changes:
    one = first(town.ledger.commons.values())
    data = town.data(one)
    del data["notified"]
    return {one.path: data}


def _settled(town: Town) -> Iterator[Letter]:
    """Yield the letters that were issued, received, replied to and accepted, long ago."""
    for one in town.ledger.letters.values():
        actions = [entry.action for entry in one.log]
        if actions == ["issue", "receive", "reply", "accept"] and one.log[-1].date < town.today - timedelta(days=90):
            yield one


def letter_without_a_number(town: Town) -> Changes:
    one = first(_settled(town))
    data = town.data(one)
    del data["number"]
    return {one.path: data}


def letter_never_received(town: Town) -> Changes:
    one = first(_settled(town))
    data = town.data(one)
    data["log"] = data["log"][:1]
    return {one.path: data}


def received_when_all_was_settled(town: Town) -> Changes:
    one = first(_settled(town))
    data = town.data(one)
    data["log"].append(data["log"][1] | {"date": data["log"][-1]["date"]})
    return {one.path: data}


def result_not_sent_to_the_leader(town: Town) -> Changes:
    one = first(one for one in town.ledger.visits.values() if "leader_in_charge" in one.sent)
    data = town.data(one)
    del data["sent"]["leader_in_charge"]
    return {one.path: data}


def nothing_looked_at_again(town: Town) -> Changes:
    """The visits to one round found every item in order, and what they looked at is left out."""
    round_ = first(name for name, visits in _by_round(town).items() if all(visit.rounds == (name,) for visit in visits))
    changes: Changes = {}
    for visit in _by_round(town)[round_]:
        data = town.data(visit)
        data["checked"] = [one for one in data["checked"] if one["result"] != "ok"]
        data["sample"]["drawn"] = []
        changes[visit.path] = data
    return changes


def _by_round(town: Town) -> dict[str, list[Visit]]:
    """Return the visits that looked at items of a round whose time for it is over."""
    found: dict[str, list[Visit]] = {}
    for visit in town.ledger.visits.values():
        for name in sorted({one.item[: -len("-0000/1")] for one in visit.checked}):
            ended = town.ledger.rounds[name].onsite.to
            if deadline(town.ledger, town.context.calendar, "resample", ended).day < town.today:
                found.setdefault(name, []).append(visit)
    return found


def _clues(town: Town) -> Iterator[tuple[Round, int, Clues]]:
    for round_ in town.ledger.rounds.values():
        for place, clues in enumerate(round_.clues):
            if clues.results:
                yield round_, place, clues


def more_filed_than_transferred(town: Town) -> Changes:
    round_, place, clues = first(_clues(town))
    data = town.data(round_)
    data["clues"][place]["results"][-1]["filed"]["pieces"] = clues.pieces + 1
    return {round_.path: data}


def clues_nobody_reported_on(town: Town) -> Changes:
    round_, place, _ = first(_clues(town))
    data = town.data(round_)
    data["clues"][place]["results"] = []
    return {round_.path: data}
