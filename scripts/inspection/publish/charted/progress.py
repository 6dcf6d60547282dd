"""Shown problems over the months: fed back and completed, in all and township by township."""

from collections.abc import Mapping, Sequence

from inspection.publish.charted.chart import LEAST, Chart, Panel, Picture, Row, chart, nothing_yet, spread
from inspection.publish.charted.months import BurnUp, burn_up_of, half_years, months_between, years
from inspection.publish.charts import Axis, Heading, Line
from inspection.publish.view import PublicProblem, PublicView
from inspection.publish.words import Words, share

_FEWEST_COUNTS = 3
_COLUMNS = 5
"""So many ends of years, at most, stand in the table of townships: the latest."""


def burn_up(view: PublicView, problems: Sequence[PublicProblem], words: Words, until: str = "") -> Chart:
    """Return how many shown problems had been fed back, and how many of them completed, over the months.

    Args:
        view: The public view.
        problems: Those that are counted.
        words: The words of the page.
        until: The last month. Left out, it is the last in which anything happened, so that a page which does not carry
            the day stays the same while days go by.
    """
    title = words.tr("反馈与完成（已公开的问题）", "Fed back and completed (published problems)")
    columns = (words.tr("截至", "By the end of"), *_names(words), words.tr("完成率", "Rate"))
    if not problems:
        return chart(Heading("burn-up", title, nothing_yet(words)), columns, ())
    months = _months(view, problems, until)
    counts = burn_up_of(view, problems, months)
    fed_back, closed = counts.fed_back[-1], counts.closed[-1]
    sentence = words.tr(
        "到{month}，已公开的问题累计 {of} 个，其中 {n} 个已完成（{share}）；未公开的问题不计入。",
        "By {month} there were {of} published problems, {n} of them completed ({share}); others are not counted.",
        month=words.month(months[-1]),
        of=fed_back,
        n=closed,
        share=share(closed, fed_back, 1),
    )
    heading = Heading("burn-up", title, sentence, words.language)
    axis = Axis(months, half_years(months, words))
    rows = [
        Row(months[place], name, (of, n, share(n, of, 1)))
        for place, name in axis.points
        for of, n in [(counts.fed_back[place], counts.closed[place])]
    ]
    drawn = fed_back >= LEAST and len({*counts.fed_back, *counts.closed}) >= _FEWEST_COUNTS
    svg = Picture("curves", (heading, axis, _lines(counts, words))) if drawn else None
    return chart(heading, columns, rows, svg)


def townships(view: PublicView, by_unit: Mapping[str, Sequence[PublicProblem]], words: Words) -> Chart:
    """Return the same for each unit that has units below it, all on one scale; those without shown problems left out.

    Args:
        view: The public view.
        by_unit: The shown problems of each unit, without those of the units below it.
        words: The words of the page.
    """
    title = words.tr("各镇街的反馈与完成（已公开的问题）", "Fed back and completed, by township (published problems)")
    families = {
        unit.id: [problem for id_ in unit.family for problem in by_unit.get(id_, ())]
        for unit in view.units.values()
        if unit.parent is None and len(unit.family) > 1
    }
    families = {id_: problems for id_, problems in families.items() if problems}
    every = [problem for problems in families.values() for problem in problems]
    months = _months(view, every, f"{view.as_of:%Y-%m}")
    axis = Axis(months, years(months, words)[-_COLUMNS:])
    columns = (words.tr("已完成/已反馈", "Completed/fed back"), *(name for _, name in axis.points))
    if not families:
        return chart(Heading("townships", title, nothing_yet(words)), columns, ())
    counts = {id_: burn_up_of(view, problems, months) for id_, problems in families.items()}
    said = words.tr(
        "{n} 个镇街（含所辖单位）有已公开的问题，虚线为已反馈，实线为已完成，各图纵轴相同",
        "Townships with published problems, units below them included: {n}; dashed: fed back, solid: completed",
        n=len(families),
    )
    sentence = said + spread(((one.closed[-1], one.fed_back[-1]) for one in counts.values()), words)
    rows = [
        Row(id_, view.units[id_].name, tuple(f"{one.closed[place]}/{one.fed_back[place]}" for place, _ in axis.points))
        for id_, one in counts.items()
    ]
    drawn = len(families) > 1 and len(every) >= LEAST
    panels = [_panel(view, id_, one, axis, counts, words) for id_, one in counts.items()] if drawn else []
    return chart(Heading("townships", title, sentence, words.language), columns, rows, panels=panels)


def _panel(view: PublicView, id_: str, own: BurnUp, axis: Axis, every: Mapping[str, BurnUp], words: Words) -> Panel:
    n, of = own.closed[-1], own.fed_back[-1]
    said = words.tr("已反馈 {of} 个，已完成 {n} 个。", "Fed back: {of}; completed: {n}.", of=of, n=n)
    heading = Heading(f"township-{id_}", view.units[id_].name, said, words.language)
    most = max(one.fed_back[-1] for one in every.values())
    return Panel(id_, n, of, Picture("panel", (heading, axis, _lines(own, words), most)))


def _lines(counts: BurnUp, words: Words) -> list[Line]:
    fed_back, closed = _names(words)
    return [Line("fed_back", fed_back, counts.fed_back, dashed=True), Line("closed", closed, counts.closed)]


def _names(words: Words) -> tuple[str, str]:
    return words.tr("已反馈", "Fed back"), words.code("closed", "public_status")


def _months(view: PublicView, problems: Sequence[PublicProblem], until: str) -> tuple[str, ...]:
    """Return the months from the January before the first feedback to the last month."""
    units = {(one.round, one.unit) for one in problems}
    given = [one.feedback for one in view.inspections if (one.round, one.unit) in units and one.feedback is not None]
    steps = [move.month for problem in problems for item in problem.items for move in item.moves]
    return months_between(f"{min(given, default=until)[:4]}-01", until or max([*given, *steps]))
