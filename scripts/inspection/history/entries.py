"""Entries of logs as an office says them: what a body did, in one short clause."""

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from inspection.derive.lifecycle import Life, life
from inspection.derive.lives import setting_of
from inspection.finding import Words
from inspection.history.words import Speaker, joined
from inspection.model.matters import LetterEntry
from inspection.model.problems import Action, Entry, Item, Problem
from inspection.model.units import PersonEntry

COMMA = Words("，", ", ")


def entry_said(speaker: Speaker, problem: Problem, item: Item, entry: Entry) -> Words:
    """Return what an entry of an item's log does; notes are left out."""
    return _ITEMS[entry.action](speaker, problem, item, entry)


def letter_entry_said(speaker: Speaker, entry: LetterEntry) -> Words:
    """Return what an entry of a letter's log does."""
    return joined([speaker.code("letter_action", entry.action), _by(speaker, entry.by)], Words("", " "))


def person_entry_said(speaker: Speaker, entry: PersonEntry) -> Words:
    """Return what an entry of a person's log does."""
    more = []
    if entry.pool is not None:
        more.append(speaker.code("pool", entry.pool))
    if entry.rounds is not None:
        more.append(Words(f"{entry.rounds} 轮", f"{entry.rounds} rounds"))
    if entry.to is not None:
        more.append(Words(f"到{speaker.body(entry.to).zh}", f"to {speaker.body(entry.to).en}"))
    if entry.until is not None:
        more.append(Words(f"至 {entry.until}", f"until {entry.until}"))
    if entry.reason is not None:
        more.append(speaker.code("leave_reason", entry.reason))
    return joined([speaker.code("person_action", entry.action), *more], COMMA)


def _by(speaker: Speaker, body: str) -> Words:
    return Words(f"（{speaker.body(body).zh}）", f"({speaker.body(body).en})")


def _report(_speaker: Speaker, _problem: Problem, _item: Item, entry: Entry) -> Words:
    said = [Words("报告进展", "reports progress")]
    if entry.done:
        said.append(Words(f"完成措施 {'、'.join(entry.done)}", f"done: {', '.join(entry.done)}"))
    if entry.check is not None:
        said.append(Words(f"下次复查 {entry.check}", f"to be looked at again by {entry.check}"))
    return joined(said, COMMA)


def _achieve(_speaker: Speaker, _problem: Problem, _item: Item, entry: Entry) -> Words:
    return Words(f"基本完成，剩余一步 {entry.next} 前完成", f"basically achieved, the remaining step by {entry.next}")


def _submit(_speaker: Speaker, _problem: Problem, _item: Item, entry: Entry) -> Words:
    count = len(entry.evidence)
    return Words(f"申请销号，佐证 {count} 份", f"asks to be closed, {count} pieces of evidence")


def _judged(zh: str, en: str) -> "Sayer":
    def said(speaker: Speaker, _problem: Problem, _item: Item, entry: Entry) -> Words:
        body, how = speaker.body(entry.by), speaker.code("how", entry.how)
        more_zh, more_en = (f"（{how.zh}）", f" ({how.en.lower()})") if entry.how else ("", "")
        return Words(f"{body.zh}{zh}{more_zh}", f"{en} {body.en}{more_en}")

    return said


def _sustain(speaker: Speaker, _problem: Problem, _item: Item, entry: Entry) -> Words:
    body, reason = speaker.body(entry.by), speaker.code("sustain_reason", entry.reason)
    return Words(
        f"{body.zh}转为长期坚持，理由：{reason.zh}，{entry.check} 前复查",
        f"made long-term by {body.en}, reason: {reason.en}, to be looked at again by {entry.check}",
    )


def _reopen(speaker: Speaker, _problem: Problem, _item: Item, entry: Entry) -> Words:
    body, ground = speaker.body(entry.by), entry.visit or entry.order or ""
    on_zh, on_en = (f"，依据 {ground}", f", on {ground}") if ground else ("", "")
    return Words(f"{body.zh}要求重新整改，期限 {entry.due}{on_zh}", f"reopened by {body.en}, due {entry.due}{on_en}")


def _ask(speaker: Speaker, _problem: Problem, _item: Item, entry: Entry) -> Words:
    reason = speaker.code("ask_reason", entry.reason)
    return Words(
        f"申请延期至 {entry.until}，理由：{reason.zh}", f"asks for time until {entry.until}, reason: {reason.en}"
    )


def _extend(speaker: Speaker, problem: Problem, item: Item, entry: Entry) -> Words:
    before = _before(speaker, problem, item, entry)
    asked = [item.log[one.place].reason for one in before.asks] if before is not None else []
    reason = speaker.code("ask_reason", asked[-1]) if asked else Words("", "")
    due: date = before.due if before is not None else item.due
    why_zh, why_en = (f"，理由：{reason.zh}", f", reason: {reason.en}") if reason.zh else ("", "")
    return Words(f"期限由 {due} 延至 {entry.until}{why_zh}", f"due day extended from {due} to {entry.until}{why_en}")


def _before(speaker: Speaker, problem: Problem, item: Item, entry: Entry) -> Life | None:
    """Return the item's life as it was when an entry was made; nothing where no policy says how to read it."""
    place = next(index for index, one in enumerate(item.log) if one is entry)
    if not speaker.ledger.policies:
        return None
    earlier = replace(item, log=item.log[:place])
    return life(setting_of(speaker.ledger, problem, earlier), entry.date)


def _refuse(speaker: Speaker, _problem: Problem, _item: Item, entry: Entry) -> Words:
    body = speaker.body(entry.by)
    return Words(f"{body.zh}不同意延期", f"more time refused by {body.en}")


def _replan(_speaker: Speaker, _problem: Problem, _item: Item, entry: Entry) -> Words:
    said = [Words("调整措施", "measures changed")]
    added = [one.id for one in entry.add]
    if added:
        said.append(Words(f"增加 {'、'.join(added)}", f"added {', '.join(added)}"))
    if entry.drop:
        said.append(Words(f"取消 {'、'.join(entry.drop)}", f"dropped {', '.join(entry.drop)}"))
    return joined(said, COMMA)


def _assign(speaker: Speaker, _problem: Problem, _item: Item, entry: Entry) -> Words:
    said = [Words("调整责任", "assigned anew")]
    if entry.lead is not None:
        lead = speaker.unit(entry.lead)
        said.append(Words(f"牵头单位改为{lead.zh}", f"lead: {lead.en}"))
    if entry.responsible is not None:
        post = speaker.safe(entry.responsible)
        said.append(Words(f"责任岗位改为{post.zh}", f"post: {post.en}"))
    return joined(said, COMMA)


def _withdraw(_speaker: Speaker, _problem: Problem, _item: Item, entry: Entry) -> Words:
    return Words(
        f"撤销事项，并入 {entry.into or '—'}，依据文件 {entry.paper or '—'}",
        f"withdrawn into {entry.into or '—'} by paper {entry.paper or '—'}",
    )


def _correct(speaker: Speaker, _problem: Problem, item: Item, entry: Entry) -> Words:
    number = entry.entry or 0
    named = item.log[number - 1] if 0 < number <= len(item.log) else None
    action = speaker.code("item_action", named.action) if named is not None else Words("", "")
    which_zh, which_en = (f"（{action.zh}）", f" ({action.en.lower()})") if named is not None else ("", "")
    if entry.void:
        return Words(f"作废第 {number} 条{which_zh}", f"voids entry {number}{which_en}")
    fields = sorted(entry.set or {})
    names = [speaker.label(_problem, f"/items/0/log/0/{name}") for name in fields]
    changed = joined([Words(one.zh.split(" · ")[-1], one.en.split(" · ")[-1]) for one in names], Words("、", ", "))
    return Words(f"更正第 {number} 条{which_zh}：{changed.zh}", f"corrects entry {number}{which_en}: {changed.en}")


def _plainly(vocabulary_zh: str, en: str) -> "Sayer":
    return lambda _speaker, _problem, _item, _entry: Words(vocabulary_zh, en)


Sayer = Callable[[Speaker, Problem, Item, Entry], Words]

_ITEMS: dict[Action, Sayer] = {
    Action.START: _plainly("启动整改", "rectification started"),
    Action.REPORT: _report,
    Action.ACHIEVE: _achieve,
    Action.SUBMIT: _submit,
    Action.AGREE: _judged("同意销号", "close-out agreed by"),
    Action.RETURN: _judged("退回", "returned by"),
    Action.CLOSE: _judged("销号", "closed by"),
    Action.SUSTAIN: _sustain,
    Action.REOPEN: _reopen,
    Action.ASK: _ask,
    Action.EXTEND: _extend,
    Action.REFUSE: _refuse,
    Action.REPLAN: _replan,
    Action.ASSIGN: _assign,
    Action.SUPERVISE: _judged("督导", "supervised by"),
    Action.WITHDRAW: _withdraw,
    Action.CORRECT: _correct,
}
