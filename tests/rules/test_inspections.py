"""INS: duties by kind of unit, the policy of the day of the feedback, working days, bodies compared by unit."""

from datetime import date

import pytest
from msgspec.structs import replace
from tests.rules.ledgers import TODAY, base, found

from inspection.model.inspections import Handover, HandoverSignatures, Progress, Report
from inspection.model.record import Review
from inspection.workdays import Duration

LANPU, COMMUNITY, VILLAGE = ("R13-01", "lanpu"), ("R13-02", "qinglan-community"), ("R13-02", "wutong-village")


def with_inspection(key, **changes):
    return replace(base(), inspections=base().inspections | {key: replace(base().inspections[key], **changes)})


def with_feedback(key, **changes):
    return with_inspection(key, feedback=replace(base().inspections[key].feedback, **changes))


def pointers(code, ledger, today=TODAY, **more):
    return [one.pointer for one in found(code, ledger, today, **more)]


def with_later_policy(day, **deadlines):
    """The base, and from a day on a policy with other deadlines."""
    first = base().policies[0]
    later = replace(first, id=day, path=f"policy/{day}.yaml", deadlines=replace(first.deadlines, **deadlines))
    return replace(base(), policies=(first, later))


def test_signatures_are_asked_for_once_their_working_days_have_passed():
    ledger = with_feedback(COMMUNITY, signed={})

    assert pointers("INS01", ledger, date(2024, 10, 28)) == []
    assert pointers("INS01", ledger, date(2024, 10, 29)) == ["/feedback/signed"]


def test_a_community_copies_its_parent_too_and_others_do_not():
    two = {"discipline": date(2024, 10, 23), "organization": date(2024, 10, 23)}

    assert pointers("INS01", with_feedback(COMMUNITY, copied=two)) == ["/feedback/copied"]
    assert pointers("INS01", with_feedback(VILLAGE, copied=two)) == []


def test_a_signature_of_a_later_day_is_not_there_yet():
    signed = base().inspections[COMMUNITY].feedback.signed | {"head": date(2025, 1, 6)}

    assert pointers("INS01", with_feedback(COMMUNITY, signed=signed)) == ["/feedback/signed"]
    assert pointers("INS01", with_feedback(COMMUNITY, signed=signed), date(2025, 1, 6)) == []


def test_a_policy_that_comes_after_the_feedback_changes_no_verdict_on_the_plan():
    strict = {"plan": Duration("5wd")}

    assert pointers("INS02", with_later_policy("2024-10-23", **strict)) == []
    assert pointers("INS02", with_later_policy("2024-10-22", **strict)) == ["/plan/submitted"]


def test_what_the_duties_do_not_ask_for_is_never_missing():
    policy = base().policies[0]
    duties = policy.duties | {"community": replace(policy.duties["community"], papers=("plan",))}
    ledger = replace(with_inspection(COMMUNITY, life_meeting=None), policies=(replace(policy, duties=duties),))

    assert pointers("INS03", ledger) == []
    assert pointers("INS03", with_inspection(COMMUNITY, life_meeting=None)) == ["/feedback/date"]


REPORT = Report(
    submitted=date(2025, 1, 20),
    head_submitted=date(2025, 1, 20),
    reviews=(Review(by=("office", "discipline"), date=date(2025, 1, 24), decision="accept"),),
)


def test_continued_reports_run_from_the_last_one_until_nothing_is_open():
    told = (Progress(date=date(2025, 4, 18), by="unit"),)

    def shown(today, **changes):
        return pointers("INS04", with_inspection(COMMUNITY, report=REPORT, **changes), today)

    assert shown(date(2025, 1, 22)) == []
    assert [one for one in shown(date(2025, 4, 22)) if one == "/report/submitted"] == ["/report/submitted"]
    assert "/progress/0/date" not in shown(date(2025, 7, 18), progress=told)
    assert "/progress/0/date" in shown(date(2025, 7, 19), progress=told)
    assert pointers("INS04", base(), date(2025, 1, 20)) == []


@pytest.mark.parametrize(
    ("by", "enough"),
    [
        (("office", "discipline"), True),
        (("inspection-office", "organization-department"), True),
        (("office", "lanpu"), True),
        (("office", "inspection-office"), False),
        (("office", "audit"), False),
        (("office", "qinglan-community"), False),
    ],
)
def test_reviews_count_the_bodies_of_the_duties_by_unit(by, enough):
    plan = base().inspections[COMMUNITY].plan
    plan = replace(plan, reviews=(Review(by=by, date=date(2024, 11, 12), decision="accept"),))

    assert (pointers("INS05", with_inspection(COMMUNITY, plan=plan)) == []) is enough


def test_a_unit_that_reviews_its_own_papers_does_not_count():
    key = ("R13-02", "organization-department")
    own = replace(
        base().inspections[VILLAGE],
        path="rounds/R13-02/organization-department.yaml",
        id="organization-department",
        plan=replace(
            base().inspections[VILLAGE].plan,
            reviews=(Review(by=("office", "organization"), date=date(2024, 11, 12), decision="accept"),),
        ),
    )

    assert pointers("INS05", replace(base(), inspections={key: own})) == ["/plan/reviews/0/by"]


def test_the_last_word_on_a_paper_counts_for_the_evaluation():
    report = base().inspections[LANPU].report
    again = Review(by=("office", "discipline"), date=date(2023, 9, 12), decision="return")

    assert pointers("INS06", base()) == []
    assert pointers("INS06", with_inspection(LANPU, report=replace(report, reviews=(*report.reviews, again)))) == [
        "/evaluation/date"
    ]


def test_the_evaluation_is_late_from_the_day_after_its_deadline():
    ledger = with_inspection(LANPU, evaluation=None)

    assert pointers("INS07", ledger, date(2023, 9, 25)) == []
    assert pointers("INS07", ledger, date(2023, 9, 26)) == ["/report/reviews/0/date"]


def test_a_handover_is_signed_by_three_within_working_days():
    def shown(today, signed=None):
        handover = Handover(date=date(2024, 9, 26), post="街道党工委书记", signed=signed)
        return pointers("INS08", with_inspection(LANPU, handovers=(handover,)), today)

    late = HandoverSignatures(outgoing=date(2024, 9, 26), incoming=date(2024, 10, 30), witness=date(2024, 10, 29))
    assert shown(date(2024, 10, 29)) == []
    assert shown(date(2024, 10, 30)) == ["/handovers/0/date"]
    assert shown(TODAY, late) == ["/handovers/0/signed"]
    assert shown(TODAY, replace(late, incoming=date(2024, 10, 29))) == []


def test_problems_that_cannot_be_read_are_not_missing_from_the_feedback():
    paper = replace(base().inspections[VILLAGE].feedback.paper, problems=2)
    ledger, broken = with_feedback(VILLAGE, paper=paper), frozenset({"problems/R13-02/R13-02-0009.yaml"})

    assert pointers("INS09", ledger) == ["/feedback/paper/problems"]
    assert pointers("INS09", ledger, broken=broken) == []


def test_a_visit_about_another_round_and_one_during_the_round_are_no_second_look():
    visit = base().visits["V2024-002"]

    def shown(**changes):
        ledger = with_inspection(LANPU, evaluation=None)
        return pointers("INS10", replace(ledger, visits={visit.id: replace(visit, **changes)}))

    assert shown() == shown(rounds=()) == []
    assert shown(rounds=("R13-02",)) == [""]
    assert shown(to=date(2023, 4, 28)) == [""]
    assert shown(to=date(2024, 4, 28)) == []
    assert shown(to=date(2024, 4, 29)) == [""]


def test_who_only_answers_for_its_villages_or_has_left_is_not_looked_at_again():
    bare = {"evaluation": None}
    gone = replace(base().units["lanpu"], left=date(2024, 3, 31))

    assert pointers("INS10", replace(with_inspection(LANPU, **bare), visits={})) == [""]
    assert pointers("INS10", replace(with_inspection(LANPU, reach="answering", **bare), visits={})) == []
    ledger = replace(with_inspection(LANPU, **bare), visits={}, units=base().units | {"lanpu": gone})
    assert pointers("INS10", ledger) == []


@pytest.mark.parametrize("code", ["INS01", "INS02", "INS03", "INS04", "INS05", "INS06", "INS07"])
def test_a_unit_that_is_in_no_register_has_no_duties(code):
    """That it is missing is REF01's to say."""
    inspection, path = base().inspections[COMMUNITY], "rounds/R13-02/nowhere.yaml"
    unsigned = replace(inspection.feedback, signed={})
    moved = replace(inspection, id="nowhere", path=path, feedback=unsigned, plan=None)
    ledger = replace(base(), inspections=base().inspections | {("R13-02", "nowhere"): moved})

    assert [one for one in found(code, ledger, date(2026, 1, 1)) if one.path == path] == []
