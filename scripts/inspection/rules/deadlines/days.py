"""DUE05, DUE07 and DUE08: days that do not fit one another, or rest on a year nobody has announced."""

from collections.abc import Iterator
from datetime import date

from inspection.derive.clocks import deadline
from inspection.derive.lifecycle import Life, life
from inspection.derive.lives import setting_of
from inspection.derive.owed import owed
from inspection.derive.waiting import waiting
from inspection.finding import Severity
from inspection.model.problems import Action, Item, Measure, Problem
from inspection.rules.deadlines.places import last_move
from inspection.rules.framework import Context, Sight, Sighting, rule, see


@rule("DUE05", Severity.ERROR, sight=Sight.INSPECTION)
def measure_due_after_its_item(context: Context) -> Iterator[Sighting]:
    """A measure is due after the due day its item had when the measure was written.

    Why: an item is done when all its measures are; a measure cannot be due later than the item.

    Instead: bring the measure's day forward; whoever needs longer asks for an extension of the item.

    措施的期限晚于写入时事项的期限。

    为什么：措施全部完成，事项才算完成，措施不能比事项还晚。

    怎么改：把措施期限提前；需要更长时间的，为事项申请延期。
    """
    for problem, place, item, one in context.lived:
        for row, measure in enumerate(item.measures):
            if measure.due is not None and measure.due > item.due:
                yield _late(problem, item, measure, item.due, f"/items/{place}/measures/{row}/due")
        if [entry for entry in item.log if entry.add]:
            yield from _added_late(context, problem, place, item, one)


def _of_items(context: Context) -> Iterator[Sighting]:
    for step in waiting(context.lives, context.calendar):
        if step.provisional:
            place = next(place for place, item in enumerate(step.problem.items) if item is step.item)
            action = Action.SUBMIT if step.clock == "review" else Action.ASK
            zh, en = f"事项 {step.item.id} 的{_CLOCK[step.clock]}期限", f"item {step.item.id}: {step.clock}"
            yield see(
                step.problem,
                last_move(place, context.lives.of(step.problem, step.item), action),
                zh=f"{zh} {step.due} 为暂定，{step.due.year} 年放假安排尚未公布",
                en=f"{en} due {step.due} is provisional: days off of {step.due.year} are not announced",
            )


@rule("DUE07", Severity.NOTE, also=((Sight.INSPECTION, _of_items),))
def day_rests_on_an_unannounced_year(context: Context) -> Iterator[Sighting]:
    """A computed deadline rests on a year whose days off are not announced yet.

    Why: the State Council's notice may move the day; until then it is provisional.

    Instead: nothing now; when the notice is out, add `calendar/<year>.yaml` or update the program.

    计算出的期限落在尚未公布放假安排的年份，是暂定的。

    为什么：国务院的放假通知可能使期限前后移动。

    怎么改：暂不用改；通知公布后，补上 `calendar/<年份>.yaml` 或更新程序。
    """
    for one in owed(context.head, context.calendar, context.today):
        if one.due.provisional:
            yield see(
                one.record,
                one.pointer,
                zh=f"{_CLOCK[one.clock]}期限 {one.due.day} 为暂定，{one.due.day.year} 年放假安排尚未公布",
                en=f"{one.clock} due {one.due.day} is provisional: days off of {one.due.day.year} are not announced",
            )


@rule("DUE08", Severity.WARNING, sight=Sight.INSPECTION)
def later_than_the_concentrated_period(context: Context) -> Iterator[Sighting]:
    """An item's first deadline lies after the concentrated period, and no reason is given.

    Why: the period is for everything that can be done in it; what takes longer must say why.

    Instead: bring the day forward, or give the reason in `due_reason`.

    整改事项的首次期限晚于集中整改期，却没有写明理由。

    为什么：能在集中整改期内完成的都应完成，需要更长时间的要说明原因。

    怎么改：提前期限，或在 `due_reason` 写明理由。
    """
    ends: dict[date, date] = {}
    for problem, place, item in context.items():
        inspection = context.head.inspection_of(problem) if not item.due_reason else None
        if inspection is None or inspection.feedback is None:
            continue
        given = inspection.feedback.date
        if given not in ends:
            ends[given] = deadline(context.head, context.calendar, "concentrated", given).day
        if item.due > ends[given]:
            yield see(
                problem,
                f"/items/{place}/due",
                zh=f"事项 {item.id}：期限 {item.due}，集中整改期（{given} 反馈）到 {ends[given]}，没有写 `due_reason`",
                en=f"item {item.id}: due {item.due}, after the concentrated period ends on {ends[given]}"
                f" (feedback {given}), without `due_reason`",
            )


def _added_late(context: Context, problem: Problem, place: int, item: Item, one: Life) -> Iterator[Sighting]:
    """Yield the measures the log added too late; those of a reopening are due by its own day."""
    for placed in one.moves:
        entry = placed.entry
        if not entry.add:
            continue
        due = entry.due or life(setting_of(context.head, problem, item), entry.date).due
        for row, measure in enumerate(entry.add):
            if measure.due is not None and measure.due > due:
                yield _late(problem, item, measure, due, f"/items/{place}/log/{placed.place}/add/{row}/due")


def _late(problem: Problem, item: Item, measure: Measure, due: date, pointer: str) -> Sighting:
    zh = f"事项 {item.id}：措施 {measure.id} 期限 {measure.due}，晚于事项期限 {due}"
    en = f"item {item.id}: measure {measure.id} is due {measure.due}, after the item ({due})"
    return see(problem, pointer, zh=zh, en=en)


_CLOCK = {
    "plan": "提交整改方案的",
    "life_meeting": "召开专题民主（组织）生活会的",
    "report": "提交整改报告的",
    "evaluation": "测评的",
    "after_round": "巡后四项工作的",
    "matters": "答复群众反映事项的",
    "self_check": "自查的",
    "letter_receipt": "签收函件的",
    "letter_reply": "回复函件的",
    "visit_result": "反馈督查结果的",
    "review": "审核",
    "answer": "答复延期申请的",
}
