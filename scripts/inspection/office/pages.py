"""The office's pages as Markdown: one path and one text at a time.

Every page stands in one frame, which says that it is not for publication and carries the mark that publishing refuses;
no template can leave it out.
"""

from collections.abc import Iterator, Mapping

from inspection.office.board import board_pages
from inspection.office.desk import Desk
from inspection.office.items import item_pages
from inspection.office.page import Maker
from inspection.office.queues import queue_pages
from inspection.office.register_pages import register_pages
from inspection.office.staged import stage_pages
from inspection.templates import Templates

FRAME = "frame.md"


MAKERS: tuple[Maker, ...] = (board_pages, queue_pages, stage_pages, item_pages, register_pages)
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
