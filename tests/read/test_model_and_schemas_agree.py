from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from msgspec import inspect

from inspection.model.kinds import KINDS, Kind
from inspection.read.schema import Schemas
from inspection.workdays import Duration

SET_BY_THE_LOADER = {"path", "id"}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_and_code_of_the_model_is_in_the_schema_and_the_other_way_round(kind: Kind, schemas: Schemas):
    assert list(differences(inspect.type_info(kind.struct), schemas.of(kind.name), kind.name, record=True)) == []


def differences(model: Any, schema: dict[str, Any], place: str, *, record: bool = False) -> Iterator[str]:
    """Yield a sentence wherever a type of the model and a resolved schema mean different values."""
    if isinstance(model, inspect.UnionType):
        kept = [each for each in model.types if not isinstance(each, inspect.NoneType)]
        model = kept[0] if len(kept) == 1 else model
    codes = codes_of(schema)
    if isinstance(model, inspect.StructType):
        yield from struct_differences(model, schema, place, record=record)
    elif isinstance(model, inspect.LiteralType | inspect.EnumType):
        ours = set(model.values) if isinstance(model, inspect.LiteralType) else {each.value for each in model.cls}
        if ours != codes:
            yield f"{place}: codes differ: {sorted(ours ^ codes)}"
    elif isinstance(model, inspect.VarTupleType | inspect.ListType):
        yield from kind_of_value(schema, "array", place)
        yield from differences(model.item_type, schema.get("items", {}), f"{place}[]")
    elif isinstance(model, inspect.TupleType):
        yield from kind_of_value(schema, "array", place)
        if {schema.get("minItems"), schema.get("maxItems")} != {len(model.item_types)}:
            yield f"{place}: not {len(model.item_types)} entries"
        yield from differences(model.item_types[0], schema.get("items", {}), f"{place}[]")
    elif isinstance(model, inspect.DictType):
        yield from kind_of_value(schema, "object", place)
        for key, each in members(schema):
            yield from differences(model.value_type, each, f"{place}.{key}")
    else:
        yield from scalar_differences(model, schema, place)


def struct_differences(model: Any, schema: dict[str, Any], place: str, *, record: bool) -> Iterator[str]:
    yield from kind_of_value(schema, "object", place)
    fields = {field.encode_name: field for field in model.fields if not (record and field.name in SET_BY_THE_LOADER)}
    known = schema.get("properties", {})
    for key in sorted(fields.keys() ^ known.keys()):
        yield f"{place}.{key}: only in the {'model' if key in fields else 'schema'}"
    if schema.get("additionalProperties") is not False:
        yield f"{place}: the schema lets any key pass"
    for key in sorted(fields.keys() & known.keys()):
        required = key in schema.get("required", ())
        if fields[key].required and not required:
            yield f"{place}.{key}: the model needs it, the schema does not"
        yield from differences(fields[key].type, known[key], f"{place}.{key}")


def scalar_differences(model: Any, schema: dict[str, Any], place: str) -> Iterator[str]:
    if isinstance(model, inspect.AnyType):
        return
    if isinstance(model, inspect.CustomType) and model.cls is Duration:
        yield from kind_of_value(schema, "string", place)
    elif isinstance(model, inspect.DateType):
        yield from kind_of_value(schema, "string", place)
        if schema.get("format") != "date":
            yield f"{place}: the schema lets any text be a day"
    elif isinstance(model, inspect.DecimalType):
        if schema.get("type") != ["number", "string"]:
            yield f"{place}: the schema does not take a number with a point"
    else:
        names = {inspect.StrType: "string", inspect.IntType: "integer", inspect.BoolType: "boolean"}
        yield from kind_of_value(schema, names[type(model)], place)
        if schema.get("format") == "date":
            yield f"{place}: a day in the schema, text in the model"


def kind_of_value(schema: dict[str, Any], wanted: str, place: str) -> Iterator[str]:
    found = types_of(schema)
    if found != {wanted}:
        yield f"{place}: {wanted} in the model, {sorted(found)} in the schema"


def types_of(schema: dict[str, Any]) -> set[str]:
    if "type" in schema:
        return {schema["type"]} if isinstance(schema["type"], str) else set(schema["type"])
    if codes_of(schema):
        return {"string"} if all(isinstance(code, str) for code in codes_of(schema)) else {"?"}
    parts = [*schema.get("anyOf", ()), *schema.get("allOf", ())]
    return set().union(*(types_of(each) for each in parts))


def codes_of(schema: dict[str, Any]) -> set[Any]:
    found = {option["const"] for option in schema.get("oneOf", ()) if "const" in option} | set(schema.get("enum", ()))
    return found.union(*(codes_of(each) for each in schema.get("allOf", ())))


def members(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield from schema.get("properties", {}).items()
    yield from schema.get("patternProperties", {}).items()
    if isinstance(schema.get("additionalProperties"), dict):
        yield "*", schema["additionalProperties"]


class Sample(msgspec.Struct):
    day: date
    yuan: Decimal
    kind: str | None = None


AGREEING = {
    "type": "object",
    "additionalProperties": False,
    "required": ["day", "yuan"],
    "properties": {
        "day": {"type": "string", "format": "date"},
        "yuan": {"type": ["number", "string"]},
        "kind": {"type": "string"},
    },
}


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"additionalProperties": True}, "x: the schema lets any key pass"),
        ({"required": ["day"]}, "x.yuan: the model needs it, the schema does not"),
        ({"properties": {**AGREEING["properties"], "more": {}}}, "x.more: only in the schema"),
        (
            {"properties": {**AGREEING["properties"], "kind": {"type": "integer"}}},
            "x.kind: string in the model, ['integer'] in the schema",
        ),
        (
            {"properties": {**AGREEING["properties"], "day": {"type": "string"}}},
            "x.day: the schema lets any text be a day",
        ),
    ],
)
def test_a_difference_is_named(change: dict[str, Any], sentence: str):
    model = inspect.type_info(Sample)

    assert list(differences(model, AGREEING, "x")) == []
    assert list(differences(model, {**AGREEING, **change}, "x")) == [sentence]
