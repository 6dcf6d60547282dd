"""The board: every item with a running clock, by lamp, unit, round, responsible post and reviewing body."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from inspection.derive.lives import Lives
from inspection.derive.status import OPEN
from inspection.office.desk import Desk
from inspection.office.groups import Group, by_body, by_post, by_round, by_unit
from inspection.office.lights import Lamp, Row, rows_of, tally
from inspection.office.page import Page
from inspection.office.parted import parted

FIRST = 20
"""Items on the board's first page."""

HOME = "index.md"


class Way(NamedTuple):
    """A way to part the items.

    Attributes:
        address: The folder of its pages below `board/`.
        title: What it is called.
        group: What makes the groups.
        calendar: Whether each group has a calendar of its deadlines.
        lamps: The lamps that say something of a group.
    """

    address: str
    title: str
    group: Callable[[Desk, Iterable[Row]], list[Group]]
    calendar: bool = False
    lamps: tuple[Lamp, ...] = tuple(Lamp)


WAYS = (
    Way("units", "按责任单位", by_unit),
    Way("posts", "按责任岗位", by_post, calendar=True),
    Way("bodies", "按审核单位", by_body, lamps=(Lamp.REVIEW, Lamp.ASKED)),
    Way("rounds", "按轮次", by_round),
)

TITLES = {
    Lamp.RED: "逾期",
    Lamp.YELLOW: "临近到期",
    Lamp.GREEN: "即将到期",
    Lamp.LATER: "期限较远",
    Lamp.REVIEW: "待审核",
    Lamp.ASKED: "延期待答复",
    Lamp.CHECK: "长期坚持",
}


def board_pages(desk: Desk) -> Iterator[Page]:
    """Yield the board, a list for each lamp, and a list for each group of each way to part the items."""
    rows = rows_of(desk)
    ways = [(way, [(group, tally(group.rows)) for group in way.group(desk, rows)]) for way in WAYS]
    whole = {"tally": tally(rows), "open": _open(desk.lives), "lamps": TITLES, "ways": ways}
    yield Page(HOME, "整改看板", "board.md", {**whole, "first": rows[:FIRST]})
    for lamp, title in TITLES.items():
        lit = [row for row in rows if lamp in row.lamps]
        yield from _listed(f"board/{lamp}", title, lit, {"lamp": lamp})
    for way, groups in ways:
        folder = f"board/{way.address}"
        yield Page(f"{folder}/index.md", way.title, "groups.md", {"way": way, "groups": groups, "lamps": TITLES})
        for group, _ in groups:
            above = ((way.title, f"{folder}/index.md"),)
            yield from _listed(f"{folder}/{group.address}", group.name, group.rows, {"way": way}, above)


def _listed(
    folder: str, title: str, rows: Sequence[Row], values: dict[str, Any], above: tuple[tuple[str, str], ...] = ()
) -> Iterator[Page]:
    return parted(folder, title, "list.md", rows, {"lamps": TITLES, "tally": tally(rows), **values}, above)


def _open(lives: Lives) -> int:
    """Return how many items are open."""
    return sum(life.status in OPEN for one in lives.ledger.problems.values() for _, life in lives.of_problem(one))
