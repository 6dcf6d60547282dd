"""PUB: what was made public, on whose word, and for how long."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from inspection.derive.digest import society_digest
from inspection.derive.policies import policy_on
from inspection.derive.publications import decided, standing
from inspection.finding import Severity, Words
from inspection.model.inspections import Inspection, PartyPublication, SocietyPublication
from inspection.model.matters import CommonProblem
from inspection.model.problems import Problem
from inspection.model.record import PlainPublication, Record
from inspection.model.rounds import Round
from inspection.rules.framework import Context, Rule, Sight, Sighting, rule, see
from inspection.workdays import add

Published = PlainPublication | PartyPublication | SocietyPublication


def _changed_after_approval(context: Context) -> Iterator[Sighting]:
    found: defaultdict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in context.head.problems.values():
        found[problem.round, problem.unit].append(problem)
    unread = context.rounds_unread()
    for inspection in context.head.inspections.values():
        if inspection.round not in unread:
            yield from _digest(context, inspection, found[inspection.round, inspection.unit])


@rule("PUB01", Severity.ERROR, also=((Sight.INSPECTION, _changed_after_approval),))
def published_without_approval(context: Context) -> Iterator[Sighting]:
    """Something was published without approval by the policy's body, before feedback, or with another digest than the
    texts have.

    Why: an approval is given to words; what was published later or differently was approved by nobody.

    Instead: have the texts as they are approved and enter that as a new publication with their digest, or retract it.

    没有经过政策规定的主体批准就公开，反馈之前就公开，或者公开时的文本摘要与现在的文本不一致。

    为什么：批准的是具体文字，之后改动的、提前发出的，等于没有人批准。

    怎么改：把现在的文本报批，作为新的一次公开写入并附上文本摘要；不该公开的写明撤回。
    """
    for round_ in context.head.rounds.values():
        yield from _plain(context, round_, round_.publication)
    for common in context.head.commons.values():
        yield from _plain(context, common, common.publication)
    for inspection in context.head.inspections.values():
        yield from _of_inspection(context, inspection)


def _plain(context: Context, record: Round | CommonProblem, publication: PlainPublication | None) -> Iterator[Sighting]:
    if publication is not None:
        yield from _approval(context, record, "/publication", publication, None)


def _of_inspection(context: Context, inspection: Inspection) -> Iterator[Sighting]:
    publication = inspection.publication
    entries: list[tuple[str, Published]] = []
    if publication is not None and publication.party is not None:
        entries.append(("/publication/party", publication.party))
    entries += [(f"/publication/society/{place}", entry) for place, entry in standing(inspection, context.today)]
    given = inspection.feedback.date if inspection.feedback is not None else None
    for pointer, entry in entries:
        yield from _approval(context, inspection, pointer, entry, inspection.unit)
        if entry.published is not None and (given is None or entry.published < given):
            zh = "还没有反馈" if given is None else f"{given} 才反馈"
            en = "feedback has not been given" if given is None else f"feedback was given on {given}"
            who = context.called(inspection.unit)
            yield see(
                inspection,
                f"{pointer}/published",
                zh=f"单位{who.zh}的整改情况 {entry.published} 已公开，{zh}",
                en=f"{who.en} was published on {entry.published}; {en}",
            )


def _approval(context: Context, record: Record, pointer: str, entry: Published, unit: str | None) -> Iterator[Sighting]:
    """Yield what is wrong with the approval of something published; what is only approved waits."""
    if entry.published is None:
        return
    what = context.called(unit) if unit is not None else Words(record.id, record.id)
    if entry.published < entry.approved:
        yield see(
            record,
            f"{pointer}/published",
            zh=f"{what.zh}：{entry.published} 已公开，{entry.approved} 才批准",
            en=f"{what.en} was published on {entry.published} and approved on {entry.approved} only",
        )
    if not decided(context.head, entry.approved, entry.by, unit):
        body = context.called(policy_on(context.head, entry.approved).publication_by)
        by = context.called(entry.by)
        yield see(
            record,
            f"{pointer}/by",
            zh=f"{what.zh}的公开由{by.zh}批准，{entry.approved} 的政策规定由{body.zh}批准",
            en=f"{what.en} was approved for publication by {by.en}; the policy of {entry.approved} names {body.en}",
        )


def _digest(context: Context, inspection: Inspection, problems: list[Problem]) -> Iterator[Sighting]:
    """Yield the newest publication that stands where the texts are no longer those it names."""
    left = standing(inspection, context.today)
    if not any(_is_out(entry, context.today) for _, entry in left):
        return
    place, newest = left[-1]
    now = society_digest(problems, {problem.id: context.lives.withdrawn(problem) for problem in problems})
    if newest.digest != now:
        who = context.called(inspection.unit)
        yield see(
            inspection,
            f"/publication/society/{place}/digest",
            zh=f"单位{who.zh}{newest.approved} 批准的文本摘要是 {newest.digest}，现在的公开文本是 {now}",
            en=f"{who.en}: {newest.digest} was approved on {newest.approved}; the texts now give {now}",
        )


def _is_out(entry: SocietyPublication, today: date) -> bool:
    return entry.published is not None and entry.published <= today


@rule("PUB02", Severity.ERROR, sight=Sight.INSPECTION)
def withheld_without_reason(context: Context) -> Iterator[Sighting]:
    """A problem is withheld from society without one of the reasons of the list.

    Why: withholding is the exception; without a reason nobody can ask later whether it still holds.

    Instead: write the `reason` (state_secret, work_secret, open_case, privacy ...), or show the problem.

    问题不向社会公开，却没有写明列表中的理由。

    为什么：公开是原则、不公开是例外，没有理由，日后就无从复核是否还应保留。

    怎么改：写明 `reason`（国家秘密、工作秘密、在办案件、个人隐私等），或者改为公开。
    """
    for problem in context.head.problems.values():
        disclosure = problem.disclosure
        if disclosure is not None and disclosure.society == "withheld" and disclosure.reason is None:
            yield see(
                problem,
                "/disclosure/society",
                zh=f"问题 {problem.id} 写明不向社会公开（withheld），没有写 `reason`",
                en=f"{problem.id} is withheld from society, and `reason` is missing",
            )


@rule("PUB03", Severity.WARNING)
def published_out_of_form(context: Context) -> Iterator[Sighting]:
    """The society was told before the Party, for a shorter time than the policy's, or without complete contact.

    Why: the order, the time and the address are what turns a notice into something people can answer.

    Instead: publish within the Party first, keep the notice up for the whole period, complete `contact`.

    向社会公开早于党内公开，公开期短于政策规定，或者联系方式不完整。

    为什么：先党内后社会、公开够天数、写清联系方式，群众才真正看得到、说得上话。

    怎么改：先党内公开，公开期满之前不撤下，补全 district.yaml 的联系方式（`contact`）。
    """
    told = False
    for inspection in context.head.inspections.values():
        for place, entry in standing(inspection, context.today):
            if _is_out(entry, context.today):
                told = True
                yield from _order(context, inspection, place, entry)
                yield from _period(context, inspection, place, entry)
    if told:
        yield from _contact(context)


def _order(context: Context, inspection: Inspection, place: int, entry: SocietyPublication) -> Iterator[Sighting]:
    party = inspection.publication.party if inspection.publication is not None else None
    told = party.published if party is not None else None
    if entry.published is not None and (told is None or entry.published < told):
        zh = "没有党内公开" if told is None else f"{told} 才党内公开"
        en = "the Party was not told" if told is None else f"the Party was told on {told}"
        who = context.called(inspection.unit)
        yield see(
            inspection,
            f"/publication/society/{place}/published",
            zh=f"单位{who.zh}的整改情况 {entry.published} 向社会公开，{zh}",
            en=f"{who.en}: society was told on {entry.published}; {en}",
        )


def _period(context: Context, inspection: Inspection, place: int, entry: SocietyPublication) -> Iterator[Sighting]:
    if entry.published is None or entry.until is None:
        return
    asked = policy_on(context.head, entry.published).deadlines.publication_period
    last = add(entry.published, asked, context.calendar).day
    if entry.until < last:
        who = context.called(inspection.unit)
        yield see(
            inspection,
            f"/publication/society/{place}/until",
            zh=f"单位{who.zh}的公开从 {entry.published} 到 {entry.until}，政策规定的公开期到 {last}",
            en=f"{who.en}: public from {entry.published} to {entry.until}; the policy asks until {last}",
        )


def _contact(context: Context) -> Iterator[Sighting]:
    district = context.head.district
    if district is None:
        return
    contact = district.contact
    parts = (("电话", "telephone"), ("信箱", "post"), ("电子邮箱", "email"))
    missing = [(zh, en) for zh, en in parts if contact is None or not getattr(contact, en)]
    if missing:
        zh, en = "、".join(name for name, _ in missing), ", ".join(name for _, name in missing)
        pointer = "/contact" if contact is not None else ""
        yield see(
            district,
            pointer,
            zh=f"整改情况已向社会公开，联系方式还缺{zh}",
            en=f"results are public, and the contact lacks {en}",
        )


RULES: tuple[Rule, ...] = (published_without_approval, withheld_without_reason, published_out_of_form)
