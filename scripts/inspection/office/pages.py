"""The office's pages as Markdown: one path and one text at a time.

Every page stands in one frame, which says that it is not for publication and carries the mark that publishing refuses;
no template can leave it out.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from inspection.office.desk import Desk
from inspection.templates import Templates

FRAME = "frame.md"


class Page(NamedTuple):
    """A page to be written.

    Attributes:
        path: Where it lies below the folder of pages, such as `units/beizhou/index.md`.
        title: Its title; the page of one matter has that matter's.
        template: The name of its template below `site/office/`.
        values: What the template names, beside what every page has (`root`, `desk`).
        above: The pages above it, each its name and its path; the board itself is always the first.
    """

    path: str
    title: str
    template: str
    values: Mapping[str, Any]
    above: tuple[tuple[str, str], ...] = ()


Maker = Callable[[Desk], Iterator[Page]]
"""What makes the pages of one kind."""

MAKERS: tuple[Maker, ...] = ()
"""Every kind of page there is."""


def office_pages(desk: Desk, templates: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield every page of the office: its path below the folder of pages, and its Markdown.

    Args:
        desk: The ledger on a day.
        templates: The text of each template by its name.

    Raises:
        jinja2.TemplateError: A template is broken.
    """
    made = Templates(templates, desk.words.filters())
    for maker in MAKERS:
        for page in maker(desk):
            frame = {
                "desk": desk,
                "root": "../" * page.path.count("/"),
                "title": page.title,
                "above": page.above,
                "template": page.template,
            }
            yield page.path, made.render(FRAME, {**page.values, **frame})
