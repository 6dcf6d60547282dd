"""The words rules use for codes are the labels of the schemas."""

import json
from pathlib import Path

from inspection.rules import evaluation, letters
from inspection.rules.inspections import papers

SCHEMAS = Path(__file__).parents[2] / "schemas"
COMMON = json.loads((SCHEMAS / "common.schema.json").read_text(encoding="utf-8"))["$defs"]
FIELDS = json.loads((SCHEMAS / "letter.schema.json").read_text(encoding="utf-8"))["properties"]


def labels(code_list):
    return {code["const"]: code["title"] for code in COMMON[code_list]["oneOf"]}


def test_kinds_actions_and_fields_of_letters_have_the_labels_of_the_schemas():
    assert labels("letter_kind") == letters._KINDS
    assert labels("letter_action") == letters._ACTIONS
    assert {name: words.zh for name, words in letters._ELEMENTS.items()} == {
        name: FIELDS[name]["title"] for name in letters._ELEMENTS
    }


def test_grades_and_meetings_have_the_labels_of_the_schemas():
    grades, meetings = labels("grade"), labels("life_meeting_kind")

    assert {name: words.zh for name, words in evaluation._LOW.items()} == {
        "fair": grades["fair"],
        "poor": grades["poor"],
    }
    assert {name: words.zh for name, words in papers._MEETINGS.items()} == meetings
