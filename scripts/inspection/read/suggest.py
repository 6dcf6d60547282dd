"""Did you mean ...?

People type a key or a code as they say it: misspelt, in Chinese, or by its English label. All of these lead to the
right one.
"""

import difflib
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from inspection.finding import Words

_LIKENESS = 0.6
_PART = 0.9
_LONGEST = 60


class Option(NamedTuple):
    """A key or code that may stand somewhere, and what people call it."""

    word: str
    label: Words
    help: Words = Words("", "")

    @property
    def shown(self) -> Words:
        """The word with its label, as it is printed in lists."""
        zh = f"{self.word}（{self.label.zh}）" if self.label.zh else self.word
        return Words(zh, f"{self.word} ({self.label.en})" if self.label.en else self.word)


def label_of(schema: Any) -> Words:
    """Return a schema's label in both languages, empty where it has none."""
    return Words(str(schema.get("title", "")), str(schema.get("x-title-en", "")))


def help_of(schema: Any) -> Words:
    """Return a schema's help sentence in both languages, empty where it lacks one."""
    zh, en = str(schema.get("description", "")), str(schema.get("x-description-en", ""))
    return Words(zh.rstrip("。"), en.rstrip(".")) if zh and en else Words("", "")


def keys_of(schema: dict[str, Any]) -> list[Option]:
    """Return the keys an object's schema names."""
    return [Option(key, label_of(each), help_of(each)) for key, each in schema.get("properties", {}).items()]


def codes_of(schema: dict[str, Any]) -> list[Option]:
    """Return the codes a schema allows, in its order; those of alternatives too."""
    found = [Option(str(option["const"]), label_of(option)) for option in schema.get("oneOf", ()) if "const" in option]
    found += [Option(str(code), Words("", "")) for code in schema.get("enum", ())]
    for each in schema.get("anyOf", ()):
        found += codes_of(each)
    return found


def nearest(typed: str, options: Sequence[Option]) -> Option | None:
    """Return the option somebody meant, or nothing when none is near."""
    if len(typed) > _LONGEST:
        return None
    wanted = _plain(typed)
    best, likeness = None, _LIKENESS
    for option in options:
        for name in (option.word, option.label.zh, option.label.en):
            found = _likeness(wanted, _plain(name)) if name else 0.0
            if found > likeness:
                best, likeness = option, found
    return best or _by_help(wanted, options)


def nearest_word(typed: str, words: Iterable[str]) -> str | None:
    """Return the word somebody meant, or nothing when none is near; see `nearest`."""
    found = nearest(typed, [Option(word, Words("", "")) for word in words])
    return found.word if found is not None else None


def _by_help(wanted: str, options: Sequence[Option]) -> Option | None:
    for option in options:
        words = option.help.en.lower().replace(";", " ").replace(",", " ").replace(".", " ").split()
        if wanted in words if wanted.isascii() else len(wanted) > 1 and wanted in option.help.zh:
            return option
    return None


def _plain(text: str) -> str:
    return text.strip().lower().replace("_", " ").replace("-", " ")


def _likeness(typed: str, name: str) -> float:
    if typed == name:
        return 1.0
    pieces = name.split() if name.isascii() else [name]
    if typed in pieces or (not typed.isascii() and len(typed) > 1 and (typed in name or name in typed)):
        return _PART
    return difflib.SequenceMatcher(None, typed, name).ratio()
