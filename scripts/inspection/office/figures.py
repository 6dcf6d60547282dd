"""Every figure on one page: its value, n and N, how it is counted, what is not in it, and its name."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from inspection.derive.figures.catalogue_coverage import COVERAGE
from inspection.derive.figures.catalogue_problems import PROBLEMS
from inspection.derive.figures.catalogue_results import RESULTS
from inspection.derive.figures.catalogue_row import Row
from inspection.derive.figures.catalogue_supervision import PEOPLE, SUPERVISION
from inspection.derive.figures.catalogue_work import WORK
from inspection.derive.statistics import FIGURES
from inspection.labels import Wording
from inspection.office.books import Books, own
from inspection.office.cells import Cell, Table, same
from inspection.office.figure_rows import flat, name_of, said_of, value_of
from inspection.office.page import Page
from inspection.office.printing import Printer
from inspection.office.registers import Register, pages

FOLDER = "registers/figures"
TITLE = Wording("全部指标", "All figures")

CHAPTERS: tuple[tuple[str, Wording, Sequence[Row]], ...] = (
    ("coverage", Wording("名册、覆盖和轮次", "Register, coverage and rounds"), COVERAGE),
    ("problems", Wording("问题和整改事项", "Problems and items"), PROBLEMS),
    ("work", Wording("环节和工作", "Stages and work"), WORK),
    ("supervision", Wording("督查、共性问题和函件", "Visits, common problems and letters"), SUPERVISION),
    ("results", Wording("成效", "Results"), RESULTS),
    ("people", Wording("人员和例外", "People and departures"), PEOPLE),
)

_COLUMNS = (
    own("figure", "指标", "Figure"),
    own("value", "数值", "Value", number=True),
    own("n", "n", "n", number=True),
    own("of", "N", "N", number=True),
    own("formula", "算法", "Formula"),
    own("without", "不含", "Not in it"),
    own("key", "名称", "Key"),
)
_LEAD = Wording(
    "与 inspection statistics 相同。某个数字由哪些记录得来：inspection statistics --explain 名称。",
    "As `inspection statistics` tells them; `inspection statistics --explain KEY` lists the records behind each.",
)


def chapters(books: Books) -> Iterator[Table]:
    """Yield every figure of the day, a table a chapter."""
    for key, title, said in CHAPTERS:
        rows = [row for one in said if one.key in FIGURES for row in _rows(books, one.key)]
        yield Table(key, title, _COLUMNS, tuple(rows))


def _rows(books: Books, key: str) -> Iterator[tuple[Cell, ...]]:
    for path, value in flat(key, value_of(books, key)):
        said = said_of(path)
        n, of = _divided(books, path, said)
        shown: Cell = Decimal(value) if isinstance(value, str) else value if isinstance(value, int) else None
        shown = same(f"{value}%") if said.key.endswith("rate") and said.of and value is not None else shown
        formula = Wording(said.formula_zh, said.formula_en) if said.formula_zh else None
        without = Wording(said.without_zh, said.without_en) if said.without_zh else None
        yield name_of(books, path, whole=True), shown, n, of, formula, without, same(path)


def _divided(books: Books, path: str, said: Row) -> tuple[Cell, Cell]:
    """Return the n and the N of a rate; of everything else nothing."""
    if not said.of:
        return None, None
    beside = path.rpartition(".")[0]
    n, of = (value_of(books, key if "." in key else f"{beside}.{key}") for key in said.of)
    return (n if isinstance(n, int) else None), (of if isinstance(of, int) else None)


def figure_pages(books: Books, printer: Printer) -> Iterator[Page]:
    """Yield the page of every figure."""
    yield from pages(Register(FOLDER, TITLE, tuple(chapters(books)), (_LEAD,)), printer)
