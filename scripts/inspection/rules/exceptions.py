"""EXC: exceptions of the policy and acknowledgements of records that have no effect."""

from collections.abc import Iterator
from difflib import get_close_matches

from inspection.finding import Severity, Words
from inspection.model.policy import Policy
from inspection.rules.framework import CODES, FIXED, Context, Rule, Sighting, rule, see

KNOWN = frozenset(CODES)


@rule("EXC01", Severity.WARNING)
def exception_without_effect(context: Context) -> Iterator[Sighting]:
    """An exception in the policy has expired or names no rule it may set, or an acknowledgement names no rule.

    Why: whoever wrote it believes a rule is set aside, and it is not.

    Instead: correct the code; where an exception has expired, decide anew with a reason and an end date, or remove it.

    政策里的规则例外已经过期、写的规则编号不存在或不允许设例外，或者记录里「已承认的情形」写的规则编号不存在。

    为什么：写的人以为这条规则已经放宽，其实没有起作用。

    怎么改：改正规则编号；例外过期的，重新研究并写明理由和截止日期，或者删去。
    """
    for policy in context.head.policies:
        if policy is context.policy or policy.day > context.today:
            yield from _of_policy(policy, context)
    for record in context.head.records():
        for place, one in enumerate(record.acknowledged):
            if one.rule not in KNOWN:
                zh, en = f"已承认的情形第 {place + 1} 条", f"acknowledgement {place + 1}"
                yield see(
                    record,
                    f"/acknowledged/{place}/rule",
                    zh=f"{zh}：没有规则「{one.rule}」",
                    en=f"{en}: there is no rule {one.rule}",
                    help=_nearest(one.rule),
                )


def _of_policy(policy: Policy, context: Context) -> Iterator[Sighting]:
    for code, exception in policy.rules.items():
        if code not in KNOWN:
            zh, en = f"规则例外：没有规则「{code}」", f"exception: there is no rule {code}"
            yield see(policy, f"/rules/{code}", zh=zh, en=en, help=_nearest(code))
        elif code.startswith(FIXED):
            zh = f"规则例外 {code}：{code[:3]} 类规则的严重程度不能由政策调整"
            en = f"exception {code}: no policy sets the severity of the family {code[:3]}"
            yield see(policy, f"/rules/{code}", zh=zh, en=en, help=_REMOVE)
        elif exception.until < context.today:
            zh = f"规则例外 {code} 已于 {exception.until} 到期，今天是 {context.today}"
            en = f"exception {code} ended on {exception.until}; today is {context.today}"
            yield see(policy, f"/rules/{code}/until", zh=zh, en=en)


def _nearest(code: str) -> Words | None:
    near = get_close_matches(code.upper(), CODES, n=1)
    return Words(f"是不是 {near[0]}？", f"did you mean {near[0]}?") if near else None


_REMOVE = Words("删去这条例外", "remove the exception")

RULES: tuple[Rule, ...] = (exception_without_effect,)
