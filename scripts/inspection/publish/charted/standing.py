"""Where shown problems stand: by round, by category, by unit."""

from collections.abc import Mapping, Sequence

from inspection.labels import Wording
from inspection.publish.charted.chart import LEAST, Chart, Picture, Row, chart, nothing_yet, spread
from inspection.publish.charts import Bar, Form, Heading, Part
from inspection.publish.tallies import STATUSES, Tally, grouped, tally
from inspection.publish.view import PublicProblem, PublicView
from inspection.publish.words import Words, share

FORMS: Mapping[str, Form] = {
    "closed": "solid",
    "long_term": "dense",
    "basically_done": "dots",
    "in_progress": "sparse",
    "not_started": "blank",
}
"""What tells the statuses apart without colour."""

_MOST = 30
"""More bars than these are no picture any more."""

_ALL, _BELOW = Wording("", ""), Wording("所辖单位", " of the units below")

Named = Sequence[tuple[str, str, Tally]]


def by_round(view: PublicView, words: Words) -> Chart:
    """Return the shown problems of each round by status, the latest round first."""
    rounds = grouped(view.problems, lambda one: one.round)
    named = [(id_, words.round_name(id_), tally(rounds[id_])) for id_ in view.rounds if id_ in rounds]
    return _standing("by-round", Wording("轮次", "Round"), named, words)


def by_category(problems: Sequence[PublicProblem], words: Words) -> Chart:
    """Return shown problems of each category by status, the category with most problems first."""
    categories = grouped(problems, lambda one: one.category)
    ranked = sorted(categories.items(), key=lambda one: (-len(one[1]), one[0]))
    named = [(code, words.code(code, "category"), tally(own)) for code, own in ranked]
    return _standing("by-category", Wording("类别", "Category"), named, words)


def by_unit(view: PublicView, units: Sequence[str], tallies: Mapping[str, Tally], words: Words) -> Chart:
    """Return the shown problems of units by status, in the order given; units without any are left out."""
    named = [(id_, view.units[id_].name, tallies[id_]) for id_ in units if tallies[id_].total]
    return _standing("by-unit", Wording("单位", "Unit"), named, words, _BELOW)


def _standing(id_: str, what: Wording, named: Named, words: Words, whose: Wording = _ALL) -> Chart:
    done = words.code("closed", "public_status")
    title = words.tr("各{what}问题整改状态", "Problems by {what} and status", what=words.said(what).lower())
    heading = Heading(id_, title, _sentence(named, words, whose), words.language)
    parts = [Part(status, words.code(status, "public_status"), FORMS[status]) for status in STATUSES]
    counts = {key: tuple(one.by_status[status] for status in STATUSES) for key, _, one in named}
    drawn = 1 < len(named) <= _MOST and sum(one.total for _, _, one in named) >= LEAST
    bars = [Bar(name, counts[key], f"{done} {one.closed}/{one.total}") for key, name, one in named]
    return chart(
        heading,
        columns=(words.said(what), words.tr("公开问题", "Published"), *(part.name for part in parts)),
        rows=(Row(key, name, (one.total, *counts[key])) for key, name, one in named),
        svg=Picture("bars", (heading, parts, bars)) if drawn else None,
    )


def _sentence(named: Named, words: Words, whose: Wording) -> str:
    """Return how much is completed in all, and between which rates the single ones lie."""
    total, closed = (sum(getattr(one, name) for _, _, one in named) for name in ("total", "closed"))
    if not total:
        return nothing_yet(words)
    said = words.tr(
        "{whose}已公开的 {of} 个问题中，{n} 个已完成（{share}）",
        "Of {of} published problems{whose} {n} are completed ({share})",
        whose=words.said(whose),
        n=closed,
        of=total,
        share=share(closed, total, 1),
    )
    return said + spread(((one.closed, one.total) for _, _, one in named), words)
