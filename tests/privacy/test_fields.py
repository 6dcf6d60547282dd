from collections.abc import Iterator
from typing import Any

import pytest
from msgspec import inspect
from tests.cases.cases import SCHEMAS

from inspection.model.kinds import KINDS
from inspection.read.schema import Schemas
from inspection.rules.privacy.texts import POSTS, PUBLIC, TEXTS

VALUES_OF_ANY_FORM = {("Correction", "was"), ("Correction", "is_"), ("Entry", "set")}


class Field:
    """A string of the model, with what its schema says."""

    def __init__(self, owner: str, name: str, schema: dict[str, Any]) -> None:
        self.named = (owner, name)
        self.free = not {"pattern", "oneOf", "anyOf", "enum"} & schema.keys()
        self.public = schema.get("x-visibility") in {"public", "gated"}


@pytest.fixture(scope="module")
def fields() -> list[Field]:
    schemas = Schemas.in_folder(SCHEMAS)
    return [
        field
        for kind in KINDS
        for field in strings(inspect.type_info(kind.struct), schemas.of(kind.name), (kind.struct.__name__, ""))
    ]


def strings(model: Any, schema: dict[str, Any], owner: tuple[str, str]) -> Iterator[Field]:
    if isinstance(model, inspect.UnionType):
        for each in model.types:
            yield from strings(each, schema, owner)
    elif isinstance(model, inspect.StructType):
        for one in model.fields:
            below = schema.get("properties", {}).get(one.encode_name, {"pattern": "set by the loader"})
            yield from strings(one.type, below, (model.cls.__name__, one.name))
    elif isinstance(model, inspect.VarTupleType | inspect.ListType):
        yield from strings(model.item_type, schema.get("items", {}), owner)
    elif isinstance(model, inspect.DictType):
        for each in values(schema):
            yield from strings(model.value_type, each, owner)
    elif isinstance(model, inspect.StrType):
        yield Field(*owner, schema)


def values(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from schema.get("properties", {}).values()
    yield from schema.get("patternProperties", {}).values()
    if isinstance(schema.get("additionalProperties"), dict):
        yield schema["additionalProperties"]


def test_every_free_text_of_the_schemas_is_looked_at_and_nothing_else(fields):
    looked_at = {(owner, name) for owner, names in TEXTS.items() for name in names}

    assert looked_at - VALUES_OF_ANY_FORM == {field.named for field in fields if field.free}


def test_public_is_what_the_schemas_call_public_or_gated(fields):
    assert {field.named for field in fields if field.free and field.public} == set(PUBLIC)


def test_posts_are_office_texts(fields):
    assert {field.named for field in fields if field.free and not field.public} >= POSTS
