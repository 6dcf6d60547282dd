"""Which actions a list offers: those it has the columns for, and in a unit's own workbook those a unit may take."""

from collections.abc import Collection

from inspection.derive.moves import MOVES
from inspection.labels import Wording
from inspection.model.problems import Action
from inspection.office.spreadsheet.names import Names
from inspection.office.spreadsheet.values import NotTakenError
from inspection.office.writing.log_actions import ITEM_LOG

_ONE_OF = {Action.REPLAN.value: {"add", "drop"}, Action.ASSIGN.value: {"lead", "responsible"}}
"""What these actions say at least one of, though neither alone is needed."""


def offered(fields: Collection[str]) -> tuple[str, ...]:
    """Return the actions of an item's log that a list with columns for these fields can say in full."""
    known = set(fields)
    return tuple(
        one.name
        for one in ITEM_LOG
        if known >= set(one.needs) and (known & _ONE_OF[one.name] if one.name in _ONE_OF else True)
    )


def of_units(actions: Collection[str]) -> tuple[str, ...]:
    """Return those of some actions a unit may take itself."""
    return tuple(one for one in actions if "unit" in MOVES[Action(one)].by)


def refuse_unfit(action: str, fit: Collection[str], reference: str, names: Names) -> None:
    """Let an action pass that the list can say in full.

    Raises:
        NotTakenError: It cannot; the sentence says what to type instead.
    """
    if action not in fit:
        called: Wording = names.labels.code("item_action", action)
        raise NotTakenError(
            f"「{called.zh}」要写的内容这张表里没有列，请用 inspection record {reference} {called.zh}",
            f"this list has no columns for all of {action}; use `inspection record {reference} {action}`",
        )
