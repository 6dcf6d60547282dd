"""The office's lists, exported and read again: what nobody touched says nothing, and each change says one thing."""

from datetime import date
from functools import cache

import pytest
from tests.office.register_books import TODAY, demonstration, labels
from tests.office.workbooks import Lines, a_workbook, forgetful, resaved

from inspection.derive.statistics import statistics
from inspection.errors import CannotRunError
from inspection.office.desk import Desk
from inspection.office.spreadsheet.exported import of_unit, units_with_rows, whole
from inspection.office.spreadsheet.fingerprints import SHEET
from inspection.office.spreadsheet.listings import listings
from inspection.office.spreadsheet.names import Names
from inspection.office.spreadsheet.reading import sheets_of
from inspection.office.spreadsheet.taking import taking
from inspection.office.spreadsheet.wishes import NewEntry, NewItem, NewProblem, Set
from inspection.office.spreadsheet.workbook import workbook
from inspection.office.words import Words
from inspection.rules.framework import Context


@cache
def desk():
    ledger = demonstration()
    return Desk(Context(ledger, TODAY), Words(ledger, labels(), TODAY))


@cache
def names():
    return Names(demonstration(), desk().words.labels)


@cache
def exported():
    return workbook(whole(desk(), names(), statistics(demonstration(), TODAY)), names())


@cache
def lines(name):
    return Lines(exported(), name)


def read(data, on=None):
    return taking(sheets_of(data), listings(names().labels), on or desk(), names())


def changed(**typed):
    """What is read of the workbook with one sheet's cells typed anew."""
    return read(resaved(exported(), typed["cells"]))


def told(wishes):
    return [f"{one.place.words().zh}：{one.words.zh}" for one in wishes.refusals]


def row_without(name, heading):
    return lines(name).find(heading, None)


def test_what_nobody_touched_wishes_nothing():
    assert read(exported()) == read(forgetful(exported())) == read(resaved(exported()))
    assert read(exported()).wishes == read(exported()).refusals == ()


def test_the_same_ledger_gives_the_same_bytes():
    again = workbook(whole(desk(), names(), statistics(demonstration(), TODAY)), names())

    assert again == exported()


def test_every_sheet_an_office_asks_for_is_there():
    shown = [sheet.name for sheet in sheets_of(exported()) if not sheet.hidden]

    assert shown == [
        "说明", "问题清单", "任务清单", "责任清单", "督办清单", "整改记录",
        "汇总（按轮次）", "汇总（按镇街和单位）", "汇总（按被巡察单位）", "汇总（按问题类别）",
    ]  # fmt: skip


def test_the_summary_tables_add_up_to_the_statistics():
    made = statistics(demonstration(), TODAY).plain()
    for name in ("汇总（按轮次）", "汇总（按被巡察单位）", "汇总（按问题类别）"):
        table = Lines(exported(), name)
        *parts, all_ = [table.at(row, "问题数") for row in range(2, len(table.rows))]
        assert sum(parts) == all_ == made["problems"]["total"]


def test_an_empty_field_is_filled_in():
    row = row_without("问题清单", "定性依据")
    wishes = changed(cells=lines("问题清单").typed(row, 定性依据="=1+1 条例第三条"))

    (wish,) = wishes.wishes
    assert isinstance(wish, Set)
    assert (wish.reference, wish.field, wish.was, wish.value) == (
        lines("问题清单").at(row, "问题编号"), "basis", None, "=1+1 条例第三条",
    )  # fmt: skip
    assert wishes.refusals == ()


@pytest.mark.parametrize(
    ("sheet", "heading", "typed", "said"),
    [
        ("问题清单", "问题表述", "另一种说法", "「问题表述」已经反馈，不能在表里改；写错了的，用 inspection record"),
        ("问题清单", "发现日期", date(2020, 1, 1), "「发现日期」已经记入台账，不能在表里改"),
        ("问题清单", "涉及金额", 5, "「涉及金额」已经记入台账，不能在表里改"),
        ("问题清单", "整改状态", "未整改", "「整改状态」由程序算出，改动不读入"),
        (
            "问题清单",
            "被巡察党组织",
            None,
            "「被巡察党组织」清空了，台账里原有的内容没有删除：写错了的，用 inspection record R13-01-0001 更正；",
        ),
        (
            "问题清单",
            "定性依据",
            None,
            "「定性依据」清空了，台账里原有的内容没有删除：内容写错了的，在这一格写上正确的；",
        ),
        ("问题清单", "问题类别", "财务管里", "「财务管里」不在可选范围内，是不是「财务管理」？"),
        (
            "任务清单",
            "整改期限",
            date(2030, 1, 1),
            "「整改期限」已经记入台账，不能在表里改；要延期的，用 inspection record",
        ),
        ("任务清单", "整改措施", "1. 别的措施", "要增减措施的，用 inspection record"),
        (
            "任务清单",
            "责任岗位",
            "另一岗位",
            "「责任岗位」整改方案已经通过，不能在表里改；要调整的，用 inspection record",
        ),
        ("任务清单", "问题编号", "R13-01-0002", "「问题编号」由编号决定，不能改"),
        ("责任清单", "牵头单位", "区财政局", "「牵头单位」由程序算出，改动不读入"),
        (
            "整改记录",
            "说明",
            "改写",
            "已有的整改记录不能改，也不能删：写错了的，用 inspection record R13-01-0001/1 更正 --entry 1",
        ),
        ("整改记录", "日期", None, "已有的整改记录不能改，也不能删"),
    ],
)
def test_a_cell_that_is_not_taken_over_is_named_with_the_way_to_mend_it(sheet, heading, typed, said):
    wishes = changed(cells=lines(sheet).typed(2, **{heading: typed}))

    (sentence,) = told(wishes)
    place = lines(sheet).column(heading)
    letter = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[place]
    assert sentence.startswith(f"「{sheet}」第 3 行 {letter} 列：")
    assert said in sentence
    assert wishes.wishes == ()


def test_what_is_filled_in_becomes_a_new_entry():
    row = lines("任务清单").find("整改状态", "正在整改")
    typed = {"填报·日期": "2024/12/30", "填报·说明": "已补签合同", "填报·已完成措施": "M1、M2"}
    (wish,) = changed(cells=lines("任务清单").typed(row, **typed)).wishes

    assert isinstance(wish, NewEntry)
    assert wish.reference == lines("任务清单").at(row, "事项编号")
    assert wish.entry == {
        "date": date(2024, 12, 30), "action": "report", "by": "unit", "note": "已补签合同", "done": ("M1", "M2"),
    }  # fmt: skip


def test_the_supervision_list_takes_a_supervision():
    typed = {"填报·日期": date(2024, 12, 30), "填报·办理方式": "督促催办", "填报·说明": "请抓紧"}
    (wish,) = changed(cells=lines("督办清单").typed(2, **typed)).wishes

    assert wish.entry == {
        "date": date(2024, 12, 30), "action": "supervise", "by": "office", "how": "urging", "note": "请抓紧",
    }  # fmt: skip


def test_an_entry_below_the_log_is_new_and_one_that_is_there_already_is_not():
    item, end = lines("整改记录").at(2, "事项编号"), len(lines("整改记录").rows)
    there = {key: lines("整改记录").at(2, key) for key in ("事项编号", "日期", "动作", "办理主体", "说明")}
    new = {"事项编号": item, "日期": "2024-12-30", "动作": "报告进展", "说明": "补记一次"}
    cells = lines("整改记录").typed(end, **there) | lines("整改记录").typed(end + 1, **new)

    (wish,) = changed(cells=cells).wishes

    assert isinstance(wish, NewEntry)
    assert (wish.reference, wish.entry["note"]) == (item, "补记一次")


def test_a_row_without_an_id_is_a_new_problem_or_a_new_item():
    problem = {
        "轮次": "R13-05", "被巡察党组织": "lingzhu", "问题类别": "财务管理", "问题表述": "新发现的问题。",
        "问题性质": "个性问题", "问题来源": "查阅资料", "发现日期": "2024年3月20日", "列入反馈意见": "否",
        "涉及具体个人": "否", "公开标题": "标题", "公开序号": 3,
    }  # fmt: skip
    item = {
        "问题编号": "R13-05-0001", "整改任务": "另立一项任务", "整改类型": "分阶段整改", "牵头单位": "lingzhu",
        "整改期限": "2025-03-01", "整改措施": "1. 甲\n2. 乙",
    }  # fmt: skip
    cells = lines("问题清单").typed(len(lines("问题清单").rows), **problem)
    cells |= lines("任务清单").typed(len(lines("任务清单").rows), **item)

    one, other = changed(cells=cells).wishes

    assert isinstance(one, NewProblem)
    assert (one.round, one.fields["found"], one.fields["in_feedback"]) == ("R13-05", date(2024, 3, 20), False)
    assert one.fields["public"] == {"title": "标题", "number": 3}
    assert isinstance(other, NewItem)
    assert [measure["text"] for measure in other.fields["measures"]] == ["甲", "乙"]


def test_a_new_row_that_lacks_something_says_all_that_it_lacks():
    end = len(lines("问题清单").rows)
    (said,) = told(changed(cells=lines("问题清单").typed(end, 轮次="R13-05", 问题表述="只有表述")))

    assert said == (
        f"「问题清单」第 {end + 1} 行：新增的行缺少「被巡察党组织」、「问题类别」、「问题性质」、「问题来源」、"
        "「发现日期」、「列入反馈意见」、「涉及具体个人」"
    )


def test_what_the_ledger_moved_away_from_since_the_export_is_no_change_of_the_sheet():
    before = demonstration()
    problem = next(one for one in before.problems.values() if one.basis is not None)
    moved = before.problems | {problem.id: type(problem)(**{**_fields(problem), "basis": "后来改的依据"})}
    ledger = type(before)(**{**_fields(before), "problems": moved})
    later = Desk(Context(ledger, TODAY), Words(ledger, labels(), TODAY))
    row = lines("问题清单").find("问题编号", problem.id)

    assert read(exported(), later).wishes == read(exported(), later).refusals == ()
    (said,) = told(read(resaved(exported(), lines("问题清单").typed(row, 定性依据="表里改的")), later))
    assert "导出以后台账里的「定性依据」已经改成「后来改的依据」" in said


def _fields(struct):
    return {name: getattr(struct, name) for name in struct.__struct_fields__}


def test_rows_that_are_gone_or_stand_twice_are_told():
    sheet = next(one for one in sheets_of(exported()) if one.name == "问题清单")
    remembered = next(one for one in sheets_of(exported()) if one.name == SHEET)
    rows = [list(row) for row in sheet.rows]
    wishes = read(a_workbook({"问题清单": [*rows[:-3], rows[2]], SHEET: [list(row) for row in remembered.rows]}))

    assert [note.zh for note in wishes.notes] == [
        "「问题清单」少了导出时的 3 行（R13-07-0010、R13-07-0011、R13-07-0012）：台账里的记录一条也没有删除"
    ]
    assert told(wishes) == [f"「问题清单」第 {len(rows) - 2} 行：{rows[2][0]} 在第 3 行已经有了，这一行没有读入"]


def test_a_units_workbook_holds_its_own_rows_and_nothing_the_office_keeps_to_itself():
    unit = units_with_rows(desk(), names())[5]
    data = workbook(of_unit(desk(), names(), unit), names())
    problems = Lines(data, "问题清单")

    shown = {problems.at(row, "问题编号") for row in range(2, len(problems.rows))}
    mine = {one.id for one in demonstration().problems.values() if one.unit == unit}
    assert mine <= shown
    assert all(
        unit in (one.unit, *(each for item in one.items for each in (item.lead, *item.partners)))
        or any(entry.lead == unit for item in one.items for entry in item.log)
        for one in demonstration().problems.values()
        if one.id in shown
    )
    assert {"问题来源", "涉及具体个人", "归入共性问题"} & set(problems.rows[1]) == set()
    assert read(data).wishes == read(data).refusals == ()


def test_two_columns_of_one_heading_are_refused():
    rows = [["问题编号", "问题类别", "问题表述", "问题类别"], ["R13-01-0001", "财务管理", "x", "y"]]
    with pytest.raises(CannotRunError) as error:
        read(a_workbook({"问题清单": rows}))

    assert error.value.zh == "「问题清单」第 1 行有两个「问题类别」（B 列和 D 列）：请删去或改名其中一个"


@pytest.mark.parametrize(
    ("sheets", "said"),
    [
        ({"Sheet1": []}, "工作簿里没有内容"),
        ({"Sheet1": [["甲", "乙"], [1, 2]]}, "没有认出清单"),
    ],
)
def test_a_workbook_with_nothing_of_ours_is_told(sheets, said):
    with pytest.raises(CannotRunError) as error:
        read(a_workbook(sheets))

    assert error.value.zh.startswith(said)


def test_a_formula_counts_with_its_result_and_hidden_rows_are_told():
    def then(book):
        (sheet,) = book.worksheets()
        sheet.write_formula(1, 1, '="财务"&"管理"', None, "财务管理")
        sheet.set_row(2, None, None, {"hidden": True})

    first, second = list(demonstration().problems.values())[:2]
    rows = [["问题编号", "问题类别", "我的备注"], [first.id, None, "x"], [second.id, "财务管理"]]
    wishes = read(a_workbook({"问题清单": rows}, then))

    assert {one.value for one in wishes.wishes} == {"finance"}
    assert [note.zh for note in wishes.notes] == [
        "「问题清单」有 1 行被隐藏或筛掉，也读入了",
        "「问题清单」有 1 格是公式，读入的是它们上次算出的结果",
        "「问题清单」里没有读入的列：我的备注",
    ]
