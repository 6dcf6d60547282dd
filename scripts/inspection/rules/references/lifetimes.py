"""REF05: records dated when the unit they name was not in the register, and items left behind by one that has gone."""

from collections.abc import Iterator
from datetime import date

from inspection.derive.bodies import called
from inspection.derive.lifecycle import Life
from inspection.finding import Severity, Words
from inspection.model.ledger import Ledger
from inspection.model.problems import Action, Item, Problem
from inspection.model.record import Record
from inspection.rules.framework import Context, Sight, Sighting, rule, see


def _of_problems(context: Context) -> Iterator[Sighting]:
    for problem in context.head.problems.values():
        yield from _check(context.head, problem, "/found", problem.unit, problem.found)
    yield from _left_behind(context)


@rule("REF05", Severity.WARNING, also=((Sight.INSPECTION, _of_problems),))
def outside_the_life_of_a_unit(context: Context) -> Iterator[Sighting]:
    """A record is dated before a unit it names joined the register or after it left; or a unit that left leads an item.

    Why: a unit that is not there can be neither inspected nor written to, and an item it leads has nobody to do it.

    Instead: correct the date or the unit; give the items of a unit that has left to its successor with `assign`.

    记录的日期早于所写单位纳入名录之日或晚于它撤出之日；或者已撤出的单位仍牵头未办结的事项。

    为什么：不在名录里的单位无从巡察、无从发函，由它牵头的事项也没有人办。

    怎么改：改正日期或单位；单位撤出的，用 `assign` 把事项交给承接单位。
    """
    ledger = context.head
    yield from _inspections(ledger)
    for common in ledger.commons.values():
        for unit in dict.fromkeys((common.owner, *common.addressees)):
            yield from _check(ledger, common, "/issued", unit, common.issued)
    for check in ledger.self_checks.values():
        yield from _check(ledger, check, "/submitted", check.unit, check.submitted)
    yield from _letters(ledger)
    for visit in ledger.visits.values():
        for place, unit in enumerate(visit.units):
            yield from _check(ledger, visit, f"/units/{place}", unit, visit.from_, visit.to)


def _inspections(ledger: Ledger) -> Iterator[Sighting]:
    for one in ledger.inspections.values():
        round_ = ledger.rounds.get(one.round)
        onsite = one.onsite or (round_.onsite if round_ is not None else None)
        if onsite is not None:
            yield from _check(ledger, one, "/onsite" if one.onsite else "", one.unit, onsite.from_, onsite.to)


def _letters(ledger: Ledger) -> Iterator[Sighting]:
    for letter in ledger.letters.values():
        issued = min((entry.date for entry in letter.log if entry.action == "issue"), default=None)
        for pointer, unit in (("/from", letter.from_), ("/to", letter.to)):
            yield from _check(ledger, letter, pointer, unit, issued)


def _check(
    ledger: Ledger, record: Record, pointer: str, name: str | None, first: date | None, last: date | None = None
) -> Iterator[Sighting]:
    unit = ledger.units.get(name or "")
    if unit is None or first is None:
        return
    day, who = last or first, called(ledger, unit.id)
    if first < unit.joined:
        zh, en = f"单位{who.zh}{unit.joined} 才纳入名录", f"{who.en} joined the register on {unit.joined}"
        yield see(record, pointer, zh=f"{zh}，早在 {first} 就有这份记录", en=f"{en}, and this is dated {first}")
    elif unit.left is not None and day > unit.left:
        zh, en = f"单位{who.zh}{unit.left} 已撤出名录", f"{who.en} left the register on {unit.left}"
        yield see(record, pointer, zh=f"{zh}，这份记录的日期是 {day}", en=f"{en}, and this is dated {day}")


def _left_behind(context: Context) -> Iterator[Sighting]:
    gone = {unit.id: unit.left for unit in context.head.units.values() if unit.left and unit.left < context.today}
    for problem in context.head.problems.values() if gone else ():
        for place, (item, life) in enumerate(zip(problem.items, context.lives.of_all(problem), strict=True)):
            left = gone.get(life.lead)
            if left is not None and life.exists and life.open:
                yield _orphan(context.head, problem, place, item, life, left)


def _orphan(ledger: Ledger, problem: Problem, place: int, item: Item, life: Life, left: date) -> Sighting:
    assigned = [one.place for one in life.moves if one.entry.action is Action.ASSIGN and one.entry.lead]
    successor, who = ledger.units[life.lead].succeeded_by, called(ledger, life.lead)
    return see(
        problem,
        f"/items/{place}/log/{assigned[-1]}/lead" if assigned else f"/items/{place}/lead",
        zh=f"事项 {item.id} 尚未办结，牵头单位{who.zh}已于 {left} 撤出名录",
        en=f"item {item.id} is open and led by {who.en}, which left the register on {left}",
        help=_successor(ledger, successor) if successor else None,
    )


def _successor(ledger: Ledger, unit: str) -> Words:
    who = called(ledger, unit)
    return Words(f"用 `assign` 交给承接单位{who.zh}", f"give it to the successor {who.en} with `assign`")
