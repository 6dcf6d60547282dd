from datetime import date
from itertools import product

import msgspec
import pytest
from tests.derive.making import FAR, PROBLEM, a_ledger, a_problem, an_item, entry, record

from inspection.derive.lives import Lives, born, setting_of
from inspection.derive.status import Status, problem_status
from inspection.model.matters import Letter

NOT, GOING, DONE, CLOSED, LONG, GONE = (
    Status.NOT_STARTED, Status.IN_PROGRESS, Status.BASICALLY_DONE, Status.CLOSED, Status.LONG_TERM, Status.WITHDRAWN,
)  # fmt: skip
SUBMIT = entry("08-16", "submit", vouched="书记", evidence=["E1"], done=["M1"])
WITHDRAW = entry("07-01", "withdraw", "leading_group", paper="decision", into="R13-05-0138")


@pytest.mark.parametrize(
    ("items", "status"),
    [
        ([], NOT),
        ([GONE, GONE], GONE),
        ([CLOSED, CLOSED], CLOSED),
        ([CLOSED, GONE], CLOSED),
        ([CLOSED, LONG], LONG),
        ([LONG], LONG),
        ([CLOSED, LONG, DONE], DONE),
        ([DONE], DONE),
        ([NOT, NOT, GONE], NOT),
        ([NOT, CLOSED], GOING),
        ([GOING, CLOSED], GOING),
        ([NOT, DONE], GOING),
    ],
)
def test_a_problem_ranks_by_its_items_left(items, status):
    assert problem_status(items) is status


def test_a_problem_is_closed_only_when_every_item_left_is():
    for items in product((NOT, GOING, DONE, CLOSED, LONG, GONE), repeat=3):
        left = set(items) - {GONE}

        assert (problem_status(items) is CLOSED) is (left == {CLOSED})


def status(*logs, as_of=FAR, kind="phased"):
    problem = a_problem(*(an_item(log, id=place + 1, kind=kind) for place, log in enumerate(logs)))
    return Lives(a_ledger(problem), as_of).status(problem)


def test_a_submitted_item_ranks_as_the_status_it_came_from():
    going = [entry("06-20", "start"), SUBMIT]
    done = [entry("06-20", "start"), entry("07-01", "achieve", note="完成", next="2024-09-01"), SUBMIT]

    assert status(going) is GOING
    assert status(done) is DONE
    assert status(done, as_of=date(2024, 6, 30)) is GOING


def test_a_problem_without_items_is_not_started():
    assert status() is NOT


def test_items_count_from_the_day_they_exist():
    assert status([entry("05-20", "start")], as_of=date(2024, 6, 6)) is NOT
    assert status([entry("05-20", "start")], as_of=date(2024, 6, 7)) is GOING


def test_two_items_of_the_same_id_have_each_their_own_life():
    problem = a_problem(an_item([entry("06-20", "start")]), an_item([]))
    lives = Lives(a_ledger(problem), FAR)

    assert [lives.of(problem, item).status for item in problem.items] == [GOING, NOT]
    assert [one.status for _, one in lives.of_problem(problem)] == [GOING, NOT]


def test_an_item_from_elsewhere_has_a_life_too():
    problem = a_problem(an_item([]))
    stranger = a_problem(an_item([entry("06-20", "start")])).items[0]

    assert Lives(a_ledger(problem), FAR).of(problem, stranger).status is GOING


def test_withdrawn_items_and_overdue_problems_are_named():
    problem = a_problem(an_item([WITHDRAW]), an_item([], id=2))
    lives = Lives(a_ledger(problem), date(2024, 8, 21))

    assert lives.withdrawn(problem) == {1}
    assert lives.overdue(problem)
    assert not Lives(a_ledger(problem), date(2024, 8, 20)).overdue(problem)


def day_born(kind="phased", ledger=None, **item):
    problem = a_problem(an_item([], kind=kind, **item))
    return born(ledger or a_ledger(), problem, problem.items[0])


def test_an_item_exists_from_its_plan():
    assert day_born() == date(2024, 6, 7)
    assert day_born("long_term") == date(2024, 6, 7)


def test_without_a_plan_an_item_exists_from_the_finding():
    assert day_born(ledger=a_ledger(inspections={})) == date(2024, 3, 18)


def test_an_immediate_item_exists_from_its_notice_s_issue():
    log = [entry("03-25", "issue", "group"), entry("03-26", "receive")]
    plain = {"kind": "immediate_notice", "from": "group", "to": "gushan-community", "subject": "立行立改", "log": log}
    letters = {"L2024-001": record(Letter, "letters/2024/L2024-001.yaml", plain)}

    assert day_born("immediate", a_ledger(letters=letters), notice="L2024-001") == date(2024, 3, 25)
    assert day_born("immediate", notice="L2024-001") == date(2024, 3, 18)
    assert day_born("immediate") == date(2024, 3, 18)


def test_the_group_leaves_the_unit_or_else_the_round():
    problem = a_problem(an_item([]))
    ledger = a_ledger(problem)
    own = setting_of(ledger, problem, problem.items[0]).left
    of_round = setting_of(msgspec.structs.replace(ledger, inspections={}), problem, problem.items[0]).left
    nowhere = setting_of(msgspec.structs.replace(ledger, inspections={}, rounds={}), problem, problem.items[0]).left

    assert (own, of_round, nowhere) == (date(2024, 4, 28), date(2024, 4, 28), None)
    assert problem.id == PROBLEM
