import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.samples import finding, located

from inspection.finding import Severity
from inspection.report import terminal
from inspection.report.cells import cells, clipped, inert

LINE = "  note: 老街社区, by: unit"


def shown(line, column, width=80):
    one = located(finding("LIF05", Severity.ERROR, "a.yaml"), 7, column)
    return list(terminal.lines([one], "en", lambda _: line, width))


def test_the_caret_stands_below_the_character_though_chinese_takes_two_cells():
    assert shown(LINE, LINE.index("by") + 1) == [
        "ledger/a.yaml:7:15: error LIF05 wrong",
        "  7 |   note: 老街社区, by: unit",
        "    |                   ^",
        "  help: mend it",
    ]


def test_a_long_line_is_cut_on_both_sides_of_the_caret():
    line = "甲" * 50 + "HERE" + "乙" * 50

    assert shown(line, 51, width=40)[1:3] == [
        "  7 | …甲甲甲甲甲甲甲甲甲甲HERE乙乙乙乙…",
        "    |                      ^",
    ]


@pytest.mark.parametrize("line", [None, "", "   "])
def test_without_a_line_there_is_no_caret(line):
    assert shown(line, 1) == ["ledger/a.yaml:7:1: error LIF05 wrong", "  help: mend it"]


def test_what_steers_a_terminal_is_only_shown():
    assert inert("a\x1b[31m\u202eb\tc\u3000d") == "a?[31m?b c d"


def test_a_caret_may_stand_behind_the_end_of_a_line():
    assert shown("ab", 9)[1:3] == ["  7 | ab", "    |   ^"]


@given(st.text(st.characters(codec="utf-8"), max_size=60), st.integers(0, 80), st.integers(10, 60))
def test_no_line_is_wider_than_its_room_and_the_caret_is_in_it(text, at, room):
    line, before = clipped(inert(text), at, room)

    assert cells(line) <= room
    assert 0 <= before <= cells(line)


def many(code, count):
    return [located(finding(code, Severity.WARNING, f"{code}.yaml"), line, 1) for line in range(1, count + 1)]


@pytest.mark.parametrize(
    ("language", "closing"),
    [
        ("zh", ["另有 3 条 DUE01（加 --all 全部列出）", "另有 1 条 LIF05（加 --all 全部列出）"]),
        ("en", ["and 3 more DUE01 (--all lists them)", "and 1 more LIF05 (--all lists them)"]),
    ],
)
def test_of_one_code_eight_are_shown_and_the_rest_is_counted(language, closing):
    findings = [*many("LIF05", 9), *many("DUE01", 11), *many("RND01", 8)]
    lines = list(terminal.lines(findings, language, lambda _: None, 80))

    assert lines[-2:] == closing
    assert [sum(f" {code} " in line for line in lines[:-2]) for code in ("LIF05", "DUE01", "RND01")] == [8, 8, 8]


def test_all_of_them_are_shown_when_asked_for():
    lines = list(terminal.lines(many("LIF05", 9), "en", lambda _: None, 80, None))

    assert len(lines) == 18
    assert lines[-2] == "ledger/LIF05.yaml:9:1: warning LIF05 wrong"
