"""INS01 and INS09: the feedback, who was given, signed and was copied it, and how many problems it holds."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from inspection.derive.papers import first_accepted
from inspection.derive.roles import known_roles
from inspection.derive.signed import signatures_owed
from inspection.finding import Severity, Words
from inspection.rules.framework import Context, Sight, Sighting, rule, see


@rule("INS01", Severity.WARNING, practice="S3")
def feedback_not_signed_or_copied(context: Context) -> Iterator[Sighting]:
    """Feedback was not given to, signed by or copied to every body the unit's duties name, in the policy's time.

    Why: what nobody signed for nobody received; the leader in charge and the departments must know of it too (2-3-1).

    Instead: have it signed and copied, and record the days in `given`, `signed` and `copied`.

    政策规定的期限已过，反馈意见还没有按该类单位的要求送达、签收或抄送齐全。

    为什么：没有签收就说不清是否知晓；「双反馈、三签收、一抄送」才能层层压实责任。

    怎么改：补办签收和抄送，把日期记在 `given`、`signed`、`copied`。
    """
    for one in context.inspections():
        roles = known_roles(context.head, one.unit)
        owed = [
            each
            for each in signatures_owed(context.head, context.calendar, one, roles, context.today)
            if each.due.day < context.today and each.done is None
        ]
        for name, left in groupby(owed, key=lambda each: each.step):
            missing = list(left)
            words, bodies = _SAID[name], context.called_all(each.body for each in missing)
            start, due = missing[0].start, missing[0].due.day
            yield see(
                one,
                f"/feedback/{name}",
                zh=f"{start} 反馈，{words.zh}期限 {due}，没有记载{words.zh}的：{bodies.zh}",
                en=f"feedback of {start}, due by {due}: not {words.en} {bodies.en}",
            )


_SAID = {
    "given": Words("送达", "given to"),
    "signed": Words("签收", "signed by"),
    "copied": Words("抄送", "copied to"),
}


@rule("INS09", Severity.ERROR, sight=Sight.INSPECTION)
def feedback_of_another_number(context: Context) -> Iterator[Sighting]:
    """The plan is accepted, and the ledger holds another number of problems in feedback than the signed paper says.

    Why: the unit answers for the paper it signed; a problem left out of the ledger is a problem nobody follows.

    Instead: enter the missing problems, correct `in_feedback`, or mend the number of the paper by a correction.

    整改方案已经审核通过，台账里列入反馈的问题数与签发的反馈意见所列的不一致。

    为什么：单位按签发的反馈意见整改，台账里漏掉的问题就没有人跟踪。

    怎么改：补录缺少的问题，或改正 `in_feedback`；文件上的数字录错的，用 `corrections` 更正。
    """
    held = Counter((one.round, one.unit) for one in context.head.problems.values() if one.in_feedback)
    unread = context.rounds_unread()
    for one in context.inspections():
        paper = one.feedback.paper if one.feedback is not None else None
        accepted = first_accepted(one, "plan", context.today) if paper is not None else None
        if paper is None or accepted is None or one.round in unread:
            continue
        number = held[one.round, one.unit]
        if number != paper.problems:
            day = accepted.review.date
            yield see(
                one,
                "/feedback/paper/problems",
                zh=f"反馈意见列 {paper.problems} 个问题，整改方案 {day} 已审核通过，台账里列入反馈的有 {number} 个",
                en=f"the paper lists {paper.problems} problems, the plan was accepted on {day}, and the ledger holds"
                f" {number} in feedback",
            )
