"""Where in an item the day stands that a clock runs to."""

from inspection.derive.lifecycle import Life
from inspection.model.problems import Action


def where_due_was_set(place: int, one: Life) -> str:
    """Return the pointer to the current due day of the item at `place`: the last extension's or reopening's."""
    for placed in reversed(one.moves):
        if placed.entry.action is Action.EXTEND:
            return f"/items/{place}/log/{placed.place}/until"
        if placed.entry.action is Action.REOPEN:
            return f"/items/{place}/log/{placed.place}/due"
    return f"/items/{place}/due"


def last_move(place: int, one: Life, action: Action) -> str:
    """Return the pointer to the day of the item's last move of one kind; there must be one."""
    last = next(placed for placed in reversed(one.moves) if placed.entry.action is action)
    return f"/items/{place}/log/{last.place}/date"
