"""The pages of what waits for whom: everybody who owes something, and each one's own list."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from inspection.office.desk import Desk
from inspection.office.lights import rows_of
from inspection.office.page import Page
from inspection.office.parted import parted
from inspection.office.staged import KINDS
from inspection.office.stages import standings
from inspection.office.waits import STEPS, Wait, waits

HOME = "waiting/index.md"
WORDS = {**KINDS, **STEPS}
"""What each step is called."""


class Queue(NamedTuple):
    """What one body owes.

    Attributes:
        late: How many of its steps are late.
        creditors: How many different bodies wait for it.
        first: The first last day among them.
    """

    address: str
    called: str
    waits: tuple[Wait, ...]
    late: int
    creditors: int
    first: date | None


def queue_pages(desk: Desk) -> Iterator[Page]:
    """Yield the list of all who owe something, the latest first, and a list of what each one owes."""
    every = waits(desk, rows_of(desk), standings(desk))
    queues = sorted(_queues(every), key=lambda one: (-one.late, -len(one.waits), one.called))
    steps = _counted((WORDS[one.step], one.late) for one in every)
    creditors = _counted((one.creditor, one.late) for one in every)
    values = {"queues": queues, "steps": steps, "creditors": creditors, "total": len(every)}
    yield Page(HOME, "谁在等谁", "waiting.md", values)
    for queue in queues:
        values = {"queue": queue, "steps": WORDS}
        yield from parted(
            f"waiting/{queue.address}",
            f"{queue.called}要办的事",
            "queue.md",
            queue.waits,
            values,
            (("谁在等谁", HOME),),
        )


def _counted(named: Iterable[tuple[str, bool]]) -> list[tuple[str, int, int]]:
    """Return each name with how many there are of it and how many of them are late, the latest first."""
    found: dict[str, list[bool]] = {}
    for name, late in named:
        found.setdefault(name, []).append(late)
    counted = [(name, len(many), sum(many)) for name, many in found.items()]
    return sorted(counted, key=lambda one: (-one[2], -one[1], one[0]))


def _queues(every: Iterable[Wait]) -> Iterator[Queue]:
    owed: dict[str, list[Wait]] = {}
    for one in every:
        owed.setdefault(one.debtor, []).append(one)
    for key, many in owed.items():
        late = sum(one.late for one in many)
        first = min((one.due for one in many if one.due is not None), default=None)
        creditors = len({one.creditor for one in many})
        yield Queue(key.replace("_", "-"), many[0].called, tuple(many), late, creditors, first)
