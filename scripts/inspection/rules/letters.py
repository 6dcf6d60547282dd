"""LTR: letters that are incomplete, unanswered or out of turn."""

from collections.abc import Iterator
from datetime import date

from inspection.derive.letters import SUGGESTIONS, awaited, issued, told
from inspection.derive.roles import known_roles
from inspection.finding import Severity, Words
from inspection.model.ledger import Ledger
from inspection.model.matters import Letter
from inspection.rules.framework import Context, Rule, Sighting, rule, see

GENTLER = frozenset({"reminder", "urging"})


@rule("LTR01", Severity.ERROR)
def issued_incomplete(context: Context) -> Iterator[Sighting]:
    """A letter was issued, and an element of its kind is missing.
    Every letter has a number and an addressee; a suggestion letter its origin, causes and suggestions, an assignment
    its origin.

    Why: a letter without them cannot be filed, answered or followed up.

    Instead: add the element.

    函件已经发出，却缺少该类函件应有的要素：都要有文号和收函单位，建议书还要有问题由来、原因分析和建议，
    交办函还要有问题由来。

    为什么：要素不全，就无法归档、回复和跟踪。

    怎么改：补上缺少的要素。
    """
    for letter in context.head.letters.values():
        day = next((entry.date for entry in letter.log if entry.action == "issue"), None)
        left = [name for name in _elements(letter.kind) if not getattr(letter, name)]
        left += ["to"] if letter.to == "unit" else []
        kind = context.word(letter.kind, Words(_KINDS[letter.kind], letter.kind))
        for name in left if day is not None else ():
            words = _ELEMENTS[name]
            yield see(
                letter,
                f"/{name}",
                zh=f"函件 {letter.id}（{kind.zh}）{day} 已发函，缺少{words.zh}（`{name}`）",
                en=f"{letter.id} was issued on {day} and has no {words.en} (`{name}`)",
            )


def _elements(kind: str) -> tuple[str, ...]:
    if kind in SUGGESTIONS:
        return ("number", "to", "origin", "causes", "suggestions")
    return ("number", "to", "origin") if kind == "assignment" else ("number", "to")


@rule("LTR02", Severity.WARNING, timed=True)
def answer_overdue(context: Context) -> Iterator[Sighting]:
    """A letter's receipt or its reply is overdue.

    Why: a letter nobody signs for or answers has no effect.

    Instead: have it received or answered, and record the day.

    函件超过期限没有签收，或者没有回复。

    为什么：没有签收、没有回复的函件等于没有发。

    怎么改：督促签收、回复，并登记日期。
    """
    for letter in context.head.letters.values():
        one = awaited(context.head, context.calendar, letter, context.today)
        if one is None or one.due.day >= context.today:
            continue
        late = (context.today - one.due.day).days
        words = _AWAITED[one.clock]
        yield see(
            letter,
            "/reply_due" if one.fixed else one.pointer,
            zh=f"函件 {letter.id} {one.start} {words.zh}期限 {one.due.day}，今天 {context.today}，已逾期 {late} 天",
            en=f"{letter.id} {words.en} {one.start}, due {one.due.day}, today {context.today}, {late} days overdue",
        )


@rule("LTR03", Severity.ERROR)
def letter_out_of_turn(context: Context) -> Iterator[Sighting]:
    """A letter's log holds an action not allowed in that state, or an admonition came before any reminder or urging.

    Why: issued, received, replied to, accepted or returned: each step answers the one before, and severity grows.

    Instead: correct the order or the days; an admonition without a warning before it is acknowledged with the reason.

    函件的办理记录里，有当时状态下不允许的动作，或者没有提醒、督办过就直接发了约谈通知书。

    为什么：发函、签收、回复、认可或退回，一步接一步；督促的措施由轻到重。

    怎么改：改正顺序或日期；未经提醒就约谈的，在记录里承认并写明理由。
    """
    warned = _warned(context)
    for letter in context.head.letters.values():
        for one in told(letter, date.max):
            if not one.allowed and not one.consequence:
                state, action = _STATES[one.state], _ACTIONS[one.entry.action]
                yield see(
                    letter,
                    f"/log/{one.place}/action",
                    zh=f"函件 {letter.id} 第 {one.place + 1} 条（{one.entry.date}）：函件「{state.zh}」，不能{action}",
                    en=f"{letter.id} entry {one.place + 1} ({one.entry.date}): no {one.entry.action} while {state.en}",
                )
        day = issued(letter, context.today) if letter.kind == "admonition" else None
        if day is not None and warned.get(_unit(context.head, letter), date.max) > day:
            who, kind = context.called(letter.to), context.word(letter.kind, Words(_KINDS[letter.kind], letter.kind))
            yield see(
                letter,
                "/kind",
                zh=f"{day} 对{who.zh}发出{kind.zh} {letter.id}，此前没有向它发过提醒函或督办函",
                en=f"{letter.id} admonished {who.en} on {day}, and no reminder or urging had been sent to it before",
                severity=Severity.WARNING,
            )


def _warned(context: Context) -> dict[str, date]:
    """Return the day of the first reminder or urging by the unit it was sent to."""
    first: dict[str, date] = {}
    for letter in context.head.letters.values():
        day = issued(letter, context.today) if letter.kind in GENTLER else None
        if day is not None:
            unit = _unit(context.head, letter)
            first[unit] = min(first.get(unit, date.max), day)
    return first


def _unit(ledger: Ledger, letter: Letter) -> str:
    return known_roles(ledger, None).who(letter.to)


_KINDS = {
    "inspection_suggestion": "巡察建议书",
    "discipline_suggestion": "纪律检查建议书",
    "supervisory_suggestion": "监察建议书",
    "assignment": "交办函",
    "reminder": "提醒函",
    "urging": "督办函",
    "admonition": "约谈通知书",
    "accountability": "问责建议函",
    "immediate_notice": "立行立改通知书",
}
_ELEMENTS = {
    "number": Words("文号", "number"),
    "to": Words("收函单位", "addressee"),
    "origin": Words("问题由来", "origin"),
    "causes": Words("原因分析", "causes"),
    "suggestions": Words("建议", "suggestions"),
}
_AWAITED = {
    "letter_receipt": Words("发函，签收", "awaits its receipt since"),
    "letter_reply": Words("签收，回复", "awaits its reply since"),
}
_ACTIONS = {
    "issue": "发函",
    "receive": "签收",
    "reply": "回复",
    "accept": "认可回复",
    "return": "退回回复",
    "withdraw": "撤回",
}
_STATES = {
    "draft": Words("尚未发函", "not issued"),
    "issue": Words("已发函", "issued"),
    "receive": Words("已签收", "received"),
    "reply": Words("已回复", "replied to"),
    "accept": Words("回复已认可", "accepted"),
    "return": Words("回复被退回", "returned"),
    "withdraw": Words("已撤回", "withdrawn"),
}

RULES: tuple[Rule, ...] = (issued_incomplete, answer_overdue, letter_out_of_turn)
