"""The strict validator and plain jsonschema agree on what is valid, but for the traps the strict one closes."""

import copy
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from inspection.demo import generate
from inspection.model.kinds import KINDS, kind_at
from inspection.read.schema import Schemas

FOLDER = Path(__file__).resolve().parents[2] / "schemas"
DOCUMENTS = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.schema.json")}
REGISTRY = Registry().with_resources([(name, Resource.from_contents(text)) for name, text in DOCUMENTS.items()])
SCHEMAS = Schemas.in_folder(FOLDER)
PLAIN = {kind.name: Draft202012Validator(DOCUMENTS[f"{kind.name}.schema.json"], registry=REGISTRY) for kind in KINDS}
ITEM = {
    "id": 1, "kind": "phased", "task": "重新招租", "due": "2024-08-20", "lead": "gushan", "partners": ["beizhou"],
    "evidence": [{"id": "E1", "kind": "photo", "title": "照片", "date": "2024-09-10", "sha256": "0" * 64}],
    "log": [{"date": "2024-08-23", "action": "ask", "by": "unit", "until": "2024-09-20", "reason": "third_party"}],
}  # fmt: skip
PROBLEM = {
    "unit": "gushan", "category": "collective_assets", "nature": "individual", "source": "documents",
    "found": "2024-03-18", "in_feedback": True, "statement": "未公开招租", "amount": "86400.00",
    "names_person": False, "items": [ITEM],
    "corrections": [
        {"date": "2024-01-01", "path": "/found", "was": "2024-03-17", "is": "2024-03-18", "why": "a", "by": "office"},
    ],
}  # fmt: skip
INSPECTION = {
    "reach": "full", "mode": "direct", "audit": "sync", "intensity": "full", "head": "社区党总支书记",
    "onsite": {"from": "2024-03-04", "to": "2024-04-28"},
    "feedback": {"date": "2024-05-20", "by": "group", "given": {"unit": "2024-05-20", "gushan": "2024-05-20"}},
    "plan": {"submitted": "2024-06-07", "reviews": [{"by": ["office"], "date": "2024-06-12", "decision": "accept"}]},
}  # fmt: skip
WRONG = st.sampled_from(
    [None, True, 0, -1, 5, "", "x", "2024-13-01", "1.5", "Office", "gushan", "R13-05", [], {}, ["x"], {"x": 1}]
)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_schema_is_a_json_schema(kind):
    Draft202012Validator.check_schema(SCHEMAS.of(kind.name))

    assert "$ref" not in json.dumps(SCHEMAS.of(kind.name))


@pytest.mark.parametrize(("kind", "record"), [("problem", PROBLEM), ("inspection", INSPECTION)])
def test_the_records_of_this_test_are_valid(kind, record):
    assert SCHEMAS.validate(kind, record) == ()


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_a_mutated_record_gets_the_verdict_of_plain_jsonschema(data):
    kind, record = data.draw(st.sampled_from([("problem", PROBLEM), ("inspection", INSPECTION)]))
    mutated = copy.deepcopy(record)
    for _ in range(data.draw(st.integers(1, 3))):
        mutate(data, mutated)

    faults = SCHEMAS.validate(kind, mutated)

    assert bool(faults) != PLAIN[kind].is_valid(mutated)


def mutate(data, record):
    """Change, remove, rename or add one member of any mapping or list of the record."""
    places = list(containers(record))
    holder = data.draw(st.sampled_from(places))
    keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
    if not keys:
        return
    key = data.draw(st.sampled_from(keys))
    change = data.draw(st.sampled_from(["change", "remove", "rename"]))
    if change == "change":
        holder[key] = copy.deepcopy(data.draw(WRONG))
    elif change == "rename" and isinstance(holder, dict):
        holder[f"{key}x"] = holder.pop(key)
    else:
        del holder[key]


def containers(value):
    if isinstance(value, dict | list):
        yield value
        for each in value.values() if isinstance(value, dict) else value:
            yield from containers(each)


@pytest.mark.parametrize("value", ["2024-08-20\n", "2024-02-30", "２０２４-08-20"])
def test_traps_plain_jsonschema_falls_into_are_closed(value):
    record = copy.deepcopy(PROBLEM)
    record["items"][0]["due"] = value

    assert [(fault.code, fault.pointer) for fault in SCHEMAS.validate("problem", record)] == [("SCH01", "/items/0/due")]


RECORDS = [
    (path, kind.name, json.loads(json.dumps(record))) for path, record in generate(40, 60) if (kind := kind_at(path)[0])
]


@settings(max_examples=600, deadline=None)
@given(st.data())
def test_what_is_accepted_fast_the_reference_accepts(data):
    _, kind, record = data.draw(st.sampled_from(RECORDS))
    mutated = copy.deepcopy(record)
    for _ in range(data.draw(st.integers(0, 3))):
        mutate(data, mutated)

    assert not SCHEMAS.accepts(kind, mutated) or SCHEMAS.faults(kind, mutated) == ()


@pytest.mark.parametrize("kind", sorted({kind for _, kind, _ in RECORDS}))
def test_good_records_take_the_fast_way(kind):
    assert [path for path, one, record in RECORDS if one == kind and not SCHEMAS.accepts(kind, record)] == []


@pytest.mark.parametrize(
    "value",
    [
        "2024-08-20\n",
        "\n2024-08-20",
        "2024-02-30",
        "２０２４-08-20",
        "20240820",
        10**400,
        -(10**30),
        "\ud800",
        True,
        1.5,
    ],
)
def test_odd_values_are_judged_alike(value):
    for record in (PROBLEM | {"found": value}, PROBLEM | {"items": [ITEM | {"id": value}]}, PROBLEM | {"unit": value}):
        assert not SCHEMAS.accepts("problem", record) or SCHEMAS.faults("problem", record) == ()
    assert not SCHEMAS.accepts("problem", PROBLEM | {"found": value})


def test_every_pattern_is_anchored_at_both_ends():
    patterns = [one for schema in DOCUMENTS.values() for one in patterns_in(schema)]

    assert len(patterns) > 20
    assert [one for one in patterns if not (one.startswith("^") and one.endswith("$"))] == []


def patterns_in(schema):
    if isinstance(schema, list):
        for each in schema:
            yield from patterns_in(each)
    if isinstance(schema, dict):
        if isinstance(schema.get("pattern"), str):
            yield schema["pattern"]
        yield from schema.get("patternProperties", {})
        for each in schema.values():
            yield from patterns_in(each)
