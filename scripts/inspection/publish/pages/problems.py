"""The list of shown problems, in parts, and a page for each problem."""

from collections.abc import Iterator

from inspection.publish.pages.given import Given, Made
from inspection.publish.pages.parts import parts
from inspection.publish.tallies import tally


def pages(given: Given) -> Iterator[Made]:
    """Yield the pages of the list, then each problem."""
    problems = given.view.problems
    counts = tally(problems)
    for part in parts(problems, "problems"):
        yield part.path, "problems.md", {"part": part, "tally": counts}
    for problem in problems:
        yield f"problems/{problem.address}/index.md", "problem.md", {"problem": problem}
