"""The quality of the data: what the check finds, and every time the ledger left its own rules."""

from collections.abc import Iterable, Iterator

from inspection.derive.departed import Departure, departures
from inspection.derive.figures.catalogue import CATALOGUE
from inspection.finding import WEIGHTS, Finding, Severity
from inspection.labels import Wording
from inspection.office.books import Books, own, record_of
from inspection.office.cells import LATE, NONE, OPEN, Cell, Link, Ref, State, Table, same
from inspection.office.figure_rows import figure_table
from inspection.office.page import Page
from inspection.office.printing import Printer
from inspection.office.recurrences import (
    came_back_linked,
    came_back_unlinked,
    mended_before_inspection,
    reopened_items,
)
from inspection.office.registers import Register, pages
from inspection.office.visits import not_in_order
from inspection.rules.registry import BY_CODE

FOLDER = "registers/quality"
TITLE = Wording("数据质量", "Data quality")

_NO_HISTORY = Wording("没有读取历史，无法判断。", "History was not read, so nothing can be said.")
_SAID = {row.key: Wording(row.zh, row.en) for row in CATALOGUE}
_SORTS = {
    "acknowledged": _SAID["departures.acknowledged"],
    "exception": _SAID["departures.exceptions"],
    "correction": _SAID["departures.corrections"],
    "voided": _SAID["departures.voided"],
    "withdrawn": _SAID["departures.withdrawn"],
    "beyond_limit": _SAID["departures.beyond_limit"],
    "purged": Wording("改写历史", "History rewritten"),
}


def findings_by_rule(books: Books) -> Table:
    """Return how often the check says each thing, the heaviest first."""
    by_code: dict[str, list[Finding]] = {}
    for one in books.findings:
        by_code.setdefault(one.code, []).append(one)
    ordered = sorted(by_code, key=lambda code: (min(WEIGHTS[one.severity] for one in by_code[code]), code))
    rows = tuple(_of_rule(code, by_code[code]) for code in ordered)
    columns = (
        own("code", "规则", "Rule"),
        own("what", "检查什么", "What is wrong"),
        *(own(key, *words, number=True) for key, words in _WEIGHTS.items()),
        own("acknowledged", "其中已承认", "Acknowledged", number=True),
    )
    return Table("rules", Wording("检查发现的问题", "What the check finds"), columns, rows)


def _of_rule(code: str, found: Iterable[Finding]) -> tuple[Cell, ...]:
    every = list(found)
    counts = (sum(one.severity is severity for one in every) for severity in _WEIGHTS)
    return Ref("finding", code), _what(code), *counts, sum(one.acknowledged for one in every)


def findings_of(books: Books, code: str) -> Table:
    """Return what the check says by one rule, by record."""
    return _told(books, "findings", Wording("逐条", "One by one"), [one for one in books.findings if one.code == code])


def backdated(books: Books) -> Table:
    """Return the entries that were recorded longer after their day than the policy allows, as history knows them."""
    title = _SAID["departures.backdated"]
    table = _told(books, "backdated", title, books.backdated or ())
    return table._replace(note=_NO_HISTORY) if books.backdated is None else table


def _told(books: Books, key: str, title: Wording, found: Iterable[Finding]) -> Table:
    columns = (
        own("record", "记录", "Record"),
        own("place", "位置", "Place"),
        own("severity", "性质", "Severity"),
        own("message", "说明", "What is wrong"),
    )
    rows = tuple((record_of(one.path), _place(books, one), _weight(one), Wording(*one.message)) for one in found)
    return Table(key, title, columns, rows)


def departure_register(books: Books) -> Table:
    """Return every time the ledger left its own rules on record, of any term, the latest first."""
    rows = tuple(
        (one.day, _SORTS[one.sort], record_of(one.path), _about(books, one),
         books.body(one.by) if one.by else Wording("政策", "the policy"), one.reason or None)
        for one in reversed(departures(books.lives))
    )  # fmt: skip
    columns = (
        own("day", "日期", "Day"),
        own("sort", "种类", "Kind"),
        own("record", "记录", "Record"),
        own("about", "所涉", "About"),
        own("by", "由谁", "By"),
        own("reason", "理由", "Reason"),
    )
    note = Wording(
        "各届都列；上面的数字只计本届的事项和当日有效的例外。",
        "Of every term; the figures above count the items of the term and the exceptions in force that day.",
    )
    return Table("departures", Wording("例外登记簿", "Register of departures"), columns, rows, note)


def _place(books: Books, one: Finding) -> Cell:
    return books.place(one.path, one.pointer) if one.pointer else None


def _about(books: Books, one: Departure) -> Cell:
    """Return what a departure concerns: a place in the record or its item, a problem, a rule, commits."""
    if one.about.startswith("/log/"):
        return books.place(one.path, f"{one.pointer.rpartition('/log/')[0]}{one.about}")
    if one.about.startswith("/"):
        return books.place(one.path, one.about)
    if one.about in books.ledger.problems:
        return Ref("problem", one.about)
    return same(one.about) if one.about else None


def quality_pages(books: Books, printer: Printer) -> Iterator[Page]:
    """Yield the pages of data quality: the findings, a page for each rule that was broken, and the registers."""
    above = (Link(TITLE, FOLDER),)
    links = tuple(Link(register.title, register.folder) for register in _below(books))
    first = Register(FOLDER, TITLE, (findings_by_rule(books), figure_table(books, "departures")), links=links)
    yield from pages(first, printer)
    for register in _below(books):
        yield from pages(register._replace(above=above), printer)
    for code in sorted({one.code for one in books.findings}):
        title = Wording(code, code)
        lead = (_what(code), *((Wording(*one.help),) if (one := _first(books, code)) else ()))
        register = Register(_folder(code), title, (findings_of(books, code),), lead, above)
        yield from pages(register, printer)


def _below(books: Books) -> tuple[Register, ...]:
    false = not_in_order(books, "false_closure")._replace(key="false")
    recurrences = (came_back_linked(books), came_back_unlinked(books), reopened_items(books))
    return (
        Register(f"{FOLDER}/recurrences", Wording("销号后复发（不贰过）", "What came back"), recurrences),
        Register(
            f"{FOLDER}/beforehand", Wording("未巡先改", "Put right beforehand"), (mended_before_inspection(books),)
        ),
        Register(f"{FOLDER}/backdated", _SAID["departures.backdated"], (backdated(books),)),
        Register(
            f"{FOLDER}/false",
            Wording("虚假销号", "False close-outs"),
            (figure_table(books, "false_closure_rate"), false),
        ),
        Register(
            f"{FOLDER}/departures", _SAID["departures"], (figure_table(books, "departures"), departure_register(books))
        ),
    )


def finding_addresses(books: Books) -> Iterator[tuple[Ref, str]]:
    """Yield the page of each rule something was found by."""
    yield from ((Ref("finding", code), f"{_folder(code)}/index.md") for code in {one.code for one in books.findings})


def _folder(code: str) -> str:
    return f"{FOLDER}/{code.lower()}"


def _first(books: Books, code: str) -> Finding | None:
    return next((one for one in books.findings if one.code == code), None)


def _what(code: str) -> Wording:
    known = BY_CODE.get(code)
    return Wording(known.zh.what, known.en.what) if known is not None else Wording(code, code)


def _weight(one: Finding) -> State:
    zh, en = _WEIGHTS[one.severity]
    mark = {Severity.ERROR: LATE, Severity.WARNING: OPEN}.get(one.severity, NONE)
    words = Wording(f"{zh}（已承认）", f"{en} (acknowledged)") if one.acknowledged else Wording(zh, en)
    return State(mark, words)


_WEIGHTS = {
    Severity.ERROR: Wording("错误", "Errors"),
    Severity.WARNING: Wording("警告", "Warnings"),
    Severity.NOTE: Wording("提示", "Notes"),
}
