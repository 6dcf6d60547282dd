"""Who may approve a publication, and which entry of an inspection's publications stands."""

from datetime import date

from inspection.derive.clocks import deadline
from inspection.derive.policies import calendar_of, policy_on
from inspection.derive.roles import known_roles
from inspection.model.inspections import Inspection, SocietyPublication
from inspection.model.ledger import Ledger
from inspection.model.record import Body


def decided(ledger: Ledger, approved: date, by: Body, unit: str | None = None) -> bool:
    """Return whether the body the policy of that day names for publications approved it.

    Args:
        ledger: Holds the policies and what the bodies stand for.
        approved: The day of the approval; its policy names the body.
        by: Who approved it.
        unit: The inspected unit, where there is one.
    """
    return known_roles(ledger, unit).among(by, (policy_on(ledger, approved).publication_by,))


def standing(inspection: Inspection, as_of: date) -> list[tuple[int, SocietyPublication]]:
    """Return the publications to society approved by `as_of` and not retracted by then, with their places.

    The oldest comes first: by the day of publication where there is one, else of the approval, then by place.
    """
    entries = inspection.publication.society if inspection.publication is not None else ()
    left = [
        (place, entry)
        for place, entry in enumerate(entries)
        if entry.approved <= as_of and not (entry.retracted is not None and entry.retracted.date <= as_of)
    ]
    return sorted(left, key=lambda one: (one[1].published or one[1].approved, one[0]))


def open_until(ledger: Ledger, entry: SocietyPublication, published: date) -> date:
    """Return the last day of a notice's period: that of the entry, else by the policy of the day of publication."""
    return entry.until or deadline(ledger, calendar_of(ledger), "publication_period", published).day
