"""The pages of the stages: all rounds, the matrix of a round, and one inspection with everything it owes."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from inspection.model.problems import Problem
from inspection.office.desk import Desk
from inspection.office.page import Page
from inspection.office.stages import Standing, problems_by_inspection, standings
from inspection.office.words import round_name

HOME = "stages/index.md"

KINDS = {
    "feedback": "反馈意见",
    "given": "送达",
    "signed": "签收",
    "copied": "抄送",
    "plan": "整改方案",
    "plan_review": "方案审核",
    "life_meeting": "专题生活会",
    "life_meeting_review": "生活会审核",
    "report": "整改报告",
    "head_report": "主要负责人报告",
    "report_review": "报告审核",
    "continued_report": "续报",
    "handover": "岗位交接",
    "evaluation": "质效测评",
    "again": "再次整改",
    "revisit": "督查回访",
    "party": "党内公开",
    "society": "向社会公开",
}
"""The stages in the order in which they come, with their names."""

REVIEWED = ("plan", "life_meeting", "report")
OCCASIONAL = ("handover", "again", "revisit")
MATRIX = {
    kind: (kind, f"{kind}_review") if kind in REVIEWED else (kind,)
    for kind in KINDS
    if not kind.endswith("_review") and kind not in OCCASIONAL
}
"""The columns of a round's matrix, each with the stages in it: a paper stands with its review."""


class Progress(NamedTuple):
    """How far the inspections of a round have come; `missing` and `late` count stages, the rest inspections."""

    inspections: int
    fed_back: int
    signed: int
    planned: int
    reported: int
    evaluated: int
    published: int
    missing: int
    late: int


def stage_pages(desk: Desk) -> Iterator[Page]:
    """Yield the rounds, the matrix of each round, and a page for each inspection that is to be followed up."""
    problems = problems_by_inspection(desk)
    rounds: dict[str, list[Standing]] = {name: [] for name in desk.ledger.rounds}
    for one in standings(desk):
        rounds.setdefault(one.inspection.round, []).append(one)
    yield Page(HOME, "环节", "stages.md", {"rounds": [(name, _progress(many)) for name, many in rounds.items()]})
    for name, members in rounds.items():
        folder = f"stages/{name.lower()}"
        values = {"round": name, "standings": members, "kinds": KINDS, "columns": MATRIX}
        yield Page(f"{folder}/index.md", f"{round_name(name)}的环节", "matrix.md", values, (("环节", HOME),))
        for one in members:
            yield _page(desk, one, problems.get((name, one.inspection.unit), ()))


def _page(desk: Desk, one: Standing, problems: Iterable[Problem]) -> Page:
    round_, unit = one.inspection.round, one.inspection.unit
    above = (("环节", HOME), (round_name(round_), f"stages/{round_.lower()}/index.md"))
    rows = [(problem, desk.lives.status(problem), desk.lives.overdue(problem)) for problem in problems]
    values = {"standing": one, "kinds": KINDS, "problems": rows}
    title = f"{desk.words.unit(unit)}（{round_name(round_)}）"
    return Page(f"stages/{round_.lower()}/{unit}/index.md", title, "inspection.md", values, above)


def _progress(many: Sequence[Standing]) -> Progress:
    return Progress(
        inspections=len(many),
        fed_back=_with(many, "feedback"),
        signed=_with(many, "given", "signed", "copied"),
        planned=_with(many, "plan_review"),
        reported=_with(many, "report_review"),
        evaluated=_with(many, "evaluation"),
        published=_with(many, "society"),
        missing=sum(len(one.missing) for one in many),
        late=sum(one.late for one in many),
    )


def _with(many: Iterable[Standing], *kinds: str) -> int:
    """Return in how many inspections every stage of some kinds is done."""
    own = (one.of(*kinds) for one in many)
    return sum(bool(stages) and all(stage.done is not None for stage in stages) for stages in own)
