"""What a mutation is."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from tests.mutations.town import Changes, Town


class Mutation(NamedTuple):
    """One way to break the demonstration ledger.

    Attributes:
        code: The rule that must find it.
        what: What is done to the ledger.
        make: Finds a suitable record by its facts and returns the files as broken.
        companions: Other rules that rightly find the same fact, each by another of its sides.
        known: What the rules are told besides the ledger and the day: the base, or what Git knows of facts.
        elsewhere: Where the finding stands when it is not in a file that was changed: how its path begins.
    """

    code: str
    what: str
    make: Callable[[Town], Changes]
    companions: tuple[str, ...] = ()
    elsewhere: str = ""
    known: Callable[[Town], Mapping[str, object]] = lambda _: {}
