"""A record as it stood before it was finished."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from inspection.demo.history.dated import Pointer
from inspection.demo.places import Record


class Growth:
    """A record in the making: every state it went through can be asked for.

    Args:
        record: The finished record.
        before: What stood in the place of a part before that part became known.
    """

    def __init__(self, record: Record, before: Mapping[Pointer, object]) -> None:
        """Know of no step yet."""
        self._record = record
        self._before = before
        self._steps: dict[Pointer, int] = {}

    def step(self, pointer: Pointer, number: int) -> None:
        """Let a part become known with a step; a part never named became known with what holds it."""
        self._steps[pointer] = number

    def at(self, now: int) -> Record:
        """Return the record as it stood after a step."""
        known: Record = self._grown(self._record, (), now)
        return known

    def _grown(self, value: Any, pointer: Pointer, now: int) -> Any:
        if isinstance(value, dict):
            inner = {key: self._grown(each, here, now) for key, each, here in self._rows(value.items(), pointer, now)}
            return {key: each for key, each in inner.items() if (each != [] and each != {}) or not value[key]}
        if isinstance(value, list):
            return [self._grown(each, here, now) for _, each, here in self._rows(enumerate(value), pointer, now)]
        return value

    def _rows(self, rows: Iterable[tuple[Any, Any]], pointer: Pointer, now: int) -> Iterator[tuple[Any, Any, Pointer]]:
        for key, value in rows:
            here = (*pointer, key)
            if self._steps.get(here, 0) <= now:
                yield key, value, here
            elif here in self._before:
                yield key, self._before[here], here
