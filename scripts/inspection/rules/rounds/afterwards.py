"""RND10 and RND11: what is owed once a round has ended."""

from collections.abc import Iterator

from inspection.derive.clocks import deadline
from inspection.finding import Severity
from inspection.rules.framework import Context, Sighting, rule, see


@rule("RND10", Severity.WARNING, timed=True, practice="S4")
def tasks_after_the_round_late(context: Context) -> Iterator[Sighting]:
    """One of the four tasks after a round was not done in the policy's time: analysed, assigned, followed, used.

    Why: a round is worth what is made of it: its findings are analysed, given out, followed up and used.

    Instead: do the task and record its day in `after`; one that was late is acknowledged with the reason.

    巡后四项工作（梳理分析、清单交办、跟踪督办、成果运用）没有在政策规定的时间内完成。

    为什么：巡察只是前半篇，分析、交办、督办、运用才是后半篇。

    怎么改：抓紧完成，在 `after` 记上日期；已经迟了的，在记录里承认并写明理由。
    """
    for round_ in context.head.rounds.values():
        due = deadline(context.head, context.calendar, "after_round", round_.onsite.to).day
        for task, name in _TASKS.items() if context.today > due else ():
            done = getattr(round_.after, task, None)
            if done is None or done > due:
                yield see(
                    round_,
                    f"/after/{task}",
                    zh=f"轮次 {round_.id} 的{name}期限 {due}，{f'{done} 才完成' if done else '还没有完成'}",
                    en=f"{round_.id}: `{task}` was due {due} and {f'done on {done}' if done else 'is not done'}",
                )


@rule("RND11", Severity.WARNING, timed=True, practice="S1")
def matters_unanswered(context: Context) -> Iterator[Sighting]:
    """Matters people raised during a round were not all answered in the policy's time.

    Why: whoever speaks up and hears nothing does not speak up again.

    Instead: answer what is left and record the number in `answered`.

    群众反映的事项，没有在政策规定的时间内全部答复。

    为什么：反映了没有回音，下次就没人来反映了。

    怎么改：抓紧答复，并更新 `answered` 的件数。
    """
    for round_ in context.head.rounds.values():
        if not round_.matters:
            continue
        due = deadline(context.head, context.calendar, "matters", round_.onsite.to).day
        for place, month in enumerate(round_.matters if context.today > due else ()):
            answered = month.answered or 0
            if answered < month.received:
                zh = f"轮次 {round_.id} {month.month} 收到 {month.received} 件，答复 {answered} 件"
                en = f"{round_.id} received {month.received} matters in {month.month} and answered {answered}"
                yield see(
                    round_,
                    f"/matters/{place}/answered" if month.answered is not None else f"/matters/{place}/received",
                    zh=f"{zh}，答复期限 {due} 已过",
                    en=f"{en} by the due day {due}",
                )


_TASKS = {"analysed": "梳理分析", "assigned": "清单交办", "followed": "跟踪督办", "used": "成果运用"}
