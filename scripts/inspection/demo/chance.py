"""Chance that is the same everywhere: a seed and a name give the same draws on every machine and Python."""

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """Draws that depend on the seed and the name only.

    Built on `random.Random.random` alone, whose numbers Python promises not to change.
    """

    __slots__ = ("_next",)

    def __init__(self, seed: int, name: str) -> None:
        """Seed the draws with the seed and the name of what they are for."""
        self._next = random.Random(f"{seed}/{name}").random

    def whole(self, least: int, most: int) -> int:
        """Return a whole number from `least` to `most`, both included."""
        return least + int(self._next() * (most - least + 1))

    def share(self, part: float) -> bool:
        """Return true in `part` of the cases, 0 to 1."""
        return self._next() < part

    def pick(self, options: Sequence[T]) -> T:
        """Return one of the options."""
        return options[int(self._next() * len(options))]

    def shuffled(self, options: Sequence[T]) -> list[T]:
        """Return the options in another order."""
        left = list(options)
        for last in range(len(left) - 1, 0, -1):
            other = int(self._next() * (last + 1))
            left[last], left[other] = left[other], left[last]
        return left

    def some(self, options: Sequence[T], count: int) -> list[T]:
        """Return `count` of the options (all, when there are fewer), in their own order."""
        drawn = sorted(self.shuffled(range(len(options)))[:count])
        return [options[index] for index in drawn]

    def hexadecimal(self, digits: int) -> str:
        """Return that many hexadecimal digits."""
        return "".join("0123456789abcdef"[int(self._next() * 16)] for _ in range(digits))
