"""The labels, read from the schemas."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from inspection.labels import Code, Field, Group, Kind, Labels, Wording

SCHEMAS = Path(__file__).parents[2] / "schemas"

Json = dict[str, Any]


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
