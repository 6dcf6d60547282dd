"""The public site as Markdown: every page of a view, one path and one text at a time.

Only the overview, the figures and the page about the site carry the day and the commit; the page of a record changes
with that record alone.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from inspection.labels import Labels
from inspection.publish.events import by_month, events
from inspection.publish.figure_rows import Figures, FigureWords, half_year_rows
from inspection.publish.overview import overview
from inspection.publish.tallies import STATUSES, grouped, tally
from inspection.publish.view import PublicProblem, PublicUnit, PublicView
from inspection.publish.words import Words
from inspection.templates import Templates

Values = Mapping[str, Any]
Page = tuple[str, str]

ROWS = 200
"""Problems on one page of the list."""


class RulePage(NamedTuple):
    """A rule, in Chinese: its code, what it weighs, what is wrong, why it matters, what to do instead.

    Attributes:
        weight: Such as 错误 or 提示.
        english: What, why and instead in English.
        timed: Whether it depends on the day alone.
    """

    code: str
    weight: str
    what: str
    why: str
    instead: str
    english: tuple[str, str, str]
    timed: bool = False


class Said(NamedTuple):
    """The words of the site: what is not in the view.

    Attributes:
        labels: What the schemas say of codes.
        catalogue: What is said of each figure.
        rules: The rules' pages.
        templates: The text of each template by its name.
    """

    labels: Labels
    catalogue: Iterable[FigureWords]
    rules: Iterable[RulePage]
    templates: Mapping[str, str]


def site_pages(view: PublicView, said: Said) -> Iterator[Page]:
    """Yield every page of the public site: its path below the folder of pages, and its Markdown.

    The paths are `index.md`, `rounds/<round>/index.md` and so on; the same view and words give the same texts.

    Raises:
        jinja2.TemplateError: A template is broken.
    """
    words = Words(view, said.labels)
    templates = Templates(said.templates, words.filters())
    figures = Figures(view, said.catalogue, words)
    for path, template, values in _pages(view, figures, tuple(said.rules)):
        root = "../" * path.count("/")
        page = {"root": root, "units": view.units, "statuses": STATUSES, **values}
        yield path, templates.render(template, page)


def _pages(view: PublicView, figures: Figures, rules: tuple[RulePage, ...]) -> Iterator[tuple[str, str, Values]]:
    stamp = {"as_of": view.as_of, "revision": view.revision, "district": view.district}
    by_round = grouped(view.problems, lambda one: one.round)
    by_unit = grouped(view.problems, lambda one: one.unit)
    yield "index.md", "overview.md", {**stamp, **overview(view, figures)}
    yield from _round_pages(view, by_round)
    yield from _unit_pages(view, by_unit)
    yield from _problem_pages(view)
    chapters = {"chapters": figures.chapters(), "half_years": half_year_rows(view)}
    yield "figures/index.md", "figures.md", {**stamp, **chapters}
    yield "rules/index.md", "rules.md", {"rules": rules}
    for rule in rules:
        yield f"rules/{rule.code.lower()}/index.md", "rule.md", {"rule": rule}
    yield "about/index.md", "about.md", stamp


def _round_pages(view: PublicView, by_round: Mapping[str, list[PublicProblem]]) -> Iterator[tuple[str, str, Values]]:
    rows = [(round_, tally(by_round.get(round_.id, ()))) for round_ in view.rounds.values()]
    yield "rounds/index.md", "rounds.md", {"rounds": rows}
    inspected = grouped_by_round(view)
    for round_, counts in rows:
        problems = by_round.get(round_.id, [])
        own = grouped(problems, lambda one: one.unit)
        reached = [(one, tally(own.get(one.unit, ()))) for one in inspected.get(round_.id, ())]
        values = {"round": round_, "tally": counts, "reached": reached, "problems": problems}
        yield f"rounds/{round_.id.lower()}/index.md", "round.md", values


def grouped_by_round(view: PublicView) -> dict[str, list[Any]]:
    """Return the view's inspections by round."""
    rounds: dict[str, list[Any]] = {}
    for inspection in view.inspections:
        rounds.setdefault(inspection.round, []).append(inspection)
    return rounds


def _unit_pages(view: PublicView, by_unit: Mapping[str, list[PublicProblem]]) -> Iterator[tuple[str, str, Values]]:
    families = {unit.id: _family(unit, by_unit) for unit in view.units.values()}
    rows = {id_: tally(problems) for id_, problems in families.items()}
    yield "units/index.md", "units.md", {"tree": _tree(view), "tallies": rows}
    below: dict[str, list[PublicUnit]] = {}
    for unit in view.units.values():
        below.setdefault(unit.parent or "", []).append(unit)
    for unit in view.units.values():
        values = {
            "unit": unit,
            "below": below.get(unit.id, []),
            "tallies": rows,
            "own": tally(by_unit.get(unit.id, ())),
            "inspections": [one for one in view.inspections if one.unit == unit.id],
            "problems": families[unit.id],
            "months": by_month(events(families[unit.id])),
        }
        yield f"units/{unit.id}/index.md", "unit.md", values


def _family(unit: PublicUnit, by_unit: Mapping[str, list[PublicProblem]]) -> list[PublicProblem]:
    """Return the shown problems of a unit and of every unit below it, each once."""
    return [problem for id_ in unit.family for problem in by_unit.get(id_, ())]


def _tree(view: PublicView) -> list[tuple[PublicUnit, int]]:
    """Return the units in the order of the tree, each with its depth: those with units below them first."""
    depth: dict[str, int] = {}
    for unit in view.units.values():
        depth[unit.id] = depth.get(unit.parent or "", -1) + 1
    roots = {unit.id: unit.id for unit in view.units.values() if unit.parent is None}
    big = {id_ for id_ in roots if len(view.units[id_].family) > 1}
    placed = [(unit, depth[unit.id]) for unit in view.units.values()]
    root = ""
    order: list[tuple[bool, int]] = []
    for place, (unit, level) in enumerate(placed):
        root = unit.id if level == 0 else root
        order.append((root not in big, place))
    return [placed[place] for _, place in sorted(order)]


def _problem_pages(view: PublicView) -> Iterator[tuple[str, str, Values]]:
    parts = [view.problems[start : start + ROWS] for start in range(0, len(view.problems), ROWS)] or [()]
    paths = ["problems/index.md", *(f"problems/page-{number}/index.md" for number in range(2, len(parts) + 1))]
    counts = tally(view.problems)
    for number, (path, part) in enumerate(zip(paths, parts, strict=True), start=1):
        yield path, "problems.md", {"problems": part, "tally": counts, "number": number, "paths": paths}
    for problem in view.problems:
        yield f"problems/{problem.address}/index.md", "problem.md", {"problem": problem}
