"""INS05 to INS07: the three reviews and the evaluation that follows them."""

from collections.abc import Iterator

from inspection.derive.clocks import deadline
from inspection.derive.papers import accepted_on, duties_of, first_accepted, reviews
from inspection.derive.roles import known_roles
from inspection.finding import Severity, Words
from inspection.rules.framework import Context, Sighting, rule, see

_PAPERS = {
    "plan": Words("整改方案", "the plan"),
    "life_meeting": Words("专题生活会材料", "the papers of the life meeting"),
    "report": Words("整改报告", "the report"),
    "head_report": Words("主要负责人报告", "the head's own report"),
}


@rule("INS05", Severity.ERROR, practice="S0")
def accepted_by_too_few(context: Context) -> Iterator[Sighting]:
    """A review accepted a paper with fewer of the bodies that the unit's duties name than they ask for.
    Two words for one unit count once, and a unit does not review its own papers.

    Why: the three reviews are made together, so that no single body lets a weak plan or report pass.

    Instead: have the other bodies review it too and name them in `by`, or record the review as it was.

    审核通过的主体，少于该类单位要求的数量；同一单位的两种称呼算一个，单位审核自己的材料不算。

    为什么：三项审核由几家共同把关，不能由一家说了算。

    怎么改：请其他主体一并审核并写入 `by`，或按实际情况更正审核记录。
    """
    for one in context.inspections():
        roles = known_roles(context.head, one.unit)
        for paper, review, pointer in reviews(one):
            asked = duties_of(context.head, one, review.date).reviews
            counted = [body for body in review.by if roles.among(body, asked.bodies) and roles.who(body) != one.unit]
            number = roles.distinct(counted)
            if review.decision == "accept" and number < asked.count:
                words, bodies = _PAPERS[paper], context.called_all(asked.bodies)
                zh = f"{words.zh} {review.date} 审核通过，要求{bodies.zh}中有 {asked.count} 个"
                en = f"{words.en} was accepted on {review.date}; {asked.count} of {bodies.en} asked for"
                yield see(one, f"{pointer}/by", zh=f"{zh}，现有 {number} 个", en=f"{en}, there are {number}")


@rule("INS06", Severity.ERROR, practice="S0")
def evaluated_before_its_papers(context: Context) -> Iterator[Sighting]:
    """A unit was evaluated before the papers its duties ask for were accepted.

    Why: three reviews, then one evaluation: people are asked about a rectification that has been looked at.

    Instead: enter the missing acceptance, or evaluate once the papers are accepted.

    单位应交的材料还没有全部审核通过，就作了整改质效测评。

    为什么：先「三审」后「一评」，材料没有审过，测评就没有依据。

    怎么改：补录审核通过的记录；确实没有审核通过的，待通过后再测评。
    """
    for one in context.inspections():
        if one.evaluation is None:
            continue
        day = one.evaluation.date
        left = [name for name in duties_of(context.head, one, day).papers if not accepted_on(one, name, day)]
        if left:
            zh, en = "、".join(_PAPERS[name].zh for name in left), ", ".join(_PAPERS[name].en for name in left)
            who = context.called(one.unit)
            yield see(
                one,
                "/evaluation/date",
                zh=f"单位{who.zh}{day} 测评，当时还没有审核通过的：{zh}",
                en=f"{who.en} was evaluated on {day}, before these were accepted: {en}",
            )


@rule("INS07", Severity.WARNING, timed=True)
def evaluated_late(context: Context) -> Iterator[Sighting]:
    """The evaluation came after the policy's time since the report was accepted, or has not come by then.

    Why: people remember what was rectified for a while only, and the notice waits for the evaluation.

    Instead: evaluate and record it; where it was late, acknowledge it with the reason.

    整改报告审核通过后，超过政策规定的时间才测评，或者期限已过还没有测评。

    为什么：时间一长群众就记不清了，公开也要等测评以后。

    怎么改：抓紧测评并登记；已经迟了的，在记录里承认并写明理由。
    """
    for one in context.inspections():
        accepted = first_accepted(one, "report", context.today)
        if accepted is None:
            continue
        start = accepted.review.date
        due = deadline(context.head, context.calendar, "evaluation", start).day
        zh, en = (
            f"{start} 整改报告审核通过，测评期限 {due}",
            f"the report was accepted on {start}, evaluation due {due}",
        )
        done = one.evaluation.date if one.evaluation is not None else None
        if done is not None and due < done <= context.today:
            yield see(one, "/evaluation/date", zh=f"{zh}，{done} 才测评", en=f"{en}, and came on {done}")
        elif (done is None or done > context.today) and due < context.today:
            zh, en = f"{zh}，今天 {context.today}，还没有测评", f"{en}, and none on {context.today}"
            yield see(one, f"{accepted.pointer}/date", zh=zh, en=en)
