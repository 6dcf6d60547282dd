"""CHG04 and CHG07: what Git knows of the facts. Nothing is found where history was not asked."""

from collections.abc import Iterator

from inspection.derive.backdated import backdated, known_facts
from inspection.derive.policies import policy_on
from inspection.derive.roles import known_roles
from inspection.derive.spoken import Spoken
from inspection.finding import Severity
from inspection.rules.framework import Context, Sighting, rule, see

_SIGNING = {"warn": Severity.WARNING, "required": Severity.ERROR}


@rule("CHG04", Severity.WARNING)
def recorded_too_late(context: Context) -> Iterator[Sighting]:
    """An entry is dated longer before it was recorded than the policy allows (`limits.backdating`).

    Why: what is entered months later is written with the end in mind; nobody can tell any more whether it was so.

    Instead: record what happens while it happens; accept a late entry in `acknowledged` with the reason.

    条目所写的日期比录入台账的日期早得太多，超过政策规定（`limits.backdating`）。

    为什么：几个月之后补记的内容，已经无从判断当时是否真的如此。

    怎么改：事情发生时就录入；确需补记的，在记录的 `acknowledged` 里写明理由。
    """
    for one, recorded, allowed in backdated(context.head, context.provenance, context.calendar):
        yield see(
            one.record,
            one.pointer,
            zh=f"{one.record.id}：{one.day} 的事项 {recorded.day} 才录入，政策允许 {allowed}",
            en=f"{one.record.id}: dated {one.day} and recorded on {recorded.day}; the policy allows {allowed}",
        )


@rule("CHG07", Severity.ERROR)
def not_signed_by_the_body_it_speaks_for(context: Context) -> Iterator[Sighting]:
    """The commit that first holds an entry is not signed by a key of the body it speaks for; the policy's `signing`
    says whether that is nothing, a warning or an error.

    Why: anybody may write another's name into a file; only the other's key shows that it was the other.

    Instead: let the body sign the commit with its own key, which `ledger/signers.yaml` names for that day.

    首次写入条目的提交，没有用它所代表主体的密钥签名。政策的 `signing` 规定不查、警告还是错误。

    为什么：谁都能在文件里写上别人的名义，只有对方的密钥才能证明确实是对方所写。

    怎么改：由该主体用 `ledger/signers.yaml` 登记的、当天有效的密钥签署提交。
    """
    for one, recorded in known_facts(context.head, context.provenance):
        severity = _SIGNING.get(policy_on(context.head, recorded.day).signing)
        if severity is None or recorded.signed is None or not one.by or _signed(context, one, recorded.signed):
            continue
        said_zh, said_en = "、".join(one.by), ", ".join(one.by)
        signers_zh = f"由「{'、'.join(recorded.signed)}」签名" if recorded.signed else "没有可信的签名"
        signers_en = f"signed by {', '.join(recorded.signed)}" if recorded.signed else "without a trusted signature"
        yield see(
            one.record,
            one.pointer,
            zh=f"{one.record.id}：{one.day} 的条目以「{said_zh}」的名义写入，提交{signers_zh}",
            en=f"{one.record.id}: the entry of {one.day} speaks for {said_en}; its commit is {signers_en}",
            severity=severity,
        )


def _signed(context: Context, one: Spoken, signed: tuple[str, ...]) -> bool:
    """Return whether one of the bodies that say it signed: what several say together one of them may enter."""
    roles = known_roles(context.head, one.unit, one.inspected)
    return any(roles.among(body, one.by) for body in signed)
