"""The register of letters: what was sent, what each waits for, and by when."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from inspection.derive.clocks import Light
from inspection.derive.escalation import escalations
from inspection.derive.figures.leaves import ids_behind
from inspection.derive.letters import DRAFT, awaited, told
from inspection.labels import Wording
from inspection.model.matters import Letter
from inspection.office.books import Books, own
from inspection.office.cells import LATE, NONE, OK, OPEN, Cell, Ref, State, Table, several
from inspection.office.figure_rows import count_of
from inspection.office.page import Page
from inspection.office.printing import Printer, row_addresses
from inspection.office.registers import Register, pages
from inspection.workdays import Due

FOLDER = "registers/letters"
TITLE = Wording("函件登记", "Register of letters")

STATES = {
    DRAFT: State(NONE, Wording("未发函", "not issued")),
    "issue": State(OPEN, Wording("待签收", "awaits its receipt")),
    "receive": State(OPEN, Wording("待回复", "awaits its reply")),
    "reply": State(OPEN, Wording("待认可", "awaits acceptance")),
    "return": State(OPEN, Wording("退回重报", "returned, to be answered again")),
    "accept": State(OK, Wording("已办结", "settled")),
    "withdraw": State(NONE, Wording("已撤回", "withdrawn")),
}
"""What a letter's state is called, by the last action that was allowed."""


class Stand(NamedTuple):
    """Where a letter stands on the day: its state, since when, and the day of the last allowed entry of each action."""

    letter: Letter
    state: str
    since: date | None
    days: dict[str, date]


def stands(books: Books) -> list[Stand]:
    """Return where every letter of the ledger stands, the latest id first."""
    found = []
    for letter in reversed(books.ledger.letters.values()):
        moves = [one.entry for one in told(letter, books.as_of) if one.allowed]
        last = moves[-1] if moves else None
        days: dict[str, date] = {entry.action: entry.date for entry in moves}
        state = last.action if last is not None else DRAFT
        found.append(Stand(letter, state, last.date if last is not None else None, days))
    return found


def letters_by_kind(books: Books) -> Table:
    """Return how many letters of each kind were issued in the term, answered to satisfaction, and are overdue."""
    accepted, overdue = frozenset(books.ids("letters.accepted")), frozenset(books.ids("letters.overdue"))
    rows: list[tuple[Cell, ...]] = []
    for kind, leaf in books.split("letters.by_kind").items():
        ids = ids_behind(leaf)
        suggestions = sum(len(books.ledger.letters[id_].suggestions) for id_ in ids)
        counts = (len(ids), suggestions, len(accepted.intersection(ids)), len(overdue.intersection(ids)))
        rows.append((books.code("letter_kind", kind), *counts))
    totals = (count_of(books, f"letters.{key}") for key in ("total", "suggestions", "accepted", "overdue"))
    if rows:
        rows.append((Wording("合计", "Total"), *totals))
    columns = (
        books.head("letter", "kind"),
        own("issued", "已发", "Issued", number=True),
        own("suggestions", "建议条数", "Suggestions", number=True),
        own("accepted", "回复已认可", "Accepted", number=True),
        own("overdue", "逾期", "Overdue", number=True),
    )
    note = Wording("本届当日或之前发出的，不含已撤回的。", "Issued in the term by the day, withdrawn ones left out.")
    return Table("kinds", Wording("按函件种类", "By kind"), columns, tuple(rows), note, wide=True)


def letters_waiting(books: Books) -> Table:
    """Return the letters that are out and not settled: the answer each waits for, the most urgent first."""
    rows: list[tuple[date, tuple[Cell, ...]]] = []
    for one in stands(books):
        if one.since is None or one.state in ("accept", "withdraw"):
            continue
        letter = one.letter
        answer = awaited(books.ledger, books.calendar, letter, books.as_of)
        due = books.clock(answer.due) if answer is not None else None
        state = STATES[one.state]._replace(mark=LATE) if due is not None and due.left < 0 else STATES[one.state]
        row: tuple[Cell, ...] = (
            Ref("letter", letter.id), books.code("letter_kind", letter.kind), letter.number, books.body(letter.to),
            letter.subject, state, one.since, due,
        )  # fmt: skip
        rows.append((due.due if due is not None else date.max, row))
    columns = (
        own("letter", "编号", "Id"),
        *(books.head("letter", key) for key in ("kind", "number", "to", "subject")),
        own("state", "状态", "State"),
        own("since", "自", "Since"),
        own("due", "期限", "Due"),
    )
    note = Wording("待认可、退回重报的函件没有规定期限。", "No period is set for accepting a reply, or for a new one.")
    ordered = tuple(row for _, row in sorted(rows, key=lambda pair: pair[0]))
    return Table("waiting", Wording("在办函件", "Letters under way"), columns, ordered, note)


def urging_ladder(books: Books) -> Table:
    """Return the items that are overdue or nearly so: what was sent about each, and the next step, the latest first."""
    rows: list[tuple[date, tuple[Cell, ...]]] = []
    for one in escalations(books.lives, books.calendar):
        if one.light is Light.GREEN:
            continue
        step: Cell = State(LATE, books.labels.code("letter_kind", one.step)) if one.step is not None else None
        if one.waits is not None:
            step = State(OPEN, Wording(f"等答复，期限 {one.waits}", f"its answer is due {one.waits}"))
        sent = several([Ref("letter", letter.letter) for letter in one.sent])
        item, last = Ref("item", f"{one.problem.id}/{one.item.id}"), one.sent[-1] if one.sent else None
        kind = books.code("letter_kind", last.kind) if last is not None else None
        light, due = _LIGHTS[one.light], books.clock(Due(one.due))
        rows.append((one.due, (item, books.unit(one.lead), due, light, sent, kind, step)))
    columns = (
        own("item", "整改事项", "Item"),
        own("unit", "责任单位", "Unit"),
        own("due", "期限", "Due"),
        own("light", "灯", "Light"),
        own("sent", "已发函件", "Letters sent"),
        own("last", "最近一步", "Latest step"),
        own("step", "下一步", "Next step"),
    )
    note = Wording(
        "提醒函、督办函、约谈通知书、问责建议函，由轻到重；上一件的答复期限过了仍逾期，才提下一件。临近到期的只提醒一次。",
        "Reminder, urging, admonition, accountability: the next once the last one's answer is due and the item still"
        " overdue; what is nearly due is reminded of once.",
    )
    ordered = tuple(row for _, row in sorted(rows, key=lambda pair: pair[0]))
    return Table("urging", Wording("督办升级", "The ladder of urging"), columns, ordered, note)


_LIGHTS = {Light.RED: State(LATE, Wording("红灯", "red")), Light.YELLOW: State(OPEN, Wording("黄灯", "yellow"))}


def letter_register(books: Books) -> Table:
    """Return every letter of the ledger, the latest id first."""
    rows = tuple(_entry(books, one) for one in stands(books))
    columns = (
        own("letter", "编号", "Id"),
        *(books.head("letter", key) for key in ("number", "kind", "from", "to", "copies", "subject")),
        own("state", "状态", "State"),
        *(own(action, *books.labels.code("letter_action", action)) for action in ("issue", "receive", "reply")),
        *(books.head("letter", key) for key in ("reply_due", "problems", "common", "campaign")),
    )
    return Table("letters", Wording("全部函件", "All letters"), columns, rows, anchored=True)


def _entry(books: Books, one: Stand) -> tuple[Cell, ...]:
    letter = one.letter
    about = dict.fromkeys([*letter.problems, *(name.rpartition("/")[0] for name in letter.items)])
    return (
        Ref("letter", letter.id),
        letter.number,
        books.code("letter_kind", letter.kind),
        books.body(letter.from_),
        books.body(letter.to),
        several([books.body(body) for body in letter.copies]),
        letter.subject,
        STATES[one.state],
        *(one.days.get(action) for action in ("issue", "receive", "reply")),
        letter.reply_due,
        several([Ref("problem", name) for name in about]),
        Ref("common", letter.common) if letter.common is not None else None,
        letter.campaign.title if letter.campaign is not None else None,
    )


def letter_pages(books: Books, printer: Printer) -> Iterator[Page]:
    """Yield the register of letters as pages."""
    tables = (letters_by_kind(books), urging_ladder(books), letters_waiting(books), letter_register(books))
    return pages(Register(FOLDER, TITLE, tables), printer)


def letter_addresses(books: Books) -> Iterator[tuple[Ref, str]]:
    """Yield where each stands in the register."""
    return row_addresses(FOLDER, letter_register(books))
