"""What the reference validator finds wrong with a record. The only door to jsonschema.

jsonschema decides; what it says is never printed, for it repeats the value it refuses. Patterns are full matches, so
that a trailing newline is not overlooked, and a list of codes is one question, not one per code.
"""

import re
from collections.abc import Iterator
from typing import Any

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend

from inspection.read.days import is_day
from inspection.read.fault import Fault
from inspection.read.sentences import Refusal, faults_of

Json = dict[str, Any]


def faults(schema: Json, data: Json) -> tuple[Fault, ...]:
    """Return what is wrong with a record: `SCH01` to `SCH04`, each with its pointer, one per fact.

    Args:
        schema: The schema of its kind, every reference resolved in place.
        data: The record.
    """
    refusals = [
        Refusal(str(error.validator), tuple(error.absolute_path), error.instance, _schema_of(error), error.message)
        for error in _Strict(schema).iter_errors(data)
    ]
    return faults_of(refusals) if refusals else ()


def _schema_of(error: ValidationError) -> Json:
    return error.schema if isinstance(error.schema, dict) else {}


def _pattern(_validator: Validator, pattern: str, instance: Any, _schema: Json) -> Iterator[ValidationError]:
    if isinstance(instance, str) and not re.fullmatch(pattern, instance):
        yield ValidationError("")


def _format(_validator: Validator, form: str, instance: Any, _schema: Json) -> Iterator[ValidationError]:
    if form == "date" and isinstance(instance, str) and not is_day(instance):
        yield ValidationError("")


def _one_of(validator: Validator, options: list[Json], instance: Any, schema: Json) -> Iterator[ValidationError]:
    codes = [option["const"] for option in options if "const" in option]
    if len(codes) != len(options):
        yield from _DEFAULT_ONE_OF(validator, options, instance, schema)
    elif not any(instance == code and type(instance) is type(code) for code in codes):
        yield ValidationError("")


def _required(_validator: Validator, required: list[str], instance: Any, _schema: Json) -> Iterator[ValidationError]:
    if isinstance(instance, dict):
        for key in required:
            if key not in instance:
                yield ValidationError(key)


def _pattern_properties(validator: Any, patterns: Json, instance: Any, _schema: Json) -> Iterator[ValidationError]:
    if isinstance(instance, dict):
        for pattern, subschema in patterns.items():
            for key, value in instance.items():
                if re.fullmatch(pattern, key):
                    yield from validator.descend(value, subschema, path=key, schema_path=pattern)


def _additional(validator: Any, rest: Any, instance: Any, schema: Json) -> Iterator[ValidationError]:
    if not isinstance(instance, dict):
        return
    properties, patterns = schema.get("properties", {}), schema.get("patternProperties", {})
    for key, value in instance.items():
        if key in properties or any(re.fullmatch(pattern, key) for pattern in patterns):
            continue
        if rest is False:
            yield ValidationError(key, path=(key,))
        else:
            yield from validator.descend(value, rest, path=key)


_DEFAULT_ONE_OF = Draft202012Validator.VALIDATORS["oneOf"]
_Strict: Any = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator,
    {
        "pattern": _pattern,
        "format": _format,
        "oneOf": _one_of,
        "required": _required,
        "patternProperties": _pattern_properties,
        "additionalProperties": _additional,
    },
)
