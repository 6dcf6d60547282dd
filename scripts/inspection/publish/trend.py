"""Whether it is getting better: the district now beside itself half a year before."""

from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

from inspection.labels import Wording
from inspection.publish.view import PublicEarlier
from inspection.publish.words import Words, share

RATE = (
    Wording("完成率上升 {n} 个百分点", "the share completed rose by {n} percentage points"),
    Wording("完成率下降 {n} 个百分点", "the share completed fell by {n} percentage points"),
    Wording("完成率不变", "the share completed is the same"),
)
LATE = (
    Wording("逾期问题增加 {n} 个", "{n} more are overdue"),
    Wording("逾期问题减少 {n} 个", "{n} fewer are overdue"),
    Wording("逾期问题数不变", "as many are overdue"),
)
"""What is said of more, of less and of the same."""


class Fact(Struct, frozen=True, kw_only=True):
    """One comparison in words, and whether it is `better`, `worse` or `same`."""

    said: str
    mark: str


class Trend(Struct, frozen=True, kw_only=True):
    """What changed since an earlier month's end, and what stood there.

    Attributes:
        month: The month, `YYYY-MM`.
        total: How many problems were to be rectified then.
        facts: The share completed, then the overdue problems.
        then: The earlier counts, by the key of the figure they are compared with.
    """

    month: str
    total: int
    facts: tuple[Fact, ...]
    then: dict[str, str]


def trend(earlier: PublicEarlier | None, closed: int, total: int, overdue: int, words: Words) -> Trend | None:
    """Return what changed since an earlier day, or nothing where there is nothing to compare.

    The difference of the rates is that of the rates as they are printed, to one decimal.

    Args:
        earlier: How the district stood.
        closed: How many problems are closed now.
        total: How many are to be rectified now.
        overdue: How many are overdue now.
        words: The words of one language.
    """
    if earlier is None or not total:
        return None
    rate = _rate(closed, total) - _rate(earlier.closed, earlier.total)
    late = overdue - earlier.overdue
    before = words.tr("{share}（{n}/{of}）", "{share} ({n}/{of})",
                      share=share(earlier.closed, earlier.total, 1), n=earlier.closed, of=earlier.total)  # fmt: skip
    return Trend(
        month=f"{earlier.day:%Y-%m}",
        total=earlier.total,
        facts=(_fact(RATE, rate, rate, words), _fact(LATE, late, -late, words)),
        then={
            "closure_rate": before,
            "problems.overdue": words.tr("{n} 个", "{n}", n=earlier.overdue),
        },
    )


def _rate(n: int, of: int) -> Decimal:
    return (Decimal(100 * n) / of).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


def _fact(wordings: tuple[Wording, Wording, Wording], change: Decimal | int, gain: Decimal | int, words: Words) -> Fact:
    more, less, same = wordings
    said = more if change > 0 else less if change < 0 else same
    mark = "better" if gain > 0 else "worse" if gain < 0 else "same"
    return Fact(said=words.tr(*said, n=abs(change)), mark=mark)
