"""The lines findings point at, for a terminal."""

import re
from collections.abc import Iterable

from inspection.read.source import Source
from inspection.report.located import Located

PRIVATE = "PRV"
_BREAK = re.compile(r"\r\n|\n|\r")


class Excerpts:
    """Looks up lines, reading each file anew and keeping the last one.

    A line with a finding of the family `PRV` is never given, whatever else is found in it: what must not be in the
    ledger must not be on a screen that is shared or photographed either.
    """

    def __init__(self, source: Source, found: Iterable[Located]) -> None:
        """Keep the source, and which lines are private: `found` is everything found, shown or not."""
        self._source = source
        self._private = {(one.finding.path, one.mark.line) for one in found if one.finding.code.startswith(PRIVATE)}
        self._path = ""
        self._lines: list[str] = []

    def of(self, one: Located) -> str | None:
        """Return the line a finding points at, or nothing where it is private or there is none."""
        path, line = one.finding.path, one.mark.line
        if (path, line) in self._private or one.finding.code.startswith(PRIVATE):
            return None
        if path != self._path:
            self._path, self._lines = path, _lines(self._source, path)
        return self._lines[line - 1] if line <= len(self._lines) else None


def _lines(source: Source, path: str) -> list[str]:
    return _BREAK.split(source.read(path).decode("utf-8", "replace").removeprefix("\ufeff"))
