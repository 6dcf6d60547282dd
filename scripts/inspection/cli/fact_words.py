"""A dated fact in the words of the schemas."""

from inspection.history.fact import Fact
from inspection.labels import Labels, Wording


class FactWords:
    """Says what facts are.

    Args:
        labels: What the schemas say to people.
        language: `zh` or `en`.
    """

    def __init__(self, labels: Labels, language: str) -> None:
        """Keep the words."""
        self._labels = labels
        self._language = language

    def kind(self, kind: str) -> str:
        """Return what a kind of record is called."""
        return self._in_language(self._labels.kinds[kind].label)

    def who(self, fact: Fact) -> str:
        """Return the bodies that say so: role words in words, units by their ids."""
        separator = ", " if self._language == "en" else "、"
        return separator.join(self.body(body) for body in fact.by)

    def body(self, body: str) -> str:
        """Return a body in words: a unit by its id."""
        try:
            return self._in_language(self._labels.code("role", body))
        except KeyError:
            return body

    def what(self, kind: str, fact: Fact) -> str:
        """Return the way to the fact, fields by their labels and members of lists by their number, from 1."""
        parts = fact.pointer.split("/")[1:]
        words: list[str] = []
        above = ""
        for part in parts:
            if part.isdecimal():
                words[-1] += f" {int(part) + 1}"
                continue
            above += f"/{part}"
            words.append(self._field(kind, above, part))
        if fact.action:
            words[-1] = self._action(kind, above, fact.action)
        return " · ".join(words)

    def _field(self, kind: str, place: str, name: str) -> str:
        try:
            label = self._in_language(self._labels.field(kind, place).label)
        except KeyError:
            return name
        known = self._labels.by_place[kind].keys()
        return label if place[1:].replace("/", ".") in known else f"{label} {name}"

    def _action(self, kind: str, log: str, action: str) -> str:
        try:
            return self._in_language(self._labels.value(kind, f"{log}/action", action))
        except KeyError:
            return action

    def _in_language(self, wording: Wording) -> str:
        return wording.en if self._language == "en" else wording.zh
