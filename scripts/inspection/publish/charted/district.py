"""What the district's published totals tell: how far the term has come, and what was done on time."""

from decimal import ROUND_CEILING

from inspection.labels import Wording
from inspection.publish.charted.chart import LEAST, Chart, Picture, Row, chart
from inspection.publish.charted.months import months_between
from inspection.publish.charts import Axis, Bar, Form, Heading, Level, Line, Part
from inspection.publish.view import PublicMonth, PublicTerm, PublicView
from inspection.publish.words import Words, amount, share

_FEWEST_STEPS = 3
_FATES: tuple[tuple[str, Wording, Form], ...] = (
    ("on_time", Wording("按时完成", "Completed on time"), "solid"),
    ("completed_late", Wording("超期完成", "Completed late"), "dense"),
    ("running", Wording("未逾期", "Not overdue"), "blank"),
    ("overdue", Wording("逾期", "Overdue"), "cross"),
)
"""What became of problems, or may still become of them."""


def coverage(view: PublicView, words: Words) -> Chart | None:
    """Return how many units of the base were inspected over the months of the term; nothing without a term or a base.

    The axis goes to the end of the term, so that what is left of it shows. The line to be reached is the term's target.
    """
    n, base = _figure(view, "coverage")
    if view.term is None or not base:
        return None
    target = int((view.term.target * base).to_integral_value(ROUND_CEILING))
    today = PublicMonth(month=f"{view.as_of:%Y-%m}", n=n)
    steps = [*(one for one in view.term.covered if one.month < today.month), today]
    heading = Heading(
        "coverage",
        words.tr("本届任期巡察覆盖", "Units inspected in the term"),
        words.tr(
            "到{month}，应巡察的 {of} 个单位中已巡察 {n} 个（{share}）；任期到{end}，目标 {target} 个。",
            "By {month}, {n} of {of} units due were inspected ({share}); the term ends in {end}, target {target}.",
            month=words.month(today.month),
            n=n,
            of=base,
            share=share(n, base, 1),
            end=words.month(f"{view.term.ends:%Y-%m}"),
            target=target,
        ),
        words.language,
    )
    return chart(
        heading,
        columns=(
            words.tr("月份", "Month"),
            words.tr("已巡察单位", "Units inspected"),
            words.tr("占应巡察", "Share of those due"),
        ),
        rows=(Row(one.month, words.month(one.month), (one.n, share(one.n, base, 1))) for one in steps),
        svg=_covered(view.term, steps, target, heading, words) if len(steps) >= _FEWEST_STEPS else None,
    )


def _covered(term: PublicTerm, steps: list[PublicMonth], target: int, heading: Heading, words: Words) -> Picture:
    today = steps[-1].month
    months = months_between(f"{term.began:%Y-%m}", max(today, f"{term.ends:%Y-%m}"))
    counts = [max((one.n for one in steps if one.month <= month), default=0) for month in months if month <= today]
    points = tuple((months.index(one.month), words.month(one.month)) for one in steps)
    lines = [Line("inspected", words.tr("已巡察", "Inspected"), tuple(counts))]
    level = Level(words.tr("目标", "Target"), target)
    return Picture("curves", (heading, Axis(months, points), lines, level))


def on_time(view: PublicView, words: Words) -> Chart | None:
    """Return the district's problems by whether they were, or still can be, completed on time; nothing without any."""
    closed, total = _figure(view, "problems.closed")
    if not total:
        return None
    punctual, overdue = _figure(view, "problems.on_time")[0], _figure(view, "problems.overdue")[0]
    parts = [Part(key, words.said(said), form) for key, said, form in _FATES]
    left = total - closed
    bars = (
        Bar(words.code("closed", "public_status"), (punctual, closed - punctual, 0, 0), amount(closed)),
        Bar(words.tr("未完成", "Not completed"), (0, 0, left - overdue, overdue), amount(left)),
    )
    heading = Heading(
        "on-time",
        words.tr("按时还是逾期（全区）", "On time or late (whole district)"),
        words.tr(
            "全区已完成 {closed} 个，其中按时完成 {punctual} 个（{share}）；未完成 {left} 个，其中逾期 {overdue} 个。",
            "Completed in all: {closed}, on time {punctual} ({share}); not completed: {left}, overdue {overdue}.",
            closed=closed,
            punctual=punctual,
            share=share(punctual, closed, 1),
            left=left,
            overdue=overdue,
        ),
        words.language,
    )
    return chart(
        heading,
        columns=(
            words.tr("全区问题", "Problems of the district"),
            words.tr("合计", "Total"),
            *(part.name for part in parts),
        ),
        rows=(Row("", bar.name, (sum(bar.counts), *bar.counts)) for bar in bars),
        svg=Picture("bars", (heading, parts, bars)) if total >= LEAST and closed and left else None,
    )


def _figure(view: PublicView, key: str) -> tuple[int, int]:
    """Return the count of a published figure and its denominator, 0 where there is none."""
    found = next((one for one in view.figures if one.key == key), None)
    return (int(found.n or 0), int(found.of or 0)) if found is not None else (0, 0)
