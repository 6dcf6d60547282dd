import pytest
from tests.office.writing_desk import schemas

from inspection.office.writing.fields import Field, fields_of
from inspection.office.writing.named import action_of
from inspection.office.writing.said import fields_said
from inspection.office.writing.targets import target_of
from inspection.office.writing.values import NotAValueError, understood, value_of
from inspection.read.suggest import codes_of


def field(kind, name):
    return next(one for one in fields_of(schemas().of(kind)) if one.name == name)


@pytest.mark.parametrize(
    ("kind", "name", "typed", "value"),
    [
        ("problem", "nature", "系统性问题", "systemic"),
        ("problem", "nature", " systemic ", "systemic"),
        ("problem", "found", "2024/3/8", "2024-03-08"),
        ("problem", "found", "2024年3月18日", "2024-03-18"),
        ("problem", "in_feedback", "是", True),
        ("problem", "in_feedback", "false", False),
        ("problem", "amount", "86400.50", "86400.50"),
        ("problem", "amount", "86400", 86400),
        ("problem", "unit", "区民政局", "civil-affairs-bureau"),
        ("problem", "unit", "other-unit", "other-unit"),
        ("problem", "statement", "空格 和，逗号", "空格 和，逗号"),
        ("letter", "from", "巡察办", "office"),
        ("letter", "copies", "纪检监察机关，office", ["discipline", "office"]),
        ("letter", "copies", "[office]", ["office"]),
        ("round", "onsite", "{from: 2024-03-04, to: 2024-04-30}", {"from": "2024-03-04", "to": "2024-04-30"}),
        ("visit", "households", "46", 46),
    ],
)
def test_what_is_typed_becomes_what_is_written(kind, name, typed, value):
    assert value_of(field(kind, name), typed, {"区民政局": "civil-affairs-bureau"}) == value


@pytest.mark.parametrize(
    ("kind", "name", "typed", "said"),
    [
        ("problem", "nature", "系统问题", "是不是「系统性问题」（systemic）？"),
        ("problem", "found", "2024-02-30", "这样的日期"),
        ("problem", "found", "三月", "要写成 2024-03-18"),
        ("problem", "amount", "八万", "要写数字"),
        ("problem", "in_feedback", "也许", "写「是」或「否」"),
        ("visit", "households", "-1", "要写整数"),
        ("round", "onsite", "{from: [", "驻点时间"),
    ],
)
def test_what_is_no_value_is_said_with_what_would_be(kind, name, typed, said):
    with pytest.raises(NotAValueError) as refused:
        value_of(field(kind, name), typed)

    assert said in refused.value.said.zh


def test_a_filled_in_form_is_understood_as_deep_as_it_goes():
    body = {
        "unit": "区民政局", "nature": "个性问题", "items": [{"kind": "立行立改", "due": "2024/5/1", "measures": []}],
        "unknown": 1,
    }  # fmt: skip

    assert understood(fields_of(schemas().of("problem")), body, {"区民政局": "civil-affairs-bureau"}) == {
        "unit": "civil-affairs-bureau", "nature": "individual",
        "items": [{"kind": "immediate", "due": "2024-05-01", "measures": []}], "unknown": 1,
    }  # fmt: skip


def test_a_reason_is_one_of_the_codes_of_its_action():
    codes = {}
    for name in ("ask", "sustain", "replan"):
        action = action_of("item", name)
        assert action is not None
        reason = next(one for one in fields_said(schemas(), "item", action) if one.name == "reason")
        codes[name] = {one.word for one in codes_of(reason.schema)}

    assert "third_party" in codes["ask"]
    assert "historic" in codes["sustain"]
    assert codes["replan"] == set()


@pytest.mark.parametrize(
    ("name", "kind", "path"),
    [
        ("R13-05-0137/1", "item", "problems/R13-05/R13-05-0137.yaml"),
        ("R13-05-0137", "problem", "problems/R13-05/R13-05-0137.yaml"),
        ("R13-05", "round", "rounds/R13-05/round.yaml"),
        ("R13-05/gushan", "inspection", "rounds/R13-05/gushan.yaml"),
        ("C13-03", "common", "common/C13-03/common.yaml"),
        ("C13-03/gushan", "self_check", "common/C13-03/gushan.yaml"),
        ("L2024-011", "letter", "letters/2024/L2024-011.yaml"),
        ("V2024-003", "visit", "visits/2024/V2024-003.yaml"),
        ("T-0042", "person", "people/T-0042.yaml"),
        ("gushan", "unit", "units/gushan.yaml"),
        ("2024", "plan", "plan/2024.yaml"),
        ("ledger/papers/rule.yaml", "paper", "papers/rule.yaml"),
        ("signers", "signers", "signers.yaml"),
    ],
)
def test_an_id_leads_to_its_file(name, kind, path):
    target = target_of(name, {"units/gushan.yaml", "plan/2024.yaml"})

    assert (target.kind, target.path) == (kind, path)


def test_ids_the_tool_gives_are_not_asked_and_others_are():
    needed = {}
    for kind, name in (("item", "evidence"), ("problem", "item"), ("round", "group"), ("plan", "round")):
        action = action_of(kind, name)
        assert action is not None
        needed[name] = "id" in {one.name for one in fields_said(schemas(), kind, action) if one.required}

    assert needed == {"evidence": False, "item": False, "group": False, "round": True}


def test_a_list_of_mappings_is_no_list_of_words():
    measures = Field("add", {"type": "array", "items": {"type": "object"}}, required=False)

    assert value_of(measures, "[{id: M3, text: 再培训}]") == [{"id": "M3", "text": "再培训"}]
