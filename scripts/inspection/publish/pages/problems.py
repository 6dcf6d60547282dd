"""The list of shown problems, in parts, and a page for each problem."""

from collections.abc import Iterator

from inspection.publish.pages.given import Given, Made
from inspection.publish.tallies import tally

ROWS = 200
"""Problems on one page of the list."""


def pages(given: Given) -> Iterator[Made]:
    """Yield the pages of the list, then each problem."""
    problems = given.view.problems
    parts = [problems[start : start + ROWS] for start in range(0, len(problems), ROWS)] or [()]
    paths = ["problems/index.md", *(f"problems/page-{number}/index.md" for number in range(2, len(parts) + 1))]
    counts = tally(problems)
    for number, (path, part) in enumerate(zip(paths, parts, strict=True), start=1):
        yield path, "problems.md", {"problems": part, "tally": counts, "number": number, "paths": paths}
    for problem in problems:
        yield f"problems/{problem.address}/index.md", "problem.md", {"problem": problem}
