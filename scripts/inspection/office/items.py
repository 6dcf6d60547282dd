"""A problem's page: what was found, and each of its items with its clocks, its deadlines and its log in two columns."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from inspection.derive.lifecycle import Life
from inspection.derive.lives import setting_of
from inspection.derive.policies import policy_on
from inspection.derive.roles import roles_in
from inspection.derive.state import closing_of
from inspection.model.policy import Quorum
from inspection.model.problems import Action, Item, Problem
from inspection.office.board import TITLES
from inspection.office.desk import Desk
from inspection.office.entries import Columns, Found, columns, found_by_visits
from inspection.office.lights import Row, rows_of
from inspection.office.page import Page
from inspection.office.stages import followed
from inspection.office.words import round_name


class DueDay(NamedTuple):
    """A deadline the item had: the day it was set, the day itself, by whom, and what set it.

    Attributes:
        set_by: `plan`, `extend` or `reopen`.
    """

    on: date | None
    due: date
    by: str | None
    set_by: str


class Quota(NamedTuple):
    """How often something was done, of how often the policy allows."""

    used: int
    most: int


class Shown(NamedTuple):
    """An item as its page shows it.

    Attributes:
        row: Its clocks, where any runs.
        dues: Its deadlines in the order they were set.
        away: Days the due day moved while the item was under review.
        extensions: Since the first deadline, or since the latest reopening.
        closing: Who must agree to close it, and how many of them.
        waits_for: For a submitted item the names of those whose word is missing.
        cited: By evidence id, the numbers of the entries that cite it.
    """

    item: Item
    life: Life
    row: Row | None
    columns: Columns
    dues: tuple[DueDay, ...]
    away: int
    extensions: Quota
    returns: Quota
    closing: Quorum
    waits_for: str
    cited: Mapping[str, tuple[int, ...]]

    @property
    def reference(self) -> str:
        """The anchor of the item on its page."""
        return f"item-{self.item.id}"


def item_pages(desk: Desk) -> Iterator[Page]:
    """Yield a page for each problem."""
    rows = {id(row.item): row for row in rows_of(desk)}
    found = found_by_visits(desk.ledger.visits.values(), desk.as_of)
    letters: dict[str, list[str]] = {}
    for letter in desk.ledger.letters.values():
        for name in dict.fromkeys([*letter.problems, *(item.partition("/")[0] for item in letter.items)]):
            letters.setdefault(name, []).append(letter.id)
    for problem in desk.found():
        notices = [item.notice for item in problem.items if item.notice is not None]
        values = {
            "problem": problem,
            "status": desk.lives.status(problem),
            "items": [_shown(desk, problem, *one, rows.get(id(one[0])), found) for one in _lived(desk, problem)],
            "letters": list(dict.fromkeys([*letters.get(problem.id, ()), *notices])),
            "lamps": TITLES,
        }
        above = (
            (round_name(problem.round), f"stages/{problem.round.lower()}/index.md"),
            (desk.words.unit(problem.unit), f"stages/{problem.round.lower()}/{problem.unit}/index.md"),
        )
        inspection = desk.ledger.inspection_of(problem)
        known = inspection is not None and followed(desk, inspection)
        yield Page(page_of(problem.id), f"问题 {problem.id}", "item.md", values, above if known else ())


def page_of(problem: str) -> str:
    """Return the path of a problem's page; an item's part of it is below `#item-<n>`."""
    return f"items/{problem.lower()}/index.md"


def _lived(desk: Desk, problem: Problem) -> Iterator[tuple[Item, Life]]:
    return zip(problem.items, desk.lives.of_all(problem), strict=True)


def _shown(desk: Desk, problem: Problem, item: Item, life: Life, row: Row | None, found: Found) -> Shown:
    policy = policy_on(desk.ledger, desk.as_of)
    dues = tuple(_dues(item, life))
    return Shown(
        item=item,
        life=life,
        row=row,
        columns=columns(desk, problem, item, life, found),
        dues=dues,
        away=(life.due - dues[-1].due).days,
        extensions=Quota(_extended_since_reopened(dues), policy.extensions.most),
        returns=Quota(life.returns, policy.limits.returns),
        closing=closing_of(setting_of(desk.ledger, problem, item), desk.as_of, life.submitted or desk.as_of),
        waits_for=desk.words.bodies(life.reviewers, roles_in(desk.ledger, problem, life.lead)),
        cited=_cited(life),
    )


def _dues(item: Item, life: Life) -> Iterator[DueDay]:
    yield DueDay(None, item.due, None, "plan")
    for _, entry in life.moves:
        if entry.action is Action.EXTEND and entry.until is not None:
            yield DueDay(entry.date, entry.until, entry.by, "extend")
        elif entry.action is Action.REOPEN and entry.due is not None:
            yield DueDay(entry.date, entry.due, entry.by, "reopen")


def _extended_since_reopened(dues: tuple[DueDay, ...]) -> int:
    fresh = max(place for place, one in enumerate(dues) if one.set_by != "extend")
    return len(dues) - 1 - fresh


def _cited(life: Life) -> dict[str, tuple[int, ...]]:
    cited: dict[str, tuple[int, ...]] = {}
    for place, entry in life.moves:
        for name in entry.evidence:
            cited[name] = (*cited.get(name, ()), place + 1)
    return cited
