"""What people read for a field or a code, in Chinese and English, taken from the schemas.

A field is named by its kind and its place in the record: a JSON Pointer (`/items/0/log/3/date`) or the same with dots;
positions in lists do not matter. Where a record holds a mapping with free keys, `*` stands for the key.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple, Protocol

SCHEMAS = Path(__file__).parents[2] / "schemas"

Json = dict[str, Any]


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

    def value(self, kind: str, place: str, code: str) -> Wording:
        """Return the label of a code as the value of a field; see `field` and `code`."""
        return self.code(self.field(kind, place).vocabulary or "", code)

    def with_local(self, words: Mapping[str, LocalWords]) -> "Labels":
        """Return the labels with a policy's own words for codes, in every vocabulary that has the code."""
        codes = {
            name: {code: _local(each, words) for code, each in known.items()} for name, known in self.codes.items()
        }
        return replace(self, codes=codes)


def load(folder: Path = SCHEMAS) -> Labels:
    """Read the labels of a folder of schemas.

    Raises:
        OSError: A file cannot be read.
        ValueError: A file is no JSON.
    """
    schemas = {path.name: json.loads(path.read_bytes()) for path in sorted(folder.glob("*.schema.json"))}
    kinds = {name.removesuffix(".schema.json"): schema for name, schema in schemas.items() if "properties" in schema}
    lists = {name: each for s in schemas.values() for name, each in s.get("$defs", {}).items() if _is_list(each)}
    return Labels(
        kinds={name: Kind(name, _words(each), _help(each), each["x-place"]) for name, each in kinds.items()},
        vocabularies={name: _words(each) for name, each in lists.items()},
        codes={name: _codes(each) for name, each in lists.items()},
        frameworks={each["const"]: _groups(each) for each in lists.get("framework", {}).get("oneOf", ())},
        by_place={name: dict(_Walk(schemas).below(each, f"{name}.schema.json", "")) for name, each in kinds.items()},
    )


def codes_in(vocabulary: str, folder: Path = SCHEMAS) -> Mapping[str, Code]:
    """Read the codes of one vocabulary that kinds share, a tenth of the work of `load`.

    Raises:
        KeyError: There is no such vocabulary.
        OSError: The file cannot be read.
        ValueError: The file is no JSON.
    """
    shared = json.loads((folder / "common.schema.json").read_bytes())
    return _codes(shared["$defs"][vocabulary])


class _Walk:
    """The fields below a schema's nodes; words beside a `$ref` win over those of what it names."""

    def __init__(self, schemas: Mapping[str, Json]) -> None:
        self._schemas = schemas

    def below(self, node: Json, home: str, at: str) -> Iterator[tuple[str, Field]]:
        named = [*node.get("properties", {}).items()]
        named += [("*", free) for free in node.get("patternProperties", {}).values()]
        for key, given in named:
            words, form, name, inner_home = self._followed(given, home)
            listed = form.get("type") == "array"
            if listed:
                _, form, name, inner_home = self._followed(form["items"], inner_home)
            field = Field(
                label=_words(words),
                help=_help(words),
                visibility=words["x-visibility"],
                form=_words(form) if name else _PLAIN[form["type"]],
                listed=listed,
                actions=tuple(words.get("x-visibility-actions", ())),
                vocabulary=name if _is_list(form) else None,
                ref=words.get("x-ref"),
                required=key in node.get("required", ()),
            )
            yield at + key, field
            yield from self.below(form, inner_home, f"{at}{key}.")

    def _followed(self, node: Json, home: str) -> tuple[Json, Json, str, str]:
        words, target, name = node, node, ""
        while "$ref" in target:
            file, _, pointer = target["$ref"].partition("#")
            home, parts = file or home, pointer.split("/")[1:]
            target, name = self._schemas[home], parts[-1]
            for part in parts:
                target = target[part]
            words = {**target, **words}
        return words, target, name, home


_PLAIN = {"string": Wording("文字", "Text"), "boolean": Wording("是否", "Yes or no")}


def _is_list(node: Json) -> bool:
    return "oneOf" in node and all("const" in each for each in node["oneOf"])


def _words(node: Json) -> Wording:
    return Wording(node["title"], node["x-title-en"])


def _help(node: Json) -> Wording:
    return Wording(node["description"], node["x-description-en"])


def _codes(node: Json) -> dict[str, Code]:
    return {code["const"]: _code(code) for code in node["oneOf"]}


def _code(node: Json) -> Code:
    label = _words(node)
    # An editor that lists codes shows the description alone, so it begins with the label.
    help_zh, help_en = node["description"].removeprefix(f"{label.zh}："), node.get("x-description-en")
    public = Wording(node["x-public-title"], node["x-public-title-en"]) if "x-public-title" in node else None
    return Code(node["const"], label, Wording(help_zh, help_en) if help_en else None, public)


def _groups(node: Json) -> tuple[Group, ...]:
    return tuple(Group(each["code"], _words(each), tuple(each["categories"])) for each in node.get("x-groups", ()))


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
