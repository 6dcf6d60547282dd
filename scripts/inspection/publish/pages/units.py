"""The tree of units, and a page for each."""

from collections.abc import Iterator, Mapping

from inspection.publish.charted import Chart, burn_up, by_unit
from inspection.publish.events import by_month, events
from inspection.publish.pages.given import Given, Made
from inspection.publish.tallies import Tally, tally
from inspection.publish.view import PublicProblem, PublicUnit, PublicView


def pages(given: Given) -> Iterator[Made]:
    """Yield the tree of units, then each unit with what is below it, its inspections, problems and months."""
    every = given.view.units.values()
    families = {unit.id: _family(unit, given.problems_by_unit) for unit in every}
    rows = {id_: tally(problems) for id_, problems in families.items()}
    yield "units/index.md", "units.md", {"tree": _tree(given.view), "tallies": rows}
    below: dict[str, list[PublicUnit]] = {}
    for unit in every:
        below.setdefault(unit.parent or "", []).append(unit)
    for unit in every:
        values = {
            "unit": unit,
            "below": below.get(unit.id, []),
            "tallies": rows,
            "own": tally(given.problems_by_unit.get(unit.id, ())),
            "inspections": given.inspections_by_unit.get(unit.id, []),
            "problems": families[unit.id],
            "months": by_month(events(families[unit.id])),
            "charts": _charts(given, below.get(unit.id, []), families[unit.id], rows),
        }
        yield f"units/{unit.id}/index.md", "unit.md", values


def _charts(
    given: Given, below: list[PublicUnit], problems: list[PublicProblem], tallies: Mapping[str, Tally]
) -> dict[str, Chart]:
    """Return the charts of a unit that has units below it."""
    if not below:
        return {}
    return {
        "by_unit": by_unit(given.view, [unit.id for unit in below], tallies, given.words),
        "burn_up": burn_up(given.view, problems, given.words),
    }


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
