"""Where findings stand: line and column, looked up when they are printed, once for each content of a file."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

import msgspec

from inspection.finding import Finding, Mark
from inspection.read.cache import Cache
from inspection.read.files import Source
from inspection.workers import shared_out, shares

_WORTH_SHARING = 50
"""Findings from which it pays to look into them side by side."""
_AT_ONCE = 25
"""Findings one process takes at once."""


class Places:
    """Looks up where findings stand.

    Args:
        source: Where the findings come from.
        contents: Git's name of each file's content; what stands where in a content stays true.
        cache: What was looked up before.
    """

    def __init__(
        self, source: Source, contents: Mapping[str, str] = MappingProxyType({}), cache: Cache | None = None
    ) -> None:
        """Look up nothing yet."""
        self._source = source
        self._contents = contents
        self._cache = cache

    def of(self, finding: Finding) -> Mark:
        """Return line and column of a finding: its own mark, else that of the value it points at.

        `SCH03` points at a key. Where nothing stands at the pointer it is the nearest part of it.
        """
        return self.of_all([finding])[0]

    def of_all(self, findings: Sequence[Finding]) -> list[Mark]:
        """Return the places of many findings, looked up side by side where they stand in many files."""
        marks: dict[int, Mark] = {}
        for place, finding in enumerate(findings):
            known = self._cache.recall(self._name(finding)) if self._cache is not None else None
            if finding.mark is not None:
                marks[place] = finding.mark
            elif known is not None:
                marks[place] = _MARK.decode(known)
        left = sorted((place for place in range(len(findings)) if place not in marks), key=lambda at: findings[at].path)
        processes = shares(len(left), _WORTH_SHARING) if self._source.shareable else 1
        batches = [left[first : first + _AT_ONCE] for first in range(0, len(left), _AT_ONCE)]
        told = shared_out(batches, lambda batch: self._told(findings, batch), processes)
        for batch, done in zip(batches, told, strict=True):
            for place, mark in zip(batch, _MARKS.decode(done), strict=True):
                marks[place] = mark
                if self._cache is not None and self._contents.get(findings[place].path):
                    self._cache.keep(self._name(findings[place]), msgspec.msgpack.encode(mark))
        return [marks[place] for place in range(len(findings))]

    def _told(self, findings: Sequence[Finding], batch: Sequence[int]) -> bytes:
        marks: list[Mark] = []
        for path, places in groupby(batch, key=lambda place: findings[place].path):
            marks += _in_file(self._source.read(path), [findings[place] for place in places])
        return msgspec.msgpack.encode(marks)

    def _name(self, finding: Finding) -> str:
        sort = "key" if finding.code == "SCH03" else "value"
        return f"{sort} at {finding.pointer} in {self._contents.get(finding.path, '')}"


def _in_file(data: bytes, findings: Sequence[Finding]) -> list[Mark]:
    """Return the places of findings in one file, which is read no further than they stand."""
    from inspection.read.document import positions

    found = positions(data, {finding.pointer for finding in findings})
    return [found.of(finding.pointer, key=finding.code == "SCH03") for finding in findings]


_MARK = msgspec.msgpack.Decoder(Mark)
_MARKS = msgspec.msgpack.Decoder(list[Mark])
