"""What the ledger cites of the archive, held against the files that are there: missing, changed, never cited.

The files themselves are never in the ledger; it keeps their SHA-256. A file is known by its content, whatever it is
called. One that is called like a piece of evidence and holds something else is a changed one.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from inspection.model.ledger import Ledger
from inspection.model.record import Evidence


class Cited(NamedTuple):
    """A document the ledger names.

    Attributes:
        name: `R13-05-0137/1/E1`, `C13-03/gushan-community/E1`, or `R13-05/gushan-community/feedback`.
        title: What it is called, or its number.
        path: The record that cites it.
        sha256: 64 hexadecimal digits, nothing where the record does not pin it.
        kept_at: Where the record says it is kept.
    """

    name: str
    title: str
    path: str
    sha256: str | None
    kept_at: str | None = None


class Compared(NamedTuple):
    """An archive held against a ledger.

    Attributes:
        kept: Cited, and there.
        missing: Cited, and no file holds it.
        changed: Cited, and the file called like it holds something else: with that file's path.
        unpinned: Cited without a SHA-256, so that no file can be held against it.
        uncited: Paths of the files nobody cites.
    """

    kept: tuple[Cited, ...]
    missing: tuple[Cited, ...]
    changed: tuple[tuple[Cited, str], ...]
    unpinned: tuple[Cited, ...]
    uncited: tuple[str, ...]


def cited(ledger: Ledger) -> Iterator[Cited]:
    """Yield every document the ledger cites: evidence of items and of self-checks, and the signed feedback papers."""
    for problem, _, item in ledger.items():
        yield from _evidence(f"{problem.id}/{item.id}", problem.path, item.evidence)
    for check in ledger.self_checks.values():
        yield from _evidence(f"{check.common}/{check.unit}", check.path, check.evidence)
    for one in ledger.inspections.values():
        paper = one.feedback.paper if one.feedback is not None else None
        if paper is not None:
            yield Cited(f"{one.round}/{one.unit}/feedback", paper.number, one.path, paper.sha256)


def _evidence(owner: str, path: str, evidence: Iterable[Evidence]) -> Iterator[Cited]:
    for one in evidence:
        yield Cited(f"{owner}/{one.id}", one.title, path, one.sha256, one.kept_at)


def compared(documents: Iterable[Cited], files: Mapping[str, str]) -> Compared:
    """Return what of the documents is in an archive and what is not.

    Args:
        documents: What the ledger cites.
        files: The SHA-256 of each file by its path within the archive.
    """
    documents = list(documents)
    held = set(files.values())
    pinned = [one for one in documents if one.sha256 is not None]
    wanted = {one.sha256 for one in pinned}
    strangers = {path: _words(path) for path, digest in files.items() if digest not in wanted}
    absent = [one for one in pinned if one.sha256 not in held]
    changed = [(one, path) for one in absent if (path := _called_like(one, strangers)) is not None]
    found, taken = {one.name for one, _ in changed}, {path for _, path in changed}
    return Compared(
        kept=tuple(one for one in pinned if one.sha256 in held),
        missing=tuple(one for one in absent if one.name not in found),
        changed=tuple(changed),
        unpinned=tuple(one for one in documents if one.sha256 is None),
        uncited=tuple(path for path in strangers if path not in taken),
    )


def _called_like(document: Cited, files: Mapping[str, str]) -> str | None:
    """Return the first file whose path holds the document's name, its parts joined by whatever is not a letter."""
    name = f"-{_words(document.name)}-"
    return next((path for path, words in files.items() if name in f"-{words}-"), None)


def _words(text: str) -> str:
    return re.sub(r"[^0-9a-z]+", "-", text.lower()).strip("-")
