"""Long lists of problems in parts, so that no page is too much for a telephone."""

from collections.abc import Sequence
from typing import NamedTuple

from inspection.publish.view import PublicProblem

ROWS = 200
"""Problems on one page."""


class Part(NamedTuple):
    """One page of a list.

    Attributes:
        number: From 1.
        paths: The pages of the whole list, this one among them.
    """

    number: int
    path: str
    paths: tuple[str, ...]
    problems: Sequence[PublicProblem]


def parts(problems: Sequence[PublicProblem], folder: str) -> list[Part]:
    """Return a list in parts: the first on the page of the folder itself, which is there also for an empty list."""
    starts = range(0, max(len(problems), 1), ROWS)
    paths = tuple(f"{folder}/page-{n}/index.md" if n > 1 else f"{folder}/index.md" for n, _ in enumerate(starts, 1))
    return [
        Part(number, path, paths, problems[start : start + ROWS])
        for number, (start, path) in enumerate(zip(starts, paths, strict=True), start=1)
    ]
