"""Rectification items: from a theme's task to a record with its life."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

from inspection.demo.chance import Chance
from inspection.demo.days import after, iso, working_back
from inspection.demo.desk import Desk
from inspection.demo.life import Life, NotYetError
from inspection.demo.places import Place, Record
from inspection.demo.stages import Stages
from inspection.demo.stories import Story, sustained
from inspection.demo.themes import Task, Theme, Wording, filled

_DUE_REASONS = ("需等合同到期", "涉及工程施工周期", "需列入下一年度预算", "需跨部门协调", "须经上级批复后实施")
_RULES = (
    ("制定完善《{rule}》", "建立健全制度", "制度管用、执行到位"),
    ("修订《{rule}》并抓好执行", "修订完善制度", "有章可循、执行有记录"),
    ("建立长效机制，出台《{rule}》", "出台长效管理制度", "同类问题不再发生"),
)


@dataclass(frozen=True, slots=True)
class Ground:
    """What all items of a problem stand on.

    Attributes:
        problem: The problem's id.
        place: The inspected unit.
        theme: The theme.
        wording: The way in which it shows.
        values: The words of the theme's slots.
        amount: Yuan involved, or 0.
        stages: The inspection's days.
        found: The day it was found.
        desk: Where letters, visits and papers are kept.
    """

    problem: str
    place: Place
    theme: Theme
    wording: Wording
    values: dict[str, str]
    amount: int
    stages: Stages
    found: date
    desk: Desk


def tasks_of(ground: Ground, count: int, chance: Chance) -> list[Task]:
    """Return the tasks of a problem: what is done about just this, and further ones, such as making a rule."""
    text, public, goal = chance.pick(_RULES)
    rule = Task(
        text.replace("{rule}", ground.theme.rule),
        public,
        goal,
        (("institution", f"起草《{ground.theme.rule}》，集体研究后印发"), ("education", "组织有关人员学习并对照执行")),
        (("rule", ground.theme.rule), ("minutes", "制度审议会议纪要")),
    )
    return [ground.wording.task, *chance.some((ground.theme.more, rule), count - 1)]


def item(ground: Ground, number: int, task: Task, story: Story, chance: Chance) -> Record:
    """Return an item born in the plan, with its life until today."""
    stages = ground.stages
    long_term = story is sustained and chance.share(0.6)
    due, reason = _due(stages, chance, beyond=chance.share(0.08) or long_term)
    record = _blank(ground, number, "long_term" if long_term else "phased", task, due)
    if reason:
        record["due_reason"] = reason
    record |= {"lead": ground.place.id}
    if ground.place.parent and chance.share(0.18):
        record["partners"] = [ground.place.parent]
    record |= {"responsible": ground.place.head, "measures": _measures(ground, task, stages, due, chance)}
    return _lived(ground, record, task, story, chance, due, stages.accepted)


def on_the_spot(ground: Ground, chance: Chance, *, in_time: bool) -> tuple[Record, date]:
    """Return an immediate item, put right on site or, where not in time, after the group left; and its notice's day."""
    task = ground.wording.task
    issued = after(ground.found, 1)
    due = working_back(min(after(issued, chance.whole(7, 10)), ground.stages.end))
    record = _blank(ground, 1, "immediate", task, due)
    record |= {"lead": ground.place.id, "responsible": ground.place.head, "notice": ""}
    record["measures"] = [
        {"id": "M1", "text": filled(task.measures[0][1], ground.values), "due": iso(due), "type": "other"}
    ]

    def story(life: Life) -> None:
        life.write(after(issued, 1), "start", "unit")
        life.write(life.later(0, 2), "report", "unit", note="已立即整改", done=["M1"])
        life.done.add("M1")
        if in_time:
            life.submit(min(life.later(0, 1), due))
            life.write(min(life.later(0, 1), ground.stages.end), "close", "group", how="on_site")
        else:
            life.day = after(ground.stages.end, 1)
            life.submit(life.later(1, 3))
            life.close()

    return _lived(ground, record, task, story, chance, due, issued), issued


def _blank(ground: Ground, number: int, kind: str, task: Task, due: date) -> Record:
    text, goal = filled(task.text, ground.values), filled(task.goal, ground.values)
    public = {"task": filled(task.public, ground.values)}
    return {"id": number, "kind": kind, "task": text, "goal": goal, "public": public, "due": iso(due)}


def _due(stages: Stages, chance: Chance, *, beyond: bool) -> tuple[date, str | None]:
    if beyond:
        return after(stages.feedback, chance.whole(105, 190)), chance.pick(_DUE_REASONS)
    first = after(stages.accepted, 40)
    room = max(1, (stages.concentrated_end - first).days)
    return working_back(first + timedelta(days=chance.whole(0, room))), None


def _measures(ground: Ground, task: Task, stages: Stages, due: date, chance: Chance) -> list[Record]:
    kinds = [pair for pair in task.measures if pair[0] != "recovery" or ground.amount]
    first = after(stages.accepted, 14)
    rows = []
    for index, (kind, words) in enumerate(kinds, 1):
        day = first + (due - first) * index // (len(kinds) + 1)
        last = due if index == len(kinds) and chance.share(0.5) else working_back(day)
        rows.append({"id": f"M{index}", "text": filled(words, ground.values), "due": iso(last), "type": kind})
    return rows or [{"id": "M1", "text": "逐项整改并公示结果", "due": iso(due), "type": "other"}]


def _lived(ground: Ground, record: Record, task: Task, story: Story, chance: Chance, due: date, since: date) -> Record:
    record |= {"evidence": [], "outcome": {}, "log": []}
    closers = ["office", "discipline"]
    if ground.place.parent and ground.place.parent not in record.get("partners", []):
        closers.append("parent")
    life = Life(
        item=record,
        ref=f"{ground.problem}/{record['id']}",
        place=ground.place,
        stages=ground.stages,
        chance=chance,
        proofs=[(kind, filled(title, ground.values)) for kind, title in task.proofs],
        amount=ground.amount,
        rule=ground.theme.rule,
        closers=closers,
        due=due,
        day=since,
        since=since,
        voucher=ground.place.head,
        desk=ground.desk,
    )
    with suppress(NotYetError):
        story(life)
    with suppress(NotYetError):
        life.keep_talking()
    return {key: value for key, value in record.items() if value or key == "notice"}
