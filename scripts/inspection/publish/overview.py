"""The overview: how much was found, how much was put right, what is late, is it getting better."""

from decimal import Decimal
from typing import Any

from msgspec import Struct

from inspection.labels import Wording
from inspection.publish.charts.card import Card, card
from inspection.publish.events import events
from inspection.publish.figure_rows import Figures, total
from inspection.publish.tallies import STATUSES, grouped, tally
from inspection.publish.trend import trend
from inspection.publish.view import PublicFigure, PublicView
from inspection.publish.words import NOTHING, Words, amount

LATEST = 10
"""How many of the latest changes are shown."""

DECIDED = frozenset({"close", "sustain", "reopen"})
"""The steps that change where an item stands; an agreement alone does not."""

FOUND = Wording("反馈 {n} / 发现 {of} 个", "{n} of {of} found")
REMAINING = Wording("除去撤销的，应整改 {n} 个", "without those withdrawn {n} to be rectified")
COMPLETED = Wording("已完成 {n} / 应整改 {of} 个", "{n} of {of} to be rectified")
LATE = Wording("逾期 {n} / 应整改 {of} 个", "{n} of {of} to be rectified")
INSPECTED = Wording("已巡察 {n} / 应巡察 {of} 个单位", "{n} of {of} units due for inspection")
MEAN = Wording("{n} 个单位的平均", "Mean over {n} units")
TOO_FEW = Wording("测评单位不足，不显示", "Too few units were evaluated to show it")

_WIDTH = 1000


class Tile(Struct, frozen=True, kw_only=True):
    """One of the six figures: its name, its value, the n and N it rests on, and where it is explained.

    Attributes:
        key: The figure.
        until: To the end of which month the sum is told, or how many of the number are still to be rectified.
        mark: `late` where something is overdue.
    """

    key: str
    name: str
    value: str
    basis: str
    anchor: str
    unit: str = ""
    until: str = ""
    mark: str = ""


class Segment(Struct, frozen=True, kw_only=True):
    """One status in the bar of all problems: where it starts and how long it is, in thousandths."""

    status: str
    start: int
    width: int
    n: int
    of: int


def overview(view: PublicView, figures: Figures, words: Words) -> dict[str, Any]:
    """Return what the overview shows; everything by round and by category counts shown problems only."""
    rounds = {id_: tally(own) for id_, own in grouped(view.problems, lambda one: one.round).items()}
    categories = grouped(view.problems, lambda one: one.category)
    ranked = sorted(categories.items(), key=lambda one: (-len(one[1]), one[0]))
    whole, closed, late = (_number(figures[f"problems.{key}"]) for key in ("total", "closed", "overdue"))
    return {
        "whole": whole,
        "trend": trend(view.earlier, closed, whole, late, words),
        "closed": figures.row("closure_rate", 1),
        "overdue": figures.row("problems.overdue", 1),
        "tiles": _tiles(figures, words),
        "segments": _segments(figures),
        "rounds": [(round_, rounds[round_.id]) for round_ in view.rounds.values() if round_.id in rounds],
        "categories": [(category, tally(problems)) for category, problems in ranked],
        "shown": tally(view.problems),
        "latest": [event for event in events(view.problems) if event.action in DECIDED][:LATEST],
    }


def shared_card(view: PublicView, words: Words) -> bytes:
    """Return the picture that stands beside a link to the site, as PNG; see `publish.charts.card`."""
    figures = Figures(view, (), words)
    closed, name = figures.row("closure_rate", 1), view.district.name_en or ""
    parts = [(status, _number(figures[f"problems.{status}"])) for status in STATUSES]
    basis, late = f"{closed.n} / {closed.of}", figures.row("problems.overdue").n
    return card(Card(name if name.isascii() else "", closed.value, basis, late, parts))


def _tiles(figures: Figures, words: Words) -> list[Tile]:
    tr = words.tr
    return [
        _found(figures, words),
        _rate(figures, "closure_rate", tr("整改完成率", "Completed"), tr(*COMPLETED)),
        _late(figures, words),
        _rate(figures, "coverage", tr("巡察覆盖率", "Inspection coverage"), tr(*INSPECTED)),
        _mean(figures, words),
        _money(figures, words),
    ]


def _rate(figures: Figures, key: str, name: str, basis: str) -> Tile:
    row = figures.row(key, 1)
    return Tile(key=key, name=name, value=row.value, basis=basis.format(n=row.n, of=row.of), anchor=row.anchor)


def _late(figures: Figures, words: Words) -> Tile:
    key = "problems.overdue"
    row = figures.row(key, 1)
    name, basis = words.tr("逾期问题", "Overdue problems"), words.tr(*LATE, n=row.n, of=row.of)
    mark = "late" if figures[key].n else ""
    return Tile(key=key, name=name, value=row.n, unit=words.tr("个", ""), basis=basis, anchor=row.anchor, mark=mark)


def _found(figures: Figures, words: Words) -> Tile:
    key = "problems.fed_back"
    row, found = figures.row(key), figures.row("problems.found")
    name, basis = words.tr("反馈问题", "Problems fed back"), words.tr(*FOUND, n=row.n, of=found.n)
    left = figures.row("problems.total").n
    remain = "" if left == row.n else words.tr(*REMAINING, n=left)
    return Tile(key=key, name=name, value=row.n, unit=words.tr("个", ""), basis=basis, anchor=row.anchor, until=remain)


def _mean(figures: Figures, words: Words) -> Tile:
    key = "satisfaction.mean"
    row = figures.row(key, 1)
    shown = row.value != NOTHING
    basis = words.tr(*(MEAN if shown else TOO_FEW), n=row.n)
    name, unit = words.tr("群众满意度", "Public satisfaction"), words.tr("分", "of 100") if shown else ""
    until = _until(row.until, words) if row.until else ""
    return Tile(key=key, name=name, value=row.value, unit=unit, basis=basis, until=until, anchor=row.anchor)


def _money(figures: Figures, words: Words) -> Tile:
    kinds = [figures[f"money.{kind}"] for kind in ("recovered", "refunded", "saved")]
    names = (words.tr("追缴", "recovered"), words.tr("退还", "refunded"), words.tr("节约", "saved"))
    whole = total(*(one.n for one in kinds))
    return Tile(
        key="money.recovered",
        name=words.tr("挽回资金", "Money brought back"),
        value=_yuan(whole, words),
        unit=words.tr("万元", "yuan") if whole is not None else "",
        basis=" · ".join(_part(name, one, words) for name, one in zip(names, kinds, strict=True)),
        anchor="money-recovered",
    )


def _part(name: str, figure: PublicFigure, words: Words) -> str:
    """Return one kind of money with the month to the end of which it is told; the kinds are released one by one."""
    until = words.tr("（{until}）", " ({until})", until=_until(figure.until, words)) if figure.until else ""
    return f"{name} {_yuan(figure.n, words)}{until}"


def _until(month: str, words: Words) -> str:
    return words.tr("至{month}末", "to the end of {month}", month=words.month(month))


def _yuan(sum_: Decimal | None, words: Words) -> str:
    """Return a sum as each language counts money: in 万元, in yuan."""
    if sum_ is None:
        return NOTHING
    return amount(sum_) if words.language == "en" else amount(sum_ / 10000, 2)


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
