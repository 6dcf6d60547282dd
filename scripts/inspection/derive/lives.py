"""Every item's life on one day, each computed once and when first asked for."""

from collections.abc import Iterator
from datetime import date

from inspection.derive.lifecycle import Life, life
from inspection.derive.state import Setting
from inspection.derive.status import Status, problem_status
from inspection.model.ledger import Ledger
from inspection.model.problems import Item, Problem


def born(ledger: Ledger, problem: Problem, item: Item) -> date:
    """Return the day an item exists from: its notice's issue, its plan's submission, else the day of the finding."""
    if item.kind == "immediate":
        notice = ledger.letters.get(item.notice or "")
        issued = [entry.date for entry in notice.log if entry.action == "issue"] if notice is not None else []
        return min(issued, default=problem.found)
    inspection = ledger.inspection_of(problem)
    if inspection is not None and inspection.plan is not None:
        return inspection.plan.submitted
    return problem.found


def group_left(ledger: Ledger, problem: Problem) -> date | None:
    """Return the last day of the group on site at the problem's unit."""
    inspection = ledger.inspection_of(problem)
    if inspection is not None and inspection.onsite is not None:
        return inspection.onsite.to
    round_ = ledger.rounds.get(problem.round)
    return round_.onsite.to if round_ is not None else None


def setting_of(ledger: Ledger, problem: Problem, item: Item) -> Setting:
    """Return an item with the world around it, as the fold needs it."""
    unit = ledger.units.get(problem.unit)
    return Setting(
        ledger=ledger,
        problem=problem,
        item=item,
        unit_kind=unit.kind if unit is not None else "default",
        left=group_left(ledger, problem),
        born=born(ledger, problem, item),
    )


class Lives:
    """The lives of a ledger's items as of a day.

    Args:
        ledger: The ledger; it must hold a policy.
        as_of: The day.
    """

    def __init__(self, ledger: Ledger, as_of: date) -> None:
        """Compute nothing yet."""
        self.ledger = ledger
        self.as_of = as_of
        self._lives: dict[str, tuple[Life, ...]] = {}

    def within(self, ledger: Ledger) -> "Lives":
        """Return the lives in a part of the ledger: inspections with all their problems, and all that is neither."""
        narrowed = Lives(ledger, self.as_of)
        narrowed._lives = self._lives
        return narrowed

    def of(self, problem: Problem, item: Item) -> Life:
        """Return one item's life."""
        for one, lived in zip(problem.items, self.of_all(problem), strict=True):
            if one is item:
                return lived
        return life(setting_of(self.ledger, problem, item), self.as_of)

    def of_all(self, problem: Problem) -> tuple[Life, ...]:
        """Return the lives of the problem's items in their order; two of the same id have each their own."""
        known = self._lives.get(problem.path)
        if known is None:
            lived = [life(setting_of(self.ledger, problem, item), self.as_of) for item in problem.items]
            known = self._lives[problem.path] = tuple(lived)
        return known

    def of_problem(self, problem: Problem) -> Iterator[tuple[Item, Life]]:
        """Yield the problem's items that exist on the day, with their lives."""
        for item, one in zip(problem.items, self.of_all(problem), strict=True):
            if one.exists:
                yield item, one

    def status(self, problem: Problem) -> Status:
        """Return a problem's status; a submitted item ranks as the status it came from."""
        return problem_status(one.before for _, one in self.of_problem(problem))

    def overdue(self, problem: Problem) -> bool:
        """Return whether any of the problem's items is overdue."""
        return any(one.overdue_on(self.as_of) for _, one in self.of_problem(problem))

    def withdrawn(self, problem: Problem) -> frozenset[int]:
        """Return the ids of the problem's withdrawn items."""
        return frozenset([item.id for item, one in self.of_problem(problem) if one.status is Status.WITHDRAWN])
