"""Parts of records other than entries of logs, as an office says them; what has no words of its own is said field by
field."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from msgspec import Struct

from inspection.finding import Words
from inspection.history.words import Speaker, joined
from inspection.model.inspections import (
    Evaluation,
    Feedback,
    LifeMeeting,
    PartyPublication,
    RectificationPlan,
    Report,
    Retraction,
    SecondRectification,
    SocietyPublication,
)
from inspection.model.matters import Checked, SelfCheckProgress
from inspection.model.problems import Accountable, Institution, Item, Measure, Money
from inspection.model.record import Acknowledgement, Correction, Evidence, PlainPublication, Record, Review

COMMA = Words("，", ", ")


def part_said(speaker: Speaker, record: Record, pointer: str, part: Struct) -> Words:
    """Return a part that was added, or is gone, in a few words.

    Args:
        speaker: Says values.
        record: The record that holds it.
        pointer: Where the part stands.
        part: The part.
    """
    special = _SPECIAL.get(type(part))
    if special is not None:
        return special(speaker, record, part)
    label, holds = speaker.label(record, pointer), speaker.part(record, pointer, part)
    if not holds.zh:
        return label
    return Words(f"{label.zh}（{holds.zh}）", f"{label.en} ({holds.en})")


def review_said(speaker: Speaker, paper: Words, review: Review) -> Words:
    """Return a review of a paper: who decided what, and how much there was to mend."""
    bodies, decision = speaker.bodies(review.by), speaker.code("decision", review.decision)
    said = [Words(f"{paper.zh}审核{decision.zh}（{bodies.zh}）", f"{paper.en}: {decision.en.lower()} by {bodies.en}")]
    if review.deviations:
        said.append(Words(f"纠正偏差 {review.deviations} 处", f"{review.deviations} deviations"))
    if review.opinions:
        said.append(Words(f"意见 {review.opinions} 条", f"{review.opinions} opinions"))
    return joined(said, COMMA)


def _item(speaker: Speaker, _record: Record, item: Item) -> Words:
    kind, lead = speaker.code("item_kind", item.kind), speaker.unit(item.lead)
    return Words(
        f"新增整改事项（{kind.zh}），期限 {item.due}，牵头{lead.zh}，措施 {len(item.measures)} 条",
        f"new item ({kind.en.lower()}), due {item.due}, led by {lead.en}, {len(item.measures)} measures",
    )


def _measure(_speaker: Speaker, _record: Record, measure: Measure) -> Words:
    due_zh, due_en = (f"，期限 {measure.due}", f", due {measure.due}") if measure.due is not None else ("", "")
    return Words(f"措施 {measure.id}{due_zh}", f"measure {measure.id}{due_en}")


def _evidence(speaker: Speaker, _record: Record, one: Evidence) -> Words:
    kind, title = speaker.code("evidence_kind", one.kind), speaker.safe(one.title)
    return Words(f"佐证 {one.id}（{kind.zh}）：{title.zh}", f"evidence {one.id} ({kind.en.lower()}): {title.en}")


def _feedback(speaker: Speaker, _record: Record, one: Feedback) -> Words:
    said = [Words(f"{speaker.body(one.by).zh}反馈", f"feedback by {speaker.body(one.by).en}")]
    if one.paper is not None:
        said.append(
            Words(
                f"问题 {one.paper.problems} 个、意见 {one.paper.opinions} 条",
                f"{one.paper.problems} problems, {one.paper.opinions} opinions",
            )
        )
    for zh, en, days in (
        ("送达", "given to", one.given),
        ("签收", "signed by", one.signed),
        ("抄送", "copied to", one.copied),
    ):
        if days:
            bodies = speaker.bodies(days)
            said.append(Words(f"{zh}{bodies.zh}", f"{en} {bodies.en}"))
    return joined(said, COMMA)


def _plan(_speaker: Speaker, _record: Record, one: RectificationPlan) -> Words:
    return Words(f"报送整改方案（{one.submitted}）", f"plan submitted on {one.submitted}")


def _meeting(speaker: Speaker, _record: Record, one: LifeMeeting) -> Words:
    kind = speaker.code("life_meeting_kind", one.kind)
    return Words(f"召开{kind.zh}（{one.held}）", f"{kind.en} held on {one.held}")


def _report(_speaker: Speaker, _record: Record, one: Report) -> Words:
    head = one.head_submitted
    more_zh, more_en = (f"，主要负责人报告 {head}", f", the head's own on {head}") if head is not None else ("", "")
    return Words(f"报送整改报告（{one.submitted}）{more_zh}", f"report submitted on {one.submitted}{more_en}")


def _evaluation(_speaker: Speaker, _record: Record, one: Evaluation) -> Words:
    score = sum((row.score for row in one.indicators), Decimal())
    said = [Words(f"整改成效测评（{one.date}）", f"evaluated on {one.date}")]
    if one.indicators:
        said.append(Words(f"得分 {score}", f"score {score}"))
    if one.ballots is not None:
        good = one.ballots.satisfied + one.ballots.basically
        said.append(
            Words(
                f"收回票 {one.ballots.returned} 张，满意和基本满意 {good} 张",
                f"{one.ballots.returned} ballots returned, {good} satisfied or basically so",
            )
        )
    return joined(said, COMMA)


def _again(speaker: Speaker, _record: Record, one: SecondRectification) -> Words:
    body, why = speaker.body(one.by), speaker.code("again_because", one.because)
    return Words(f"{body.zh}责令再次整改（{why.zh}）", f"second rectification ordered by {body.en} ({why.en.lower()})")


def _party(speaker: Speaker, _record: Record, one: PartyPublication) -> Words:
    return _approved(speaker, Words("党内公开", "publication within the Party"), one)


def _society(speaker: Speaker, _record: Record, one: SocietyPublication) -> Words:
    return _approved(speaker, Words("向社会公开", "publication to society"), one)


def _plain(speaker: Speaker, _record: Record, one: PlainPublication) -> Words:
    return _approved(speaker, Words("公开", "publication"), one)


def _approved(speaker: Speaker, what: Words, one: Any) -> Words:
    body = speaker.body(one.by)
    out_zh, out_en = (f"，{one.published} 公开", f", published on {one.published}") if one.published else ("", "")
    return Words(
        f"{body.zh} {one.approved} 批准{what.zh}{out_zh}", f"{what.en} approved by {body.en} on {one.approved}{out_en}"
    )


def _retracted(speaker: Speaker, _record: Record, one: Retraction) -> Words:
    body, reason = speaker.body(one.by), speaker.safe(one.reason)
    return Words(f"{body.zh}撤回公开，理由：{reason.zh}", f"publication retracted by {body.en}: {reason.en}")


def _correction(speaker: Speaker, record: Record, one: Correction) -> Words:
    label = speaker.label(record, one.path)
    was, now = speaker.value(record, one.path, one.was), speaker.value(record, one.path, one.is_)
    why = speaker.safe(one.why)
    return Words(
        f"更正{label.zh}：{was.zh} → {now.zh}，原因：{why.zh}", f"corrects {label.en}: {was.en} → {now.en}; {why.en}"
    )


def _acknowledged(speaker: Speaker, _record: Record, one: Acknowledgement) -> Words:
    body, reason = speaker.body(one.by), speaker.safe(one.reason)
    return Words(f"{body.zh}承认 {one.rule}，理由：{reason.zh}", f"{one.rule} acknowledged by {body.en}: {reason.en}")


def _checked(speaker: Speaker, _record: Record, one: Checked) -> Words:
    result = speaker.code("check_result", one.result)
    return Words(f"核查 {one.item}：{result.zh}", f"{one.item} checked: {result.en.lower()}")


def _progress(_speaker: Speaker, _record: Record, one: SelfCheckProgress) -> Words:
    return Words(f"已整改 {one.rectified} 个", f"{one.rectified} rectified")


def _institution(speaker: Speaker, _record: Record, one: Institution) -> Words:
    sort_zh, sort_en = ("新建", "new") if one.new else ("修订", "revised")
    title = speaker.safe(one.title)
    return Words(f"{sort_zh}制度《{title.zh}》", f"{sort_en} institution: {title.en}")


def _money(speaker: Speaker, _record: Record, one: Money) -> Words:
    kind = speaker.code("money_kind", one.kind)
    return Words(f"{kind.zh} {one.yuan} 元", f"{one.yuan} yuan {kind.en.lower()}")


def _accountable(_speaker: Speaker, _record: Record, one: Accountable) -> Words:
    return Words(
        f"追责问责：组织 {one.organizations} 个、{one.persons} 人",
        f"held accountable: {one.organizations} organizations, {one.persons} persons",
    )


_SPECIAL: dict[type[Struct], Callable[[Speaker, Record, Any], Words]] = {
    Item: _item,
    Measure: _measure,
    Evidence: _evidence,
    Feedback: _feedback,
    RectificationPlan: _plan,
    LifeMeeting: _meeting,
    Report: _report,
    Evaluation: _evaluation,
    SecondRectification: _again,
    PartyPublication: _party,
    SocietyPublication: _society,
    PlainPublication: _plain,
    Retraction: _retracted,
    Correction: _correction,
    Acknowledgement: _acknowledged,
    Checked: _checked,
    SelfCheckProgress: _progress,
    Institution: _institution,
    Money: _money,
    Accountable: _accountable,
}
