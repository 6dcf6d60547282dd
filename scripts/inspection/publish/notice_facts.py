"""What a notice says beside the words of its problems, counted over these problems alone."""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from inspection.publish.view import PublicItem, PublicProblem

VERIFIED = frozenset({"agree", "close"})
"""The steps by which somebody else than the responsible unit says that something is done."""


class Organized(Struct, frozen=True, kw_only=True):
    """How rectification was organized.

    Attributes:
        items: Rectification items, by kind in `kinds`.
        first_due: The month of the earliest first deadline, `YYYY-MM`; `last_due` that of the latest.
        verified: How often somebody verified, by body in `bodies` and by way in `ways`, the most frequent first.
        latest: The month of the last step that is told.
    """

    items: int
    kinds: Mapping[str, int]
    first_due: str | None
    last_due: str | None
    verified: int
    bodies: Mapping[str, int]
    ways: Mapping[str, int]
    latest: str | None


class Lasting(Struct, frozen=True, kw_only=True):
    """A long-term item: when it was turned into one, and on whose word."""

    problem: PublicProblem
    item: PublicItem
    month: str | None
    by: str | None


def organized(problems: Sequence[PublicProblem]) -> Organized:
    """Return how the rectification of a notice's problems was organized."""
    items = [item for problem in problems for item in problem.items]
    moves = [move for item in items for move in item.moves]
    verified = [move for move in moves if move.action in VERIFIED]
    dues = sorted(item.due for item in items)
    return Organized(
        items=len(items),
        kinds=_ranked(Counter(item.kind for item in items)),
        first_due=dues[0] if dues else None,
        last_due=dues[-1] if dues else None,
        verified=len(verified),
        bodies=_ranked(Counter(move.by for move in verified)),
        ways=_ranked(Counter(move.how for move in verified if move.how is not None)),
        latest=max((move.month for move in moves), default=None),
    )


def lasting(problems: Sequence[PublicProblem]) -> list[Lasting]:
    """Return the long-term items of a notice, in its order."""
    found: list[Lasting] = []
    for problem in problems:
        for item in problem.items:
            if item.status == "long_term":
                turned = [move for move in item.moves if move.action == "sustain"]
                last = turned[-1] if turned else None
                month, by = (last.month, last.by) if last is not None else (None, None)
                found.append(Lasting(problem=problem, item=item, month=month, by=by))
    return found


def _ranked(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda one: (-one[1], one[0])))
