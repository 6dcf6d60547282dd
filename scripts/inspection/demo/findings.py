"""What is found, and what is remembered of it while the ledger is told."""

from dataclasses import dataclass, field

from inspection.demo.commons import Shared
from inspection.demo.places import Record


@dataclass(slots=True)
class Found:
    """A problem with what its notice will say of it.

    Attributes:
        id: Its id.
        record: Its record.
        title: Its public title.
        result: Its public result, once there is one.
    """

    id: str
    record: Record
    title: str
    result: str


@dataclass(slots=True)
class Memory:
    """What one problem leaves behind for others.

    Attributes:
        shared: The common problems.
        before: The latest problem by unit and category, and by unit and theme.
        suggest: Problems that need a suggestion letter, by competent department.
        carried: How many immediate items were carried over the end of a round.
        unlinked: How many problems that came back were left unlinked.
        overdue: How many items are overdue in the story.
        amounts: How many problems involve money.
        judged: How many problems were judged for publication.
    """

    shared: list[Shared]
    before: dict[tuple[str, str], str] = field(default_factory=dict)
    suggest: dict[str, list[str]] = field(default_factory=dict)
    carried: int = 0
    unlinked: int = 0
    overdue: int = 0
    amounts: int = 0
    judged: int = 0


def into_order(record: Record, more: Record) -> None:
    """Put the publication before the items, where the data model has it."""
    later = {key: record.pop(key) for key in ("items", "acknowledged", "corrections") if key in record}
    record |= more | later
