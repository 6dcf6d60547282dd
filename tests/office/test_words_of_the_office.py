"""What is typed in an office's words is understood, and what is refused is said in them."""

import pytest
from tests.office.writing_desk import context, item_that_is, schemas, written

from inspection.errors import UsageError
from inspection.finding import Words
from inspection.office.writing import Fact
from inspection.office.writing.fields import fields_of
from inspection.office.writing.pointed import pointed
from inspection.office.writing.spoken import spoken, uncoded
from inspection.office.writing.targets import near_to, target_of
from inspection.office.writing.values import NotAValueError, value_of

NAMES = {"区民政局": "civil-affairs-bureau", "区审计局": "audit-bureau"}


def field(kind, name):
    return next(one for one in fields_of(schemas().of(kind)) if one.name == name)


@pytest.mark.parametrize(
    ("kind", "name", "typed", "value"),
    [
        ("visit", "units", "区民政局、区审计局", ["civil-affairs-bureau", "audit-bureau"]),
        ("common", "addressees", "[区民政局]", ["civil-affairs-bureau"]),
        ("letter", "suggestions", "摸清底数，逐笔核对；完善制度", ["摸清底数，逐笔核对", "完善制度"]),
        ("problem", "found", "２０２４年８月２６日", "2024-08-26"),
        ("problem", "found", "20240826", "2024-08-26"),
        ("problem", "amount", "￥86,400.50元", "86400.50"),
        ("problem", "amount", "8.6万元", "86000.0"),
        ("visit", "households", "１２", 12),
        ("problem", "in_feedback", "√", True),
        ("checklist", "applies_to", "{kinds: [社区]}", {"kinds": ["community"]}),
    ],
)  # fmt: skip
def test_an_offices_way_of_writing_is_understood(kind, name, typed, value):
    assert value_of(field(kind, name), typed, NAMES) == value


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("区民政", "没有登记名为「区民政」的单位，是不是「区民政局」？"),
        ("王五 13800138000", "没有登记这样的单位，请照单位登记写名称或编号"),
    ],
)
def test_a_unit_nobody_knows_is_answered_with_the_nearest_and_no_number_is_repeated(typed, said):
    with pytest.raises(NotAValueError) as refused:
        value_of(field("problem", "unit"), typed, NAMES)

    assert refused.value.said.zh == said


@pytest.mark.parametrize(
    ("kind", "typed", "pointer"),
    [
        ("round", "公告日期", "/announced"),
        ("round", "/announced", "/announced"),
        ("inspection", "反馈/反馈日期", "/feedback/date"),
        ("plan", "rounds/0/季度", "/rounds/0/quarter"),
    ],
)
def test_a_place_is_named_by_labels_or_keys(kind, typed, pointer):
    assert pointed(schemas().of(kind), typed)[0] == pointer


def test_a_place_that_is_not_there_is_answered_with_the_nearest():
    with pytest.raises(UsageError, match="没有字段「公告日」，是不是「公告日期」（announced）？"):
        pointed(schemas().of("round"), "公告日")


def test_measures_that_a_log_adds_have_numbers_nobody_had():
    item = item_that_is("in_progress")
    problem = context().head.problems[item.partition("/")[0]]
    held = [one.id for one in next(one for one in problem.items if str(one.id) == item[-1]).measures]
    measure = {"text": "复核", "due": "2025-01-20", "type": "other"}
    add = {"date": "2024-12-31", "by": "office", "reason": "补充", "add": [measure]}

    result = written(Fact(item, "replan", add))

    assert result.refused == ()
    (place,) = [at for at, one in enumerate(problem.items) if str(one.id) == item[-1]]
    (made,) = result.ledger.problems[problem.id].items[place].log[-1].add
    assert made.id == f"M{len(held) + 1}"


def test_what_a_rule_says_of_yaml_is_said_in_labels():
    problem = schemas().of("problem")

    def said(zh):
        return spoken(Words(zh, ""), problem, "problem", "/items/0/log/1/note").zh

    assert said("用 `reopen` 重新整改，写明 `visit`") == "用「重新整改」（reopen）重新整改，写明「依据的督查」（visit）"
    assert (
        said("的文字 `items/1/log/8/note` 里有手机号码") == "的文字「整改事项第 2 项·整改记录第 9 项·说明」里有手机号码"
    )
    assert said("缺少说明（`note`）") == "缺少说明（note）"
    assert said("写在 `nowhere` 里") == "写在 `nowhere` 里"
    assert uncoded("重新整改（reopen，巡察办办理，需写新的期限(due)）") == "重新整改（巡察办办理，需写新的期限）"


@pytest.mark.parametrize(
    ("typed", "near"), [("inspection-offic", "inspection-office"), ("audit-bureu", "audit-bureau")]
)
def test_an_id_nobody_has_is_answered_with_the_nearest(typed, near):
    with pytest.raises(UsageError, match=f"台账里没有「{typed}」，是不是 {near}？"):
        target_of(typed, [record.path for record in context().head.records()])


def test_a_problem_that_is_not_there_is_answered_with_one_of_its_round():
    there = [record.path for record in context().head.records()]

    assert near_to(target_of("R13-07-00001"), there) == "R13-07-0001"
