"""A finding with its place in the file, as every output shows it."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from inspection.finding import Finding, Mark, Severity


class Located(NamedTuple):
    """A finding, the file as the reader of the output would open it, and the place in it."""

    finding: Finding
    file: str
    mark: Mark


def in_order(findings: Iterable[Located]) -> list[Located]:
    """Return the findings as a reader goes through them: file by file, from the top of each to its end."""
    return sorted(findings, key=lambda one: (one.file, one.mark, one.finding.order))


class Summary(NamedTuple):
    """How many findings of each weight; `timed` and `acknowledged` are among them."""

    records: int
    errors: int
    warnings: int
    notes: int
    timed: int
    acknowledged: int


def summary(findings: Iterable[Finding], records: int) -> Summary:
    """Return the counts of the closing line.

    Args:
        findings: What is shown.
        records: How many records were read.
    """
    shown = list(findings)
    weights = Counter(one.severity for one in shown)
    return Summary(
        records=records,
        errors=weights[Severity.ERROR],
        warnings=weights[Severity.WARNING],
        notes=weights[Severity.NOTE],
        timed=sum(one.timed for one in shown),
        acknowledged=sum(one.acknowledged for one in shown),
    )
