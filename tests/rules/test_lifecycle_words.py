"""The words of the LIF rules are those of the schemas' labels."""

import json
from pathlib import Path

from tests.rules.ledgers import TODAY, base

from inspection.derive.bodies import BODIES
from inspection.derive.state import Fault, Why
from inspection.model.problems import Action, Entry
from inspection.rules.framework import Context
from inspection.rules.lifecycle import sentences, words

SCHEMAS = Path(__file__).parents[2] / "schemas"
COMMON = json.loads((SCHEMAS / "common.schema.json").read_text(encoding="utf-8"))["$defs"]
FIELDS = json.loads((SCHEMAS / "problem.schema.json").read_text(encoding="utf-8"))["$defs"]["entry"]["properties"]


def labels(code_list):
    return {code["const"]: code["title"] for code in COMMON[code_list]["oneOf"]}


def test_actions_statuses_and_bodies_have_the_labels_of_the_schemas():
    assert {code: each.zh for code, each in words.ACTIONS.items()} == labels("item_action")
    assert {code: each.zh for code, each in words.STATUSES.items()} == labels("status")
    assert labels("role") == BODIES


def test_results_of_a_visit_have_the_labels_of_the_schemas():
    results = labels("check_result")

    assert results.pop("ok") == "整改属实"
    assert {code: each.zh for code, each in words.RESULTS.items()} == results


def test_fields_have_the_labels_of_the_schemas():
    assert {name: each["title"] for name, each in FIELDS.items()} == words.FIELDS


def test_every_reason_has_its_sentence():
    context = Context(base(), TODAY)
    entry = Entry(date="2024-08-20", action=Action.CLOSE, by="office")
    facts = dict.fromkeys(Why, ("close", "close", "office", "2024")) | {Why.STATUS: ("close", "closed")}
    said = {reason: sentences.why(context, Fault("entry", reason, facts[reason]), entry) for reason in Why}

    assert [reason for reason, each in said.items() if not each.zh or not each.en] == []
