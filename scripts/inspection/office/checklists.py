"""The register of checklists: which are in force, which rounds took them along, and what each aspect found."""

from collections import Counter
from collections.abc import Iterator

from inspection.derive.replaced import replaced_from
from inspection.labels import Wording
from inspection.model.units import Checklist
from inspection.office.books import Books, own
from inspection.office.cells import NONE, OK, OPEN, Cell, Ref, State, Table, several
from inspection.office.page import Page
from inspection.office.printing import Printer, row_addresses
from inspection.office.registers import Register, pages

FOLDER = "registers/checklists"
TITLE = Wording("监督清单", "Checklists")


def checklist_register(books: Books) -> Table:
    """Return every checklist: its kind, from when and until when it holds, the rounds that pin it, what it found."""
    found, replaced = _found(books), replaced_from(books.ledger)
    rows: list[tuple[Cell, ...]] = []
    for one in books.ledger.checklists.values():
        pinned = [Ref("round", round_.id) for round_ in books.ledger.rounds.values() if one.id in round_.checklists]
        items = sum(len(aspect.items) for aspect in one.aspects)
        problems = sum(count for (name, _), count in found.items() if name == one.id)
        until = replaced.get(one.id)
        state = _state(books, one, replaced=until is not None and books.came(until))
        row: tuple[Cell, ...] = (
            Ref("checklist", one.id), one.title, books.code("checklist_kind", one.kind), one.effective, until, state,
            len(one.aspects), items, several(pinned), problems,
        )  # fmt: skip
        rows.append(row)
    columns = (
        own("checklist", "编号", "Id"),
        *(books.head("checklist", key) for key in ("title", "kind", "effective")),
        own("until", "被替代", "Replaced from"),
        own("state", "状态", "State"),
        own("aspects", "方面", "Aspects", number=True),
        own("items", "条目", "Items", number=True),
        own("rounds", "采用轮次", "Rounds"),
        own("problems", "发现问题", "Problems found", number=True),
    )
    return Table("checklists", Wording("全部清单", "All checklists"), columns, tuple(rows), anchored=True)


def aspects_found(books: Books) -> Table:
    """Return every aspect of every checklist with the problems of the term its items found."""
    found = _found(books)
    rows: list[tuple[Cell, ...]] = []
    for one in books.ledger.checklists.values():
        for aspect in one.aspects:
            codes = [item.code for item in aspect.items]
            counts = [found[one.id, code] for code in codes]
            category = books.code("category", aspect.category)
            silent = sum(not count for count in counts)
            rows.append((Ref("checklist", one.id), aspect.name, category, len(codes), sum(counts), silent))
    columns = (
        own("checklist", "编号", "Id"),
        *(books.head("checklist", f"aspects.{key}") for key in ("name", "category")),
        own("items", "条目", "Items", number=True),
        own("problems", "发现问题", "Problems found", number=True),
        own("silent", "没有发现问题的条目", "Items that found nothing", number=True),
    )
    note = Wording(
        "本届当日或之前发现、写明按哪条清单检查（checked_by）的问题。",
        "Problems of the term found by the day that say which item they were checked by.",
    )
    return Table("aspects", Wording("各方面发现的问题", "What each aspect found"), columns, tuple(rows), note)


def _found(books: Books) -> Counter[tuple[str, str]]:
    """Return how many problems each item found, by checklist and code."""
    named = (one.checked_by.partition("/") for one in books.scope.problems if one.checked_by is not None)
    return Counter((checklist, code) for checklist, _, code in named)


def _state(books: Books, one: Checklist, *, replaced: bool) -> State:
    if not books.came(one.effective):
        return State(OPEN, Wording("尚未施行", "not in force yet"))
    return State(NONE, Wording("已替代", "replaced")) if replaced else State(OK, Wording("有效", "in force"))


def checklist_pages(books: Books, printer: Printer) -> Iterator[Page]:
    """Yield the register of checklists as pages."""
    yield from pages(Register(FOLDER, TITLE, (checklist_register(books), aspects_found(books))), printer)


def checklist_addresses(books: Books) -> Iterator[tuple[Ref, str]]:
    """Yield where each stands in the register."""
    return row_addresses(FOLDER, checklist_register(books))
