"""Versions of a record, cut into runs of which each only adds lines to the one before: a run is read as one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from inspection.history.fact import Raw
from inspection.history.facts import found
from inspection.model.kinds import Kind
from inspection.read.layers import Came, Layers, NotLayeredError

Change = tuple[tuple[str, ...], str]
"""The contents a change took the place of, and the one it made; `""` where it made none."""


class Told(NamedTuple):
    """What a run tells.

    Attributes:
        data: What the last of its versions holds.
        came: When each part of that came, by the number of the version.
        facts: Its facts, by their content; each tells when it came.
    """

    data: Mapping[str, Any]
    came: Came
    facts: Mapping[bytes, Raw]

    def facts_at(self, number: int) -> dict[bytes, Raw]:
        """Return the facts one of its versions tells, by their content."""
        return {content: raw for content, raw in self.facts.items() if raw.came <= number}


class Run:
    """Contents of one record of which each took the place of the one before, and only added lines to it.

    Attributes:
        blobs: Their ids.
    """

    def __init__(self, blob: str, texts: Mapping[str, bytes]) -> None:
        """Begin with the first; `texts` has all there will be."""
        self.blobs = [blob]
        self._texts = texts
        self._layers = Layers(texts[blob])

    def goes_on(self, befores: Sequence[str], after: str) -> bool:
        """Take the next change, or return that it is none of the run."""
        if len(befores) != 1 or befores[0] != self.blobs[-1] or not self._layers.add(self._texts[after]):
            return False
        self.blobs.append(after)
        return True

    def told(self, kind: Kind) -> Told | None:
        """Return what it tells, or nothing where its versions must be read one by one."""
        try:
            data, came = self._layers.read()
            return Told(data, came, found(kind, data, came))
        except NotLayeredError:
            return None


def runs(changes: Iterable[Change], texts: Mapping[str, bytes]) -> Iterator[Run]:
    """Return the runs of two or more versions among the changes of one record.

    Args:
        changes: In their order.
        texts: All the contents.
    """
    return (run for run in _cut(changes, texts) if len(run.blobs) > 1)


def _cut(changes: Iterable[Change], texts: Mapping[str, bytes]) -> Iterator[Run]:
    run: Run | None = None
    for befores, after in changes:
        if not after or (run is not None and run.goes_on(befores, after)):
            continue
        if run is not None:
            yield run
        elsewhere = len(befores) == 1 and (run is None or befores[0] != run.blobs[-1])
        run = Run(befores[0], texts) if elsewhere else Run(after, texts)
        if elsewhere and not run.goes_on(befores, after):
            run = Run(after, texts)
    if run is not None:
        yield run
