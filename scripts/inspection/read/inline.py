"""Schemas with their references resolved in place, so that a validator never looks one up."""

from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]

_ANNOTATIONS = frozenset({"title", "description", "examples", "$comment"})


def inlined(documents: Mapping[str, Json], name: str) -> Json:
    """Return a schema without `$ref` and `$defs`.

    A reference's neighbours win over the words of what it names, and are asked in addition where both bind the value.

    Args:
        documents: Schemas by file name; references are `#/$defs/x` or `other.schema.json#/$defs/x`.
        name: The file name of the schema wanted.

    Raises:
        KeyError: A reference leads nowhere.
        RecursionError: A schema holds itself; no kind of record does.
    """
    return _Inliner(documents).whole(name)


class _Inliner:
    def __init__(self, documents: Mapping[str, Json]) -> None:
        self._documents = documents
        self._known: dict[tuple[str, str], Json] = {}

    def whole(self, name: str) -> Json:
        schema: Json = self._schema(self._documents[name], name)
        return schema

    def _schema(self, node: Any, home: str) -> Any:
        if isinstance(node, list):
            return [self._schema(each, home) for each in node]
        if not isinstance(node, dict):
            return node
        own = {key: self._keyword(key, value, home) for key, value in node.items() if key not in ("$ref", "$defs")}
        if "$ref" not in node:
            return own
        return _merged(own, self._target(node["$ref"], home))

    def _keyword(self, key: str, value: Any, home: str) -> Any:
        if key in ("properties", "patternProperties"):
            return {name: self._schema(each, home) for name, each in value.items()}
        if key in ("const", "enum", "examples", "required", "type"):
            return value
        return self._schema(value, home)

    def _target(self, reference: str, home: str) -> Json:
        file, _, pointer = reference.partition("#")
        place = (file or home, pointer)
        if place not in self._known:
            node: Any = self._documents[place[0]]
            for part in pointer.split("/")[1:]:
                node = node[part.replace("~1", "/").replace("~0", "~")]
            self._known[place] = self._schema(node, place[0])
        return self._known[place]


def _merged(own: Json, target: Json) -> Json:
    clash = [key for key in own if key in target and key not in _ANNOTATIONS and not key.startswith("x-")]
    if clash:
        return {**own, "allOf": [*own.get("allOf", []), target]}
    return {**target, **own}
