"""What the public may know of the district as a whole: counts, of which no record can be told."""

from datetime import date
from decimal import Decimal

from msgspec import Struct


class PublicFigure(Struct, frozen=True, kw_only=True):
    """One figure of the district, with the counts it is made of.

    Attributes:
        key: Its name in the catalogue of figures, codes of a split filled in, such as `units.by_kind.village`.
        n: The count or the sum, of a mean how many units it is over; nothing when it may not be shown.
        of: The denominator of a rate.
        mean: The mean, where the figure is one.
        low: Of a rate from a lot the lower end of its 95 % interval (Wilson), in per cent; `high` the upper.
        yuan: Whether `n` is money.
        until: Of a sum the month, `YYYY-MM`, to the end of which it is told; nothing where it is told of the day.
    """

    key: str
    n: Decimal | None = None
    of: Decimal | None = None
    mean: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    yuan: bool = False
    until: str | None = None


class PublicHalfYear(Struct, frozen=True, kw_only=True):
    """One sum over a half-year that is over: cases, sanctions and the like are shown in no other way.

    Attributes:
        half: Such as `2024-1` for January to June.
        key: `clues`, `filed`, `sanctioned`, `accountable`, `eliminated` or `self_check_cases`.
        counts: By what is counted; empty when a count is too small to be shown.
    """

    half: str
    key: str
    counts: dict[str, int] = {}


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
