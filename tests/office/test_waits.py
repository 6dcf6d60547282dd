from datetime import date

from tests.derive.logs import ASKED, LONG, START, SUBMITTED
from tests.derive.making import PROBLEM, ROUND, UNIT, a_ledger, record
from tests.office.desks import desk_with, problems_of

from inspection.derive.waiting import waiting
from inspection.model.inspections import Inspection
from inspection.model.matters import CommonProblem, Letter, Visit
from inspection.model.rounds import Round
from inspection.office.lights import rows_of
from inspection.office.queues import WORDS, queue_pages
from inspection.office.stages import standings
from inspection.office.waits import waits

DAY = date(2024, 9, 20)
ONSITE = {"from": "2024-03-04", "to": "2024-04-28"}
DONE = {"analysed": "2024-05-15", "assigned": "2024-05-20", "followed": "2024-09-01", "used": "2024-09-02"}


def desk_on(*logs, inspection=None, round_=None, **other):
    made = record(Inspection, f"rounds/{ROUND}/{UNIT}.yaml", inspection or {"reach": "answering"})
    base = {"kind": "regular", "organizer": "office", "onsite": ONSITE, "after": DONE}
    rounds = {ROUND: record(Round, f"rounds/{ROUND}/round.yaml", {**base, **(round_ or {})})}
    ledger = a_ledger(*problems_of(*logs), inspections={(ROUND, UNIT): made}, rounds=rounds, **other)
    return desk_with(ledger, DAY)


def owed_in(desk):
    return waits(desk, rows_of(desk), standings(desk))


def told(desk, *steps):
    return [(one.debtor, one.creditor, one.step, one.about) for one in owed_in(desk) if one.step in steps]


def test_a_unit_owes_the_office_its_items_and_the_bodies_owe_the_unit_their_word():
    desk = desk_on(START, SUBMITTED)
    first, second = f"{PROBLEM}/1", f"{PROBLEM[:-1]}8/1"

    assert told(desk, "unit") == [(UNIT, "inspection-office", "unit", first)]
    assert sorted(told(desk, "review")) == [
        ("beizhou", UNIT, "review", second),
        ("district-discipline", UNIT, "review", second),
        ("inspection-office", UNIT, "review", second),
    ]


def test_steps_have_been_owed_since_the_submit_or_the_ask():
    since = {one.step: one.since for one in owed_in(desk_on(ASKED, SUBMITTED))}

    assert (since["review"], since["answer"], since["unit"]) == (date(2024, 8, 16), date(2024, 8, 10), None)


def test_every_clock_of_an_item_is_somebodys_to_act_on():
    desk = desk_on(START, ASKED, SUBMITTED, LONG)

    steps = {(f"{one.problem.id}/{one.item.id}", one.clock, one.due) for one in waiting(desk.lives, desk.calendar)}

    assert {(one.about, one.step, one.due) for one in owed_in(desk)} == steps


def test_who_owes_what_around_a_feedback():
    feedback = {
        "date": "2024-09-02", "by": "group", "given": {"unit": "2024-09-02"}, "signed": {"unit": "2024-09-03"},
        "copied": {"discipline": "2024-09-03"},
    }  # fmt: skip
    desk = desk_on(inspection={"reach": "full", "onsite": ONSITE, "feedback": feedback})
    about = f"第13届第5轮 {UNIT}"

    assert set(told(desk, "given", "signed", "copied")) == {
        ("group", "主要负责人", "given", about),
        (UNIT, "inspection-office", "signed", about),
        ("leader_in_charge", "inspection-office", "signed", about),
        ("inspection-office", "organization-department", "copied", about),
    }
    assert told(desk, "plan", "report") == [(UNIT, "inspection-office", step, about) for step in ("plan", "report")]


def test_papers_wait_for_the_reviewers_of_the_duties():
    given = {"feedback": {"date": "2024-05-20", "by": "group"}, "plan": {"submitted": "2024-06-07"}}

    reviewers = [one[0] for one in told(desk_on(inspection={"reach": "full", **given}), "plan_review")]

    assert sorted(reviewers) == ["district-discipline", "inspection-office", "organization-department"]


def test_rounds_common_problems_and_visits_are_owed_too():
    common = record(
        CommonProblem,
        "common/C13-03/common.yaml",
        {"title": "出租不公开", "nature": "industry", "owner": "agriculture", "issued": "2024-05-30",
         "addressees": [UNIT, "beizhou"]},
    )  # fmt: skip
    visit = record(
        Visit,
        "visits/2024/V2024-003.yaml",
        {"kind": "supervision", "from": "2024-09-09", "to": "2024-09-10", "by": ["office"], "units": [UNIT]},
    )
    desk = desk_on(
        round_={"after": None, "matters": [{"month": "2024-03", "received": 3}]},
        commons={"C13-03": common},
        visits={"V2024-003": visit},
    )

    assert told(desk, "after_round", "matters", "self_check", "visit_result") == [
        ("inspection-office", "群众", "matters", "第13届第5轮"),
        ("inspection-office", "inspection-office", "after_round", "第13届第5轮"),
        ("beizhou", "agriculture", "self_check", "C13-03"),
        (UNIT, "agriculture", "self_check", "C13-03"),
        ("inspection-office", UNIT, "visit_result", "V2024-003"),
    ]


def test_a_letter_is_waited_for_until_it_is_answered_on_its_own_day_too():
    log = [{"date": "2024-09-02", "action": "issue", "by": "office"}]
    letter = {"kind": "urging", "from": "office", "to": UNIT, "subject": "督办", "reply_due": "2024-09-25"}
    received = [*log, {"date": "2024-09-03", "action": "receive", "by": "unit"}]
    letters = {
        "L2024-001": record(Letter, "letters/2024/L2024-001.yaml", {**letter, "log": log}),
        "L2024-002": record(Letter, "letters/2024/L2024-002.yaml", {**letter, "log": received}),
    }

    rows = [one for one in owed_in(desk_on(letters=letters)) if one.step.startswith("letter")]

    assert [(one.debtor, one.step, one.about, one.due) for one in rows] == [
        (UNIT, "letter_receipt", "L2024-001", date(2024, 9, 9)),
        (UNIT, "letter_reply", "L2024-002", date(2024, 9, 25)),
    ]


def test_every_debtor_has_a_list_and_whoever_is_late_most_comes_first():
    pages = list(queue_pages(desk_on(START, SUBMITTED, SUBMITTED)))

    home, *lists = pages
    assert home.values["total"] == 7
    assert [queue.late for queue in home.values["queues"]] == [2, 2, 2, 1]
    assert home.values["creditors"] == [(UNIT, 6, 6), ("inspection-office", 1, 1)]
    assert [page.path for page in lists] == [f"waiting/{queue.address}/index.md" for queue in home.values["queues"]]
    assert {one.step for page in lists for one in page.values["rows"]} <= set(WORDS)
