"""Behind the labels of a period's figures, in brackets: which day decided, or that the figure is of the last day."""

from collections.abc import Iterable
from typing import Protocol

_NO_FIGURES = frozenset({"as_of", "from", "to", "revision"})
_LAST_DAY = {"zh": "期末", "en": "on the last day"}


class Dated(Protocol):
    """What is said of a key that a period counts; see `inspection.derive.figures.catalogue_periods`."""

    @property
    def key(self) -> str:
        """Path of the key."""

    @property
    def zh(self) -> str:
        """Which day decides, in Chinese."""

    @property
    def en(self) -> str:
        """The same in English."""


class PeriodWords:
    """The words behind labels.

    Args:
        rows: What a period counts; whatever they do not name is taken on its last day.
        language: `zh` or `en`.
    """

    def __init__(self, rows: Iterable[Dated], language: str) -> None:
        """Index the rows."""
        self._words = {row.key: row.en if language == "en" else row.zh for row in rows}
        self._mixed = {key.split(".")[0] for key in self._words if "." in key}
        self._language = language

    def behind(self, key: str) -> str:
        """Return what stands behind a key's label; nothing where the key above it says so already."""
        top, _, below = key.partition(".")
        words = self._words.get(key) or self._last_day(top, below)
        if not words or words == self._above(key):
            return ""
        return f" ({words})" if self._language == "en" else f"（{words}）"

    def _last_day(self, top: str, below: str) -> str:
        """Return that a figure is of the last day, said once: of the whole, or else of each part that is."""
        unsaid = top not in self._words and top not in _NO_FIGURES and "." not in below
        told_here = unsaid and bool(below) == (top in self._mixed)
        return _LAST_DAY[self._language] if told_here else ""

    def _above(self, key: str) -> str:
        while "." in key:
            key = key.rpartition(".")[0]
            if key in self._words:
                return self._words[key]
        return ""
