"""The overview, and the page about the site."""

from collections.abc import Iterator

from inspection.publish.charted import Chart, burn_up, by_category, by_round, coverage, on_time, townships
from inspection.publish.overview import overview
from inspection.publish.pages.given import Given, Made


def overview_page(given: Given) -> Iterator[Made]:
    """Yield the overview."""
    yield (
        "index.md",
        "overview.md",
        {**given.stamp, **overview(given.view, given.figures, given.words), "charts": _charts(given)},
    )


def _charts(given: Given) -> dict[str, Chart | None]:
    view, words = given.view, given.words
    return {
        "burn_up": burn_up(view, view.problems, words, f"{view.as_of:%Y-%m}"),
        "on_time": on_time(view, words),
        "coverage": coverage(view, words),
        "by_round": by_round(view, words),
        "by_category": by_category(view.problems, words),
        "townships": townships(view, given.problems_by_unit, words),
    }


def about_page(given: Given) -> Iterator[Made]:
    """Yield the page about the site: who publishes, what the words mean, how to object."""
    yield "about/index.md", "about.md", given.stamp
