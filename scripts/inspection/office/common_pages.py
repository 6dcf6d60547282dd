"""The pages of the common problems: the four lists, a page for each, and the matrix of units and common problems."""

from collections.abc import Iterable, Iterator

from inspection.labels import Wording
from inspection.office.books import Books, own
from inspection.office.cells import LATE, OK, OPEN, Cell, Link, Ref, State, Table
from inspection.office.common_problems import (
    COMPLETED,
    Answer,
    answers,
    problem_list,
    rectification_list,
    rectification_sums,
    responsibility_list,
    supervision_list,
)
from inspection.office.figure_rows import figure_table
from inspection.office.page import Page
from inspection.office.printing import Printer
from inspection.office.registers import Register, pages

FOLDER = "registers/common"
TITLE = Wording("共性问题", "Common problems")
MATRIX = Wording("单位与共性问题对照", "Units by common problems")


def matrix(books: Books) -> Table:
    """Return units by common problems: whether each handed in, whether late, and how many of those found are mended."""
    by_unit: dict[str, dict[str, Answer]] = {}
    for one in answers(books):
        by_unit.setdefault(one.unit, {})[one.common] = one
    commons = [common.id for common in books.scope.commons]
    everyone = [one for asked in by_unit.values() for one in asked.values()]
    columns_of = ([one for one in everyone if one.common == common] for common in commons)
    rows = [_of_unit(books, unit, commons, by_unit[unit]) for unit in sorted(by_unit)]
    if rows:
        rows.insert(0, (Wording("合计", "Total"), *_counts(everyone), *(_summed(column) for column in columns_of)))
    columns = (
        own("unit", "单位", "Unit"),
        own("asked", "应自查", "Asked", number=True),
        own("submitted", "已报送", "Handed in", number=True),
        own("late", "逾期", "Late", number=True),
        own("found", "自查问题", "Found", number=True),
        own("rectified", "已整改", "Rectified", number=True),
        *(own(common, common, common) for common in commons),
    )
    note = Wording(
        "格内为状态和“已整改/自查问题”；“—”为不要求该单位自查。",
        "Each cell says where it stands, and how many of those found are rectified; “—”: the unit was not asked.",
    )
    return Table("matrix", MATRIX, columns, tuple(rows), note, wide=True)


def common_pages(books: Books, printer: Printer) -> Iterator[Page]:
    """Yield the four lists, the matrix, and a page for each common problem of the term."""
    lists = (
        figure_table(books, "common"),
        problem_list(books),
        responsibility_list(books),
        rectification_sums(books),
        supervision_list(books),
    )
    yield from pages(Register(FOLDER, TITLE, lists, links=(Link(MATRIX, f"{FOLDER}/matrix"),)), printer)
    above = (Link(TITLE, FOLDER),)
    yield from pages(Register(f"{FOLDER}/matrix", MATRIX, (matrix(books),), above=above), printer)
    for common in books.scope.commons:
        title = Wording(f"{common.id} {common.title}", f"{common.id} {common.title}")
        table = rectification_list(books, common.id)
        yield from pages(Register(_folder(common.id), title, (table,), above=above), printer)


def common_addresses(books: Books) -> Iterator[tuple[Ref, str]]:
    """Yield the page of each common problem of the term."""
    yield from ((Ref("common", one.id), f"{_folder(one.id)}/index.md") for one in books.scope.commons)


def _folder(common: str) -> str:
    return f"{FOLDER}/{common.lower()}"


def _of_unit(books: Books, unit: str, commons: list[str], asked: dict[str, Answer]) -> tuple[Cell, ...]:
    cells = (_state(asked[common]) if common in asked else None for common in commons)
    return (books.unit(unit), *_counts(asked.values()), *cells)


def _state(one: Answer) -> Cell:
    if one.check is None:
        return one.state
    tally = f"{one.rectified}/{one.check.found or 0}"
    zh, en = one.state.words
    zh, en = (f"{zh} {tally}（迟报）", f"{en} {tally} (late)") if one.late else (f"{zh} {tally}", f"{en} {tally}")
    return State(LATE if one.late else one.state.mark, Wording(zh, en))


def _counts(asked: Iterable[Answer]) -> tuple[int, ...]:
    """Return how many were asked, handed in and are late, and what was found and rectified."""
    every = list(asked)
    handed_in = [one.check for one in every if one.check is not None]
    return (
        len(every),
        len(handed_in),
        sum(one.late for one in every),
        sum(check.found or 0 for check in handed_in),
        sum(one.rectified for one in every),
    )


def _summed(column: Iterable[Answer]) -> Cell:
    every = list(column)
    done = sum(one.state is COMPLETED for one in every)
    mark = OK if done == len(every) else LATE if any(one.late and one.check is None for one in every) else OPEN
    return State(mark, Wording(f"已完成 {done}/{len(every)}", f"completed {done}/{len(every)}"))
