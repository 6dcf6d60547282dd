"""VIS: whether the result of a visit was sent on, and whether enough closed items were looked at again."""

from collections.abc import Iterator

from inspection.derive.clocks import deadline
from inspection.derive.resampling import too_few
from inspection.derive.results import unsent
from inspection.finding import Severity
from inspection.rules.framework import Context, Rule, Sight, Sighting, rule, see


@rule("VIS01", Severity.WARNING, timed=True, practice="S3")
def result_not_sent_on(context: Context) -> Iterator[Sighting]:
    """The result of a visit was not sent to the unit, to discipline and to the leader in charge in the policy's time.

    Why: the unit must know what to mend, and those who answer for it what was found (双反馈一抄告).

    Instead: send the result and record the days in `sent`.

    督查结束后，政策规定的期限已过，结果还没有反馈被督查单位和纪检监察机关、抄告分管领导。

    为什么：「双反馈一抄告」，单位才知道改什么，负责的人才知道查到了什么。

    怎么改：补发督查结果，把日期登记在 `sent`。
    """
    for visit in context.head.visits.values():
        due = deadline(context.head, context.calendar, "visit_result", visit.to).day
        if visit.to > context.today or due >= context.today:
            continue
        left = unsent(context.head, visit, context.today)
        if left:
            bodies = context.called_all(left)
            yield see(
                visit,
                "/sent" if visit.sent else "/to",
                zh=f"督查 {visit.id} {visit.to} 结束，反馈期限 {due}，没有发给：{bodies.zh}",
                en=f"{visit.id} ended on {visit.to}, its result due {due}, and not sent to {bodies.en}",
            )


@rule("VIS02", Severity.WARNING, timed=True, sight=Sight.ROUND)
def too_few_looked_at_again(context: Context) -> Iterator[Sighting]:
    """Fewer closed items of a round were looked at again, in the policy's time, than its sample asks for.

    Why: a close-out that is never looked at again invites false ones.

    Instead: draw a sample, visit, and record what was found in `checked`; what came too late stays visible.

    轮次结束后，在政策规定的时间内，回头抽查的已销号事项少于政策规定的比例。

    为什么：销号以后没人再看，就容易出现虚假销号。

    怎么改：抽取样本开展督查，把结果登记在 `checked`；已经过期的，在记录里承认并写明理由。
    """
    for one in too_few(context.lives, context.calendar):
        zh = f"轮次 {one.round.id} {one.round.onsite.to} 结束，到 {one.due.day} 已销号 {one.closed} 项"
        en = f"{one.round.id} ended on {one.round.onsite.to}; items closed by {one.due.day}: {one.closed}"
        yield see(
            one.round,
            "/onsite/to",
            zh=f"{zh}，抽查 {one.checked} 项，低于规定的比例 {one.share}",
            en=f"{en}, looked at again: {one.checked}, below the share {one.share}",
        )


RULES: tuple[Rule, ...] = (result_not_sent_on, too_few_looked_at_again)
