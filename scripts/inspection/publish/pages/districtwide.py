"""The overview, and the page about the site."""

from collections.abc import Iterator

from inspection.publish.overview import overview
from inspection.publish.pages.given import Given, Made


def overview_page(given: Given) -> Iterator[Made]:
    """Yield the overview."""
    yield "index.md", "overview.md", {**given.stamp, **overview(given.view, given.figures, given.words)}


def about_page(given: Given) -> Iterator[Made]:
    """Yield the page about the site: who publishes, what the words mean, how to object."""
    yield "about/index.md", "about.md", given.stamp
