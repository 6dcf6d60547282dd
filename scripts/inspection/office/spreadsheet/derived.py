"""Columns that are computed: where a problem or an item stands, who owes what, what was last said of it."""

from collections.abc import Callable

from inspection.derive.clocks import Light, light
from inspection.derive.status import OPEN, Status
from inspection.labels import Wording
from inspection.model.problems import Action, Entry
from inspection.office.desk import Desk
from inspection.office.spreadsheet.columns import Column, Form, Mode, Row, Typed

_LIGHTS = {Light.RED: "红", Light.YELLOW: "黄", Light.GREEN: "绿", Light.NONE: ""}
_NO_HELP = Wording("由程序按台账算出，填写无效。", "Computed from the ledger; what is typed here is not read.")


def derived(
    key: str,
    zh: str,
    en: str,
    value: Callable[[Desk, Row], Typed],
    form: Form = Form.TEXT,
    *,
    width: int = 12,
    vocabulary: str = "",
    local: bool = True,
) -> Column:
    """Return a computed column with a heading of its own."""
    return Column(key, Wording(zh, en), _NO_HELP, form, Mode.DERIVED, value, "", vocabulary, width, local=local)


def reference(_desk: Desk, row: Row) -> Typed:
    """Return the id of the item, else of the problem."""
    return row.reference


def problem_id(_desk: Desk, row: Row) -> Typed:
    """Return the problem's id."""
    return row.problem.id


def round_of(_desk: Desk, row: Row) -> Typed:
    """Return the round's id."""
    return row.problem.round


def unit(_desk: Desk, row: Row) -> Typed:
    """Return the inspected unit."""
    return row.problem.unit


def statement(_desk: Desk, row: Row) -> Typed:
    """Return the problem's words."""
    return row.problem.statement


def head(desk: Desk, row: Row) -> Typed:
    """Return the post first responsible at the inspected unit."""
    inspection = desk.ledger.inspection_of(row.problem)
    return inspection.head if inspection is not None else None


def leader_in_charge(desk: Desk, row: Row) -> Typed:
    """Return the post that is in charge of the inspected unit."""
    known = desk.ledger.units.get(row.problem.unit)
    return known.leader_in_charge if known is not None else None


def lead(_desk: Desk, row: Row) -> Typed:
    """Return the unit that leads the item now."""
    return row.life.lead if row.life is not None else None


def responsible(_desk: Desk, row: Row) -> Typed:
    """Return the post that answers for the item now."""
    return row.life.responsible if row.life is not None else None


def due(_desk: Desk, row: Row) -> Typed:
    """Return the current due day."""
    return row.life.due if row.life is not None else None


def status(desk: Desk, row: Row) -> Typed:
    """Return the status of the item, else of the problem."""
    return row.life.status.value if row.life is not None else desk.lives.status(row.problem).value


def days_left(desk: Desk, row: Row) -> Typed:
    """Return the days left to the current due day of an open item; below zero it is late."""
    if row.life is None or row.life.status not in OPEN:
        return None
    return (row.life.due - desk.as_of).days


def late(desk: Desk, row: Row) -> Typed:
    """Return whether the item, or an item of the problem, is overdue."""
    return row.life.overdue_on(desk.as_of) if row.life is not None else desk.lives.overdue(row.problem)


def lamp(desk: Desk, row: Row) -> Typed:
    """Return the item's light in words."""
    return _LIGHTS[light(desk.ledger, row.life, desk.as_of)] if row.life is not None else None


def items(_desk: Desk, row: Row) -> Typed:
    """Return how many items the problem has."""
    return len(row.problem.items)


def closed_items(desk: Desk, row: Row) -> Typed:
    """Return how many items of the problem are closed."""
    return sum(one.status is Status.CLOSED for one in desk.lives.of_all(row.problem))


def extensions(_desk: Desk, row: Row) -> Typed:
    """Return how often the item was extended."""
    return row.life.extensions if row.life is not None else None


def returns(_desk: Desk, row: Row) -> Typed:
    """Return how often the item was sent back."""
    return row.life.returns if row.life is not None else None


def reviewers(_desk: Desk, row: Row) -> Typed:
    """Return the bodies whose word is still missing."""
    return row.life.reviewers if row.life is not None else None


def progress(_desk: Desk, row: Row) -> Typed:
    """Return what the item's log says, a line for each entry with words."""
    if row.life is None:
        return None
    told = [one.entry for one in row.life.moves if one.entry.action is not Action.SUPERVISE]
    return "\n".join(f"{one.date} {one.note}" for one in told if one.note) or None


def urged(_desk: Desk, row: Row) -> Typed:
    """Return how often the item was supervised."""
    return len(_urging(row))


def last_urged(_desk: Desk, row: Row) -> Typed:
    """Return when and with which words the item was last supervised."""
    entries = _urging(row)
    return f"{entries[-1].date} {entries[-1].note or ''}".strip() if entries else None


def place(_desk: Desk, row: Row) -> Typed:
    """Return the number of an entry in its log, from 1."""
    return row.place + 1 if row.place is not None else None


def reason(desk: Desk, row: Row) -> Typed:
    """Return why something was asked for or made lasting, in words."""
    if row.entry is None:
        return None
    vocabulary = REASONS.get(row.entry.action)
    said = row.entry.reason
    return desk.words.code(said, vocabulary) if vocabulary is not None and said is not None else said


REASONS = {Action.ASK: "ask_reason", Action.SUSTAIN: "sustain_reason"}
"""The lists the reasons of some actions come from; those of others are free."""


def correction(_desk: Desk, row: Row) -> Typed:
    """Return what a correction corrects, in short."""
    entry = row.entry
    if entry is None or entry.action is not Action.CORRECT:
        return None
    changed = "作废" if entry.void else "、".join(f"{key}={value}" for key, value in (entry.set or {}).items())
    return f"第 {entry.entry} 条：{changed}"


def _urging(row: Row) -> list[Entry]:
    moves = row.life.moves if row.life is not None else ()
    return [one.entry for one in moves if one.entry.action is Action.SUPERVISE]
