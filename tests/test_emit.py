"""The demonstration's own YAML writer against PyYAML and the project's reader."""

import re
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from inspection.emit import Number, emit


class Core(yaml.CSafeLoader):
    """YAML 1.2 core, numbers with a point as text: what the project's reader hands on."""


Core.yaml_implicit_resolvers = {}
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(true|True|TRUE|false|False|FALSE)\Z"), list("tTfF"))
Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+\Z"), list("-+0123456789"))
Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(~|null|Null|NULL|)\Z"), ["~", "n", "N", ""])

LINES = st.lists(st.sampled_from(["甲。", "乙：3 处", " 丙", "# 丁", ""])).map(lambda lines: "\n".join((*lines, "")))
TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\x85\u2028\u2029\ufeff"),
    max_size=30,
)
SCALARS = st.one_of(TEXT, LINES, st.integers(-(10**9), 10**9), st.booleans())
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT.filter(bool), inner, max_size=4),
    max_leaves=20,
)


def read(text: str) -> Any:
    return yaml.load(text, Loader=Core)


@given(st.dictionaries(TEXT.filter(bool), VALUES, min_size=1, max_size=5))
def test_what_is_written_is_read_back_exactly(record: dict[str, Any]) -> None:
    assert read(emit(record)) == record


def test_a_record_looks_like_the_examples_of_the_data_model() -> None:
    record = {
        "unit": "gushan-community",
        "found": "2024-03-18",
        "statement": "第一句。\n第二句。\n",
        "amount": Number("86400.00"),
        "code": "990101005202",
        "public": {"number": 1, "title": "集体房产出租未公开招租"},
        "items": [
            {
                "id": 1,
                "partners": ["beizhou"],
                "evidence": [{"id": "E1", "sha256": "2c26b46b68ffc68f"}],
                "log": [{"date": "2024-06-20", "action": "start", "by": "unit"}],
            }
        ],
    }

    assert emit(record).splitlines() == [
        "unit: gushan-community",
        "found: 2024-03-18",
        "statement: |",
        "  第一句。",
        "  第二句。",
        "amount: 86400.00",
        'code: "990101005202"',
        "public: {number: 1, title: 集体房产出租未公开招租}",
        "items:",
        "  - id: 1",
        "    partners: [beizhou]",
        "    evidence:",
        '      - {id: E1, sha256: "2c26b46b68ffc68f"}',
        "    log:",
        "      - {date: 2024-06-20, action: start, by: unit}",
    ]


@pytest.mark.parametrize(
    "text", ["yes", "no", "on", "null", "~", "12:30", "0x1f", "1e5", "007", "", " a", "a: b", "- a"]
)
def test_text_a_reader_could_take_for_something_else_is_quoted(text: str) -> None:
    assert emit({"note": text}) == f'note: "{text}"\n'


@pytest.mark.parametrize(
    "text", ["2024-03-18", "2024-03", "15wd", "2+N", "1+2+N", "R13-05-0137/1", "村民反映，已答复（两次）"]
)
def test_text_no_reader_mistakes_has_no_quotes(text: str) -> None:
    assert emit({"note": text}) == f"note: {text}\n"
