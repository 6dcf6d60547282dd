"""The items of the board by unit, round, responsible post and reviewing body."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from inspection.derive.waiting import Waiting
from inspection.office.desk import Desk
from inspection.office.lights import Row
from inspection.office.words import round_name

NO_POST = "（未写责任岗位）"


class Group(NamedTuple):
    """Some items of the board under one name.

    Attributes:
        address: The last part of its page's path: lower-case letters, digits and hyphens.
        name: What it is called.
    """

    address: str
    name: str
    rows: tuple[Row, ...]


def by_unit(desk: Desk, rows: Iterable[Row]) -> list[Group]:
    """Return the items by the unit that leads them."""
    return _grouped((row.life.lead, desk.words.unit(row.life.lead), row) for row in rows)


def by_round(_desk: Desk, rows: Iterable[Row]) -> list[Group]:
    """Return the items by the round that found them."""
    return _grouped((row.problem.round.lower(), round_name(row.problem.round), row) for row in rows)


def by_post(desk: Desk, rows: Iterable[Row]) -> list[Group]:
    """Return the items by the post that answers for them; the same words in two units are two posts.

    The address is made of the unit's id and the words, so it stays while others come and go.
    """
    return _grouped((_post_address(row), f"{desk.words.unit(row.life.lead)} · {_post(row)}", row) for row in rows)


def by_body(_desk: Desk, rows: Iterable[Row]) -> list[Group]:
    """Return the items by whoever must review them or answer an ask; one that waits for two stands under both."""
    return _grouped(_bodies(rows))


def deadlines(group: Group) -> Iterator[Waiting]:
    """Yield the steps a post itself owes: the rectification, and the next look at a long-term item."""
    return (step for row in group.rows for step in row.steps if step.clock in ("unit", "check"))


def _bodies(rows: Iterable[Row]) -> Iterator[tuple[str, str, Row]]:
    for row in rows:
        whose = {key: name for clock in row.reviewers for key, name in zip(clock.whose, clock.called, strict=True)}
        yield from ((key.replace("_", "-"), name, row) for key, name in whose.items())


def _post(row: Row) -> str:
    return row.life.responsible or NO_POST


def _post_address(row: Row) -> str:
    return f"{row.life.lead}-{hashlib.sha256(_post(row).encode()).hexdigest()[:8]}"


def _grouped(named: Iterable[tuple[str, str, Row]]) -> list[Group]:
    """Return the groups by name, numbers in it as numbers; the items keep their order."""
    names: dict[str, str] = {}
    members: dict[str, list[Row]] = {}
    for address, name, row in named:
        names[address] = name
        members.setdefault(address, []).append(row)
    groups = [Group(address, names[address], tuple(rows)) for address, rows in members.items()]
    return sorted(groups, key=lambda group: (_counting(group.name), group.address))


def _counting(name: str) -> list[str | int]:
    """Return a name to sort by in which 第9轮 stands before 第10轮."""
    return [int(part) if part.isdecimal() else part for part in re.split("([0-9]+)", name)]
