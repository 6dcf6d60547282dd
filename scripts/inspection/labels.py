"""What people read for a field or a code, in Chinese and English; `labelling` reads it from the schemas.

A field is named by its kind and its place in the record: a JSON Pointer (`/items/0/log/3/date`) or the same with dots;
positions in lists do not matter. Where a record holds a mapping with free keys, `*` stands for the key.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol


class Wording(NamedTuple):
    """The same in Chinese and in English."""

    zh: str
    en: str


class LocalWords(Protocol):
    """A district's own words for a code; without English the schema's stay."""

    @property
    def zh(self) -> str:
        """In Chinese."""

    @property
    def en(self) -> str | None:
        """In English."""


@dataclass(frozen=True, slots=True)
class Code:
    """One code of a vocabulary.

    Attributes:
        public: What the public reads, where that is not the label.
    """

    code: str
    label: Wording
    help: Wording | None = None
    public: Wording | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """One point of a category framework (聚焦, 落实, 围绕) and the categories it holds."""

    code: str
    label: Wording
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: its label, what it is for, and where its files lie."""

    name: str
    label: Wording
    help: Wording
    place: str


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a kind.

    Attributes:
        visibility: `public`, `gated`, `month`, `sums` or `office`.
        actions: Where the field is an entry's: the actions the visibility is for. Other entries are the office's.
        form: The words for its type.
        listed: Whether it holds a list of that type.
        vocabulary: The list its code comes from, or nothing.
        ref: The kind of record its value names, or nothing.
        required: Whether its mapping has no identity or form without it.
    """

    label: Wording
    help: Wording
    visibility: str
    form: Wording
    listed: bool = False
    actions: tuple[str, ...] = ()
    vocabulary: str | None = None
    ref: str | None = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class Labels:
    """Everything the schemas say to people."""

    kinds: Mapping[str, Kind]
    vocabularies: Mapping[str, Wording]
    codes: Mapping[str, Mapping[str, Code]]
    frameworks: Mapping[str, tuple[Group, ...]]
    by_place: Mapping[str, Mapping[str, Field]]

    def fields(self, kind: str | None = None) -> Iterator[tuple[str, str, Field]]:
        """Yield kind, dotted place and field, in the order of the schemas, for one kind or for all."""
        for name in self.kinds if kind is None else (kind,):
            for place, field in self.by_place[name].items():
                yield name, place, field

    def field(self, kind: str, place: str) -> Field:
        """Return the field at a place.

        Raises:
            KeyError: The kind has no such field.
        """
        known, above = self.by_place[kind], ""
        for part in _parts(place):
            ways = (f"{above}{part}", f"{above}*")
            here = next((way for way in ways if way in known), None)
            if here is None:
                raise KeyError(f"{kind}: {place}")
            above = f"{here}."
        return known[above.removesuffix(".")]

    def visibility(self, kind: str, place: str) -> str:
        """Return who may see the field at a place; see `field`."""
        return self.field(kind, place).visibility

    def code(self, vocabulary: str, code: str) -> Wording:
        """Return the label of a code.

        Raises:
            KeyError: There is no such vocabulary, or no such code in it.
        """
        return self.codes[vocabulary][code].label

    def called(self, vocabulary: str, code: str) -> Wording:
        """Return the label of a code, or the code itself where the vocabulary does not have it.

        Raises:
            KeyError: There is no such vocabulary.
        """
        known = self.codes[vocabulary].get(code)
        return known.label if known is not None else Wording(code, code)

    def value(self, kind: str, place: str, code: str) -> Wording:
        """Return the label of a code as the value of a field; see `field` and `code`."""
        return self.code(self.field(kind, place).vocabulary or "", code)

    def with_local(self, words: Mapping[str, LocalWords]) -> "Labels":
        """Return the labels with a policy's own words for codes, in every vocabulary that has the code."""
        codes = {
            name: {code: _local(each, words) for code, each in known.items()} for name, known in self.codes.items()
        }
        return replace(self, codes=codes)


def _local(code: Code, words: Mapping[str, LocalWords]) -> Code:
    if code.code not in words:
        return code
    local = words[code.code]
    return replace(code, label=Wording(local.zh, local.en or code.label.en))


def _parts(place: str) -> list[str]:
    """Split a JSON Pointer or a dotted place, list positions left out."""
    if place.startswith("/"):
        parts = [part.replace("~1", "/").replace("~0", "~") for part in place[1:].split("/")]
    else:
        parts = place.split(".")
    return [part for part in parts if not part.isdecimal()]
