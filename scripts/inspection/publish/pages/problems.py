"""The list of shown problems, in parts, and a page for each problem."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from inspection.publish.pages.given import Given, Made
from inspection.publish.pages.parts import parts
from inspection.publish.pages.units import tree
from inspection.publish.tallies import STATUSES, tally


def pages(given: Given) -> Iterator[Made]:
    """Yield the pages of the list, then each problem."""
    problems = given.view.problems
    counts = tally(problems)
    choices = _choices(given)
    for part in parts(problems, "problems"):
        yield part.path, "problems.md", {"part": part, "tally": counts, "choices": choices}
    for problem in problems:
        yield f"problems/{problem.address}/index.md", "problem.md", {"problem": problem}


def _choices(given: Given) -> dict[str, Any]:
    """Return what the list can be filtered by: no choice is offered that no shown problem would answer."""
    units, found = given.view.units, given.problems_by_unit
    categories = Counter(problem.category for problem in given.view.problems)
    statuses = {problem.status for problem in given.view.problems}
    return {
        "statuses": [status for status in STATUSES if status in statuses],
        "categories": sorted(categories, key=lambda one: (-categories[one], one)),
        "rounds": [round_ for round_ in given.view.rounds if round_ in given.problems_by_round],
        "kinds": list(dict.fromkeys(units[unit].kind for unit in units if unit in found)),
        "units": [(unit, depth) for unit, depth in tree(given.view) if not found.keys().isdisjoint(unit.family)],
    }
