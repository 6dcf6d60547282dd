from datetime import date

from msgspec.structs import replace
from tests.rules.ledgers import TODAY, base

from inspection.derive.owed import owed
from inspection.derive.policies import calendar_of


def clocks(ledger, today=TODAY):
    return {(one.record.path, one.clock): one.due.day for one in owed(ledger, calendar_of(ledger), today)}


def nothing_after(round_id):
    """The base, the four tasks after one of its rounds not done."""
    return replace(base(), rounds=base().rounds | {round_id: replace(base().rounds[round_id], after=None)})


def test_only_what_is_missing_is_owed():
    assert clocks(nothing_after("R13-01")) == {
        ("rounds/R13-01/round.yaml", "after_round"): date(2023, 7, 28),
        ("rounds/R13-02/round.yaml", "after_round"): date(2025, 1, 13),
        ("rounds/R13-02/qinglan-community.yaml", "report"): date(2025, 1, 21),
        ("rounds/R13-02/wutong-village.yaml", "report"): date(2025, 1, 22),
    }


def test_papers_are_owed_from_feedback_and_the_evaluation_from_the_accepted_report():
    key = ("R13-01", "lanpu")
    bare = replace(base().inspections[key], plan=None, life_meeting=None, report=None, evaluation=None)
    unevaluated = replace(base().inspections[key], evaluation=None)

    def of(inspection):
        ledger = replace(base(), inspections={key: inspection})
        return {clock: day for (path, clock), day in clocks(ledger).items() if path == inspection.path}

    assert of(bare) == {
        "plan": date(2023, 6, 12),
        "life_meeting": date(2023, 6, 25),
        "report": date(2023, 8, 22),
    }
    assert of(unevaluated) == {"evaluation": date(2023, 9, 25)}


def test_nothing_is_owed_before_its_event():
    ledger = nothing_after("R13-01")

    assert clocks(ledger, date(2023, 4, 27)) == {}
    assert clocks(ledger, date(2023, 4, 28)) == {("rounds/R13-01/round.yaml", "after_round"): date(2023, 7, 28)}


def test_a_letter_waits_for_its_receipt_and_then_for_its_reply():
    letter = base().letters["L2024-002"]

    def of(*log, **changes):
        one = replace(letter, log=log, **changes)
        return {
            clock: day
            for (path, clock), day in clocks(replace(base(), letters={letter.id: one})).items()
            if path == letter.path
        }

    issue, receive, reply, accept = letter.log
    assert of(issue) == {"letter_receipt": date(2024, 11, 11)}
    assert of(issue, receive) == {"letter_reply": date(2024, 12, 5)}
    assert of(issue, receive, reply_due=date(2024, 12, 1)) == {}
    assert of(issue, receive, reply) == of(issue, receive, reply, accept) == {}
    assert of(issue, replace(receive, date=issue.date)) == {"letter_reply": date(2024, 12, 4)}


def test_a_common_problem_waits_for_every_addressee_or_else_for_the_whole_base():
    common = base().commons["C13-01"]
    one_missing = replace(base(), self_checks=dict(list(base().self_checks.items())[:1]))
    everyone = replace(base(), commons={common.id: replace(common, addressees=())})

    assert clocks(one_missing)[common.path, "self_check"] == date(2024, 12, 30)
    assert (common.path, "self_check") in clocks(everyone)
    assert (common.path, "self_check") not in clocks(base())


def test_a_visit_owes_its_result_until_it_was_sent():
    visit = replace(base().visits["V2024-001"], sent={})

    assert clocks(replace(base(), visits={visit.id: visit}))[visit.path, "visit_result"] == date(2024, 12, 27)


def test_a_letter_issued_and_received_on_one_day_waits_for_its_reply():
    letter = base().letters["L2024-002"]
    issue, receive, *_ = letter.log
    one = replace(letter, log=(issue, replace(receive, date=issue.date)))

    assert clocks(replace(base(), letters={letter.id: one}))[letter.path, "letter_reply"] == date(2024, 12, 4)
    assert (letter.path, "letter_receipt") not in clocks(replace(base(), letters={letter.id: one}))
