"""The page of figures."""

from collections.abc import Iterator

from inspection.publish.figure_rows import half_year_rows
from inspection.publish.pages.given import Given, Made


def page(given: Given) -> Iterator[Made]:
    """Yield the page of every figure, by chapter, and of the sums per half-year."""
    chapters = given.figures.chapters()
    half_years = half_year_rows(given.view, given.words)
    yield "figures/index.md", "figures.md", {**given.stamp, "chapters": chapters, "half_years": half_years}
