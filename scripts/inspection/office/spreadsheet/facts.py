"""Whether a fact may still be written anew by a sheet, and how it is mended where it may not."""

from inspection.derive.differences import as_plain
from inspection.labels import Wording
from inspection.model.ledger import Ledger
from inspection.office.spreadsheet.columns import Column, Form, Row, Typed, Until
from inspection.office.spreadsheet.grid import Place, Refusal
from inspection.office.spreadsheet.wishes import Set


def locked(ledger: Ledger, column: Column, row: Row) -> Wording | None:
    """Return why a recorded fact is not written anew, or nothing when it may be.

    What was fed back, and what an accepted plan promises, is changed by a dated entry that keeps the old value.

    Args:
        ledger: The ledger.
        column: The column of the fact.
        row: The problem or item.
    """
    if column.until is Until.ALWAYS:
        return None
    inspection = ledger.inspection_of(row.problem)
    if column.until is Until.FEEDBACK:
        if inspection is None or inspection.feedback is None:
            return None
        return _mended(column, row, "已经反馈", "was fed back")
    if column.until is Until.ACCEPTED:
        if not _accepted(ledger, row):
            return None
        return _mended(column, row, "整改方案已经通过", "the plan was accepted")
    return _mended(column, row, "已经记入台账", "is recorded")


def _accepted(ledger: Ledger, row: Row) -> bool:
    item = row.item
    notice = ledger.letters.get(item.notice or "") if item is not None else None
    if notice is not None and any(entry.action == "issue" for entry in notice.log):
        return True
    inspection = ledger.inspection_of(row.problem)
    plan = inspection.plan if inspection is not None else None
    return plan is not None and any(review.decision == "accept" for review in plan.reviews)


_HOW = {
    "correct": Wording("写错了的，用 inspection record {} 更正", "mend a mistake: inspection record {} correct"),
    "ask": Wording("要延期的，用 inspection record {} 申请延期", "ask for longer: inspection record {} ask"),
    "replan": Wording("要增减措施的，用 inspection record {} 调整措施", "change measures: inspection record {} replan"),
    "assign": Wording("要调整的，用 inspection record {} 调整责任", "assign it anew: inspection record {} assign"),
}


def how_to_mend(column: Column, row: Row) -> Wording:
    """Return what is typed to change a recorded fact of a problem or an item."""
    how = _HOW[column.mend]
    about = row.problem.id if column.mend == "correct" else row.reference
    return Wording(how.zh.format(about), how.en.format(about))


def _mended(column: Column, row: Row, zh: str, en: str) -> Wording:
    how = how_to_mend(column, row)
    return Wording(
        f"「{column.head.zh}」{zh}，不能在表里改；{how.zh}",
        f'"{column.head.en}" {en} and is not changed by a sheet; {how.en}',
    )


def emptied(ledger: Ledger, column: Column, row: Row) -> Wording:
    """Return what is said of a cell that was emptied while the ledger holds something: nothing is taken away."""
    how = how_to_mend(column, row)
    if locked(ledger, column, row) is None:
        how = Wording("内容写错了的，在这一格写上正确的", "write what is right")
    return Wording(
        f"「{column.head.zh}」清空了，台账里原有的内容没有删除：{how.zh}；没有要改的，恢复这一格即可",
        f'"{column.head.en}" was emptied; what is recorded stays: {how.en}; else put the cell back',
    )


def changed(
    ledger: Ledger, column: Column, row: Row, current: Typed, value: Typed, place: Place
) -> Set | Refusal | None:
    """Return what another value of a fact is: nothing where it is the same, a wish, or the reason it is refused.

    Args:
        ledger: The ledger.
        column: The column of the fact.
        row: The problem or item.
        current: What the ledger holds.
        value: What the sheet says.
        place: Where it says it.
    """
    if same(value, current):
        return None
    absent = current is None or current == ()
    refused = None if absent and column.form is not Form.MEASURES else locked(ledger, column, row)
    if refused is not None:
        return Refusal(place, refused)
    of_item = column.place.startswith("items.")
    at = row.problem.items.index(row.item) if of_item and row.item is not None else None
    field = column.place.removeprefix("items.")
    return Set(row.problem.path, row.reference, field, at, column.head, current, value, place, column.vocabulary)


def same(one: Typed, other: Typed) -> bool:
    """Return whether two values say the same: texts but for blanks around them, lists by their values."""
    if isinstance(one, str) and isinstance(other, str):
        return one.strip() == other.strip()
    if isinstance(one, tuple) and isinstance(other, tuple):
        return bool(as_plain(one) == as_plain(other))
    return one == other
