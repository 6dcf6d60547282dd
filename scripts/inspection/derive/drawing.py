"""The draw: which closed items of a round are looked at again, by a lot that anybody can cast once more.

Each unit is a stratum. How many are drawn of each follows from the numbers alone; which ones, from the SHA-256 of the
seed and the item's id, so neither whoever draws nor whoever is drawn can choose.
"""

import hashlib
from collections.abc import Mapping, Sequence
from decimal import ROUND_CEILING, Decimal
from typing import NamedTuple

from inspection.derive.lives import Lives
from inspection.derive.policies import policy_on
from inspection.derive.status import Status
from inspection.model.rounds import Round


class Stratum(NamedTuple):
    """One unit: its closed items, and those drawn of them, as `R13-05-0137/1`."""

    unit: str
    closed: tuple[str, ...]
    drawn: tuple[str, ...]


class Draw(NamedTuple):
    """What was drawn.

    Attributes:
        round: The round.
        seed: The full id of a commit, 40 hexadecimal digits.
        share: The policy's share, 0 to 1.
        strata: The round's units with closed items, by id.
    """

    round: str
    seed: str
    share: Decimal
    strata: tuple[Stratum, ...]

    @property
    def closed(self) -> int:
        """How many closed items the draw was made from."""
        return sum(len(one.closed) for one in self.strata)

    @property
    def drawn(self) -> tuple[str, ...]:
        """The items drawn, by id."""
        return tuple(sorted(item for one in self.strata for item in one.drawn))


def draw(lives: Lives, round_: Round, seed: str) -> Draw:
    """Draw from the items of a round that are closed.

    The number is the policy's share of them, rounded up. Each unit gets its part of it rounded down, and the units with
    the largest remainders one more; where remainders are equal, those whose unit comes first in the order of the lot.

    Args:
        lives: The items' lives on the day of the draw.
        round_: The round; the policy is that of its last day on site.
        seed: The full id of a commit.

    Raises:
        LookupError: The ledger has no policy.
    """
    closed: dict[str, list[str]] = {}
    for problem in lives.ledger.problems.values():
        if problem.round == round_.id:
            for item, life in lives.of_problem(problem):
                if life.status is Status.CLOSED:
                    closed.setdefault(problem.unit, []).append(f"{problem.id}/{item.id}")
    share = policy_on(lives.ledger, round_.onsite.to).sample
    sizes = _sizes({unit: len(items) for unit, items in closed.items()}, share, seed)
    strata = tuple(
        Stratum(unit, tuple(closed[unit]), _first(closed[unit], sizes[unit], seed)) for unit in sorted(closed)
    )
    return Draw(round_.id, seed, share, strata)


def lot(seed: str, name: str) -> str:
    """Return the lot of an item or a unit: the SHA-256 of `<seed> <name>` in hexadecimal; the smallest are drawn."""
    return hashlib.sha256(f"{seed} {name}".encode()).hexdigest()


def _first(items: Sequence[str], size: int, seed: str) -> tuple[str, ...]:
    return tuple(sorted(sorted(items, key=lambda item: lot(seed, item))[:size]))


def _sizes(closed: Mapping[str, int], share: Decimal, seed: str) -> dict[str, int]:
    """Return how many are drawn of each unit."""
    whole = int((share * sum(closed.values())).to_integral_value(ROUND_CEILING))
    parts = {unit: share * count for unit, count in closed.items()}
    sizes = {unit: int(part) for unit, part in parts.items()}
    left = whole - sum(sizes.values())
    for unit in sorted(parts, key=lambda unit: (sizes[unit] - parts[unit], lot(seed, unit)))[:left]:
        sizes[unit] += 1
    return sizes
