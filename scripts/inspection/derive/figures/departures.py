"""How often the ledger left its own rules."""

from collections.abc import Iterator
from datetime import date

from inspection.derive.backdated import backdated
from inspection.derive.corrected import Placed
from inspection.derive.figures.leaves import Figure, counted
from inspection.derive.figures.problems import item_id
from inspection.derive.figures.scope import Scope
from inspection.derive.lifecycle import Life
from inspection.derive.policies import policy_on
from inspection.model.ledger import Ledger
from inspection.model.problems import Action, Entry, Item
from inspection.workdays import limit


def departures(scope: Scope) -> Figure:
    """Return the departures on record by the day.

    In every kind of record: `acknowledged` (findings accepted as facts of the world) and `corrections`, to which those
    in logs are added. `exceptions`: severities the policy in force that day sets for a rule, not expired. In the items
    of the term's problems: `voided` (entries declared never to have happened), `withdrawn`, and `beyond_limit`
    (extensions past the policy's reach, which only the leading group can grant). `backdated`: what was recorded
    later than the policy allows, in any record, by the day of their recording; None where history is not at hand.
    """
    records = list(scope.ledger.records())
    corrects = list(_corrects(scope))
    return {
        "acknowledged": counted(
            f"{record.path}/acknowledged/{place}"
            for record in records
            for place, one in enumerate(record.acknowledged)
            if scope.counts(one.date)
        ),
        "exceptions": counted(_exceptions(scope)),
        "corrections": counted(
            [
                f"{record.path}/corrections/{place}"
                for record in records
                for place, one in enumerate(record.corrections)
                if scope.counts(one.date)
            ]
            + [place for place, void in corrects if not void]
        ),
        "voided": counted(place for place, void in corrects if void),
        "withdrawn": counted(name for name, _, life in _items(scope) if _withdrawn(scope, life)),
        "beyond_limit": counted(
            f"{name}/log/{placed.place}"
            for name, item, life in _items(scope)
            for placed in beyond_limit(scope.ledger, item, life)
            if scope.counts(placed.entry.date)
        ),
        "backdated": _backdated(scope),
    }


def _backdated(scope: Scope) -> Figure:
    if scope.provenance is None:
        return None
    late = backdated(scope.ledger, scope.provenance, scope.calendar)
    return counted("".join(one.fact.place) for one in late if scope.counts(one.recorded.day))


def _exceptions(scope: Scope) -> Iterator[str]:
    if scope.ledger.policies:
        policy = policy_on(scope.ledger, scope.as_of)
        yield from (f"{policy.path}/rules/{code}" for code, one in policy.rules.items() if scope.as_of <= one.until)


def _items(scope: Scope) -> Iterator[tuple[str, Item, Life]]:
    for problem in scope.problems:
        for item, life in scope.lives.of_problem(problem):
            yield item_id(problem, item.id), item, life


def _corrects(scope: Scope) -> Iterator[tuple[str, bool]]:
    """Yield the `correct` entries that count, and whether each voids its entry."""
    for name, _, life in _items(scope):
        for placed in life.moves:
            if placed.entry.action is Action.CORRECT and scope.counts(placed.entry.date):
                yield f"{name}/log/{placed.place}", placed.entry.void


def _withdrawn(scope: Scope, life: Life) -> bool:
    return any(placed.entry.action is Action.WITHDRAW and scope.counts(placed.entry.date) for placed in life.moves)


def beyond_limit(ledger: Ledger, item: Item, life: Life) -> Iterator[Placed]:
    """Yield the extensions of an item past the policy's reach, which only the leading group can grant."""
    anchor = item.due
    for placed in life.moves:
        entry = placed.entry
        if entry.action is Action.REOPEN and entry.due is not None:
            anchor = entry.due
        elif entry.action is Action.EXTEND and entry.until is not None and entry.until > _reach(ledger, anchor, entry):
            yield placed


def _reach(ledger: Ledger, anchor: date, entry: Entry) -> date:
    return limit(anchor, policy_on(ledger, entry.date).extensions.beyond)
