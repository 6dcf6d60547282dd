"""What a mutation is."""

from collections.abc import Callable
from typing import NamedTuple

from tests.mutations.town import Changes, Town


class Mutation(NamedTuple):
    """One way to break the demonstration ledger.

    Attributes:
        code: The rule that must find it.
        what: What is done to the ledger.
        make: Finds a suitable record by its facts and returns the files as broken.
        companions: Other rules that rightly find the same fact, each by another of its sides.
        elsewhere: Where the finding stands when it is not in a file that was changed: how its path begins.
    """

    code: str
    what: str
    make: Callable[[Town], Changes]
    companions: tuple[str, ...] = ()
    elsewhere: str = ""
