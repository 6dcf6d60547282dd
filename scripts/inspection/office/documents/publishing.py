"""A notice that was approved and is not published yet, read as if it were: what is printed is what will be public."""

from datetime import date

from msgspec.structs import replace

from inspection.derive.publications import standing
from inspection.model.inspections import Inspection, SocietyPublication
from inspection.model.ledger import Ledger


def awaiting(inspection: Inspection, day: date) -> SocietyPublication | None:
    """Return the newest publication approved by a day, not taken back and not out yet; nothing where there is none."""
    waits = [entry for _, entry in standing(inspection, day) if entry.published is None or entry.published > day]
    return max(waits, key=lambda entry: entry.approved, default=None)


def as_published(ledger: Ledger, inspection: Inspection, entry: SocietyPublication, day: date) -> Ledger:
    """Return the ledger as if an approved publication came out on a day; every other condition stays as it is."""
    publication = inspection.publication
    assert publication is not None
    society = tuple(replace(one, published=day) if one is entry else one for one in publication.society)
    out = replace(inspection, publication=replace(publication, society=society))
    return replace(ledger, inspections={**ledger.inspections, (inspection.round, inspection.unit): out})
