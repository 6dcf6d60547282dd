"""The rounds: how complete each is, from its plan to the four tasks after it, and what is missing.

What there is is counted as the figures count it, over one round; what is missing is what the check says of that round.
"""

from collections.abc import Iterator
from typing import NamedTuple

from inspection.derive.owed import owed
from inspection.derive.resampling import resamples
from inspection.derive.visited import visits_by_round
from inspection.finding import Finding
from inspection.labels import Wording
from inspection.model.rounds import Round
from inspection.office.books import Books, own
from inspection.office.cells import LATE, NONE, OK, OPEN, Cell, Clock, Link, Ref, State, Table, several
from inspection.office.page import Page
from inspection.office.plan import progress
from inspection.office.printing import Printer
from inspection.office.registers import Register, pages
from inspection.office.round_parts import PARTS, Part, View
from inspection.office.teams import teams

FOLDER = "registers/rounds"
TITLE = Wording("巡察轮次完整性", "Completeness of the rounds")


class Complete(NamedTuple):
    """How complete a part of a round is: what there is, what is missing, what was accepted, and what is still due."""

    part: Part
    told: tuple[Cell, ...]
    missing: tuple[Wording, ...]
    accepted: tuple[Wording, ...]
    due: Clock | None
    state: State


def view_of(books: Books) -> View:
    """Return what the rounds are looked at with."""
    findings: dict[str, list[Finding]] = {}
    for one in books.findings:
        folder, _, below = one.path.partition("/")
        if folder == "rounds":
            findings.setdefault(below.partition("/")[0], []).append(one)
    due = {
        (one.record.id, one.clock): books.clock(one.due)
        for one in owed(books.ledger, books.calendar, books.as_of)
        if isinstance(one.record, Round)
    }
    again = {one.round.id: (one.checked, one.closed) for one in resamples(books.lives, books.calendar)}
    return View(books, {round_: tuple(told) for round_, told in findings.items()}, due, again)


def complete(view: View, round_: Round) -> list[Complete]:
    """Return how complete each part of a round is on the day."""
    return [_complete(view, round_, part) for part in PARTS]


def _complete(view: View, round_: Round, part: Part) -> Complete:
    told = tuple(part.told(view, round_))
    said = [one for one in view.findings.get(round_.id, ()) if one.code in part.rules]
    missing = tuple(Wording(*one.message) for one in said if not one.acknowledged)
    accepted = tuple(Wording(*one.message) for one in said if one.acknowledged)
    due = view.owed.get((round_.id, part.clock))
    if part.asked and not told and round_.onsite.from_ <= view.books.as_of:
        missing = (*missing, _NOT_RECORDED)
    return Complete(part, told, missing, accepted, due, _state(bool(told), len(missing), len(accepted), due))


def _state(told: bool, missing: int, accepted: int, due: Clock | None) -> State:
    if missing:
        return State(LATE, Wording(f"缺 {missing}", f"{missing} missing"))
    if due is not None:
        return State(OPEN, Wording("办理中", "under way"))
    if accepted:
        return State(OK, Wording(f"已承认 {accepted}", f"{accepted} accepted"))
    return State(OK, Wording("齐", "complete")) if told else State(NONE, Wording("—", "—"))


def overview(books: Books) -> Table:
    """Return every round of the term by the parts that are looked for, the latest round first."""
    view, visited = view_of(books), visits_by_round(books.ledger)
    rounds = sorted(books.scope.rounds, key=lambda one: one.id, reverse=True)
    rows: list[tuple[Cell, ...]] = []
    for round_ in rounds:
        states = (one.state for one in complete(view, round_))
        kind, units = books.code("round_kind", round_.kind), len(visited[round_.id])
        rows.append(
            (Ref("round", round_.id), kind, books.body(round_.organizer), progress(books, round_), units, *states)
        )
    columns = (
        own("round", "轮次", "Round"),
        *(books.head("round", key) for key in ("kind", "organizer")),
        own("state", "状态", "State"),
        own("units", "单位", "Units", number=True),
        *(own(part.key, *part.title) for part in PARTS),
    )
    note = Wording("“缺”后的数字是检查规则指出的条数。", "The numbers are how many things the check says are missing.")
    return Table("rounds", Wording("本届各轮次", "Rounds of the term"), columns, tuple(rows), note, wide=True)


def completeness(view: View, round_: Round) -> Table:
    """Return the parts of one round: what there is, and what is missing."""
    rows = tuple(
        (
            one.part.title, one.state, several(one.told),
            several([*one.missing, *(Wording(f"{zh}（已承认）", f"{en} (accepted)") for zh, en in one.accepted)]),
            one.due,
        )
        for one in complete(view, round_)
    )  # fmt: skip
    columns = (
        own("part", "环节", "Part"),
        own("state", "状态", "State"),
        own("told", "已有", "There is"),
        own("missing", "缺少", "Missing"),
        own("due", "期限", "Due"),
    )
    return Table("parts", Wording("各环节", "Parts"), columns, rows)


def round_pages(books: Books, printer: Printer) -> Iterator[Page]:
    """Yield the overview of the rounds, and a page for each round of the term."""
    yield from pages(Register(FOLDER, TITLE, (overview(books),)), printer)
    view = view_of(books)
    for round_ in books.scope.rounds:
        kind = books.labels.code("round_kind", round_.kind)
        title = Wording(f"{round_.id} {kind.zh}", f"{round_.id} {kind.en}")
        lead = Wording(
            f"{round_.onsite.from_} 至 {round_.onsite.to} 驻点。",
            f"On site {round_.onsite.from_} to {round_.onsite.to}.",
        )
        tables = (completeness(view, round_), teams(books, round_))
        register = Register(_folder(round_.id), title, tables, (lead,), above=(Link(TITLE, FOLDER),))
        yield from pages(register, printer)


def round_addresses(books: Books) -> Iterator[tuple[Ref, str]]:
    """Yield the page of each round of the term."""
    yield from ((Ref("round", one.id), f"{_folder(one.id)}/index.md") for one in books.scope.rounds)


def _folder(round_: str) -> str:
    return f"{FOLDER}/{round_.lower()}"


_NOT_RECORDED = Wording("没有记载", "nothing is recorded")
