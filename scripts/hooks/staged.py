"""Hold the staged files of a ledger to the privacy rules: what the pre-commit hook runs.

A record that can be read is looked at field by field; comments, and files that cannot be read, line by line. PRV05 and
PRV08 need more than one file and are left to `check`. Nothing that was found is printed.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from inspection.finding import Severity, Words
from inspection.labels import SCHEMAS
from inspection.model.kinds import kind_at
from inspection.read.document import positions
from inspection.read.files import File, content_id
from inspection.read.loader import load
from inspection.read.schema import Schemas
from inspection.rules.privacy.detect import BY_NAME, detected
from inspection.rules.privacy.scan import scan

WEIGHT = {Severity.ERROR: Words("错误", "error"), Severity.WARNING: Words("警告", "warning")}
UNSURE = frozenset({"PRV02L", "PRV06", "PRV07"})
"""What only warns where nobody knows who reads the line."""


class Staged(NamedTuple):
    """A file as it is staged: its path in the repository, and in the ledger it belongs to."""

    path: str
    place: str
    data: bytes


class Line(NamedTuple):
    """Something to tell: where, how much it weighs, which rule, what."""

    number: int
    severity: Severity
    code: str
    said: Words


class One:
    """A ledger of one file, as the loader reads it."""

    shareable = True

    def __init__(self, staged: Staged) -> None:
        """Keep the file."""
        self._staged = staged

    def files(self) -> Iterator[File]:
        """Yield the file."""
        yield File(self._staged.place, content_id(self._staged.data), self._staged.data)

    def opened(self, file: File) -> File:
        """Return the file, whose bytes are there already."""
        return file

    def read(self, path: str) -> bytes:
        """Return its bytes."""
        return self._staged.data if path == self._staged.place else b""


def staged() -> Iterator[Staged]:
    """Yield the staged files that have a place in a ledger, wherever the ledger lies in the repository."""
    listed = _git("diff", "--cached", "--name-only", "-z", "--diff-filter=ACMRT")
    for path in filter(None, listed.decode("utf-8", "surrogateescape").split("\0")):
        place = next((below for below in _below(path) if kind_at(below)), None)
        if place is not None:
            yield Staged(path, place, _git("cat-file", "blob", f":{path}"))


def told(one: Staged, schemas: Schemas) -> Iterator[Line]:
    """Yield what a staged file holds that must not be in a ledger."""
    loaded = load(One(one), schemas)
    places, known = positions(one.data), set[str]()
    for record in loaded.ledger.records():
        for each in scan(record):
            if each.name != "PRV08":
                known.add(each.name)
                yield Line(places.of(each.pointer).line, each.severity, each.name[:5], each.said)
    for number, line in enumerate(one.data.decode("utf-8", "replace").splitlines(), start=1):
        for name in sorted({name for name, _ in detected(line)} - known):
            if not (loaded.ledger.district is not None and name == "PRV02L"):
                what = BY_NAME[name].what
                said = Words(f"这一行有{what.zh}（内容不予显示）", f"the line holds {what.en} (not shown)")
                yield Line(number, Severity.WARNING if name in UNSURE else Severity.ERROR, name[:5], said)


def main() -> int:
    """Print what was found and return 1 where the commit must not be."""
    schemas = Schemas.in_folder(SCHEMAS)
    refused = False
    for one in staged():
        for line in sorted(told(one, schemas)):
            refused = refused or line.severity is Severity.ERROR
            for language in ("zh", "en"):
                weight, said = WEIGHT[line.severity].in_language(language), line.said.in_language(language)
                sys.stderr.write(f"{one.path}:{line.number}: {weight} {line.code} {said}\n")
    if refused:
        sys.stderr.write("没有提交：请先删去上面各处的内容。 Not committed: take these out first.\n")
    return 1 if refused else 0


def _below(path: str) -> Iterator[str]:
    parts = PurePosixPath(path).parts
    yield from ("/".join(parts[first:]) for first in range(len(parts)))


def _git(*arguments: str) -> bytes:
    return subprocess.run(["git", *arguments], check=True, capture_output=True).stdout


if __name__ == "__main__":
    sys.exit(main())
