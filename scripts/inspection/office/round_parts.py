"""The parts of a round that are looked for, from its plan to what follows it: what there is of each by the day."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from inspection.derive.figures import outcomes, work
from inspection.derive.figures.leaves import Figure
from inspection.derive.figures.scope import Scope
from inspection.derive.visited import opened
from inspection.finding import Finding
from inspection.labels import Wording
from inspection.model.rounds import Announcement, Meeting, Round
from inspection.office.books import Books
from inspection.office.cells import Cell, Clock, same
from inspection.office.figure_rows import worded

FIVE = ("way", "time", "content", "channels", "focus")
TASKS = ("analysed", "assigned", "followed", "used")


class Part(NamedTuple):
    """A part of a round that is looked for.

    Attributes:
        rules: The codes of the rules that say what is missing of it.
        told: What there is of it by the day, in words.
        clock: The policy's deadline it is owed by once the round is over, where there is one.
        asked: Whether having none at all is worth a word although no rule asks for it.
    """

    key: str
    title: Wording
    rules: tuple[str, ...]
    told: Callable[["View", Round], Sequence[Cell]]
    clock: str = ""
    asked: bool = False


class View(NamedTuple):
    """What all rounds are looked at with, computed once.

    Attributes:
        findings: What the check says of each round and its inspections, by the round's id.
        owed: The last days of what is owed after the rounds, by round and deadline.
        again: The closed items seen again and all closed items, by round.
    """

    books: Books
    findings: Mapping[str, tuple[Finding, ...]]
    owed: Mapping[tuple[str, str], Clock]
    again: Mapping[str, tuple[int, int]]


def _counted(key: str, count: Callable[[Scope], Figure]) -> Callable[[View, Round], Sequence[Cell]]:
    """Return what tells a figure of one round, counted as for the whole district."""

    def told(view: View, round_: Round) -> Sequence[Cell]:
        scope = view.books.scope
        inspections = tuple(one for one in scope.inspections if one.round == round_.id)
        return worded(view.books, key, count(replace(scope, rounds=(round_,), inspections=inspections)))

    return told


def _plan(view: View, round_: Round) -> Sequence[Cell]:
    if not view.books.came(min(opened(round_), round_.onsite.from_)):
        return ()
    label = view.books.labels.field
    parts = [label("round", f"plan.{part}").label for part in FIVE if getattr(round_.plan, part, None)]
    return (_listed(parts),) if parts else ()


def _consultations(view: View, round_: Round) -> Sequence[Cell]:
    return [_dated(view.books.body(one.with_), one.date) for one in round_.consultations if view.books.came(one.date)]


def _meetings(view: View, round_: Round) -> Sequence[Cell]:
    books = view.books
    return [_meeting(books, one) for one in round_.meetings if books.came(one.date)]


def _briefings(view: View, round_: Round) -> Sequence[Cell]:
    code, came = view.books.code, view.books.came
    given = [_dated(code("briefing_kind", one.kind), one.date) for one in round_.briefings if came(one.date)]
    return [*_counted("briefings", work.briefings)(view, round_), *dict.fromkeys(given)]


def _announcements(view: View, round_: Round) -> Sequence[Cell]:
    return [_announcement(view.books, one) for one in round_.announcements if view.books.came(one.date)]


def _announcement(books: Books, one: Announcement) -> Wording:
    posted = _dated(books.code("announcement_channel", one.channel), one.date)
    if one.sheets is None:
        return posted
    return Wording(f"{posted.zh}，{one.sheets} 张", f"{posted.en}, {one.sheets} sheets")


def _checklists(view: View, round_: Round) -> Sequence[Cell]:
    known = view.books.ledger.checklists
    return [known[name].title if name in known else name for name in round_.checklists]


def _groups(view: View, round_: Round) -> Sequence[Cell]:
    books = view.books
    if not round_.groups:
        return ()
    roles: dict[str, int] = {}
    for member in (member for group in round_.groups for member in group.members):
        roles[member.role] = roles.get(member.role, 0) + 1
    number = len(round_.groups)
    people = [
        Wording(f"{label.zh} {count}", f"{label.en} {count}")
        for role, count in roles.items()
        for label in (books.labels.code("member_role", role),)
    ]
    return [Wording(f"{number} 个组", f"{number} groups"), *people]


def _onsite(view: View, round_: Round) -> Sequence[Cell]:
    if not view.books.came(round_.onsite.from_):
        return ()
    return (same(f"{round_.onsite.from_} – {round_.onsite.to}"),)


def _reported(view: View, round_: Round) -> Sequence[Cell]:
    return (round_.reported,) if view.books.came(round_.reported) else ()


def _after(view: View, round_: Round) -> Sequence[Cell]:
    days = ((task, getattr(round_.after, task, None)) for task in TASKS)
    label = view.books.labels.field
    return [_dated(label("round", f"after.{task}").label, day) for task, day in days if day and view.books.came(day)]


def _again(view: View, round_: Round) -> Sequence[Cell]:
    checked, closed = view.again.get(round_.id, (0, 0))
    return (Wording(f"抽查 {checked}/{closed} 项", f"{checked} of {closed} seen again"),) if closed else ()


def _meeting(books: Books, one: Meeting) -> Wording:
    held = _dated(books.code("meeting_kind", one.kind), one.date)
    if not one.with_:
        return held
    others = _listed(_worded(books.body(body)) for body in one.with_)
    return Wording(f"{held.zh}（{others.zh}）", f"{held.en} (with {others.en})")


def _dated(what: Cell, day: date) -> Wording:
    words = _worded(what)
    return Wording(f"{words.zh} {day}", f"{words.en} {day}")


def _worded(cell: Cell) -> Wording:
    return cell if isinstance(cell, Wording) else same(str(cell))


def _listed(words: Iterable[Wording]) -> Wording:
    every = list(words)
    return Wording("、".join(one.zh for one in every), ", ".join(one.en for one in every))


_TEAMS = ("TEA01", "TEA02", "TEA03", "TEA04", "TEA05", "TEA06", "TEA07", "TAL02", "TAL03", "RND05")

PARTS = (
    Part("plan", Wording("巡察方案", "Plan"), ("RND07",), _plan),
    Part("consultations", Wording("征求意见", "Consultations"), (), _consultations, asked=True),
    Part("announcements", Wording("公告", "Announcements"), ("RND02",), _announcements),
    Part("groups", Wording("编组", "Teams"), _TEAMS, _groups),
    Part("training", Wording("培训", "Training"), ("TEA08",), _counted("training", work.training), asked=True),
    Part("checklists", Wording("监督清单", "Checklists"), ("CHK01", "CHK02"), _checklists),
    Part("briefings", Wording("情况通报", "Briefings"), ("RND06", "RND09"), _briefings),
    Part("meetings", Wording("会议", "Meetings"), ("RND03",), _meetings),
    Part("onsite", Wording("驻点", "On site"), ("RND01", "RND04", "RND08"), _onsite),
    Part("activities", Wording("现场工作", "Activities"), (), _counted("activities", work.activities), asked=True),
    Part("matters", Wording("群众反映", "Matters"), ("RND11",), _counted("matters", work.matters), clock="matters"),
    Part("reported", Wording("听取汇报", "Reported"), (), _reported),
    Part("clues", Wording("线索", "Clues"), ("CLU01", "CLU02"), _counted("clues", outcomes.clues)),
    Part("after", Wording("巡后四项工作", "Four tasks after"), ("RND10",), _after, clock="after_round"),
    Part("again", Wording("回头抽查", "Seen again"), ("VIS02",), _again),
    Part("outputs", Wording("成果", "Outputs"), (), _counted("outputs", work.outputs)),
)
"""In the order of a round."""
