import json
import shutil

import pytest
from jsonschema import Draft202012Validator
from tests.report.samples import FINDINGS, TODAY, finding, located, made
from tests.schemas.schema_files import KINDS

from inspection.finding import Severity
from inspection.labelling import SCHEMAS
from inspection.read.schema import Schemas
from inspection.report import as_json
from inspection.report.located import summary

SCHEMA = json.loads((SCHEMAS / "output" / "check.schema.json").read_text("utf-8"))
VALID = Draft202012Validator(SCHEMA)


def output():
    return json.loads(made()["check.json"])


def test_the_schema_is_one():
    Draft202012Validator.check_schema(SCHEMA)

    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_what_is_printed_is_valid():
    nothing = json.loads(as_json.document([], summary([], 0), TODAY))

    assert list(VALID.iter_errors(output())) == []
    assert list(VALID.iter_errors(nothing)) == []


@pytest.mark.parametrize("severity", [Severity.ERROR, Severity.WARNING, Severity.NOTE])
def test_every_weight_is_in_the_schema(severity):
    one = located(finding("LIF05", severity, "a.yaml"), 1, 1)
    said = json.loads(as_json.document([one], summary([one.finding], 1), TODAY))

    assert list(VALID.iter_errors(said)) == []


def mappings(value, place=()):
    if isinstance(value, dict):
        yield place
    for key, child in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from mappings(child, (*place, key))


def at(value, place):
    for key in place:
        value = value[key]
    return value


def test_a_key_more_or_a_key_less_is_refused_everywhere():
    accepted = []
    for place in mappings(output()):
        more = output()
        at(more, place)["extra"] = 1
        accepted += [(place, "extra")] if VALID.is_valid(more) else []
        for key in at(output(), place):
            less = output()
            del at(less, place)[key]
            accepted += [(place, key)] if VALID.is_valid(less) else []

    assert len(list(mappings(output()))) == 2 + 3 * len(FINDINGS)
    assert accepted == []


def test_every_key_is_told_of_in_both_languages():
    told = [SCHEMA, *(each for one in objects(SCHEMA) for each in one["properties"].values())]

    assert len(told) > 20
    assert [one for one in told if not {"title", "x-title-en", "description", "x-description-en"} <= one.keys()] == []


def objects(node):
    if isinstance(node, dict):
        if isinstance(node.get("properties"), dict) and "type" in node:
            yield node
        for child in node.values():
            yield from objects(child)


def test_the_schema_of_an_output_is_no_kind_of_record(tmp_path):
    shutil.copytree(SCHEMAS, tmp_path / "schemas", ignore=shutil.ignore_patterns("output"))

    assert "check" not in KINDS
    assert Schemas.in_folder(SCHEMAS).digest == Schemas.in_folder(tmp_path / "schemas").digest
