"""LIF02, LIF08 to LIF10: entries and answers on the wrong day."""

from collections.abc import Iterator
from datetime import date

from inspection.derive.clocks import deadline
from inspection.derive.corrected import Placed
from inspection.derive.lifecycle import Life, life, read_log
from inspection.derive.lives import setting_of
from inspection.derive.status import OPEN, Status
from inspection.finding import Severity
from inspection.model.problems import Action, Item, Problem
from inspection.rules.framework import Context, Sight, Sighting, rule, see
from inspection.rules.lifecycle.sentences import action_word, entry_at, heading, status_word
from inspection.rules.lifecycle.words import IMMEDIATE

_ANSWERS = frozenset({Action.EXTEND, Action.REFUSE})
_SETTLES = frozenset({Action.CLOSE, Action.SUSTAIN, Action.WITHDRAW})
_OF_ASKS = _ANSWERS | _SETTLES | {Action.ASK}


@rule("LIF02", Severity.ERROR, sight=Sight.INSPECTION)
def entry_on_the_wrong_day(context: Context) -> Iterator[Sighting]:
    """An entry is dated in the future, or (a note) before the entry above it.

    Why: an entry says what happened; what has not happened counts nowhere, and what was added late should be seen.

    Instead: mend a mistaken day with `correct`; a true fact that was recorded late may stay as it is.

    整改记录的日期在今天之后；或者早于上面一条（仅提示）。

    为什么：记录写的是已经发生的事；没有发生的不算数，补记的要看得出来。

    怎么改：日期写错的用 `correct` 更正；确属补记的可以保留。
    """
    for problem, place, item in context.items():
        days = [entry.date for entry in item.log]
        if days != sorted(days) or (days and days[-1] > context.today):
            yield from _misdated(context, problem, place, item)


def _misdated(context: Context, problem: Problem, place: int, item: Item) -> Iterator[Sighting]:
    """Yield the days that are wrong once corrections are carried out."""
    read = read_log(setting_of(context.head, problem, item), context.today)
    latest: Placed | None = None
    for number, entry in sorted([*read.entries, *read.later]):
        head, pointer = heading(context, item.id, number, entry), entry_at(item, place, number, "date")
        if entry.date > context.today:
            yield see(
                problem,
                pointer,
                zh=f"{head.zh}：今天是 {context.today}，日期还没有到",
                en=f"{head.en}: dated after today, {context.today}",
            )
        elif latest is not None and entry.date < latest.entry.date:
            yield see(
                problem,
                pointer,
                zh=f"{head.zh}：早于第 {latest.place + 1} 条的日期 {latest.entry.date}",
                en=f"{head.en}: before entry {latest.place + 1} above it, of {latest.entry.date}",
                severity=Severity.NOTE,
            )
        else:
            latest = Placed(number, entry)


@rule("LIF08", Severity.WARNING, timed=True, sight=Sight.INSPECTION)
def ask_not_answered_in_time(context: Context) -> Iterator[Sighting]:
    """An ask for an extension was not answered within the policy's days.

    Why: while nobody answers, the unit does not know which day it works towards.

    Instead: answer with `extend` or `refuse`.

    延期申请没有在政策规定的时间内答复。

    为什么：不答复，责任单位就不知道按哪一天办。

    怎么改：用 `extend`（同意）或 `refuse`（不同意）答复。
    """
    for problem, place, item, one in context.lived:
        for ask, answer in _answers(one):
            due = deadline(context.head, context.calendar, "extension", ask.entry.date).day
            if (answer or context.today) <= due:
                continue
            head = heading(context, item.id, ask.place, ask.entry)
            zh = f"{answer} 才答复" if answer is not None else f"到今天 {context.today} 还没有答复"
            en = f"answered on {answer}" if answer is not None else f"not answered by {context.today}"
            yield see(
                problem,
                entry_at(item, place, ask.place, "date"),
                zh=f"{head.zh}：最迟应于 {due} 答复，{zh}",
                en=f"{head.en}: an answer was due on {due}, {en}",
            )


def _answers(one: Life) -> Iterator[tuple[Placed, date | None]]:
    """Yield each ask with the day it was answered, or none while it waits; what settles the item ends the waiting."""
    waiting: list[Placed] = []
    for placed in one.moves:
        action = placed.entry.action
        if action not in _OF_ASKS:
            continue
        if action is Action.ASK:
            waiting.append(placed)
        elif action in _ANSWERS:
            yield from ((ask, placed.entry.date) for ask in waiting)
            waiting = []
        else:
            waiting = []
    yield from ((ask, None) for ask in waiting)


@rule("LIF09", Severity.WARNING, practice="S0 S1", sight=Sight.INSPECTION)
def immediate_item_left_open(context: Context) -> Iterator[Sighting]:
    """An immediate item was still open when the group left.

    Why: what can be put right at once is put right while the group is there to see it.

    Instead: close it as soon as it is done; say in a note why it took longer.

    立行立改事项到巡察组离开时还没有办结。

    为什么：能马上改的，就要在巡察组在场时改到位。

    怎么改：尽快办结销号，并在说明里写清原因。
    """
    for problem, place, item in context.items():
        if item.kind != "immediate":
            continue
        setting = setting_of(context.head, problem, item)
        if setting.left is None or setting.left >= context.today:
            continue
        then = life(setting, setting.left)
        if then.exists and then.status in OPEN:
            status, kind = status_word(context, then.status), context.word("immediate", IMMEDIATE)
            yield see(
                problem,
                f"/items/{place}/kind",
                zh=f"事项 {item.id}：{kind.zh}，巡察组 {setting.left} 离开时还是「{status.zh}」",
                en=f"item {item.id}: {kind.en}, and still {status.en} when the group left on {setting.left}",
            )


@rule("LIF10", Severity.WARNING, timed=True, sight=Sight.INSPECTION)
def next_look_missed(context: Context) -> Iterator[Sighting]:
    """A long-term item is past its check day, or a basically done item past the day of its remaining step.

    Why: long-term and basically done are promises with a day; without it they would be a place to forget things.

    Instead: report with a new `check`, submit, sustain again, or do the remaining step and submit.

    长期坚持的事项过了复查日期，或者基本完成的事项过了下一步的日期。

    为什么：长期坚持和基本完成都是有日子的承诺，不是放着不管。

    怎么改：报告进展并写新的 `check`，或申请销号；基本完成的做完余下的一步后申请销号。
    """
    for problem, place, item, one in context.lived:
        field, day = ("check", one.check) if one.status is Status.LONG_TERM else ("next", one.next)
        if day is None or day >= context.today or one.status is Status.SUBMITTED:
            continue
        said = next(placed for placed in reversed(one.moves) if getattr(placed.entry, field) == day)
        status, action = status_word(context, one.status), action_word(context, said.entry.action)
        yield see(
            problem,
            entry_at(item, place, said.place, field),
            zh=f"事项 {item.id}「{status.zh}」：第 {said.place + 1} 条（{action.zh}）定在 {day}，今天 {context.today}",
            en=f"item {item.id}: {status.en}; entry {said.place + 1} ({action.en}) said {day}, today {context.today}",
        )
