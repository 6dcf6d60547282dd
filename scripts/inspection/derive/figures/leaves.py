"""What a figure is made of: records counted, amounts summed, shares and means, each with the ids behind it.

Nothing is rounded before it is shown. Rounding is decimal and half up; a share with nothing to divide by is nothing,
which is not zero.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache
from typing import NamedTuple, TypeAlias, get_args, get_type_hints

_EXACT = Context(prec=60, rounding=ROUND_HALF_UP)
NORMAL_95 = Decimal("1.959963984540054")
"""The 97.5 % point of the standard normal distribution."""

PLACES = 2
"""Decimals of a rate or mean in tables."""


class Counted(NamedTuple):
    """A number of distinct records (or groups, posts, clues ...): its value is how many ids there are."""

    ids: tuple[str, ...] = ()


class Summed(NamedTuple):
    """A sum of counts, each with the id of the record it stands in."""

    parts: tuple[tuple[str, int], ...] = ()


class Yuan(NamedTuple):
    """A sum of money in yuan, each part with the id of the record it stands in."""

    parts: tuple[tuple[str, Decimal], ...] = ()


class Share(NamedTuple):
    """A rate: `part` of `whole`."""

    part: "Counted | Summed"
    whole: "Counted | Summed"


class Bound(NamedTuple):
    """An end of the 95 % interval of a rate (Wilson): `part` of `whole`, the upper end or the lower."""

    part: "Counted | Summed"
    whole: "Counted | Summed"
    upper: bool


class Mean(NamedTuple):
    """An unweighted mean, each part with the id of the record it stands in."""

    parts: tuple[tuple[str, Decimal], ...] = ()


Figure: TypeAlias = "Counted | Summed | Yuan | Share | Bound | Mean | Mapping[str, Figure] | None"
"""A leaf, or figures by key; None where the ledger does not say."""

Plain: TypeAlias = "int | str | dict[str, Plain] | None"
"""A figure without what is behind it: counts as `int`; yuan, rates and means as `str`; nothing to divide by as None."""


def counted(ids: Iterable[str]) -> Counted:
    """Return the count of distinct ids, in the order they came."""
    return Counted(tuple(dict.fromkeys(ids)))


def summed(parts: Iterable[tuple[str, int | None]]) -> Summed:
    """Return the sum of the counts that were recorded; an absent count adds nothing."""
    return Summed(tuple((record, count) for record, count in parts if count is not None))


def number(leaf: Counted | Summed) -> int:
    """Return the value of a count or a sum of counts."""
    return len(leaf.ids) if isinstance(leaf, Counted) else sum(count for _, count in leaf.parts)


def grouped(pairs: Iterable[tuple[str | None, str]], order: Sequence[str] = ()) -> dict[str, Counted]:
    """Return the distinct ids by code: only codes that occur, in the order given, others after them by name.

    Args:
        pairs: A code and an id; without a code the id is in no group.
        order: The codes of the schema's list, in its order.
    """
    found: dict[str, list[str]] = {}
    for code, record in pairs:
        if code is not None:
            found.setdefault(code, []).append(record)
    return {code: counted(found[code]) for code in in_order(found, order)}


def in_order(codes: Iterable[str], order: Sequence[str]) -> list[str]:
    """Return codes in the order of the schema's list, others after them by name."""
    places = {code: place for place, code in enumerate(order)}
    return sorted(codes, key=lambda code: (places.get(code, len(places)), code))


@cache
def codes_of(record: type, field: str) -> tuple[str, ...]:
    """Return the codes a field of the model may hold, in the order of its list."""
    hint = get_type_hints(record)[field]
    return tuple(code for one in (hint, *get_args(hint)) for code in get_args(one) if isinstance(code, str))


def percent(part: int, whole: int, places: int = PLACES) -> str | None:
    """Return `part` of `whole` as a percentage, decimal and half up, or nothing when `whole` is zero.

    Args:
        part: The numerator, a count.
        whole: The denominator, a count.
        places: Decimals, 2 in tables and 1 in sentences.
    """
    share = _percentage(part, whole)
    return rounded(share, places) if share is not None else None


def _percentage(part: int, whole: int) -> Decimal | None:
    return _EXACT.divide(Decimal(100 * part), Decimal(whole)) if whole else None


def rounded(value: Decimal, places: int = PLACES) -> str:
    """Return a number with a fixed count of decimals, half up."""
    return str(value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=_EXACT))


def wilson(part: int, whole: int, upper: bool) -> Decimal | None:
    """Return an end of the 95 % interval of `part` of `whole`, 0 to 1, or nothing when `whole` is zero.

    Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927.
    """
    if not whole:
        return None
    share, size, square = Decimal(part) / whole, Decimal(whole), NORMAL_95 * NORMAL_95
    middle = share + square / (2 * size)
    reach = NORMAL_95 * (share * (1 - share) / size + square / (4 * size * size)).sqrt()
    end = (middle + reach if upper else middle - reach) / (1 + square / size)
    return min(max(end, Decimal(0)), Decimal(1))


def plain(figure: Figure) -> Plain:
    """Return a figure's value: see `Plain`; rates are percentages with two decimals."""
    if isinstance(figure, Counted | Summed):
        return number(figure)
    if isinstance(figure, Mapping):
        return {key: plain(value) for key, value in figure.items()}
    value = exact(figure) if figure is not None else None
    return rounded(value) if value is not None else None


def exact(leaf: Counted | Summed | Yuan | Share | Bound | Mean) -> Decimal | None:
    """Return what a leaf comes to, not rounded; a rate as a percentage; nothing when there is nothing to divide by."""
    if isinstance(leaf, Counted | Summed):
        return Decimal(number(leaf))
    if isinstance(leaf, Yuan):
        return sum((yuan for _, yuan in leaf.parts), Decimal())
    if isinstance(leaf, Share):
        return _percentage(number(leaf.part), number(leaf.whole))
    if isinstance(leaf, Bound):
        end = wilson(number(leaf.part), number(leaf.whole), leaf.upper)
        return 100 * end if end is not None else None
    return _mean(leaf)


def ids_behind(figure: Figure) -> tuple[str, ...]:
    """Return the ids of the records a figure counts, each once; those of a rate are its numerator's."""
    if isinstance(figure, Counted):
        return figure.ids
    if isinstance(figure, Summed | Yuan | Mean):
        return tuple(dict.fromkeys(record for record, _ in figure.parts))
    if isinstance(figure, Share | Bound):
        return ids_behind(figure.part)
    if figure is None:
        return ()
    return tuple(dict.fromkeys(record for value in figure.values() for record in ids_behind(value)))


def _mean(figure: Mean) -> Decimal | None:
    if not figure.parts:
        return None
    return _EXACT.divide(sum((value for _, value in figure.parts), Decimal()), Decimal(len(figure.parts)))
