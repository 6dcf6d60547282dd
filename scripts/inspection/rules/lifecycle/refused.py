"""LIF01, LIF03 to LIF07: the moves the fold refuses, each told once by the rule it breaks."""

from collections.abc import Iterator
from datetime import date

from inspection.derive.bodies import BODIES
from inspection.derive.lifecycle import Refusal
from inspection.derive.lives import Lives
from inspection.derive.roles import known_roles
from inspection.derive.state import Why
from inspection.derive.status import OPEN
from inspection.finding import Severity, Words
from inspection.model.inspections import Inspection
from inspection.model.problems import Action, Entry, Item, Problem
from inspection.rules.framework import Context, Sight, Sighting, rule, see
from inspection.rules.lifecycle.sentences import entry_at, heading, instead, status_word, why

_LIF03 = frozenset({Why.NO_EVIDENCE, Why.NO_DIGEST, Why.NOT_VOUCHED, Why.MEASURES_LEFT})
_LIF06 = frozenset({Why.NO_NOTE, Why.NO_GROUND, Why.NO_DUE, Why.NO_MEASURE})
_BODY = frozenset({Why.BODY, Why.NOT_A_CLOSING_BODY})
_LIF07 = frozenset({Why.ASK_TOO_LATE, Why.BEFORE_DUE, Why.ONE_TOO_MANY, Why.TOO_FAR})


def _refused_moves(context: Context) -> Iterator[Sighting]:
    yield from _refused(context, "LIF01")


@rule("LIF01", Severity.ERROR, also=((Sight.INSPECTION, _refused_moves),))
def move_not_allowed(context: Context) -> Iterator[Sighting]:
    """An action is not allowed in the item's status, not by that body, or lacks what it needs.

    Why: the status is what the log leads to; a move that cannot be made leads to a status nobody decided.

    Instead: make the move that is legal from here, by the body it belongs to; mend a mistaken entry with `correct`.

    这个动作在当时的状态下不能做、不能由这个主体做，或者缺少必需的内容。

    为什么：状态由整改记录推算得出；不成立的动作会推出一个没有人决定过的状态。

    怎么改：按当时允许的动作、由有权的主体办理；记错了的用 `correct` 更正，不要改动原来的记录。
    """
    for problem, place, item in context.handed_on:
        if problem.unit in context.head.units:
            for number, entry in context.lives.of(problem, item).moves:
                if entry.action is Action.WITHDRAW and entry.into:
                    yield from _into(context, problem, place, item, number, entry)


@rule("LIF03", Severity.ERROR, sight=Sight.INSPECTION)
def submitted_unprepared(context: Context) -> Iterator[Sighting]:
    """An item is submitted without evidence pinned by its SHA-256, without the head's word, or with measures left.

    Why: the reviewers judge what is laid before them; what is not pinned can be exchanged afterwards.

    Instead: name the evidence with its `sha256`, the post that vouches, and finish or drop every measure first.

    申请销号时没有附登记了 SHA-256 的佐证、没有写担保岗位，或者还有措施既未完成也未取消。

    为什么：审核的人只能看交上来的材料；没有登记校验值的材料事后可以调换。

    怎么改：在 `evidence` 里写明佐证并登记 `sha256`，在 `vouched` 里写担保岗位，先完成或由巡察办取消每条措施。
    """
    yield from _refused(context, "LIF03")


@rule("LIF04", Severity.ERROR, practice="S0", sight=Sight.INSPECTION)
def too_few_agreed(context: Context) -> Iterator[Sighting]:
    """An item is closed, or made long-term, without the agreements the policy asks for.

    Why: a close-out by one hand is worth as much as that hand; two words for one unit are one agreement.

    Instead: let the policy's closing bodies agree first, each with an `agree` entry since the last submit; for
    `sustain` they may stand in `agreed`.

    销号或转为长期坚持时，同意的主体没有达到政策要求的数目。

    为什么：一家说了算的销号靠不住；同一单位用两个名义同意只算一次。

    怎么改：先由政策规定的主体在最近一次申请销号之后逐一「同意销号」；转为长期坚持的，可以写在 `agreed` 里。
    """
    yield from _refused(context, "LIF04")


@rule("LIF05", Severity.ERROR, practice="S3", sight=Sight.INSPECTION)
def judged_by_who_rectified(context: Context) -> Iterator[Sighting]:
    """A unit that leads or partners an item, or a body standing for it, agrees to it, closes or reviews it.

    Why: a close-out is worth as much as the independence of whoever agreed to it.

    Instead: submit it, and let the other bodies of the policy agree, close and review.

    牵头或配合整改的单位（或代表它的主体）自己同意、销号或审核自己的事项。

    为什么：自己给自己销号，等于没有审核。

    怎么改：由责任单位申请销号，再由政策规定的其他主体同意、销号和审核。
    """
    yield from _refused(context, "LIF05")
    for inspection in context.head.inspections.values():
        yield from _own_reviews(context, inspection)


@rule("LIF06", Severity.ERROR, sight=Sight.INSPECTION)
def said_without_a_reason(context: Context) -> Iterator[Sighting]:
    """A return or a refusal has no note; a reopening has no visit or order, no due day or no new measure.

    Why: the unit must know what to do next, and the public that a reopened item rests on a finding.

    Instead: say in `note` what is missing; reopen with `visit` or `order`, `due` and a measure in `add`.

    退回或不同意延期时没有写说明；重新整改没有写依据、新的期限或新的措施。

    为什么：责任单位要知道下一步做什么；重新整改要有查到的事实作依据。

    怎么改：在 `note` 里写明缺什么；重新整改要写 `visit` 或 `order`、`due`，并在 `add` 里增加措施。
    """
    yield from _refused(context, "LIF06")


@rule("LIF07", Severity.ERROR, sight=Sight.INSPECTION)
def extended_out_of_bounds(context: Context) -> Iterator[Sighting]:
    """An extension without an ask made in time, to a day before the due day, one too many, or too far.

    Why: a deadline that moves by itself is none; whoever needs longer asks before the day.

    Instead: ask on or before the due day; extend within the policy's number and reach, or let the leading group decide.

    延期没有按时提出的申请、早于现在的期限、次数超过政策，或者延得太远而没有领导小组批准。

    为什么：自己会走的期限等于没有期限；需要延期的应在到期之前申请。

    怎么改：在期限当天或之前申请；次数和长度不超过政策规定，更长的由领导小组决定。
    """
    yield from _refused(context, "LIF07")


def _refused(context: Context, code: str) -> Iterator[Sighting]:
    for problem, place, item, one in context.lived:
        for refusal in one.refusals:
            if not refusal.consequence and _code(refusal) == code and not _by_nobody(context, refusal):
                yield _told(context, problem, place, item, refusal)


def _by_nobody(context: Context, refusal: Refusal) -> bool:
    """Return whether a body may not make a move because there is no such body, which is REF01's to say."""
    by = refusal.entry.by
    return refusal.fault.why in _BODY and by not in BODIES and by not in context.head.units


def _code(refusal: Refusal) -> str:
    reason, action = refusal.fault.why, refusal.entry.action
    if reason in _LIF03 or (reason is Why.UNKNOWN_NAME and refusal.fault.field == "evidence"):
        return "LIF03" if action is Action.SUBMIT else "LIF01"
    if reason is Why.TOO_FEW_AGREED:
        return "LIF04"
    if reason is Why.OWN_ITEM:
        return "LIF05"
    if reason in _LIF06 or (action is Action.REOPEN and reason in (Why.NOT_LATER, Why.USED_NAME)):
        return "LIF06"
    return "LIF07" if reason in _LIF07 or (reason is Why.NO_ASK and action is Action.EXTEND) else "LIF01"


def _told(context: Context, problem: Problem, place: int, item: Item, refusal: Refusal) -> Sighting:
    fault = refusal.fault
    head, said = heading(context, item.id, refusal.place, refusal.entry), why(context, fault, refusal.entry)
    pointer = entry_at(item, place, refusal.place, fault.field)
    return see(problem, pointer, zh=f"{head.zh}：{said.zh}", en=f"{head.en}: {said.en}", help=instead(context, fault))


def _into(context: Context, problem: Problem, place: int, item: Item, number: int, entry: Entry) -> Iterator[Sighting]:
    """Yield a withdrawal into a problem that cannot take it over; one that is not there is REF01's."""
    into = context.head.problems.get(entry.into or "")
    if into is None:
        return
    said = _unrelated(context, problem, into) or _not_open(context, entry.date, into)
    if said is not None:
        head = heading(context, item.id, number, entry)
        pointer = entry_at(item, place, number, "into")
        yield see(problem, pointer, zh=f"{head.zh}：{said.zh}", en=f"{head.en}: {said.en}", help=_OPEN_RELATIVE)


_OPEN_RELATIVE = Words(
    "并入本单位、上级或下级单位尚未办结的问题", "name an open problem of the same unit, its parent or its child"
)


def _unrelated(context: Context, problem: Problem, into: Problem) -> Words | None:
    units = context.head.units
    own, other = units.get(problem.unit), units.get(into.unit)
    if into.id == problem.id:
        return Words("不能并入自身", "a problem cannot take over its own item")
    if problem.unit == into.unit or own is None or other is None:
        return None
    if own.parent == into.unit or other.parent == problem.unit:
        return None
    there, here = context.called(into.unit), context.called(problem.unit)
    return Words(
        f"并入的问题 {into.id} 属于{there.zh}，与{here.zh}没有上下级关系",
        f"{into.id} is of {there.en}, which is neither parent nor child of {here.en}",
    )


def _not_open(context: Context, day: date, into: Problem) -> Words | None:
    status = Lives(context.head, day).status(into)
    if status in OPEN and into.found <= day:
        return None
    words = status_word(context, status) if status not in OPEN else Words("尚未发现", "not found yet")
    return Words(f"并入的问题 {into.id} 在 {day} 是「{words.zh}」", f"{into.id} was {words.en} on {day}")


def _own_reviews(context: Context, inspection: Inspection) -> Iterator[Sighting]:
    roles = known_roles(context.head, inspection.unit)
    papers = {"plan": inspection.plan, "life_meeting": inspection.life_meeting, "report": inspection.report}
    for name, paper in papers.items():
        for place, review in enumerate(paper.reviews if paper is not None else ()):
            for number, one in enumerate(review.by):
                if roles.unit_behind(one) == inspection.unit:
                    who, by = context.called(inspection.unit), context.called(one)
                    yield see(
                        inspection,
                        f"/{name}/reviews/{place}/by/{number}",
                        zh=f"{review.date} 的{_PAPERS[name].zh}由被巡察的{who.zh}自己审核",
                        en=f"{by.en} reviews the {_PAPERS[name].en} of {who.en}, which is itself",
                        help=_OTHERS_REVIEW,
                    )


_OTHERS_REVIEW = Words("由政策规定的其他主体审核", "let the other bodies of the policy review it")
_PAPERS = {
    "plan": Words("整改方案", "plan"),
    "life_meeting": Words("专题会议", "life meeting"),
    "report": Words("整改报告", "report"),
}
