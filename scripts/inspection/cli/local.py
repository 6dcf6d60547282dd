"""The district's own words for codes, wherever a command prints what a code is called."""

from collections.abc import Iterable, Mapping
from datetime import date

from inspection.derive.figures.catalogue_row import Row
from inspection.derive.policies import policy_on
from inspection.labels import Labels, LocalWords
from inspection.model.ledger import Ledger


def local_words(ledger: Ledger, day: date) -> Mapping[str, LocalWords]:
    """Return the words of the policy in force on a day, by code."""
    return policy_on(ledger, day).labels


def in_local_words(rows: Iterable[Row], labels: Labels, words: Mapping[str, LocalWords]) -> list[Row]:
    """Return the rows of a catalogue; one that is called what the schemas call a code has the district's words.

    Args:
        rows: Keys such as `problems.closed`, whose last part may be a code.
        labels: What the schemas say.
        words: The district's own words by code.
    """
    return [_local(row, labels, words) for row in rows]


def _local(row: Row, labels: Labels, words: Mapping[str, LocalWords]) -> Row:
    code = row.key.rpartition(".")[2]
    own = words.get(code)
    if own is None or row.zh not in {known[code].label.zh for known in labels.codes.values() if code in known}:
        return row
    return row._replace(
        zh=own.zh,
        en=own.en or row.en,
        formula_zh=row.formula_zh.replace(row.zh, own.zh),
        without_zh=row.without_zh.replace(row.zh, own.zh),
    )
