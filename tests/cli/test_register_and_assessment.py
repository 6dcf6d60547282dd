"""`inspection register` and `inspection assessment`, as they are typed."""

import csv
import io
import json
from pathlib import Path

import pytest

from inspection.cli import main

DEMONSTRATION = Path(__file__).resolve().parents[2] / "ledger"


@pytest.fixture
def type_(capsys):
    """Type a command about the demonstration; get its exit code, what it printed and what it complained of."""

    def typed(*arguments):
        code = main([arguments[0], "--ledger", str(DEMONSTRATION), "--language", "zh", *arguments[1:]])
        said = capsys.readouterr()
        return code, said.out, said.err

    return typed


def table(text):
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_the_four_lists_of_common_problems_come_as_csv(type_):
    lists = {name: type_("register", f"common/{name}", "--format", "csv")[1]
             for name in ("problems", "responsibilities", "rectification", "supervision")}  # fmt: skip

    assert all(text.startswith("\ufeff") for text in lists.values())
    assert {row["编号"] for row in table(lists["rectification"])} <= {row["编号"] for row in table(lists["problems"])}
    assert {row["责任类别"] for row in table(lists["responsibilities"])} == {"主管部门", "分管领导", "自查单位"}


def test_a_table_says_the_same_as_text_and_json(type_):
    rows = json.loads(type_("register", "letters/urging", "--format", "json")[1])["rows"]
    _, text, _ = type_("register", "letters/urging")

    assert rows
    assert text.splitlines()[0] == f"督办升级（{len(rows)}）"
    assert len(text.splitlines()) == len(rows) + 2
    assert all(row["item"] in text for row in rows)


def test_without_a_name_every_table_is_listed(type_):
    code, text, _ = type_("register")

    assert code == 0
    assert "common/supervision        督办清单" in text.splitlines()


def test_an_unknown_table_is_answered_with_those_there_are(type_):
    code, text, complaint = type_("register", "common/lists")

    assert (code, text) == (2, "")
    assert "没有登记表 common/lists；有 common/problems、" in complaint


def test_the_assessment_of_a_year_says_the_same_in_every_form(type_):
    rows = table(type_("assessment", "2024", "--format", "csv")[1])
    told = json.loads(type_("assessment", "2024", "--format", "json")[1])
    _, text, _ = type_("assessment", "2024")

    assert told["table"] == "assessment/2024"
    assert [row["编号"] for row in rows] == [row["id"] for row in told["rows"]]
    assert text.splitlines()[0] == f"2024 年度考核（截至 2024-12-31）（{len(rows)}）"


def test_a_year_that_has_not_come_has_no_assessment(type_):
    assert type_("assessment", "2025") == (2, "", "inspection: 2025 年还没有到（今天是 2024-12-31）\n")
