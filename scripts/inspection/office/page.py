"""What a page of the office is before it is rendered."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from inspection.office.desk import Desk


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
