"""The registers of the office: the list of them, and every page of each."""

from collections.abc import Callable, Iterator

from inspection.derive.statistics import statistics
from inspection.finding import Finding
from inspection.labels import Wording
from inspection.office import (
    assessment,
    checklists,
    common_pages,
    figures,
    letters,
    people,
    plan,
    quality,
    rounds,
    visits,
)
from inspection.office.books import Books, own
from inspection.office.cells import Link, Ref, Table, several
from inspection.office.desk import Desk
from inspection.office.figure_rows import in_words
from inspection.office.items import page_of
from inspection.office.page import Page
from inspection.office.printing import Printer
from inspection.office.registers import HOME, TITLE, Register, pages
from inspection.office.stages import followed
from inspection.rules.changes.recorded import recorded_too_late
from inspection.rules.judge import judge

LANGUAGE = "zh"
"""The office's pages are in Chinese."""

MAKERS = (
    common_pages.common_pages,
    letters.letter_pages,
    visits.visit_pages,
    people.people_pages,
    rounds.round_pages,
    plan.plan_pages,
    checklists.checklist_pages,
    figures.figure_pages,
    assessment.assessment_pages,
    quality.quality_pages,
)

ADDRESSES = (
    common_pages.common_addresses,
    letters.letter_addresses,
    visits.visit_addresses,
    people.person_addresses,
    rounds.round_addresses,
    checklists.checklist_addresses,
    quality.finding_addresses,
)

SHORT: tuple[tuple[Link, tuple[str, ...]], ...] = (
    (Link(common_pages.TITLE, common_pages.FOLDER), ("common.total", "common.addressed", "common.late")),
    (Link(letters.TITLE, letters.FOLDER), ("letters.total", "letters.accepted", "letters.overdue")),
    (Link(visits.TITLE, visits.FOLDER), ("visits.total", "visits.checked", "false_closure_rate.rate")),
    (Link(people.TITLE, people.FOLDER), ("people.leaders", "people.members", "people.attached")),
    (Link(rounds.TITLE, rounds.FOLDER), ("rounds.total", "rounds.groups")),
    (Link(plan.TITLE, plan.FOLDER), ("coverage.rate", "forecast.rate")),
    (Link(checklists.TITLE, checklists.FOLDER), ()),
    (Link(figures.TITLE, figures.FOLDER), ()),
    (Link(assessment.TITLE, assessment.FOLDER), ("satisfaction.mean", "closure_rate.rate")),
    (Link(quality.TITLE, quality.FOLDER), ("departures.acknowledged", "departures.corrections")),
)
"""The registers, each with the figures that say in short how it stands."""


def register_pages(desk: Desk) -> Iterator[Page]:
    """Yield the list of the registers, and every page of each."""
    books = books_of(desk)
    printer = Printer(LANGUAGE, addresses(desk, books))
    yield from pages(Register(HOME, TITLE, (overview(books),)), printer)
    for maker in MAKERS:
        yield from maker(books, printer)


def books_of(desk: Desk) -> Books:
    """Return what the registers are computed from."""
    made = statistics(desk.ledger, desk.as_of, lives=desk.lives, provenance=desk.context.provenance)
    return Books(desk.lives, made, desk.words.labels, desk.findings, _recorded_too_late(desk))


def _recorded_too_late(desk: Desk) -> tuple[Finding, ...] | None:
    return tuple(judge(desk.context, (recorded_too_late,))) if desk.context.provenance is not None else None


def addresses(desk: Desk, books: Books) -> Callable[[Ref], str]:
    """Return what tells the page of a record: below the root of the site, or nothing where it has none."""
    shown = {problem.id for problem in desk.found()}
    inspected = {key for key, one in desk.ledger.inspections.items() if followed(desk, one)}
    known = {record: address for these in ADDRESSES for record, address in these(books)}

    def address(record: Ref) -> str:
        kind, id_ = record
        if kind == "problem" and id_ in shown:
            return page_of(id_)
        above, _, last = id_.partition("/")
        if kind == "item" and above in shown:
            return f"{page_of(above)}#item-{last}"
        if kind == "inspection" and (above, last) in inspected:
            return f"stages/{above.lower()}/{last}/index.md"
        return known.get(record, "")

    return address


def overview(books: Books) -> Table:
    """Return the registers, and in short how each stands."""
    columns = (own("register", "登记", "Register"), own("figures", "数字", "Figures"))
    rows = tuple((link, several(in_words(books, *keys))) for link, keys in SHORT)
    return Table("registers", Wording("各项登记", "The registers"), columns, rows)
