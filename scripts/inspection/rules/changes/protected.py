"""CHG03: facts that are protected once recorded, or once a paper was given or accepted."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from msgspec import Struct

from inspection.derive.differences import Difference
from inspection.finding import Severity
from inspection.model.district import CalendarYear
from inspection.model.ledger import Ledger
from inspection.model.policy import Policy
from inspection.model.problems import Item, Measure, Problem
from inspection.model.record import Record
from inspection.rules.changes.compared import Altered, compared
from inspection.rules.changes.entries import concerns_entries
from inspection.rules.changes.mended import mended
from inspection.rules.framework import Context, Sighting, rule, see

Field = tuple[str, str]
"""A type of the model and one of its attributes."""

SETTINGS = (Policy, CalendarYear)
"""Kinds that say by what rules the ledger is read, not what happened; CHG05 keeps their changes apart."""

FROM_FEEDBACK = frozenset({("Problem", "statement"), ("Problem", "unit")})
FROM_ACCEPTANCE = frozenset({("Item", name) for name in ("task", "due", "kind", "lead", "measures")})
"""Fields, by type, that are protected once the feedback was given, and once the plan was accepted."""

NO_FACTS = frozenset(
    {
        ("Item", "id"),
        ("Item", "log"),
        ("PublicTexts", "number"),
        ("PlannedRound", "quarter"),
        ("Demonstration", "today"),
    }
)
"""Numbers and days that record nothing: names of things, intentions, and what other rules protect."""

SIGNATURES = frozenset(
    {
        ("Review", "by"), ("Review", "decision"), ("Checked", "result"), ("Member", "appraisal"),
        ("Evidence", "sha256"), ("FeedbackPaper", "sha256"), ("SocietyPublication", "digest"),
        ("SocietyPublication", "by"), ("PartyPublication", "by"), ("PlainPublication", "by"), ("Retraction", "by"),
        ("SecondRectification", "by"), ("Feedback", "by"), ("Progress", "by"), ("Talk", "by"), ("Visit", "by"),
    }
)  # fmt: skip
"""Fields that say whose word something is, what it decided, or what exactly it was given to."""


@rule("CHG03", Severity.ERROR)
def protected_fact_changed(context: Context) -> Iterator[Sighting]:
    """A protected fact was changed or removed and no correction names both values: statement and unit from the feedback
    on, task, due day, kind, lead and measures from the plan's acceptance, any recorded day, count, score or signature
    at once.

    Why: figures and delays are computed from these facts; whoever changes them quietly changes the past.

    Instead: put the old value back, or add an entry to `corrections` with `was`, `is` and `why`; measures and the lead
    of an item change by `replan`, `reopen` and `assign`, its day by `extend`.

    受保护的事实被改动，没有写明新旧两值的更正：反馈后的表述和单位，方案通过后的任务、期限、措施等，已记的日期、数量和签字。

    为什么：数字和逾期都由这些事实算出来，悄悄改动它们就是改写过去。

    怎么改：恢复原值，或写入 `corrections`（`was`、`is`、`why`）；措施、牵头单位和期限用 log 的条目调整。
    """
    base = context.base
    if base is None:
        return
    for altered in compared(context).altered:
        if isinstance(altered.after, SETTINGS):
            continue
        for one in altered.differences:
            if not concerns_entries(one) and _protected(base, altered, one) and not mended(altered.after, one):
                yield _changed(altered.after, one)


def _protected(base: Ledger, altered: Altered, one: Difference) -> bool:
    problem, item, field = altered.before, _item_around(altered, one), (type(one.holder).__name__, one.field)
    if isinstance(problem, Problem) and field in FROM_FEEDBACK:
        inspection = base.inspection_of(problem)
        return inspection is not None and inspection.feedback is not None
    if isinstance(problem, Problem) and item is not None and _is_promise(one, field):
        return _accepted(base, problem, item)
    return is_fact(one)


def is_fact(one: Difference) -> bool:
    """Return whether what was there records a day, a count, a score or a signature."""
    field = (type(one.holder).__name__, one.field)
    return one.before is not None and (field in SIGNATURES or (field not in NO_FACTS and holds_facts(one.before)))


def _is_promise(one: Difference, field: Field) -> bool:
    """Return whether a difference lies in what an item promises: the item itself, or its task, day or measures."""
    whole = isinstance(one.before, Item) and not holds_facts(one.before)
    return whole or field in FROM_ACCEPTANCE or any(isinstance(part, Measure) for part in one.around)


def _item_around(altered: Altered, one: Difference) -> Item | None:
    """Return the item, as it was, in which a difference lies."""
    if isinstance(one.before, Item):
        return one.before
    now = next((part for part in one.around if isinstance(part, Item)), None)
    if now is None or not isinstance(altered.before, Problem):
        return None
    return next((item for item in altered.before.items if item.id == now.id), None)


def _accepted(base: Ledger, problem: Problem, item: Item) -> bool:
    """Return whether what an item promises was accepted: in the plan; an immediate one's by its notice's issue."""
    notice = base.letters.get(item.notice or "")
    if item.kind == "immediate" and notice is not None and any(entry.action == "issue" for entry in notice.log):
        return True
    inspection = base.inspection_of(problem)
    plan = inspection.plan if inspection is not None else None
    return plan is not None and any(review.decision == "accept" for review in plan.reviews)


def holds_facts(value: Any) -> bool:
    """Return whether a value is or holds a day, a count or another number, or a signature."""
    if isinstance(value, Struct):
        fields = ((type(value).__name__, name) for name in value.__struct_fields__)
        facts = (field for field in fields if field not in NO_FACTS | FROM_ACCEPTANCE)
        return any(field in SIGNATURES or holds_facts(getattr(value, field[1])) for field in facts)
    if isinstance(value, dict):
        return any(map(holds_facts, value.values()))
    if isinstance(value, tuple):
        return any(map(holds_facts, value))
    return isinstance(value, date | Decimal | int) and not isinstance(value, bool)


def _changed(record: Record, one: Difference) -> Sighting:
    name = one.new.removesuffix("/-").removeprefix("/")
    what_zh, what_en = ("删除", "removed") if one.after is None else ("修改", "changed")
    numbers = one.after is not None and isinstance(one.before, date | Decimal | int)
    zh, en = (f"（{one.before} → {one.after}）", f" ({one.before} -> {one.after})") if numbers else ("", "")
    return see(
        record,
        one.new.removesuffix("/-"),
        zh=f"{record.id} 受保护的 `{name}` 被{what_zh}{zh}，没有相应的更正",
        en=f"{record.id}: the protected `{name}` was {what_en}{en} without a correction",
    )
