"""An office's own sheet by a mapping file: merged cells, numbered measures, days as people write them."""

from datetime import date
from pathlib import Path

import pytest
from tests.office.register_books import TODAY, demonstration, labels
from tests.office.workbooks import a_workbook

from inspection.errors import CannotRunError
from inspection.office.desk import Desk
from inspection.office.spreadsheet.mapping import MEANINGS, mapped
from inspection.office.spreadsheet.names import Names
from inspection.office.spreadsheet.own import own_sheet
from inspection.office.spreadsheet.reading import sheets_of
from inspection.office.spreadsheet.wishes import NewEntry, NewItem, NewProblem
from inspection.office.words import Words
from inspection.rules.framework import Context

HOME = Path(__file__).resolve().parents[2]
EXAMPLE = (HOME / "docs" / "examples" / "own-sheet.yaml").read_bytes()
HEADS = [
    "序号",
    "反馈问题",
    "问题类别",
    "整改措施",
    "责任领导",
    "责任单位",
    "责任人",
    "完成时限",
    "整改进展",
    "完成情况",
]


def read(data, mapping=EXAMPLE):
    told = mapped(mapping, "own-sheet.yaml")
    ledger = demonstration()
    desk = Desk(Context(ledger, TODAY), Words(ledger, labels(), TODAY))
    names = Names(ledger, desk.words.labels, told.units, told.codes)
    return own_sheet(sheets_of(data), told, desk, names, TODAY)


def sheet(*rows, then=None):
    """A sheet as a unit makes it: a title, the headings in the third row, and the rows below."""
    return a_workbook({"整改台账": [["某社区整改台账"], ["填报单位：某社区"], HEADS, *rows]}, then)


def refusals(wishes):
    return [f"{one.place.words().zh}：{one.words.zh}" for one in wishes.refusals]


def test_a_merged_cell_counts_for_all_its_rows():
    def then(book):
        (one,) = book.worksheets()
        one.merge_range(3, 0, 3, 9, "一、财务管理方面")
        for column, value in (
            (0, 1),
            (1, "报销附件不全，2 笔支出没有签字。"),
            (2, "财务"),
            (4, "社区党委书记"),
            (5, "社区"),
        ):
            one.merge_range(4, column, 5, column, value)

    wishes = read(
        sheet(
            [],
            [None, None, None, "1.补齐附件；\n2.修订办法。", None, None, "张某", date(2025, 1, 20), "附件已补齐"],
            [None, None, None, "开展培训", None, None, "张某", "2025.2.28"],
            ["填表人：", None, None],
            then=then,
        )
    )

    (wish,) = wishes.wishes
    assert isinstance(wish, NewProblem)
    assert {key: wish.fields[key] for key in ("unit", "category", "nature", "statement")} == {
        "unit": "luze-community", "category": "finance", "nature": "individual",
        "statement": "报销附件不全，2 笔支出没有签字。",
    }  # fmt: skip
    first, second = wish.fields["items"]
    assert [one["text"] for one in first["measures"]] == ["补齐附件", "修订办法。"]
    assert first["log"] == ({"date": TODAY, "action": "report", "by": "unit", "note": "附件已补齐"},)
    assert (second["task"], second["due"]) == ("开展培训", date(2025, 2, 28))
    assert {first["lead"], second["lead"]} == {"luze-community"}
    assert {first["responsible"], second["responsible"]} == {"社区党委书记"}
    assert wishes.refusals == ()
    assert [note.zh for note in wishes.notes][1] == "有 2 行不是问题行（小标题、落款等），没有读入"


def test_a_row_that_names_no_problem_goes_with_the_one_above():
    (wish,) = read(
        sheet(
            [1, "账目不清。", "财务", "甲", "书记", "社区", "", "2025-01-20"],
            [None, None, None, "乙", "书记", "社区", "", "2025-02-20"],
        )
    ).wishes

    assert [item["task"] for item in wish.fields["items"]] == ["甲", "乙"]


def test_every_cell_that_cannot_be_read_is_named_and_nothing_of_its_problem_is_taken():
    wishes = read(
        sheet(
            [1, "账目不清。", "财务", "甲", "书记", "社区", "", "2025年2月底前"],
            [2, "手续不全。", "其他类", "乙", "书记", "某单位", "", "2025-01-20"],
            [3, "另一个问题。", "财务", "丙", "书记", "社区", "", "2025-01-20"],
        )
    )

    assert refusals(wishes)[:1] == ["「整改台账」第 4 行 H 列：「2025年2月底前」不是日期：请写成 2024-03-18"]
    assert [one.split("：")[0] for one in refusals(wishes)[1:]] == [
        "「整改台账」第 5 行 C 列",
        "「整改台账」第 5 行 F 列",
    ]
    assert [one.fields["statement"] for one in wishes.wishes] == ["另一个问题。"]


def test_a_problem_of_the_ledger_is_known_by_its_words_and_only_what_is_new_is_wished():
    problem = next(one for one in demonstration().problems.values() if one.round == "R13-06" and len(one.items) == 1)
    item = problem.items[0]
    mapping = EXAMPLE.replace(b"luze-community", problem.unit.encode())
    row = [1, problem.statement, None, "\n".join(one.text for one in item.measures), None, None, "", item.due]

    assert read(sheet(row), mapping).wishes == ()
    (entry,) = read(sheet([*row, "又有进展"]), mapping).wishes
    assert isinstance(entry, NewEntry)
    assert entry.reference == f"{problem.id}/{item.id}"
    assert entry.entry == {"date": TODAY, "action": "report", "by": "unit", "note": "又有进展"}
    assert read(sheet([*row, item.log[0].note]), mapping).wishes == ()
    (said,) = refusals(read(sheet([*row[:7], date(2030, 1, 1)]), mapping))
    assert said.startswith("「整改台账」第 4 行 H 列：「整改期限」已经记入台账，不能在表里改")


def test_a_further_measure_row_of_a_problem_of_the_ledger_is_a_new_item():
    problem = next(one for one in demonstration().problems.values() if one.round == "R13-06" and len(one.items) == 1)
    mapping = EXAMPLE.replace(b"luze-community", problem.unit.encode())
    known = [1, problem.statement, None, "\n".join(one.text for one in problem.items[0].measures)]
    wishes = read(sheet(known, [None, None, None, "另一项措施", None, None, None, "2025-06-30"]), mapping).wishes

    (wish,) = wishes
    assert isinstance(wish, NewItem)
    assert (wish.reference, wish.fields["task"], wish.fields["due"]) == (problem.id, "另一项措施", date(2025, 6, 30))


def test_a_status_is_compared_and_never_written():
    row = [1, "账目不清。", "财务", "甲", "书记", "社区", "", "2025-01-20"]

    assert refusals(read(sheet([*row, "", "整改中"]))) == []
    (said,) = refusals(read(sheet([*row, "", "已完成"])))
    assert said.startswith("「整改台账」第 4 行 J 列：「已完成」不能直接填：状态由整改记录算出（现为「未整改」）")


def test_headings_may_take_two_rows():
    def then(book):
        (one,) = book.worksheets()
        for column in (0, 1, 2):
            one.merge_range(0, column, 1, column, ["序号", "反馈问题", "问题类别"][column])
        one.merge_range(0, 3, 0, 4, "整改")

    rows = [[], [None, None, None, "整改措施", "完成时限"], [1, "账目不清。", "财务", "甲", "2025-01-20"]]
    (wish,) = read(a_workbook({"表": rows}, then)).wishes

    assert wish.fields["items"][0]["due"] == date(2025, 1, 20)


def test_amounts_in_ten_thousands_are_yuan_in_the_ledger():
    mapping = EXAMPLE.replace(b"# yuan: 10000", b"yuan: 10000").replace(
        "备注: ignore".encode(), "金额: problem.amount".encode()
    )
    rows = [["序号", "反馈问题", "整改措施", "完成时限", "金额"], [1, "账目不清。", "甲", "2025-01-20", 8.64]]
    (wish,) = read(a_workbook({"表": rows}), mapping).wishes

    assert str(wish.fields["amount"]) == "86400.00"


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        ("columns: {a: problem.statment}", "m.yaml：没有「problem.statment」这个含义，是不是 problem.statement？"),
        ("column: {}", "m.yaml：不认识「column」，可以写 sheet、head、round、columns、defaults、units、codes、yuan"),
        ("columns: [a]", "m.yaml：columns 要写成「名称: 含义」"),
        ("head: three\ncolumns: {}", "m.yaml：head 要写整数"),
        ("columns: {甲: item.due, 乙: item.due}", "m.yaml：「甲」和「乙」都写了 item.due，只能有一列"),
        ("columns: {a: b", "m.yaml 第 1 行："),
    ],
)
def test_a_mapping_that_makes_no_sense_is_told(mapping, said):
    with pytest.raises(CannotRunError) as error:
        mapped(mapping.encode(), "m.yaml")

    assert error.value.zh.startswith(said)


def test_a_sheet_without_the_headings_is_told():
    with pytest.raises(CannotRunError) as error:
        read(a_workbook({"表": [["甲", "乙"], [1, 2]]}))

    assert error.value.zh.startswith("没有找到表头：前 20 行里没有「序号」「反馈问题」")


def test_every_meaning_is_documented():
    text = (HOME / "docs" / "spreadsheets.md").read_text(encoding="utf-8")

    assert [one for one in MEANINGS if f"`{one}`" not in text] == []
