"""Which unit stands behind a body.

A body is a role word or a unit id. "Nobody closes its own item" is checked on units, so every word is resolved before
two bodies are compared.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from inspection.derive.policies import NotInLedgerError
from inspection.model.ledger import Ledger
from inspection.model.problems import Problem
from inspection.model.record import Body


class Roles(NamedTuple):
    """The units the role words stand for in one matter.

    Attributes:
        named: Role words the district names a unit for.
        units: Every unit id of the register.
        unit: The unit behind `unit`: an item's lead, the inspected unit, the addressee.
        parent: The unit behind `parent`: the one above the inspected unit.
    """

    named: Mapping[str, str]
    units: Mapping[str, object]
    unit: str | None = None
    parent: str | None = None

    def unit_behind(self, body: Body) -> str | None:
        """Return the id of the unit a body stands for, or nothing when it stands for no unit."""
        if body == "unit":
            return self.unit
        if body == "parent":
            return self.parent
        if body in self.named:
            return self.named[body]
        return body if body in self.units else None

    def who(self, body: Body) -> str:
        """Return what two bodies are compared by: the unit behind the body, else the word itself."""
        return self.unit_behind(body) or body

    def among(self, body: Body, allowed: Collection[Body]) -> bool:
        """Return whether `body` is one of the allowed, by word or by the unit behind it."""
        return body in allowed or self.who(body) in map(self.who, allowed)

    def distinct(self, bodies: Iterable[Body]) -> int:
        """Return how many different bodies there are; two words for one unit count once."""
        return len({self.who(body) for body in bodies})


def roles_of(ledger: Ledger, unit: str | None, inspected: str | None = None) -> Roles:
    """Return the roles in a matter of `unit`; `parent` is the unit above `inspected` (default: above `unit`).

    Without a district most words stand for no unit.
    """
    above = ledger.units.get(inspected or unit or "")
    named = ledger.district.bodies if ledger.district is not None else {}
    return Roles(named, ledger.units, unit, above.parent if above is not None else None)


def known_roles(ledger: Ledger, unit: str | None, inspected: str | None = None) -> Roles:
    """Return the same for a verdict.

    Raises:
        NotInLedgerError: The ledger has no district that could be read, which alone knows what the words stand for.
    """
    if ledger.district is None:
        raise NotInLedgerError("no district")
    return roles_of(ledger, unit, inspected)


def roles_in(ledger: Ledger, problem: Problem, lead: str) -> Roles:
    """Return the roles in a problem while `lead` leads the item."""
    return roles_of(ledger, lead, problem.unit)
