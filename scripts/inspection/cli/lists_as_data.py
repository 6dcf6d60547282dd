"""The office's lists for programs: CSV, JSON and Parquet."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from inspection.labels import Wording
from inspection.office.spreadsheet.columns import Form
from inspection.office.spreadsheet.filled import Filled
from inspection.publish.data.parquet import write_parquet
from inspection.publish.data.shapes import Column, Shape, Table, Type
from inspection.publish.data.texts import csv_bytes, json_bytes

_TYPES: dict[Form, Type] = {Form.DAY: "date", Form.YUAN: "number", Form.NUMBER: "integer"}
Content = bytes | Callable[[Path], None]


def data_files(lists: tuple[Filled, ...], form: str) -> Iterator[tuple[str, Content]]:
    """Yield a file for each list: its name and its content. CSV has the headings people read, Parquet the keys."""
    for one in lists:
        name = f"{one.listing.title.zh}.{form}" if form == "csv" else f"{one.listing.key}.{form}"
        table = _table(one, words=form == "csv")
        yield name, csv_bytes(table) if form == "csv" else partial(write_parquet, table)


def json_document(lists: tuple[Filled, ...]) -> bytes:
    """Return every list as one JSON object."""
    parts = [f'"{one.listing.key}": '.encode() + json_bytes(_table(one, words=False)).strip() for one in lists]
    return b"{\n" + b",\n".join(parts) + b"\n}\n"


def _table(one: Filled, *, words: bool) -> Table:
    columns = tuple(
        Column(
            name=column.head.zh if words else column.key,
            type=_TYPES.get(column.form, "string"),
            help=column.help,
            title=column.head,
            optional=True,
        )
        for column in one.listing.columns
    )
    shape = Shape(one.listing.key, one.listing.title, Wording("", ""), columns, ())
    return Table(shape, one.rows)
