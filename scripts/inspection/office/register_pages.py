"""The registers of the office, all their pages."""

from collections.abc import Iterator

from inspection.office.cells import Addresses
from inspection.office.common_pages import common_addresses, common_pages
from inspection.office.books import Books
from inspection.office.letters import letter_pages
from inspection.office.people import people_pages
from inspection.office.plan import plan_pages
from inspection.office.quality import finding_addresses, quality_pages
from inspection.office.registers import Page
from inspection.office.rounds import round_addresses, round_pages
from inspection.office.visits import visit_pages

REGISTERS = (common_pages, letter_pages, visit_pages, people_pages, round_pages, plan_pages, quality_pages)


def register_pages(books: Books, language: str, addresses: Addresses | None = None) -> Iterator[Page]:
    """Yield every page of the registers.

    Args:
        books: What they are computed from.
        language: `zh` or `en`.
        addresses: The pages other parts of the office's site have for records, by kind and id.
    """
    known = {**(addresses or {}), **register_addresses(books)}
    for pages_of in REGISTERS:
        yield from pages_of(books, language, known)


def register_addresses(books: Books) -> Addresses:
    """Return the pages the registers have for records: common problems, rounds, and rules that found something."""
    return dict([*common_addresses(books), *round_addresses(books), *finding_addresses(books)])
