"""What messages call units, bodies and codes."""

from datetime import date

import pytest
from msgspec.structs import replace
from tests.rules.ledgers import TODAY, base, found, with_policy, with_problems

from inspection.finding import Words
from inspection.model.district import Name
from inspection.model.problems import Entry
from inspection.rules.framework import Context

UNIT = base().units["qinglan-community"]


def context(ledger=None, today=TODAY):
    return Context(ledger or base(), today)


def with_unit(**changes):
    return replace(base(), units=base().units | {UNIT.id: replace(UNIT, **changes)})


def test_a_unit_is_called_by_its_name_and_id():
    assert context().called(UNIT.id) == Words(
        "「青岚社区党总支（qinglan-community）」", "青岚社区党总支 (qinglan-community)"
    )


def test_a_unit_that_is_not_there_has_its_id_alone():
    assert context().called("nowhere") == Words("「nowhere」", "nowhere")


@pytest.mark.parametrize(
    "name", ["青岚\nledger/x.yaml:1:1: 错误", "青岚\u202e", "青岚 138 0000 1234", "１１０１０５２０"]
)
def test_a_name_that_is_no_name_is_not_repeated(name):
    assert context(with_unit(name=name)).called(UNIT.id) == Words("「qinglan-community」", "qinglan-community")


def test_a_number_that_belongs_to_a_name_stays():
    assert context(with_unit(name="第017村党支部")).called(UNIT.id).en == "第017村党支部 (qinglan-community)"


def test_roles_and_units_stand_side_by_side():
    assert context().called_all(["office", UNIT.id]) == Words(
        "巡察办、「青岚社区党总支（qinglan-community）」", "office, 青岚社区党总支 (qinglan-community)"
    )


def test_the_district_s_own_words_are_used_and_english_is_kept_where_it_gives_none():
    ledger = with_policy(labels={"office": Name(zh="区委巡察机构"), "closed": Name(zh="已销号", en="settled")})

    assert context(ledger).called("office") == Words("区委巡察机构", "office")
    assert context(ledger).word("closed", Words("已完成", "closed")) == Words("已销号", "settled")
    assert context(ledger).word("open", Words("未办结", "open")) == Words("未办结", "open")


def test_the_words_are_those_of_the_policy_in_force():
    now, later = base().policies[0], date(2025, 6, 1)
    ledger = replace(base(), policies=(now, replace(now, id=later.isoformat(), labels={"office": Name(zh="巡察机构")})))

    assert [context(ledger, day).called("office").zh for day in (TODAY, later)] == ["巡察办", "巡察机构"]


@pytest.mark.parametrize("word", ["立行立改", "即知即改", "边巡边改"])
def test_messages_call_an_immediate_item_as_the_district_does(word):
    problem = base().problems["R13-02-0002"]
    item = replace(problem.items[0], kind="immediate", log=())
    ledger = replace(
        with_problems(replace(problem, items=(item,))),
        policies=with_policy(labels={"immediate": Name(zh=word)}).policies,
    )
    (left_open,) = found("LIF09", ledger)
    sustained = Entry(date=TODAY, action="sustain", by="office", reason="construction", check=date(2025, 6, 1))
    begun = Entry(date=TODAY, action="start", by="unit")
    refused = [one.message.zh for one in found("LIF01", with_log(ledger, item, begun, sustained))]

    assert f"：{word}，巡察组 " in left_open.message.zh
    assert [said for said in refused if said.endswith(f"：{word}事项不能转为长期坚持")]


def test_messages_call_statuses_and_actions_as_the_district_does():
    labels = {"not_started": Name(zh="尚未启动"), "close": Name(zh="销账")}
    item = replace(base().problems["R13-02-0002"].items[0], log=())
    closed = Entry(date=TODAY, action="close", by="office")
    ledger = with_log(replace(base(), policies=with_policy(labels=labels).policies), item, closed)
    (refused,) = found("LIF01", ledger)

    assert refused.message.zh.endswith("：此时是「尚未启动」，不能销账")


def with_log(ledger, item, *entries):
    problem = replace(ledger.problems["R13-02-0002"], items=(replace(item, log=entries),))
    return replace(ledger, problems=ledger.problems | {problem.id: problem})
