"""What comes next after something was written: the clocks that run now, and who they run for."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from msgspec.structs import replace

from inspection.derive.lives import Lives
from inspection.derive.owed import owed
from inspection.derive.policies import calendar_of
from inspection.derive.waiting import waiting
from inspection.finding import Words
from inspection.model.ledger import Ledger
from inspection.office.writing.targets import Target
from inspection.rules.framework import Context
from inspection.rules.lifecycle.sentences import status_word

_CLOCKS = {
    "unit": Words("整改期限", "rectification due"),
    "review": Words("审核期限", "review due"),
    "answer": Words("答复延期申请的期限", "answer to the ask due"),
    "check": Words("复查日期", "next check"),
}
_NOTHING_ELSE: dict[str, dict[str, Any]] = {"inspections": {}, "rounds": {}, "commons": {}, "letters": {}, "visits": {}}


def following(context: Context, target: Target, clocks: dict[str, Words]) -> Iterator[Words]:
    """Yield what runs now, one sentence each: where an item stands and by when whom it waits for, what a matter owes.

    Args:
        context: The ledger as it is now, and the day.
        target: What was written.
        clocks: What people call the policy's deadlines.
    """
    if target.kind == "item":
        yield from _of_item(context, target)
        return
    field = {"inspection": "inspections", "round": "rounds", "common": "commons", "letter": "letters"}.get(
        target.kind, "visits" if target.kind == "visit" else ""
    )
    if not field:
        return
    held = getattr(context.head, field)
    alone = {key: record for key, record in held.items() if record.path == target.path}
    ledger = replace(context.head, **{**_NOTHING_ELSE, field: alone})
    for one in sorted(owed(ledger, calendar_of(ledger), context.today), key=lambda one: one.due.day):
        name = clocks.get(one.clock, Words(one.clock, one.clock))
        yield Words(f"{name.zh}：{one.due.day} 前{_late(one.due.day, context.today)}", f"{name.en}: by {one.due.day}")


def _of_item(context: Context, target: Target) -> Iterator[Words]:
    problem = context.head.problems[target.name.rpartition("/")[0]]
    ledger: Ledger = replace(context.head, problems={problem.id: problem})
    lives = Lives(ledger, context.today)
    item = next(item for item in problem.items if item.id == target.item)
    status = status_word(context, lives.of(problem, item).status)
    yield Words(f"现在是「{status.zh}」", f"the item is {status.en}")
    for one in waiting(lives, calendar_of(ledger)):
        if one.item.id == target.item:
            clock, who = _CLOCKS[one.clock], context.called_all(one.bodies)
            late = _late(one.due, context.today)
            yield Words(f"{clock.zh} {one.due}，由{who.zh}办理{late}", f"{clock.en} {one.due}, by {who.en}")


def _late(due: date, today: date) -> str:
    return f"（已逾期 {(today - due).days} 天）" if due < today else ""
