"""The tables of the open data as files; one that holds what it held in the last run is not written again."""

import os
from collections.abc import Callable, Mapping
from functools import partial
from hashlib import blake2b, sha256
from pathlib import Path

import msgspec

from inspection.history.memory import Memory
from inspection.labels import Labels
from inspection.publish.data.package import Written, package
from inspection.publish.data.shapes import Table
from inspection.publish.data.tables import tables
from inspection.publish.data.texts import csv_bytes, json_bytes
from inspection.publish.view import PublicView
from inspection.workers import cores, shared_out


class _Known(msgspec.Struct):
    """A table as it was written: a digest of what it holds, and its files in the order of the formats."""

    digest: bytes
    files: tuple[Written, ...]


class _Kept(msgspec.Struct):
    """The tables of the last run by their names."""

    tables: dict[str, _Known]


def open_data_beside(
    view: PublicView, labels: Labels, folder: Path, old: Path, memory: Path | None = None
) -> Callable[[], tuple[Written, ...]]:
    """Begin to write every public table in every format, on other cores; return what waits for them.

    Args:
        view: The public view.
        labels: Titles and codes of the ledger's fields.
        folder: Where the files belong; it is there.
        old: Where those of the last run lie. The files of a table that has not changed are moved from there.
        memory: The folder in which it is remembered what they hold.

    Returns:
        What describes the files when all are there, and returns what was written of the tables, in their order.
    """
    made = tables(view, labels)
    longest_first = sorted(made, key=lambda one: len(one.rows), reverse=True)
    kept = Memory(memory, "data") if memory is not None else None
    before = kept.recall(_Kept) if kept is not None else None
    in_place = partial(_in_place, folder, old, before.tables if before is not None else {})
    told = shared_out(longest_first, in_place, cores(), apart=True)

    def all_written() -> tuple[Written, ...]:
        read = (msgspec.msgpack.decode(one, type=_Known) for one in told)
        known = {table.name: one for table, one in zip(longest_first, read, strict=True)}
        files = tuple(file for table in made for file in known[table.name].files)
        (folder / "datapackage.json").write_bytes(package(view, made, files, labels))
        if kept is not None:
            kept.keep(_Kept(known))
        return files

    return all_written


def _in_place(folder: Path, old: Path, known: Mapping[str, _Known], table: Table) -> bytes:
    """Put the files of a table where they belong, written only if they do not lie among the old; return it, packed."""
    digest = blake2b(msgspec.msgpack.encode(table), digest_size=16).digest()
    before = known.get(table.name)
    if before is None or before.digest != digest or not all(_lies_in(old, file) for file in before.files):
        return msgspec.msgpack.encode(_Known(digest, _written(folder, table)))
    for file in before.files:
        os.replace(old / file.name, folder / file.name)
    return msgspec.msgpack.encode(before)


def _lies_in(folder: Path, file: Written) -> bool:
    """Return whether a folder holds a file just as it was written."""
    try:
        return sha256((folder / file.name).read_bytes()).hexdigest() == file.sha256
    except OSError:
        return False


def _written(folder: Path, table: Table) -> tuple[Written, ...]:
    """Write one table; return its files in the order of the formats."""
    from inspection.publish.data.parquet import write_parquet

    for ending, content in (("csv", csv_bytes(table)), ("json", json_bytes(table))):
        (folder / f"{table.name}.{ending}").write_bytes(content)
    write_parquet(table, folder / f"{table.name}.parquet")
    read = [(ending, (folder / f"{table.name}.{ending}").read_bytes()) for ending in ("csv", "json", "parquet")]
    return tuple(Written(table.name, ending, len(content), sha256(content).hexdigest()) for ending, content in read)
