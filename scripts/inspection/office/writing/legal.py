"""Which moves an item or a letter allows now, in words, and why another one is refused."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from inspection.derive.letters import allowed_next, told
from inspection.derive.lifecycle import Life, Refusal, life
from inspection.derive.lives import setting_of
from inspection.derive.moves import MOVES
from inspection.derive.state import Setting, Why, closing_of
from inspection.derive.status import Status
from inspection.finding import Words
from inspection.model.ledger import Ledger
from inspection.model.matters import Letter
from inspection.model.problems import Action as Move
from inspection.model.problems import Item, Problem
from inspection.office.writing.log_actions import ITEM_LOG, LETTER_LOG
from inspection.rules.framework import Context
from inspection.rules.lifecycle.sentences import heading, instead, status_word, why
from inspection.rules.lifecycle.words import field

_WORDS = {action.name: action.words for action in ITEM_LOG}
_OF_LETTERS = {action.name: action.words for action in LETTER_LOG}


class Legal(NamedTuple):
    """A move that may be made now.

    Attributes:
        action: Its name.
        bodies: Who may make it: role words or unit ids.
        needs: The fields it cannot do without.
        open: What else must be seen to first, if anything.
    """

    action: str
    bodies: tuple[str, ...]
    needs: tuple[str, ...]
    open: Words = Words("", "")


def refused_move(ledger: Ledger, today: date, problem: Problem, item: Item) -> tuple[Words, Words] | None:
    """Return why the last entry of an item's log may not stand there, and what is legal instead; nothing if it may.

    An entry dated before others is refused too where one of those would no longer be legal after it.

    Args:
        ledger: The ledger around the problem.
        today: The day.
        problem: As it would be.
        item: As it would be, the new entry the last of its log.
    """
    setting, last = setting_of(ledger, problem, item), len(item.log) - 1
    as_of = max([today, *(entry.date for entry in item.log)])
    after = life(setting, as_of)
    wrong = [one for one in after.refusals if not one.consequence]
    if not wrong:
        return None
    without = setting._replace(item=replace(item, log=item.log[:-1]))
    before = life(without, as_of)
    known = {(one.place, one.fault) for one in before.refusals}
    fresh = [one for one in wrong if one.place == last or (one.place, one.fault) not in known]
    if not fresh:
        return None
    return _said(Context(ledger, today), before, without, item, fresh[0])


def not_now(context: Context, problem: Problem, item: Item, name: str) -> tuple[Words, Words] | None:
    """Return why a move cannot be made of an item today whatever it said, and which can; nothing if it can.

    Args:
        context: The ledger around the problem, and the day.
        problem: The problem.
        item: One of its items.
        name: The name of the move.
    """
    setting = setting_of(context.head, problem, item)
    one = life(setting, context.today)
    may = list(legal_moves(setting, one, context.today))
    if name in [legal.action for legal in may]:
        return None
    status, called, said = status_word(context, one.status), _WORDS[name], moves_said(context, may)
    return (
        Words(f"现在是「{status.zh}」，不能{called.zh}", f"the item is {status.en}; it cannot {called.en}"),
        Words(f"现在可以：{said.zh}", f"legal now: {said.en}"),
    )


def refused_letter(letter: Letter, today: date) -> tuple[Words, Words] | None:
    """Return why the last entry of a letter's log may not stand there, and what may; nothing if it may."""
    as_of = max([today, *(entry.date for entry in letter.log)])
    last = next((one for one in told(letter, as_of) if one.place == len(letter.log) - 1 and not one.allowed), None)
    if last is None:
        return None
    state = _OF_LETTERS.get(last.state, Words("尚未发出", "draft"))
    name = _OF_LETTERS[last.entry.action]
    may = allowed_next(replace(letter, log=letter.log[:-1]), last.entry.date)
    return (
        Words(f"函件现在是「{state.zh}」，不能{name.zh}", f"the letter is at {state.en}; it cannot be {name.en}"),
        Words(
            f"现在可以：{'、'.join(_OF_LETTERS[one].zh for one in may) or '没有'}",
            f"what may be done now: {', '.join(may) or 'nothing'}",
        ),
    )


def legal_moves(setting: Setting, one: Life, day: date) -> Iterator[Legal]:
    """Yield the moves an item allows on a day, whatever they need to say.

    Args:
        setting: The item and the world around it.
        one: Its life as of the day.
        day: The day.
    """
    item = setting.item
    closing = closing_of(setting, day, one.submitted or day).bodies
    for action in ITEM_LOG:
        move = Move(action.name)
        if one.status not in MOVES[move].origin or (move is Move.SUSTAIN and item.kind == "immediate"):
            continue
        if move in (Move.EXTEND, Move.REFUSE) and not one.asks:
            continue
        if move is Move.CORRECT and not item.log:
            continue
        bodies = MOVES[move].by or _judges(move, one, closing)
        yield Legal(action.name, bodies, action.needs, _open(move, one))


def moves_said(context: Context, moves: Iterable[Legal]) -> Words:
    """Return what may be done now in one sentence: each move, who may make it, what it needs."""
    zh, en = [], []
    for one in moves:
        who, name = context.called_all(one.bodies), _WORDS[one.action]
        needs = "、".join(field(need) for need in one.needs)
        parts = [one.action, f"{who.zh}办理", f"需写{needs}" if needs else "", one.open.zh]
        zh.append(f"{name.zh}（{'，'.join(part for part in parts if part)}）")
        parts = [f"by {who.en}", f"needs {', '.join(one.needs)}" if one.needs else "", one.open.en]
        en.append(f"{one.action} ({'; '.join(part for part in parts if part)})")
    return Words("；".join(zh) or "没有", "; ".join(en) or "nothing")


def _said(context: Context, before: Life, setting: Setting, item: Item, one: Refusal) -> tuple[Words, Words]:
    head, reason = heading(context, item.id, one.place, one.entry), why(context, one.fault, one.entry)
    status = status_word(context, before.status)
    mend = instead(context, one.fault) if one.fault.why is not Why.STATUS else None
    may = moves_said(context, legal_moves(setting, before, context.today))
    return (
        Words(f"{head.zh}：{reason.zh}", f"{head.en}: {reason.en}"),
        Words(
            f"{f'{mend.zh}。' if mend else ''}现在是「{status.zh}」，可以：{may.zh}",
            f"{f'{mend.en}. ' if mend else ''}The item is {status.en}; legal now: {may.en}",
        ),
    )


def _judges(move: Move, one: Life, closing: tuple[str, ...]) -> tuple[str, ...]:
    if move is Move.AGREE:
        return one.reviewers
    return (*closing, "audit") if move is Move.RETURN and "audit" not in closing else closing


def _open(move: Move, one: Life) -> Words:
    if move is Move.SUBMIT and one.outstanding and one.status is not Status.SUBMITTED:
        left = "、".join(one.outstanding)
        return Words(
            f"措施 {left} 须先完成，或在「已完成措施」（done）里写明", f"measures left: {', '.join(one.outstanding)}"
        )
    return Words("", "")
