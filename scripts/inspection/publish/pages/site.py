"""Every page of a view in one language, one path and one text at a time."""

from collections.abc import Iterator
from functools import partial

from inspection.publish import qr
from inspection.publish.addresses import home
from inspection.publish.editions import EDITIONS
from inspection.publish.feeds import DISTRICT
from inspection.publish.pages import (
    common_problems,
    data,
    districtwide,
    figures,
    notices,
    problems,
    rounds,
    rules,
    units,
)
from inspection.publish.pages.given import given
from inspection.publish.pages.remembered import Remembered, made_from, shared_by_all
from inspection.publish.pages.said import Said
from inspection.publish.view import PublicView
from inspection.publish.words import Words
from inspection.templates import Templates

Page = tuple[str, str]

MAKERS = (
    districtwide.overview_page,
    rounds.pages,
    units.pages,
    problems.pages,
    common_problems.page,
    notices.pages,
    figures.page,
    rules.pages,
    data.pages,
    districtwide.about_page,
)
"""Each yields the path, the template and the values of its pages."""


def site_pages(view: PublicView, said: Said, language: str, remembered: Remembered | None = None) -> Iterator[Page]:
    """Yield every page of the public site in one language: its path below the folder of pages, and its Markdown.

    The paths are `index.md`, `rounds/<round>/index.md` and so on, the same in both languages; the same view and words
    give the same texts. Only the overview, the figures and the page about the site carry the day and the commit; the
    page of a record changes with that record alone.

    Args:
        view: The public view.
        said: The words of the site.
        language: `zh` or `en`.
        remembered: The pages of an earlier run; one made from the same is not printed again.

    Raises:
        jinja2.TemplateError: A template is broken.
    """
    words = Words(view, said.labels, language)
    edition = EDITIONS[language]
    ours = given(view, said, words)
    feed = DISTRICT if home(view) else ""
    known = remembered or Remembered()
    templates = Templates(said.templates, {**words.filters(), "drawn": known.drawn, "qr": qr.code}, language)
    shared = shared_by_all(view, said, language, feed)
    for make in MAKERS:
        for path, template, values in make(ours):
            root = "../" * path.count("/")
            twin = f"{root}{edition.other}{path.removesuffix('.md')}.html"
            page = {"root": root, "top": f"{root}{edition.top}", "twin": twin, "units": view.units, "feed": feed}
            printed = partial(templates.render, template, {**page, **values})
            yield path, known.page(path, made_from(shared, template, values), printed)
