"""The files of the open data, written among the pages of the site."""

from hashlib import sha256
from pathlib import Path

from inspection.labels import Labels
from inspection.publish.data.package import FOLDER, Written, package
from inspection.publish.data.parquet import write_parquet
from inspection.publish.data.shapes import Table
from inspection.publish.data.tables import tables
from inspection.publish.data.texts import csv_bytes, json_bytes
from inspection.publish.view import PublicView


def write_open_data(view: PublicView, labels: Labels, pages: Path) -> tuple[Written, ...]:
    """Write every public table in every format, and what describes them; return what was written of the tables."""
    folder = pages / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    made = tables(view, labels)
    files = tuple(file for table in made for file in _written(table, folder))
    (folder / "datapackage.json").write_bytes(package(view, made, files, labels))
    return files


def _written(table: Table, folder: Path) -> list[Written]:
    """Write one table; return its files in the order of the formats."""
    for ending, content in (("csv", csv_bytes(table)), ("json", json_bytes(table))):
        (folder / f"{table.name}.{ending}").write_bytes(content)
    write_parquet(table, folder / f"{table.name}.parquet")
    read = [(ending, (folder / f"{table.name}.{ending}").read_bytes()) for ending in ("csv", "json", "parquet")]
    return [Written(table.name, ending, len(content), sha256(content).hexdigest()) for ending, content in read]
