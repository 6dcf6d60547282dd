"""The notice of rectification on paper, from what the public may know and nothing else."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from inspection.labels import Labels
from inspection.office.documents.paper import Paper, Value, file_name, long_day, long_month
from inspection.publish.view import PublicNotice, PublicProblem, PublicView

VERIFIED = frozenset({"agree", "close"})
"""The steps by which somebody else than the responsible unit says that something is done."""


def notice_paper(view: PublicView, notice: PublicNotice, labels: Labels) -> Paper:
    """Return the notice of one inspection.

    Args:
        view: What the public may know.
        notice: A notice of it.
        labels: The words for codes, the district's own laid over them.
    """
    said = _Said(view, labels)
    problems = [one for one in view.problems if (one.round, one.unit) == (notice.round, notice.unit)]
    unit, district = view.units[notice.unit].name, view.district
    values: dict[str, Value] = {
        "title": f"{unit}巡察整改进展情况通报",
        "unit": unit,
        "opening": _opening(said, notice),
        "organized": _organized(said, problems),
        "totals": _totals(said, problems),
        "problems": [_problem(said, one) for one in problems],
        "lasting": [
            {"title": problem.title, "task": item.task}
            for problem in problems
            for item in problem.items
            if item.status == "long_term"
        ],
        "published": long_day(notice.published),
        "until": long_day(notice.until),
        "office": district.office,
        "telephone": district.telephone or "",
        "post": district.post or "",
        "email": district.email or "",
        "retractions": [
            f"{long_day(one.published)}公开的通报，于{long_day(one.retracted)}由{said.body(one.by)}撤回。理由：{one.reason}"
            for one in notice.earlier
        ],
    }
    return Paper("notice", file_name("整改进展情况通报", notice.round, unit), values)


class _Said:
    """The words for codes and bodies, from the view and the labels alone."""

    def __init__(self, view: PublicView, labels: Labels) -> None:
        self.view = view
        self._labels = labels

    def code(self, vocabulary: str, code: str) -> str:
        return self._labels.called(vocabulary, code).zh

    def body(self, body: str) -> str:
        return self.view.units[body].name if body in self.view.units else self.code("role", body)

    def counts(self, vocabulary: str, codes: Iterable[str], measure: str) -> str:
        ranked = sorted(Counter(codes).items(), key=lambda one: (-one[1], one[0]))
        return "，".join(f"{self.code(vocabulary, code)} {count} {measure}" for code, count in ranked)


def _opening(said: _Said, notice: PublicNotice) -> str:
    view, key = said.view, (notice.round, notice.unit)
    inspection = next(one for one in view.inspections if (one.round, one.unit) == key)
    unit, district = view.units[notice.unit].name, view.district.name
    kind = said.code("round_kind", view.rounds[notice.round].kind)
    came = (
        f"{long_day(inspection.began)}至{long_day(inspection.ended)}，" if inspection.began and inspection.ended else ""
    )
    told = f"{long_month(inspection.feedback)}，向该单位反馈了巡察意见。" if inspection.feedback else ""
    return (
        f"根据{district}巡察工作部署，{came}巡察组对{unit}开展了{kind}。{told}按照党务公开和巡察工作有关规定，"
        f"经{said.body(notice.by)}{long_day(notice.approved)}批准，现将整改进展情况予以公布。"
    )


def _organized(said: _Said, problems: Sequence[PublicProblem]) -> list[str]:
    items = [item for problem in problems for item in problem.items]
    moves = [move for item in items for move in item.moves]
    if not items:
        return ["公开的问题尚未制定整改事项。"]
    dues = sorted(item.due for item in items)
    span = long_month(dues[0]) if dues[0] == dues[-1] else f"自{long_month(dues[0])}至{long_month(dues[-1])}"
    kinds = said.counts("item_kind", (item.kind for item in items), "项")
    told = [f"围绕公开的 {len(problems)} 个问题，确定整改事项 {len(items)} 项：{kinds}；最初期限{span}。"]
    verified = [move for move in moves if move.action in VERIFIED]
    if verified:
        bodies = Counter(said.body(move.by) for move in verified)
        by = "，".join(
            f"{name} {count} 次" for name, count in sorted(bodies.items(), key=lambda one: (-one[1], one[0]))
        )
        told.append(f"整改结果由责任单位以外的主体核验，责任单位不能给自己销号。共核验 {len(verified)} 次：{by}。")
    return told


def _totals(said: _Said, problems: Sequence[PublicProblem]) -> str:
    if not problems:
        return "本通报没有列出问题。"
    total, closed = len(problems), sum(one.status == "closed" for one in problems)
    share = f"{(1000 * closed + total // 2) // total / 10:.1f}%"
    overdue = sum(one.overdue for one in problems)
    statuses = said.counts("public_status", (one.status for one in problems), "个")
    return (
        f"公开问题 {total} 个：{statuses}。"
        f"整改完成率 {closed} ÷ {total} = {share}，不含基本完成和长期坚持；逾期 {overdue} 个。"
    )


def _problem(said: _Said, one: PublicProblem) -> Value:
    late = "（逾期）" if one.overdue else ""
    waits = "" if one.status == "closed" else "正在推进，完成后公布。"
    return {
        "number": one.number,
        "title": one.title,
        "tasks": list(_tasks(one)) or ["尚未制定整改事项。"],
        "status": said.code("public_status", one.status) + late,
        "result": one.result or waits,
    }


def _tasks(one: PublicProblem) -> Iterator[str]:
    for item in one.items:
        number = f"{item.number}．" if len(one.items) > 1 else ""
        yield f"{number}{item.task}（{long_month(item.due)}前）"
