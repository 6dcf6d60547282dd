"""The overview: how much was found, how much was put right, what is late."""

from typing import Any

from msgspec import Struct

from inspection.publish.events import events
from inspection.publish.figure_rows import Figures, total
from inspection.publish.tallies import STATUSES, grouped, tally
from inspection.publish.view import PublicFigure, PublicView
from inspection.publish.words import NOTHING, amount

LATEST = 10
"""How many of the latest changes are shown."""

DECIDED = frozenset({"close", "sustain", "reopen"})
"""The steps that change where an item stands; an agreement alone does not."""

_WIDTH = 1000


class Tile(Struct, frozen=True, kw_only=True):
    """One of the six figures: its name, its value, the n and N it rests on, and where it is explained."""

    name: str
    value: str
    basis: str
    anchor: str
    unit: str = ""
    mark: str = ""


class Segment(Struct, frozen=True, kw_only=True):
    """One status in the bar of all problems: where it starts and how long it is, in thousandths."""

    status: str
    start: int
    width: int
    n: int
    of: int


def overview(view: PublicView, figures: Figures) -> dict[str, Any]:
    """Return what the overview shows; everything by round and by category counts shown problems only."""
    rounds = {id_: tally(own) for id_, own in grouped(view.problems, lambda one: one.round).items()}
    categories = grouped(view.problems, lambda one: one.category)
    ranked = sorted(categories.items(), key=lambda one: (-len(one[1]), one[0]))
    return {
        "whole": _number(figures["problems.total"]),
        "closed": figures.row("closure_rate", 1),
        "overdue": figures.row("problems.overdue", 1),
        "tiles": _tiles(figures),
        "segments": _segments(figures),
        "rounds": [(round_, rounds[round_.id]) for round_ in view.rounds.values() if round_.id in rounds],
        "categories": [(category, tally(problems)) for category, problems in ranked],
        "shown": tally(view.problems),
        "latest": [event for event in events(view.problems) if event.action in DECIDED][:LATEST],
    }


def _tiles(figures: Figures) -> list[Tile]:
    return [
        _rate(figures, "closure_rate", "整改完成率", "已完成 {n} / 应整改 {of} 个"),
        _rate(figures, "problems.overdue", "逾期问题", "逾期 {n} / 应整改 {of} 个", mark="late"),
        _count(figures, "problems.fed_back", "反馈问题", "共发现 {of} 个", "problems.found"),
        _rate(figures, "coverage", "巡察覆盖率", "已巡察 {n} / 应巡察 {of} 个单位"),
        _mean(figures),
        _money(figures),
    ]


def _rate(figures: Figures, key: str, name: str, basis: str, mark: str = "") -> Tile:
    row = figures.row(key, 1)
    value, unit = (row.n, "个") if mark else (row.value, "")
    basis = basis.format(n=row.n, of=row.of)
    return Tile(name=name, value=value, unit=unit, basis=basis, anchor=row.anchor, mark=mark)


def _count(figures: Figures, key: str, name: str, basis: str, of: str) -> Tile:
    row, whole = figures.row(key), figures.row(of)
    return Tile(name=name, value=row.n, unit="个", basis=basis.format(of=whole.n), anchor=row.anchor)


def _mean(figures: Figures) -> Tile:
    row = figures.row("satisfaction.mean", 1)
    shown = row.value != NOTHING
    basis = f"{row.n} 个单位的平均" if shown else "测评单位不足，不显示"
    return Tile(name="群众满意度", value=row.value, unit="分" if shown else "", basis=basis, anchor=row.anchor)


def _money(figures: Figures) -> Tile:
    recovered, refunded, saved = (figures[f"money.{kind}"].n for kind in ("recovered", "refunded", "saved"))
    whole = total(recovered, refunded, saved)
    parts = [
        f"{name} {amount(part / 10000, 2) if part is not None else NOTHING}"
        for name, part in (("追缴", recovered), ("退还", refunded), ("节约", saved))
    ]
    value, unit = (NOTHING, "") if whole is None else (amount(whole / 10000, 2), "万元")
    return Tile(name="挽回资金", value=value, unit=unit, basis=" · ".join(parts), anchor="money-recovered")


def _segments(figures: Figures) -> list[Segment]:
    whole = _number(figures["problems.total"])
    segments: list[Segment] = []
    before = 0
    for status in STATUSES:
        n = _number(figures[f"problems.{status}"])
        start, end = (part * _WIDTH // whole if whole else 0 for part in (before, before + n))
        segments.append(Segment(status=status, start=start, width=end - start, n=n, of=whole))
        before += n
    return segments


def _number(figure: PublicFigure) -> int:
    return int(figure.n) if figure.n is not None else 0
