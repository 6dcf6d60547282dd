"""Which checklists are in force on a day."""

from datetime import date

from inspection.model.ledger import Ledger
from inspection.model.units import Checklist, Unit


def replaced_from(ledger: Ledger) -> dict[str, date]:
    """Return, by the checklist's id, the first day on which another one stood in its place."""
    days: dict[str, date] = {}
    for one in ledger.checklists.values():
        if one.replaces is not None and one.replaces != one.id:
            days[one.replaces] = min(one.effective, days.get(one.replaces, one.effective))
    return days


def in_force(checklist: Checklist, replaced: dict[str, date], day: date) -> bool:
    """Return whether a checklist is effective on a day and not replaced by then; see `replaced_from`."""
    gone = replaced.get(checklist.id)
    return checklist.effective <= day and (gone is None or day < gone)


def applies(checklist: Checklist, unit: Unit) -> bool:
    """Return whether a checklist is for a unit: by its kind, and by its class where the unit has one."""
    kinds, classes = checklist.applies_to.kinds, checklist.applies_to.classes
    return (not kinds or unit.kind in kinds) and (not classes or unit.class_ is None or unit.class_ in classes)
