"""DUE01 to DUE04 and DUE06: the clocks of the unit and of the reviewers, and clocks nobody seems to hear."""

from collections.abc import Iterator

from inspection.derive.clocks import Light, light, review_due
from inspection.derive.lifecycle import Life
from inspection.derive.policies import policy_on
from inspection.derive.status import OPEN, Status
from inspection.finding import Severity
from inspection.model.problems import Action, Item, Problem
from inspection.rules.deadlines.places import last_move, where_due_was_set
from inspection.rules.framework import Context, Sight, Sighting, rule, see
from inspection.workdays import limit


@rule("DUE01", Severity.WARNING, timed=True, sight=Sight.INSPECTION)
def item_overdue(context: Context) -> Iterator[Sighting]:
    """An item's current due day has passed and it is not submitted (red).

    Why: a deadline was promised in the plan; what is late is shown, not hidden.

    Instead: submit the item, or take the matter to the leading group.

    整改事项已过当前期限，还没有申请销号（红灯）。

    为什么：期限是整改方案里承诺的，逾期要看得见。

    怎么改：抓紧整改并申请销号；确有困难的，提请领导小组研究。
    """
    for problem, place, item, one in _lit(context, Light.RED):
        late = (context.today - one.due).days
        yield see(
            problem,
            where_due_was_set(place, one),
            zh=f"事项 {item.id}：期限 {one.due}，今天 {context.today}，已逾期 {late} 天",
            en=f"item {item.id}: due {one.due}, today {context.today}, {late} days overdue",
        )


@rule("DUE02", Severity.NOTE, timed=True, sight=Sight.INSPECTION)
def item_due_very_soon(context: Context) -> Iterator[Sighting]:
    """An item's due day lies within the policy's yellow window.

    Why: there is just time left to finish, or to ask for more before the day.

    Instead: finish and submit; whoever needs longer asks before the due day.

    整改事项的期限已进入政策规定的黄灯时段。

    为什么：现在还来得及办结，或者在到期之前申请延期。

    怎么改：抓紧办结并申请销号；需要延期的，到期之前提出。
    """
    for problem, place, item, one in _lit(context, Light.YELLOW):
        yield _near(context, problem, place, item, one)


@rule("DUE03", Severity.NOTE, timed=True, sight=Sight.INSPECTION)
def item_due_soon(context: Context) -> Iterator[Sighting]:
    """An item's due day lies within the policy's green window.

    Why: a reminder in good time costs nothing.

    Instead: see that the measures are done and the evidence is filed before the due day.

    整改事项的期限已进入政策规定的绿灯时段。

    为什么：早提醒，好安排。

    怎么改：核对措施是否完成、佐证材料是否归档，到期之前申请销号。
    """
    for problem, place, item, one in _lit(context, Light.GREEN):
        yield _near(context, problem, place, item, one)


@rule("DUE04", Severity.WARNING, timed=True, sight=Sight.INSPECTION)
def review_overdue(context: Context) -> Iterator[Sighting]:
    """A submitted item has waited longer for its review than the policy allows.

    Why: the unit's clock stands still while the reviewers look; the reviewers have a clock of their own.

    Instead: agree and close, or return it with a note.

    申请销号的事项等待审核的时间，超过了政策规定。

    为什么：审核期间单位的期限暂停计算，审核方自己也有期限。

    怎么改：同意并销号，或写明意见退回。
    """
    for problem, place, item, one in context.lived:
        waits = one.exists and one.meant is Status.SUBMITTED
        due = review_due(context.head, context.calendar, one) if waits else None
        if due is not None and due.day < context.today:
            late = (context.today - due.day).days
            zh = f"事项 {item.id}：{one.submitted} 申请销号，审核期限 {due.day}"
            en = f"item {item.id}: submitted {one.submitted}, review due {due.day}"
            yield see(
                problem,
                last_move(place, one, Action.SUBMIT),
                zh=f"{zh}，今天 {context.today}，已逾期 {late} 天",
                en=f"{en}, today {context.today}, {late} days overdue",
            )


@rule("DUE06", Severity.NOTE, timed=True, sight=Sight.INSPECTION)
def silence_on_an_open_item(context: Context) -> Iterator[Sighting]:
    """Nothing was recorded on an open item for longer than the policy's silence.

    Why: work that nobody reports cannot be told from work that nobody does.

    Instead: let the unit report where it stands, or record the supervision that took place.

    未办结的整改事项，超过政策规定的时间没有任何记载。

    为什么：没有记载，就分不清是没报还是没干。

    怎么改：请单位报告进展，或把已开展的督导记上。
    """
    for problem, place, item, one in context.lived:
        if not one.exists or not one.open or one.meant not in OPEN:
            continue
        written = [(entry.date, row) for row, entry in enumerate(item.log) if entry.date <= context.today]
        last, row = max(written, default=(one.born, None))
        if context.today > limit(last, policy_on(context.head, last).limits.silence):
            days = (context.today - last).days
            yield see(
                problem,
                f"/items/{place}" if row is None else f"/items/{place}/log/{row}/date",
                zh=f"事项 {item.id} 尚未办结，{last} 以后 {days} 天没有记载",
                en=f"item {item.id} is open and nothing was recorded in the {days} days since {last}",
            )


def _lit(context: Context, wanted: Light) -> Iterator[tuple[Problem, int, Item, Life]]:
    for problem, place, item, one in context.lived:
        if light(context.head, one, context.today) is wanted:
            yield problem, place, item, one


def _near(context: Context, problem: Problem, place: int, item: Item, one: Life) -> Sighting:
    left = (one.due - context.today).days
    return see(
        problem,
        where_due_was_set(place, one),
        zh=f"事项 {item.id}：期限 {one.due}，今天 {context.today}，还有 {left} 天",
        en=f"item {item.id}: due {one.due}, today {context.today}, {left} days left",
    )
