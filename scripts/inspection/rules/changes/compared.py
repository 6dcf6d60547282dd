"""The two ledgers side by side, record by record; each pair is looked at once for all the rules."""

from typing import NamedTuple
from weakref import WeakKeyDictionary

from inspection.derive.differences import Difference, differences
from inspection.model.record import Record
from inspection.rules.framework import Context


class Altered(NamedTuple):
    """A record both ledgers hold and that is not the same in both."""

    before: Record
    after: Record
    differences: tuple[Difference, ...]


class Compared(NamedTuple):
    """What two ledgers do not share.

    Attributes:
        gone: The records only the base holds; a file that could not be read is not gone.
        added: The records only the head holds.
        altered: The others that are not the same.
    """

    gone: tuple[Record, ...] = ()
    added: tuple[Record, ...] = ()
    altered: tuple[Altered, ...] = ()

    def touched(self) -> tuple[Record, ...]:
        """Return every record that is not the same in both, as the head holds it where it does."""
        return (*self.gone, *self.added, *(one.after for one in self.altered))


_COMPARED: WeakKeyDictionary[Context, Compared] = WeakKeyDictionary()


def compared(context: Context) -> Compared:
    """Return what base and head do not share; nothing where there is no base."""
    known = _COMPARED.get(context)
    if known is None:
        known = _COMPARED[context] = _compared(context)
    return known


def _compared(context: Context) -> Compared:
    if context.base is None:
        return Compared()
    before = {one.path: one for one in context.base.records()}
    after = {one.path: one for one in context.head.records()}
    return Compared(
        tuple(one for path, one in before.items() if path not in after and path not in context.broken),
        tuple(one for path, one in after.items() if path not in before),
        tuple(
            Altered(before[path], one, tuple(differences(before[path], one)))
            for path, one in after.items()
            if path in before and before[path] != one
        ),
    )
