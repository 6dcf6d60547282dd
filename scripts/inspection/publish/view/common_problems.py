"""Common problems (共性问题) whose title was released, with what the units' own checks found, by kind of unit.

Self-checks are the office's; only sums are public, released in batches so that nothing gives away one unit's count.
"""

from collections.abc import Callable, Iterator
from datetime import date

from msgspec import Struct

from inspection.derive.addressees import addressees
from inspection.model.ledger import Ledger
from inspection.model.matters import CommonProblem, SelfCheck
from inspection.publish.view.batches import released
from inspection.publish.view.gate import title_released

COUNTS: dict[str, Callable[[SelfCheck], int]] = {
    "submitted": lambda _: 1,
    "found": lambda check: check.found or 0,
    "measures": lambda check: check.measures or 0,
    "institutions": lambda check: check.institutions or 0,
}
"""What is summed over self-checks; their cases are shown for the district per half-year and in no other way."""


class PublicSelfChecks(Struct, frozen=True, kw_only=True):
    """What the self-checks of one kind of unit come to; a count is nothing while it may not be shown.

    Attributes:
        kind: A code of `unit_kind`.
        addressed: How many units were asked.
        submitted: How many handed theirs in.
    """

    kind: str
    addressed: int | None = None
    submitted: int | None = None
    found: int | None = None
    measures: int | None = None
    institutions: int | None = None


class PublicCommonProblem(Struct, frozen=True, kw_only=True):
    """A common problem with a publication of its own. It has no public id: one page shows them all.

    Attributes:
        owner: The competent department, one of the view's units, or nothing.
        checks: By kind of unit, in the order of the register; kinds of which no count may be shown are left out.
    """

    title: str
    owner: str | None = None
    checks: tuple[PublicSelfChecks, ...] = ()


def public_commons(ledger: Ledger, as_of: date, least: int) -> tuple[PublicCommonProblem, ...]:
    """Return the common problems released by the day, the latest publication first.

    Args:
        ledger: The ledger the public knows of.
        as_of: The day.
        least: How many units a sum must at least rest on.
    """
    told = [
        (common.publication.published, common)
        for common in ledger.commons.values()
        if common.publication is not None and title_released(ledger, common.publication, as_of)
    ]
    told.sort(key=lambda one: one[1].title)
    told.sort(key=lambda one: one[0], reverse=True)
    return tuple(
        PublicCommonProblem(
            title=common.title,
            owner=common.owner if common.owner in ledger.units and ledger.units[common.owner].joined <= as_of else None,
            checks=tuple(_checks(ledger, common, as_of, least)),
        )
        for _, common in told
    )


def _checks(ledger: Ledger, common: CommonProblem, as_of: date, least: int) -> Iterator[PublicSelfChecks]:
    """Yield the sums of every kind of unit of which anything but nothing may be shown."""
    units = ledger.units
    asked = [units[id_].kind for id_ in addressees(ledger, common) if id_ in units]
    every = [one for one in ledger.self_checks.values() if one.common == common.id and one.unit in units]
    for kind in dict.fromkeys([unit.kind for unit in units.values()]):
        own = [(one.submitted, one) for one in every if units[one.unit].kind == kind]
        number = asked.count(kind)
        sums = {
            name: released([(day, count(one)) for day, one in own if day is not None], as_of, least)
            for name, count in COUNTS.items()
        }
        if number >= least or any(sums.values()):
            yield PublicSelfChecks(kind=kind, addressed=number if number >= least else None, **sums)
