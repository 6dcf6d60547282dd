"""Texts that are not repeated, because a privacy rule flags them."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from inspection.derive.differences import as_plain
from inspection.finding import Words
from inspection.model.ledger import Ledger
from inspection.model.problems import Problem
from inspection.model.record import Record
from inspection.rules.privacy.likeness import nearly_equal
from inspection.rules.privacy.published import public_texts
from inspection.rules.privacy.scan import scan
from inspection.rules.privacy.texts import texts_of

HIDDEN = Words("（内容不予显示）", "(not shown)")
"""What is said instead."""

LONGEST = 40
"""How many characters of a text are said."""


class Hidden:
    """The flagged texts of the records that were looked at.

    Args:
        ledgers: The versions of the ledger; their statements that name a person are not to be repeated either.
    """

    def __init__(self, ledgers: Iterable[Ledger]) -> None:
        """Look at nothing yet."""
        self._texts: set[str] = set()
        self._named: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for ledger in ledgers:
            for problem in ledger.problems.values():
                if problem.names_person:
                    self._named[problem.round, problem.unit].append(problem.statement)

    def look_at(self, record: Record) -> None:
        """Remember the texts of a record that a privacy rule flags."""
        flagged = {one.pointer for one in scan(record)}
        if flagged:
            self._texts.update(text.said for text in texts_of(record) if text.pointer in flagged)
        if isinstance(record, Problem):
            statements = self._named.get((record.round, record.unit), ())
            for _, text in public_texts(record):
                if any(nearly_equal(text, statement) for statement in statements):
                    self._texts.add(text)

    def safe(self, text: str) -> Words:
        """Return a text as it may be said: on one line and cut to a few words, or that it is not shown."""
        if text in self._texts:
            return HIDDEN
        line = " ".join(text.split())
        cut = line if len(line) <= LONGEST else f"{line[:LONGEST]}……"
        return Words(cut, cut)

    def plain(self, value: Any) -> Any:
        """Return a value of the model as plain data, flagged texts replaced."""
        return self._masked(as_plain(value))

    def _masked(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {key: self._masked(one) for key, one in value.items()}
        if isinstance(value, list):
            return [self._masked(one) for one in value]
        return HIDDEN.zh if isinstance(value, str) and value in self._texts else value
