"""A refused move in words: why, and what is legal instead."""

from collections.abc import Callable

from inspection.derive.moves import MOVES
from inspection.derive.state import Fault, Why
from inspection.finding import Words
from inspection.model.problems import Entry, Item
from inspection.rules.framework import Context
from inspection.rules.lifecycle.words import ACTIONS, IMMEDIATE, STATUSES, field

Facts = tuple[str, ...]


def action_word(context: Context, action: str) -> Words:
    """Return what people here call an action."""
    return context.word(action, ACTIONS[action])


def status_word(context: Context, status: str) -> Words:
    """Return what people here call a status."""
    return context.word(status, STATUSES[status])


def heading(context: Context, item: int, place: int, entry: Entry) -> Words:
    """Return what every sentence about an entry begins with: the item, the entry's number, day and action."""
    action = action_word(context, entry.action)
    return Words(
        f"事项 {item} 第 {place + 1} 条（{entry.date} {action.zh}）",
        f"item {item}, entry {place + 1} ({entry.date} {action.en})",
    )


def entry_at(item: Item, place: int, number: int, field: str) -> str:
    """Return the pointer to a field of an entry, else to its action when the entry as written has no such field."""
    written = getattr(item.log[number], field)
    return f"/items/{place}/log/{number}/{field if written else 'action'}"


def why(context: Context, fault: Fault, entry: Entry) -> Words:
    """Return why a move is refused, with the facts that contradict."""
    if fault.why is Why.UNKNOWN_NAME:
        return _unknown(fault)
    if fault.why is Why.BAD_CORRECTION:
        return _bad_correction(fault, entry)
    return _SAID[fault.why](context, fault.facts)


def instead(context: Context, fault: Fault) -> Words | None:
    """Return what is legal from here, where that is more particular than the rule's own help."""
    if fault.why is Why.STATUS:
        status = fault.facts[1]
        legal = [action for action, move in MOVES.items() if status in move.origin]
        when, zh = status_word(context, status), "、".join(action_word(context, one).zh for one in legal)
        return Words(f"「{when.zh}」时可以：{zh}", f"legal when {when.en}: {', '.join(legal)}")
    if fault.why in (Why.BODY, Why.NOT_A_CLOSING_BODY):
        allowed = context.called_all(fault.facts[2:])
        return Words(f"改由{allowed.zh}办理", f"let it be done by {allowed.en}")
    return None


def _unknown(fault: Fault) -> Words:
    if fault.field == "evidence":
        return Words(f"所附佐证 {fault.facts[0]} 不在本事项的佐证材料里", f"there is no evidence {fault.facts[0]}")
    return Words(f"措施 {fault.facts[0]} 不在本事项的整改措施里", f"there is no measure {fault.facts[0]}")


def _bad_correction(fault: Fault, entry: Entry) -> Words:
    if fault.field == "entry":
        return Words(
            f"要更正的第 {entry.entry} 条不存在、不在本条之前或已经作废",
            f"entry {entry.entry} does not exist, does not stand before this one, or is void",
        )
    if fault.field == "void":
        return Words("既作废又改内容", "both `void` and `set`")
    return Words("没有写更正后的内容，或改后不成一条记录", "`set` is missing, or what it makes is no entry")


def _status(context: Context, facts: Facts) -> Words:
    action, status = action_word(context, facts[0]), status_word(context, facts[1])
    return Words(f"此时是「{status.zh}」，不能{action.zh}", f"cannot {action.en} when {status.en}")


def _body(context: Context, facts: Facts) -> Words:
    action, by, allowed = action_word(context, facts[1]), context.called(facts[0]), context.called_all(facts[2:])
    return Words(
        f"由{by.zh}办理，而「{action.zh}」只能由{allowed.zh}办理",
        f"made by {by.en}; only {allowed.en} may {action.en}",
    )


def _lacks(_context: Context, facts: Facts) -> Words:
    return Words(f"没有写{field(facts[1])}", f"lacks `{facts[1]}`")


def _wrong_code(context: Context, facts: Facts) -> Words:
    codes = ", ".join(facts[2:])
    return Words(
        f"{field(facts[0])}只能写 {codes}",
        f"`{facts[0]}` of {action_word(context, facts[1]).en} is one of {codes}",
    )


def _not_later(_context: Context, facts: Facts) -> Words:
    return Words(
        f"{field(facts[0])} {facts[1]} 早于本条日期 {facts[2]}", f"`{facts[0]}` {facts[1]} lies before {facts[2]}"
    )


def _too_few(context: Context, facts: Facts) -> Words:
    who = context.called_all(facts[2:])
    return Words(
        f"政策要求{who.zh}中有 {facts[1]} 个同意，现有 {facts[0]} 个",
        f"the policy asks for the agreement of {facts[1]} of {who.en}; {facts[0]} agreed",
    )


def _own_item(context: Context, facts: Facts) -> Words:
    action, unit = action_word(context, facts[1]), context.called(facts[2])
    by = "" if facts[0] == facts[2] else f"{context.called(facts[0]).zh}即"
    return Words(
        f"{by}{unit.zh}牵头或配合本事项，不能参与「{action.zh}」",
        f"{unit.en} rectifies the item itself and may not {action.en}",
    )


def _after_due(context: Context, facts: Facts) -> Words:
    by, only = context.called(facts[0]), context.called("leading_group")
    return Words(
        f"期限 {facts[1]} 已过，由{by.zh}办理，而此后只有{only.zh}可以决定",
        f"made by {by.en} after the due day {facts[1]}, when only the {only.en} may",
    )


def _too_far(context: Context, facts: Facts) -> Words:
    by = context.called(facts[2])
    return Words(
        f"延期至 {facts[0]}，超过 {facts[1]}，只有{by.zh}可以批准",
        f"`until` {facts[0]} lies beyond {facts[1]}, where only {by.en} may extend",
    )


def _kind_forbids(context: Context, _facts: Facts) -> Words:
    kind = context.word("immediate", IMMEDIATE)
    return Words(f"{kind.zh}事项不能转为长期坚持", f"an item that is {kind.en} is never sustained")


_SAID: dict[Why, Callable[[Context, Facts], Words]] = {
    Why.STATUS: _status,
    Why.BODY: _body,
    Why.NOT_A_CLOSING_BODY: _body,
    Why.LACKS: _lacks,
    Why.WRONG_CODE: _wrong_code,
    Why.USED_NAME: lambda _, facts: Words(f"措施编号 {facts[0]} 已经用过", f"measure id {facts[0]} is taken"),
    Why.NOT_LATER: _not_later,
    Why.KIND_FORBIDS: _kind_forbids,
    Why.AFTER_DUE: _after_due,
    Why.CHECK_TOO_FAR: lambda _, facts: Words(
        f"复查日期 {facts[0]} 晚于政策允许的 {facts[1]}", f"`check` {facts[0]} lies beyond the policy's {facts[1]}"
    ),
    Why.NO_EVIDENCE: lambda *_: Words("没有附佐证材料(evidence)", "no `evidence`"),
    Why.NO_DIGEST: lambda _, facts: Words(f"佐证 {facts[0]} 没有登记 sha256", f"evidence {facts[0]} has no sha256"),
    Why.NOT_VOUCHED: lambda *_: Words("没有写由哪个岗位担保(vouched)", "nobody has `vouched`"),
    Why.MEASURES_LEFT: lambda _, facts: Words(
        f"措施 {facts[0].replace(', ', '、')} 没有完成，也没有取消", f"{facts[0]} neither done nor dropped"
    ),
    Why.TOO_FEW_AGREED: _too_few,
    Why.OWN_ITEM: _own_item,
    Why.NO_NOTE: lambda *_: Words("没有写说明(note)", "no `note`"),
    Why.NO_GROUND: lambda *_: Words("没有写依据的督查(visit)或文件(order)", "neither `visit` nor `order`"),
    Why.NO_DUE: lambda *_: Words("没有写新的期限(due)", "no `due`"),
    Why.NO_MEASURE: lambda *_: Words("没有增加新的措施(add)", "no new measure in `add`"),
    Why.ASK_TOO_LATE: lambda _, facts: Words(
        f"{facts[0]} 才申请，当时的期限 {facts[1]} 已过", f"asked on {facts[0]}, after the due day {facts[1]}"
    ),
    Why.NO_ASK: lambda *_: Words("没有待答复的延期申请", "no ask waits for an answer"),
    Why.BEFORE_DUE: lambda _, facts: Words(
        f"延期至 {facts[0]}，早于现在的期限 {facts[1]}", f"`until` {facts[0]} lies before the due day {facts[1]}"
    ),
    Why.ONE_TOO_MANY: lambda _, facts: Words(
        f"这是第 {facts[0]} 次延期，政策最多允许 {facts[1]} 次",
        f"extension number {facts[0]}; the policy allows {facts[1]}",
    ),
    Why.TOO_FAR: _too_far,
}
