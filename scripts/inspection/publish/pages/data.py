"""The page of the open data, and the dictionary of its tables."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from inspection.labels import Labels, Wording
from inspection.publish.data.package import FORMATS, Written
from inspection.publish.data.shapes import Column, Shape
from inspection.publish.data.tables import SHAPES
from inspection.publish.pages.given import Given, Made
from inspection.publish.tallies import grouped
from inspection.publish.words import amount

TYPES = {
    "string": Wording("文字", "Text"),
    "boolean": Wording("是否（true、false）", "true or false"),
    "integer": Wording("整数", "Whole number"),
    "number": Wording("数", "Number"),
    "date": Wording("日期（YYYY-MM-DD）", "Day, YYYY-MM-DD"),
    "yearmonth": Wording("月份（YYYY-MM）", "Month, YYYY-MM"),
}
"""What the types of columns are called."""


class _Download(NamedTuple):
    """One file: its format as people say it, its name, its size in words, and its sum."""

    format: str
    name: str
    form: str
    size: str
    sha256: str


class _Field(NamedTuple):
    """One column, printed."""

    name: str
    title: Wording
    type: Wording
    help: Wording
    codes: str
    optional: bool


def pages(given: Given) -> Iterator[Made]:
    """Yield the page with what can be downloaded, and the page that says what every column means."""
    downloads = {table: [*map(_download, files)] for table, files in _by_table(given.files).items()}
    tables = [(shape, downloads.get(shape.name, [])) for shape in SHAPES]
    yield "data/index.md", "data.md", {**given.stamp, "tables": tables}
    described = [(shape, _fields(shape, given.labels)) for shape in SHAPES]
    yield "data/dictionary/index.md", "dictionary.md", {"tables": described}


def _by_table(files: tuple[Written, ...]) -> Mapping[str, list[Written]]:
    return grouped(files, lambda one: one.table)


def _download(file: Written) -> _Download:
    size = f"{amount(Decimal(-(-file.size // 1024)))} KB"
    return _Download(FORMATS[file.format].name, file.name, file.format, size, file.sha256)


def _fields(shape: Shape, labels: Labels) -> list[_Field]:
    return [_field(column, labels) for column in shape.columns]


def _field(column: Column, labels: Labels) -> _Field:
    title, codes = column.titled(labels), column.vocabulary(labels)
    return _Field(column.name, title, TYPES[column.type], column.help, codes, column.optional)
