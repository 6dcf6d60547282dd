"""Bytes to records: source, document, schema, loader."""

from pathlib import Path

from inspection.read.loader import Loaded, load
from inspection.read.places import Places
from inspection.read.schema import Schemas
from inspection.read.source import File, Revision, Source, WorkingTree, locate, locate_around

__all__ = [
    "File",
    "Loaded",
    "Places",
    "Revision",
    "Schemas",
    "Source",
    "WorkingTree",
    "load",
    "load_ledger",
    "locate",
    "locate_around",
    "source_at",
]


def source_at(path: Path, rev: str | None = None) -> Source:
    """Return the ledger at a place, on disk or at a revision.

    Args:
        path: The `ledger/` folder, or the folder that holds it.
        rev: Whatever Git takes; nothing for the files on disk.

    Raises:
        CannotRunError: There is no ledger, no repository, or no such revision.
    """
    folder = locate(path)
    return WorkingTree(folder) if rev is None else Revision(folder, rev)


def load_ledger(path: Path, schemas: Schemas, rev: str | None = None) -> Loaded:
    """Read the ledger at a place; see `source_at` and `load`."""
    return load(source_at(path, rev), schemas)
