"""INS08 and INS10: what must not be forgotten as time passes: a new head, and a second look at the unit."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from inspection.derive.clocks import deadline
from inspection.finding import Severity, Words
from inspection.model.inspections import Handover, Inspection
from inspection.model.matters import Visit
from inspection.model.rounds import Round
from inspection.rules.framework import Context, Sighting, rule, see


@rule("INS08", Severity.WARNING, timed=True, practice="S3")
def handover_unsigned(context: Context) -> Iterator[Sighting]:
    """The post first responsible changed hands, and its three signatures were not there in the policy's time.

    Why: a new head who has not signed for the rectification will say that it was the last one's.

    Instead: have the outgoing head, the incoming head and the witness sign, and record the days.

    主要负责人变动，移交人、接收人、监交人三方没有在政策规定的时间内签字。

    为什么：新任负责人没有签收，整改任务就容易「新官不理旧账」。

    怎么改：请移交人、接收人、监交人签字，并登记日期。
    """
    for one in context.head.inspections.values():
        for place, handover in enumerate(one.handovers):
            due = deadline(context.head, context.calendar, "handover", handover.date).day
            late = [words for words, day in _signatures(handover) if _missed(day, due, context.today)]
            if handover.date <= context.today and late:
                zh, en = "、".join(words.zh for words in late), ", ".join(words.en for words in late)
                yield see(
                    one,
                    f"/handovers/{place}/signed" if handover.signed is not None else f"/handovers/{place}/date",
                    zh=f"主要负责人 {handover.date} 交接，签字期限 {due}，没有按期签字的：{zh}",
                    en=f"handover of {handover.date}, to be signed by {due}; not signed in time: {en}",
                )


def _signatures(handover: Handover) -> tuple[tuple[Words, date | None], ...]:
    signed = handover.signed
    return (
        (Words("移交人", "outgoing"), signed.outgoing if signed is not None else None),
        (Words("接收人", "incoming"), signed.incoming if signed is not None else None),
        (Words("监交人", "witness"), signed.witness if signed is not None else None),
    )


def _missed(day: date | None, due: date, today: date) -> bool:
    came = day is not None and day <= today
    return (day is not None and day > due) if came else due < today


@rule("INS10", Severity.WARNING, timed=True, practice="S1")
def never_looked_at_again(context: Context) -> Iterator[Sighting]:
    """A unit was neither visited nor evaluated in the policy's time after the round.

    Why: a rectification that nobody comes to see is a rectification on paper.

    Instead: visit the unit and record the visit, or evaluate its rectification.

    轮次结束后，在政策规定的时间内，这个单位既没有督查回访，也没有测评。

    为什么：没有人去看的整改，往往只停留在纸面上。

    怎么改：安排督查回访并登记，或对整改情况进行测评。
    """
    visits: defaultdict[str, list[Visit]] = defaultdict(list)
    for visit in context.head.visits.values():
        for unit in visit.units:
            visits[unit].append(visit)
    for one in context.head.inspections.values():
        round_ = context.head.rounds.get(one.round)
        if round_ is None or one.reach == "answering":
            continue
        ended = round_.onsite.to
        due = deadline(context.head, context.calendar, "revisit", ended).day
        if due < context.today and _there(context, one, due) and not _seen(one, round_, visits[one.unit], due):
            who = context.called(one.unit)
            yield see(
                one,
                "",
                zh=f"轮次 {round_.id} {ended} 结束，到 {due} 单位{who.zh}没有督查回访，也没有测评",
                en=f"{round_.id} ended on {ended}; by {due} {who.en} was neither visited nor evaluated",
            )


def _there(context: Context, one: Inspection, due: date) -> bool:
    """Return whether the unit was still in the register that day; nobody visits one that was merged."""
    unit = context.head.units.get(one.unit)
    return unit is None or unit.left is None or due <= unit.left


def _seen(one: Inspection, round_: Round, visits: list[Visit], due: date) -> bool:
    """Return whether a visit about the round, or about no round in particular, or the evaluation came in time."""
    if one.evaluation is not None and one.evaluation.date <= due:
        return True
    about = (visit for visit in visits if not visit.rounds or round_.id in visit.rounds)
    return any(round_.onsite.to < visit.to <= due for visit in about)
