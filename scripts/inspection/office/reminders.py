"""What each body is reminded of: how many steps of each sort and how many days; an issue lists them."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from inspection.finding import Words
from inspection.office.desk import Desk
from inspection.office.lights import rows_of
from inspection.office.queues import WORDS
from inspection.office.stages import standings
from inspection.office.waits import Wait, waits
from inspection.office.words import left
from inspection.templates import inert

_WIDE = str.maketrans({"@": "＠", "#": "＃"})
"""A forge calls people and links issues by these, whatever stands before them."""

MOST_LINES = 200
"""Steps an issue lists; the rest is counted."""


class Reminder(NamedTuple):
    """What one body owes by a day.

    Attributes:
        debtor: The id of a unit, or a role word that stands for none.
        called: What it is called.
        waits: What is late or soon due, the longest overdue first.
    """

    debtor: str
    called: str
    waits: tuple[Wait, ...]

    @property
    def late(self) -> list[int]:
        """The days each late step is overdue, the most first."""
        return sorted((-days for days in self._days if days < 0), reverse=True)

    @property
    def soon(self) -> list[int]:
        """The days left for each other step, the fewest first."""
        return sorted(days for days in self._days if days >= 0)

    @property
    def _days(self) -> list[int]:
        return [one.days for one in self.waits if one.days is not None]


class Issue(NamedTuple):
    """An issue of the ledger's own repository, which only the office and its auditors read.

    Attributes:
        key: Whose it is; there is never a second one with the same key.
        body: Markdown: ids, days and steps, no text of a record.
    """

    key: str
    title: str
    body: str


def reminders(desk: Desk, within: int = 0) -> list[Reminder]:
    """Return whoever owes something that is late or due within some days, in the order of their keys.

    Args:
        desk: The ledger on a day.
        within: Days; a step due later is left out. With 0 what is due today is not listed either.
    """
    every = waits(desk, rows_of(desk), standings(desk))
    owed = [one for one in every if one.days is not None and (one.days < 0 or (within and one.days <= within))]
    owed.sort(key=lambda one: one.debtor)
    grouped = ((key, tuple(many)) for key, many in groupby(owed, key=lambda one: one.debtor))
    return [Reminder(key, many[0].called, tuple(sorted(many, key=_first))) for key, many in grouped]


def _first(one: Wait) -> int:
    return one.days or 0


def told(one: Reminder) -> Words:
    """Return the counts and days of a reminder in a sentence: nothing of what it is about, nor whose it is."""
    late, soon = one.late, one.soon
    zh, en = [], []
    if late:
        zh.append(f"逾期 {len(late)} 项，最长 {late[0]} 天")
        en.append(f"{len(late)} overdue, the longest by {late[0]} days")
    if soon:
        zh.append(f"即将到期 {len(soon)} 项，最近的{'今天到期' if soon[0] == 0 else f'还有 {soon[0]} 天'}")
        en.append(f"{len(soon)} due soon, the next in {soon[0]} days")
    return Words("；".join(zh), "; ".join(en))


def told_by_step(one: Reminder) -> Iterator[str]:
    """Yield a Chinese line for each sort of step: its name, how many are late and how many are due soon."""
    ordered = sorted(one.waits, key=lambda wait: wait.step)
    for step, many in groupby(ordered, key=lambda wait: wait.step):
        part = one._replace(waits=tuple(many))
        yield f"{WORDS[step]}：{told(part).zh}"


def summed(every: Iterable[Reminder]) -> Words:
    """Return what the office itself is told: how many bodies owe how much, none of them named."""
    listed = list(every)
    late = [days for one in listed for days in one.late]
    soon = sum(len(one.soon) for one in listed)
    whose = sum(bool(one.late) for one in listed)
    zh = f"逾期 {len(late)} 项，涉及 {whose} 个单位，最长 {max(late, default=0)} 天；即将到期 {soon} 项"
    en = f"{len(late)} overdue at {whose} bodies, the longest by {max(late, default=0)} days; {soon} due soon"
    return Words(zh, en)


def issue_of(one: Reminder, as_of: str) -> Issue:
    """Return the issue of a body that is late.

    Args:
        one: What is late.
        as_of: The day, in words.
    """
    title = f"逾期：{one.called}（{len(one.late)} 项）"
    lines = [f"截至 {as_of}，{told(one).zh}。办结以后本单自动关闭；内容由台账生成，改台账，不改本单。", ""]
    lines += ["| 环节 | 关于 | 到期日 | 时限 |", "|---|---|---|---|"]
    lines += [
        f"| {WORDS[wait.step]} | {inert(wait.about.translate(_WIDE))} | {wait.due} | {left(wait.days or 0)} |"
        for wait in one.waits[:MOST_LINES]
    ]
    if len(one.waits) > MOST_LINES:
        lines += ["", f"另有 {len(one.waits) - MOST_LINES} 项，见内部看板。"]
    return Issue(one.debtor, title, "\n".join([*lines, ""]))
