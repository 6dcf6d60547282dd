"""Ids and records of units, from what offices call them."""

import pytest

from inspection.cli.session import SCHEMAS
from inspection.errors import CannotRunError
from inspection.model.kinds import RESERVED
from inspection.office.founding.register import register
from inspection.office.founding.unit_ids import body_in, spelled
from inspection.office.spreadsheet.grid import Sheet
from inspection.read.schema import Schemas


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("古山社区党总支", "community", "gushan-community"),
        ("古山村党支部", "village", "gushan-village"),
        ("北洲街道党工委", "subdistrict", "beizhou"),
        ("绿源镇党委", "township", "lvyuan"),
        ("区财政局党组", "department", "caizhengju"),
        ("云渚区第三实验学校党总支", "school", "disanshiyanxuexiao"),
        ("101 医院党委", "hospital", "unit101yiyuan"),
        ("office", "other", "office-unit"),
        ("！！", "other", "unit-unit"),
    ],
)
def test_an_id_is_spelled_as_the_name_is_said(name, kind, expected):
    assert spelled(name, kind, "云渚区") == expected
    assert expected not in RESERVED


def test_the_form_of_the_party_organization_is_read_from_the_name():
    assert [body_in(name) for name in ("古山社区党总支", "北洲街道党工委", "区财政局")] == [
        "general_branch", "working_committee", None,
    ]  # fmt: skip


def read(*rows, hidden=frozenset()):
    sheet = Sheet("单位", (("单位名称", "单位类别", "上级", "单位编号", "备注"), *rows), hidden_rows=hidden)
    return register([sheet], Schemas.in_folder(SCHEMAS).of("unit"), "2026-09-20", "样板区")


def ids(found):
    return [one.id for one in found.units]


def told(found):
    return [f"{one.place.words().zh}：{one.words.zh}" for one in found.refusals]


TOWNS = (("青石镇党委", "镇"), ("白石镇党委", "镇"))


def test_two_villages_of_one_name_are_told_apart_by_the_town_above():
    found = read(*TOWNS, ("古山村党支部", "村", "青石镇"), ("古山村党支部", "村", "白石镇"))

    assert ids(found) == ["qingshi", "baishi", "qingshi-gushan-village", "baishi-gushan-village"]
    assert told(found) == []


def test_names_that_sound_alike_are_numbered():
    assert ids(read(("里山镇党委", "镇"), ("李山镇党委", "镇"))) == ["lishan-2", "lishan-3"]


def test_an_id_that_is_given_stands():
    found = read(("青石镇党委", "镇", None, "qs-town"), ("古山村党支部", "村", "qs-town"))

    assert [(one.id, one.record.get("parent")) for one in found.units] == [
        ("qs-town", None), ("gushan-village", "qs-town"),
    ]  # fmt: skip


def test_a_row_says_no_more_than_its_columns():
    (unit,) = read(("青石镇党委", "镇", None, None, "张三 13800000000")).units

    assert unit.record == {
        "name": "青石镇党委", "kind": "township", "body": "party_committee", "joined": "2026-09-20", "in_base": True,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("青石镇党委", None)], "「单位」第 2 行 B 列：单位类别没有写"),
        ([(None, "镇")], "「单位」第 2 行 A 列：单位名称没有写"),
        ([("区财政局", "区直部门")], "「单位」第 2 行：看不出党组织形式"),
        ([("青石镇党委", "镇"), ("青石镇党委", "镇")], "「单位」第 3 行 A 列：与「单位」第 2 行是同一个单位，删去一行"),
        ([("甲镇党委", "镇", None, "a"), ("乙镇党委", "镇", None, "a")], "「单位」第 3 行 D 列：单位编号 a 写了两次"),
        (
            [
                *TOWNS,
                ("古山村党委", "村", "青石镇"),
                ("古山村党委", "村", "白石镇"),
                ("古山学校党支部", "学校", "古山村"),
            ],
            "「单位」第 6 行 C 列：上级「古山村」有几个同名的单位，改写单位编号："
            "baishi-gushan-village、qingshi-gushan-village",
        ),
    ],
)
def test_what_cannot_be_taken_is_named_by_row_and_column(rows, expected):
    (said,) = told(read(*rows))

    assert said.startswith(expected)


def test_a_hidden_row_is_named_and_an_empty_one_passed_over():
    found = read(("青石镇党委", "镇"), (None, None), ("白石镇党委", "镇"), hidden=frozenset({3}))

    assert ids(found) == ["qingshi"]
    assert told(found) == ["「单位」第 4 行：这一行被隐藏或筛选掉了：要读入就取消隐藏，不要就删去"]


def test_a_sheet_without_the_headings_is_no_list_of_units():
    with pytest.raises(CannotRunError, match="单位名称"):
        register([Sheet("说明", (("填表说明",),))], Schemas.in_folder(SCHEMAS).of("unit"), "2026-09-20", "样板区")
