"""Clues, cases, sanctions, accountable persons and eliminations: for the district, per half-year that is over.

Nothing else shows them. A row in which any count is above zero and below the policy's `small_count` keeps its place and
shows no number at all; neither does one in which a count is one record's own, which would be no sum.

What is told of a half-year that is over never changes by the passing of days, or the difference would be a small count:
what a round brought about before the public knew of it counts in the half-year in which it came to know.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from inspection.model.ledger import Ledger
from inspection.model.rounds import ClueResult, Clues
from inspection.publish.view.district_shapes import PublicHalfYear
from inspection.publish.view.gate import round_known_from

KEYS = ("clues", "filed", "sanctioned", "accountable", "self_check_cases", "eliminated")

A_SUM = 2
"""Below so many records a sum is a record's own value."""

_MONTHS = 6


class _Fact(NamedTuple):
    day: date
    key: str
    counts: dict[str, int]


def public_half_years(ledger: Ledger, as_of: date, small_count: int) -> tuple[PublicHalfYear, ...]:
    """Return the sums of every half-year that is over on the day and in which anything happened, the latest first.

    Args:
        ledger: The ledger.
        as_of: The day.
        small_count: The policy's least count that may be shown.
    """
    now = _half(as_of)
    rows: dict[tuple[int, int], dict[str, list[_Fact]]] = {}
    for fact in _facts(ledger):
        if _half(fact.day) < now and any(fact.counts.values()):
            rows.setdefault(_half(fact.day), {}).setdefault(fact.key, []).append(fact)
    return tuple(
        PublicHalfYear(half=f"{year}-{half}", key=key, counts=_shown(rows[year, half][key], small_count))
        for year, half in sorted(rows, reverse=True)
        for key in KEYS
        if key in rows[year, half]
    )


def _half(day: date) -> tuple[int, int]:
    return day.year, (day.month - 1) // _MONTHS + 1


def _shown(facts: list[_Fact], small_count: int) -> dict[str, int]:
    """Return the sums of a row, or nothing when one of them is too small or rests on too few records."""
    sums, records = Counter[str](), Counter[str]()
    for fact in facts:
        sums.update(fact.counts)
        records.update(key for key, count in fact.counts.items() if count)
    hidden = any((sums[key] and sums[key] < small_count) or 0 < records[key] < A_SUM for key in sums)
    return {} if hidden else dict(sums)


def _facts(ledger: Ledger) -> Iterator[_Fact]:
    """Yield what is summed, each with the day it counts from: never one before the public knew of its round."""
    known = {id_: round_known_from(round_) or date.max for id_, round_ in ledger.rounds.items()}
    for id_, fact in _of_rounds(ledger):
        yield fact._replace(day=max(fact.day, known.get(id_, fact.day)))
    yield from _of_no_round(ledger)


def _of_rounds(ledger: Ledger) -> Iterator[tuple[str, _Fact]]:
    for round_ in ledger.rounds.values():
        for clues in round_.clues:
            for fact in _told(clues):
                yield round_.id, fact
    for problem, _, item in ledger.items():
        for one in item.outcome.accountable if item.outcome is not None else ():
            counts = {"organizations": one.organizations, "persons": one.persons}
            yield problem.round, _Fact(one.date, "accountable", counts)


def _of_no_round(ledger: Ledger) -> Iterator[_Fact]:
    for check in ledger.self_checks.values():
        if check.submitted is not None and check.cases is not None:
            counts = {"pieces": check.cases.pieces, "persons": check.cases.persons}
            yield _Fact(check.submitted, "self_check_cases", counts)
    for person in ledger.people.values():
        for entry in person.log:
            if entry.action == "leave" and entry.reason == "eliminated":
                yield _Fact(entry.date, "eliminated", {"persons": 1})


def _told(clues: Clues) -> Iterator[_Fact]:
    """Yield what was handed over, and what each result adds to the one before it: results are cumulative."""
    yield _Fact(clues.transferred, "clues", {"pieces": clues.pieces, "persons": clues.persons})
    pieces = persons = sanctioned = 0
    for result in sorted(clues.results, key=_day):
        filed = {"pieces": result.filed.pieces - pieces, "persons": result.filed.persons - persons}
        yield _Fact(result.date, "filed", filed)
        yield _Fact(result.date, "sanctioned", {"persons": result.sanctioned - sanctioned})
        pieces, persons, sanctioned = result.filed.pieces, result.filed.persons, result.sanctioned


def _day(result: ClueResult) -> date:
    return result.date
