"""The term, and how the district stood earlier in it, as the public may know them."""

from datetime import date
from decimal import Decimal

from msgspec import Struct


class PublicEarlier(Struct, frozen=True, kw_only=True):
    """How many problems the district had to rectify on an earlier day, how many were closed, how many overdue."""

    day: date
    total: int
    closed: int
    overdue: int


class PublicMonth(Struct, frozen=True, kw_only=True):
    """A count at the end of a month, `YYYY-MM`, or on the day where its month is not over."""

    month: str
    n: int


class PublicTerm(Struct, frozen=True, kw_only=True):
    """The term that contains the day, after the last one's end the last.

    Attributes:
        target: The share of the coverage base to be inspected, 0 to 1.
        covered: The distinct units of the base that were inspected so far, at the end of each month in which rounds
            that reached further ones ended; the last is the figure `coverage`.
    """

    number: int
    began: date
    ends: date
    target: Decimal
    covered: tuple[PublicMonth, ...] = ()
