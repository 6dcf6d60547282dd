"""Whoever misspells a key is told, at its line; whichever key it is."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from inspection.finding import Finding, Severity
from inspection.labelling import SCHEMAS
from inspection.model.kinds import kind_at
from inspection.read.document import positions
from inspection.read.files import File, content_id
from inspection.read.loader import load
from inspection.read.parsing import parse
from inspection.read.places import Places
from inspection.read.schema import Schemas
from inspection.read.source import WorkingTree
from inspection.rules.framework import Context
from inspection.rules.judge import judge

BASE = Path(__file__).parent / "base" / "ledger"
FILES = sorted(path.relative_to(BASE).as_posix() for path in BASE.rglob("*.yaml"))
TODAY = date(2024, 12, 31)


@pytest.fixture(scope="module")
def schemas() -> Schemas:
    return Schemas.in_folder(SCHEMAS)


def misspelt(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield the file with each key in turn misspelt: its line, the key, the text."""
    lines = text.splitlines(keepends=True)
    for mark in positions(text.encode()).keys.values():
        line = lines[mark.line - 1]
        start = mark.column - 1
        end = line.index(":", start)
        key = line[start:end].strip("\"'")
        slip = line[:start] + line[start:end].replace(key, key + "x") + line[end:]
        yield mark.line, key, "".join([*lines[: mark.line - 1], slip, *lines[mark.line :]])


def judged(ledger: Path, schemas: Schemas) -> Iterator[tuple[Finding, int]]:
    source = WorkingTree(ledger)
    loaded, places = load(source, schemas), Places(source)
    yield from ((one, places.of(one).line) for one in loaded.findings)
    if loaded.ledger.district is not None and loaded.ledger.policies:
        for one in judge(Context(loaded.ledger, TODAY, broken=loaded.broken)):
            yield one, places.of(one).line


@pytest.mark.parametrize("path", FILES)
def test_a_misspelt_key_is_an_error_at_its_line(path: str, schemas: Schemas, tmp_path: Path) -> None:
    kind = kind_at(path)
    assert kind is not None
    ledger = tmp_path / "ledger"
    shutil.copytree(BASE, ledger)
    for line, key, text in misspelt((BASE / path).read_text(encoding="utf-8")):
        data = text.encode()
        parsed = parse(data).data
        if parsed is None or schemas.validate(kind[0].name, parsed):
            source = _One(path, data)
            places = Places(source)
            found = [places.of(one).line for one in load(source, schemas).findings]
        else:
            (ledger / path).write_bytes(data)
            errors = (pair for pair in judged(ledger, schemas) if pair[0].severity is Severity.ERROR)
            found = [at for one, at in errors if one.path == path]
        assert line in found, f"{path}:{line} {key}"


class _One:
    """A source of a single file."""

    shareable = True

    def __init__(self, path: str, data: bytes) -> None:
        self._path = path
        self._data = data

    def files(self) -> Iterator[File]:
        yield File(self._path, content_id(self._data), self._data)

    def opened(self, file: File) -> File:
        return file

    def read(self, _path: str) -> bytes:
        return self._data
