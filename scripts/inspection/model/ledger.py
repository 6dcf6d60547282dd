"""The whole ledger."""

from collections.abc import Container, Iterator
from typing import Any

from msgspec import Struct, field

from inspection.model.district import CalendarYear, District, Paper, Plan, Purges, Signers
from inspection.model.inspections import Inspection
from inspection.model.matters import CommonProblem, Letter, SelfCheck, Visit
from inspection.model.policy import Policy
from inspection.model.problems import Item, Problem
from inspection.model.record import Record
from inspection.model.rounds import Round
from inspection.model.units import Checklist, Person, Unit


class Ledger(Struct, frozen=True, kw_only=True):
    """Every record that could be read; what could not is a finding of the loader.

    Dictionaries are in the order of their paths. Inspections are by `(round, unit)`, self-checks by `(common, unit)`,
    policies in the order of their days.
    """

    district: District | None = None
    signers: Signers | None = None
    purges: Purges | None = None
    policies: tuple[Policy, ...] = ()
    calendars: dict[int, CalendarYear] = field(default_factory=dict)
    papers: dict[str, Paper] = field(default_factory=dict)
    plans: dict[str, Plan] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    checklists: dict[str, Checklist] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    rounds: dict[str, Round] = field(default_factory=dict)
    inspections: dict[tuple[str, str], Inspection] = field(default_factory=dict)
    problems: dict[str, Problem] = field(default_factory=dict)
    commons: dict[str, CommonProblem] = field(default_factory=dict)
    self_checks: dict[tuple[str, str], SelfCheck] = field(default_factory=dict)
    letters: dict[str, Letter] = field(default_factory=dict)
    visits: dict[str, Visit] = field(default_factory=dict)

    def records(self) -> Iterator[Record]:
        """Yield every record, kind by kind."""
        for alone in (self.district, self.signers, self.purges):
            if alone is not None:
                yield alone
        yield from self.policies
        for many in (
            self.calendars, self.papers, self.plans, self.units, self.checklists, self.people, self.rounds,
            self.inspections, self.problems, self.commons, self.self_checks, self.letters, self.visits,
        ):  # fmt: skip
            yield from many.values()

    def only(self, paths: Container[str]) -> "Ledger":
        """Return the ledger with only the records at these paths."""
        kept: dict[str, Any] = {}
        for name in self.__struct_fields__:
            held = getattr(self, name)
            if isinstance(held, dict):
                kept[name] = {key: record for key, record in held.items() if record.path in paths}
            elif isinstance(held, tuple):
                kept[name] = tuple(record for record in held if record.path in paths)
            elif held is not None and held.path in paths:
                kept[name] = held
        return Ledger(**kept)

    def inspection_of(self, problem: Problem) -> Inspection | None:
        """Return the inspection that found a problem."""
        return self.inspections.get((problem.round, problem.unit))

    def items(self) -> Iterator[tuple[Problem, int, Item]]:
        """Yield every rectification item with its problem and its place in the problem's `items`."""
        for problem in self.problems.values():
            for place, item in enumerate(problem.items):
                yield problem, place, item
