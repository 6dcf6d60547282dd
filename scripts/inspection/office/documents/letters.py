"""Letters on paper, of every kind; an urging letter in the colour of the most pressing item it is about."""

from collections.abc import Iterator
from datetime import date

from inspection.derive.clocks import Light, light
from inspection.derive.letters import issued, told
from inspection.derive.lifecycle import Life
from inspection.derive.lives import Lives
from inspection.derive.policies import policy_on
from inspection.derive.roles import roles_of
from inspection.derive.status import RUNNING
from inspection.model.matters import Letter
from inspection.model.problems import Item, Problem
from inspection.office.desk import Desk
from inspection.office.documents.paper import (
    BLANK_NUMBER,
    Paper,
    Value,
    file_name,
    lines,
    long_day,
    numbered_parts,
    sentence,
    short_day,
)
from inspection.office.documents.senders import full_name
from inspection.office.words import duration

SHAPES = {Light.RED: "▲", Light.YELLOW: "◆", Light.GREEN: "●", Light.NONE: "○"}
"""The shape beside each colour, so that a copy in black and white says it too; those of the board."""

COLOURS = {Light.RED: "红色", Light.YELLOW: "黄色", Light.GREEN: "绿色", Light.NONE: ""}
_PRESSING = (Light.RED, Light.YELLOW, Light.GREEN)


def letter_paper(desk: Desk, letter: Letter) -> Paper:
    """Return a letter. Its colours and states are those of the day it was issued; of a draft those of the desk's day.

    Args:
        desk: The ledger on a day.
        letter: A letter of it.
    """
    sent = next((one.entry.date for one in told(letter, desk.as_of) if one.allowed), None)
    day = sent or desk.as_of
    roles = roles_of(desk.ledger, letter.to)
    items = list(_items(desk, letter, day))
    problems = _problems(desk, letter)
    common = desk.ledger.commons.get(letter.common or "")
    colour = next((one for one in _PRESSING if any(each[2] is one for each in items)), Light.NONE)
    to = full_name(desk, letter.to, roles)
    values: dict[str, Value] = {
        "sender": full_name(desk, letter.from_, roles),
        "number": letter.number or f"〔{day.year}〕{BLANK_NUMBER}",
        "standing": "草稿，尚未发出" if sent is None else "" if issued(letter, desk.as_of) else "已撤回",
        "title": letter.subject,
        "to": to,
        "origin": letter.origin or "",
        "common": common.title if common is not None else "",
        "problems": problems,
        "items": [_row(desk, number, each, day) for number, each in enumerate(items, start=1)],
        "causes": [sentence(line) for line in lines(letter.causes)],
        "suggestions": [
            {"number": number, "text": sentence(text)} for number, text in enumerate(letter.suggestions, start=1)
        ],
        "part": numbered_parts(
            ("problems", bool(problems or items or common)),
            ("causes", bool(letter.causes)),
            ("suggestions", bool(letter.suggestions)),
        ),
        "reply": _reply(desk, letter, day),
        "date": long_day(sent),
        "copies": "，".join(full_name(desk, body, roles) for body in letter.copies),
        "colour": colour.value if colour is not Light.NONE else "",
        "shape": SHAPES[colour],
        "colour_words": _colour_words(desk, colour, items, day),
    }
    kind = desk.words.code(letter.kind, "letter_kind")
    return Paper(f"letter-{letter.kind.replace('_', '-')}", file_name(kind, letter.id, to), values)


_Pressed = tuple[Item, Life, Light]


def _items(desk: Desk, letter: Letter, day: date) -> Iterator[_Pressed]:
    """Yield the items a letter is about, as they stood on a day: those it names, else the open ones of its problems."""
    lives = desk.lives if day == desk.as_of else Lives(desk.ledger, day)
    named = [name.rpartition("/") for name in letter.items]
    wanted = {(problem, int(item)) for problem, _, item in named if item.isdecimal()}
    for id_ in dict.fromkeys([problem for problem, _, _ in named] if named else letter.problems):
        problem = desk.ledger.problems.get(id_)
        for item, life in lives.of_problem(problem) if problem is not None else ():
            if (id_, item.id) in wanted if named else life.open:
                yield item, life, light(desk.ledger, life, day)


def _row(desk: Desk, number: int, pressed: _Pressed, day: date) -> Value:
    item, life, lit = pressed
    return {
        "number": number,
        "task": item.task,
        "lead": desk.words.unit(life.lead),
        "due": short_day(life.due),
        "status": desk.words.code(life.status, "status"),
        "shape": SHAPES[lit],
        "state": _left(life, lit, day),
    }


def _left(life: Life, lit: Light, day: date) -> str:
    if lit is Light.NONE:
        return "未到预警时段" if life.status in RUNNING else "期限不在走"
    days = (life.due - day).days
    time = f"逾期 {-days} 天" if days < 0 else f"剩 {days} 天" if days else "当日到期"
    return f"{COLOURS[lit]}·{time}"


def _colour_words(desk: Desk, colour: Light, items: list[_Pressed], day: date) -> str:
    days = [(life.due - day).days for _, life, lit in items if lit is colour]
    if colour is Light.NONE:
        return ""
    if colour is Light.RED:
        return f"红色督办：已逾期，最长 {-min(days)} 天"
    warn = policy_on(desk.ledger, day).warn
    window = warn.yellow if colour is Light.YELLOW else warn.green
    return f"{COLOURS[colour]}督办：{duration(window)}内到期，最近的还有 {min(days)} 天"


def _problems(desk: Desk, letter: Letter) -> list[Value]:
    names = dict.fromkeys([*letter.problems, *(name.rpartition("/")[0] for name in letter.items)])
    known: list[Problem] = [desk.ledger.problems[name] for name in names if name in desk.ledger.problems]
    return [
        {"number": number, "lines": [sentence(line) for line in lines(problem.statement)]}
        for number, problem in enumerate(known, start=1)
    ]


def _reply(desk: Desk, letter: Letter, day: date) -> str:
    if letter.reply_due is not None:
        return f"{long_day(letter.reply_due)}前"
    return f"收到之日起 {duration(policy_on(desk.ledger, day).deadlines.letter_reply)}内"
