"""The common problems released by a publication of their own, on one page."""

from collections.abc import Iterator

from inspection.publish.pages.given import Given, Made


def page(given: Given) -> Iterator[Made]:
    """Yield the page: title, owner, and what the units' own checks come to, by kind of unit."""
    yield "common-problems/index.md", "common_problems.md", {"commons": given.view.commons}
