"""What people here call units, bodies and codes: the words messages are made of."""

from collections.abc import Callable, Iterable
from datetime import date

from inspection.derive.bodies import BODIES, called
from inspection.derive.policies import policy_on
from inspection.finding import Words
from inspection.model.ledger import Ledger
from inspection.model.record import Body

Named = Callable[[str], Words | None]


def unnamed(_code: str) -> None:
    """Know the name of no code."""


class Speech:
    """The words of a ledger on a day.

    Args:
        head: The ledger: its units, and the district's own words for codes in its policies.
        today: The day.
        named: Says what people call a category code, if it knows.
    """

    def __init__(self, head: Ledger, today: date, named: Named) -> None:
        """Keep where the words are looked up."""
        self.head = head
        self.today = today
        self.named = named

    def category(self, code: str) -> Words:
        """Return what people call a category, or the code itself."""
        return self.word(code, self.named(code) or Words(code, code))

    def word(self, code: str, said: Words) -> Words:
        """Return the district's own words for a code, as the policy in force has them, else `said`."""
        own = policy_on(self.head, self.today).labels.get(code) if self.head.policies else None
        return said if own is None else Words(own.zh, own.en or said.en)

    def called(self, body: Body) -> Words:
        """Return what people call a body: the word of its role, else the name of the unit and its id."""
        said = Words(*called(self.head, body))
        return self.word(body, said) if body in BODIES else said

    def called_all(self, bodies: Iterable[Body]) -> Words:
        """Return what people call several bodies."""
        each = [self.called(body) for body in bodies]
        return Words("、".join(one.zh for one in each), ", ".join(one.en for one in each))
