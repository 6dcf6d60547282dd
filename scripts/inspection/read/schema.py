"""Plain data against its kind's schema. The only door to jsonschema.

jsonschema decides; what it says is never printed, for it repeats the value it refuses. Patterns are full matches, so
that a trailing newline is not overlooked, and a list of codes is one question, not one per code.
"""

import datetime
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import jsonschema_rs
from jsonschema import Draft202012Validator, ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend

from inspection.errors import CannotRunError
from inspection.read.fault import Fault
from inspection.read.inline import inlined
from inspection.read.sentences import Refusal, faults_of

Json = dict[str, Any]


class Schemas:
    """The schemas of all kinds, ready to validate with.

    Attributes:
        digest: SHA-256 of everything they say, in hexadecimal; a record valid under one digest stays valid.
    """

    def __init__(self, documents: Mapping[str, Json]) -> None:
        """Take schemas by file name (`unit.schema.json`); references between them are by that name."""
        text = json.dumps(documents, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        self.digest = hashlib.sha256(text.encode()).hexdigest()
        self._documents = documents
        self._validators: dict[str, Validator] = {}
        self._fast: dict[str, jsonschema_rs.Draft202012Validator] = {}

    @classmethod
    def in_folder(cls, folder: Path) -> "Schemas":
        """Read every `*.schema.json` of a folder.

        Raises:
            CannotRunError: There is none, or one is no JSON.
        """
        try:
            found = {path.name: json.loads(path.read_bytes()) for path in sorted(folder.glob("*.schema.json"))}
        except (OSError, ValueError) as error:
            raise CannotRunError(f"读不出 {folder} 里的数据规范：{error}", f"unreadable schema: {error}") from None
        if not found:
            raise CannotRunError(f"{folder} 里没有数据规范", f"there are no schemas in {folder}")
        return cls(found)

    def of(self, kind: str) -> Json:
        """Return the schema of a kind with every reference resolved in place.

        Raises:
            CannotRunError: There is no schema of that kind.
        """
        return self._validator(kind).schema  # type: ignore[return-value]

    def validate(self, kind: str, data: Json) -> tuple[Fault, ...]:
        """Return what is wrong with a record of a kind: `SCH01` to `SCH04`, each with its pointer, one per fact.

        Fast accept, slow explain: a compiled validator lets the good records through, and only what it does not accept
        is judged by the reference, whose verdict stands.
        """
        return () if self.accepts(kind, data) else self.faults(kind, data)

    def accepts(self, kind: str, data: Json) -> bool:
        """Return whether the compiled validator accepts a record; it accepts nothing that `faults` refuses."""
        fast = self._fast.get(kind)
        if fast is None:
            fast = self._fast[kind] = jsonschema_rs.Draft202012Validator(
                self.of(kind), validate_formats=True, formats={"date": _is_day}
            )
        try:
            return bool(fast.is_valid(data))
        except ValueError:
            return False

    def faults(self, kind: str, data: Json) -> tuple[Fault, ...]:
        """Return what the reference finds wrong with a record; see `validate`."""
        errors = self._validator(kind).iter_errors(data)
        refusals = [
            Refusal(str(error.validator), tuple(error.absolute_path), error.instance, _schema_of(error), error.message)
            for error in errors
        ]
        return faults_of(refusals) if refusals else ()

    def _validator(self, kind: str) -> Validator:
        if kind not in self._validators:
            name = f"{kind}.schema.json"
            if name not in self._documents:
                raise CannotRunError(f"缺少数据规范 {name}", f"the schema {name} is missing")
            self._validators[kind] = _Strict(inlined(self._documents, name))
        return self._validators[kind]


def _schema_of(error: ValidationError) -> Json:
    return error.schema if isinstance(error.schema, dict) else {}


def _pattern(_validator: Validator, pattern: str, instance: Any, _schema: Json) -> Iterator[ValidationError]:
    if isinstance(instance, str) and not re.fullmatch(pattern, instance):
        yield ValidationError("")


def _format(_validator: Validator, form: str, instance: Any, _schema: Json) -> Iterator[ValidationError]:
    if form == "date" and isinstance(instance, str) and not _is_day(instance):
        yield ValidationError("")


def _is_day(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


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
