"""The columns of an entry of an item's log: as it is filled in beside an item, and in a row of its own."""

from inspection.labels import Labels
from inspection.office.spreadsheet import derived as of
from inspection.office.spreadsheet.columns import Column, Form
from inspection.office.spreadsheet.fields import fact, fill
from inspection.office.spreadsheet.offered import offered

_FILLED = ("date", "by", "note", "how", "done", "evidence", "vouched", "until", "next", "reason")
_LOGGED = (*_FILLED, "check", "agreed", "due", "visit", "order", "lead", "responsible")
"""What may be filled in of an entry in the list of tasks, and in that of the logs."""


def filled_in(labels: Labels) -> tuple[Column, ...]:
    """Return the empty columns of the list of tasks, which become a new entry."""
    return (
        fill(labels, "items.log.action", Form.CODE, width=14)._replace(only=offered(_FILLED)),
        fill(labels, "items.log.date", Form.DAY),
        fill(labels, "items.log.by", Form.BODY),
        fill(labels, "items.log.note", Form.TEXT, width=40),
        fill(labels, "items.log.how", Form.CODE)._replace(local=False),
        fill(labels, "items.log.done", Form.IDS),
        fill(labels, "items.log.evidence", Form.IDS),
        fill(labels, "items.log.vouched", Form.TEXT, width=16),
        fill(labels, "items.log.until", Form.DAY),
        fill(labels, "items.log.next", Form.DAY),
        fill(labels, "items.log.reason", Form.TEXT, width=16),
    )


def logged(labels: Labels) -> tuple[Column, ...]:
    """Return the columns of the list of entries."""
    log = "items.log."
    return (
        fact(labels, f"{log}date", Form.DAY),
        fact(labels, f"{log}action", Form.CODE, width=14)._replace(only=offered(_LOGGED)),
        fact(labels, f"{log}by", Form.BODY),
        fact(labels, f"{log}note", Form.TEXT, width=44),
        fact(labels, f"{log}done", Form.IDS),
        fact(labels, f"{log}evidence", Form.IDS),
        fact(labels, f"{log}vouched", Form.TEXT, width=16),
        fact(labels, f"{log}how", Form.CODE),
        fact(labels, f"{log}reason", Form.TEXT, width=16)._replace(value=of.reason),
        fact(labels, f"{log}until", Form.DAY),
        fact(labels, f"{log}next", Form.DAY),
        fact(labels, f"{log}check", Form.DAY),
        fact(labels, f"{log}agreed", Form.BODIES),
        fact(labels, f"{log}due", Form.DAY),
        fact(labels, f"{log}visit", Form.ID),
        fact(labels, f"{log}order", Form.ID),
        fact(labels, f"{log}lead", Form.UNIT),
        fact(labels, f"{log}responsible", Form.TEXT, width=16),
    )
