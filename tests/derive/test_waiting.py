from datetime import date

from tests.derive.making import BODIES, a_ledger, a_problem, an_item

from inspection.derive.lives import Lives
from inspection.derive.policies import calendar_of
from inspection.derive.waiting import waiting

START = {"date": "2024-04-01", "action": "start", "by": "unit"}
SUBMIT = {"date": "2024-04-10", "action": "submit", "by": "unit", "vouched": "书记", "evidence": ["E1"], "done": ["M1"]}


def whose_turn(as_of, *log, **item):
    ledger = a_ledger(a_problem(an_item([START, SUBMIT, *log], **item)))
    owed = waiting(Lives(ledger, as_of), calendar_of(ledger))
    return [one.bodies for one in owed if one.clock == "review"]


def agree(by):
    return {"date": "2024-04-11", "action": "agree", "by": by, "how": "documents"}


def test_a_submit_waits_for_the_closing_bodies_that_have_not_agreed():
    later = date(2024, 7, 1)

    assert whose_turn(later) == [("office", "discipline", "parent")]
    assert whose_turn(later, agree("office")) == [("discipline", "parent")]


def test_a_body_that_agreed_as_a_unit_is_not_waited_for_under_its_role():
    assert whose_turn(date(2024, 7, 1), agree(BODIES["discipline"])) == [("office", "parent")]


def test_whoever_rectifies_the_item_is_not_waited_for():
    assert whose_turn(date(2024, 7, 1), partners=["beizhou"]) == [("office", "discipline")]


def test_once_all_have_agreed_any_of_them_may_close():
    agreed = [agree("office"), agree("discipline"), agree("parent")]

    assert whose_turn(date(2024, 7, 1), *agreed) == [("office", "discipline", "parent")]


def test_an_immediate_item_waits_for_the_group_while_it_is_there():
    assert whose_turn(date(2024, 4, 28), kind="immediate") == [("group",)]
    assert whose_turn(date(2024, 4, 29), kind="immediate") == [("office", "discipline", "parent")]
