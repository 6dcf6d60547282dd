"""The tree of units, and a page for each."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from inspection.publish.charted import Chart, burn_up, by_unit
from inspection.publish.events import by_month, events
from inspection.publish.pages.given import Given, Made
from inspection.publish.pages.parts import parts
from inspection.publish.tallies import Tally, tally
from inspection.publish.view import PublicProblem, PublicUnit, PublicView


def pages(given: Given) -> Iterator[Made]:
    """Yield the tree of units, then each unit with what is below it, its inspections, problems and months."""
    every = given.view.units.values()
    rows = family_tallies(every, given.problems_by_unit)
    placed = [((unit, depth), rows[unit.id]) for unit, depth in tree(given.view)]
    yield "units/index.md", "units.md", {"rows": placed, "choices": _choices(given.view)}
    below: dict[str, list[PublicUnit]] = {}
    for unit in every:
        below.setdefault(unit.parent or "", []).append(unit)
    for unit in every:
        family = _family(unit, given.problems_by_unit)
        own, children = tally(given.problems_by_unit.get(unit.id, ())), below.get(unit.id, [])
        first, *more = parts(family, f"units/{unit.id}")
        values = {
            "unit": unit,
            "tally": rows[unit.id],
            "own": own,
            "below": [(None, own), *((child, rows[child.id]) for child in children)] if children else [],
            "inspections": given.inspections_by_unit.get(unit.id, []),
            "part": first,
            "months": by_month(events(family)),
            "charts": _charts(given, children, family, rows),
        }
        yield first.path, "unit.md", values
        for part in more:
            yield part.path, "more.md", {"unit": unit, "round": None, "part": part}


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


def family_tallies(units: Iterable[PublicUnit], by_unit: Mapping[str, list[PublicProblem]]) -> dict[str, Tally]:
    """Count for each unit the shown problems of its own and of every unit below it, each once."""
    return {
        unit.id: msgspec.structs.replace(tally(_family(unit, by_unit)), own=len(by_unit.get(unit.id, ())))
        for unit in units
    }


def _family(unit: PublicUnit, by_unit: Mapping[str, list[PublicProblem]]) -> list[PublicProblem]:
    """Return the shown problems of a unit and of every unit below it, each once."""
    return [problem for id_ in unit.family for problem in by_unit.get(id_, ())]


def tree(view: PublicView) -> list[tuple[PublicUnit, int]]:
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


def _choices(view: PublicView) -> dict[str, Any]:
    """Return what the list can be filtered by: the kinds there are, and the units with others below them."""
    return {
        "kinds": list(dict.fromkeys(unit.kind for unit, _ in tree(view))),
        "above": [(unit, depth) for unit, depth in tree(view) if len(unit.family) > 1],
    }
