"""RND02, RND03, RND07 and RND09: what a round needs before entry and holds while it lasts."""

from collections.abc import Iterator

from inspection.derive.clocks import deadline
from inspection.derive.roles import known_roles
from inspection.derive.visited import opened
from inspection.finding import Severity, Words
from inspection.model.rounds import Round
from inspection.rules.framework import Context, Sighting, rule, see


@rule("RND02", Severity.WARNING, practice="S0")
def announced_in_one_place_only(context: Context) -> Iterator[Sighting]:
    """The announcements of a round do not reach both new media and public places.

    Why: old people read the board, young ones the telephone; whoever does not know of the round cannot speak to it.
    Judged from the first day on site; a flexible round is not announced beforehand and judged from its last day.

    Instead: publish the missing announcement and record it in `announcements`.

    巡察公告没有同时覆盖新媒体和群众身边的公共场所。

    为什么：老人看公告栏，年轻人看手机，不知道有巡察，就不会来反映情况。进驻当天起判断；机动巡察事先不公告，从结束当天起判断。

    怎么改：补发公告，并记入 `announcements`。
    """
    for round_ in context.head.rounds.values():
        told = round_.onsite.to if round_.kind == "flexible" else round_.onsite.from_
        reached = {one.channel for one in round_.announcements}
        for channel, name in _CHANNELS.items():
            if told <= context.today and channel not in reached:
                yield see(
                    round_,
                    "/announcements",
                    zh=f"轮次 {round_.id} {round_.onsite.from_} 进驻，没有{name.zh}公告",
                    en=f"{round_.id} entered on {round_.onsite.from_} and was not announced {name.en}",
                )


@rule("RND03", Severity.WARNING, practice="S1")
def meeting_missing(context: Context) -> Iterator[Sighting]:
    """A round held no mobilisation, promotion, dispatch or consultation meeting.

    Why: the four meetings prepare a round, steer it on its way and settle what follows. Mobilisation and promotion are
    judged from entry, dispatch once the round has left, consultation once it was reported (else once the time for the
    tasks after the round has passed).

    Instead: record the meeting in `meetings`; one that was not held is held now, or acknowledged with the reason.

    一轮巡察缺巡前动员会、巡前促进会、巡中调度会或巡后协商会。

    为什么：四个会管巡前准备、巡中调度和巡后落实。动员会、促进会从进驻起判断，调度会在驻点结束后判断，协商会在听取汇报后判断（没有汇报的，在巡后工作时限过后）。

    怎么改：开过的补记入 `meetings`；没开的补开，或在记录里承认并写明理由。
    """
    for round_ in context.head.rounds.values():
        held = {meeting.kind for meeting in round_.meetings}
        for kind, since in _meetings_owed(context, round_):
            if kind not in held:
                yield see(
                    round_,
                    "/meetings",
                    zh=f"轮次 {round_.id} {since.zh}，没有{_MEETINGS[kind]}的记录",
                    en=f"{round_.id} {since.en} and no {kind} meeting is recorded",
                )


@rule("RND07", Severity.WARNING, practice="S1")
def plan_incomplete(context: Context) -> Iterator[Sighting]:
    """The plan of a round lacks one of its five parts: way, time, content, channels, focus.

    Why: a group that does not know how, when, what, by which ways and with what focus looks at whatever comes.

    Instead: fill in the missing part of `plan` from the paper that was approved.

    巡察方案的五个部分（方式、时间、内容、途径、重点）不全。

    为什么：怎么巡、巡多久、巡什么、通过什么途径、突出什么，事先不明确，巡到哪里算哪里。

    怎么改：按批准的方案补全 `plan`。
    """
    for round_ in context.head.rounds.values():
        if min(opened(round_), round_.onsite.from_) > context.today:
            continue
        for part, name in _PARTS.items():
            if getattr(round_.plan, part, None) is None:
                yield see(
                    round_,
                    f"/plan/{part}",
                    zh=f"轮次 {round_.id} 的巡察方案没有写「{name}」（`{part}`）",
                    en=f"the plan of {round_.id} does not say its `{part}`",
                )


@rule("RND09", Severity.WARNING, practice="S0")
def no_briefing_before_entry(context: Context) -> Iterator[Sighting]:
    """The discipline body gave no briefing before entry; one on the day of entry is in time.

    Why: what is known of a unit's complaints and cases tells the group where to look first.

    Instead: record the briefing in `briefings`; one that was left out is acknowledged with the reason.

    进驻之前，纪检监察机关没有通报情况；进驻当天通报的算及时。

    为什么：先掌握信访和案件情况，才知道从哪里查起。

    怎么改：通报过的补记入 `briefings`；确实没有通报的，在记录里承认并写明理由。
    """
    roles = known_roles(context.head, None)
    for round_ in context.head.rounds.values():
        entered = round_.onsite.from_
        days = [one.date for one in round_.briefings if roles.among(one.from_, ("discipline",))]
        if entered <= context.today and not any(day <= entered for day in days):
            late = f"，最早的一次在 {min(days)}" if days else ""
            first = f"; the first was on {min(days)}" if days else ""
            yield see(
                round_,
                "/briefings",
                zh=f"轮次 {round_.id} {entered} 进驻，之前没有纪检监察机关的情况通报{late}",
                en=f"{round_.id} entered on {entered} without a briefing by the discipline body before{first}",
            )


def _meetings_owed(context: Context, round_: Round) -> Iterator[tuple[str, Words]]:
    """Yield the meetings whose time has come, each with what happened by then."""
    entered, left, reported = round_.onsite.from_, round_.onsite.to, round_.reported
    if entered <= context.today:
        since = Words(f"{entered} 进驻", f"entered on {entered}")
        yield from (("mobilisation", since), ("promotion", since))
    if left < context.today:
        yield "dispatch", Words(f"{left} 结束驻点", f"left on {left}")
    if reported is not None and reported <= context.today:
        yield "consultation", Words(f"{reported} 已听取汇报", f"was reported on {reported}")
    elif reported is None and deadline(context.head, context.calendar, "after_round", left).day < context.today:
        yield "consultation", Words(f"{left} 结束驻点", f"left on {left}")


_CHANNELS = {"new_media": Words("新媒体", "in new media"), "public_place": Words("公共场所", "in public places")}
_MEETINGS = {
    "mobilisation": "巡前动员会",
    "promotion": "巡前促进会",
    "dispatch": "巡中调度会",
    "consultation": "巡后协商会",
}
_PARTS = {"way": "方式", "time": "时间", "content": "内容", "channels": "途径", "focus": "重点"}
