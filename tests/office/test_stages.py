from datetime import date

from tests.derive.making import ROUND, UNIT, a_ledger, entry, record
from tests.office.desks import desk_with, problems_of, templates

from inspection.model.inspections import Inspection
from inspection.office.pages import office_pages
from inspection.office.staged import stage_pages
from inspection.office.stages import State, standings

FED_BACK = {
    "date": "2024-05-20",
    "by": "group",
    "given": {"unit": "2024-05-20", "head": "2024-05-20"},
    "signed": {"unit": "2024-05-21", "head": "2024-05-30"},
    "copied": {"discipline": "2024-05-22"},
}
ACCEPT = {"by": ["office", "discipline"], "date": "2024-06-18", "decision": "accept"}
RETURN = {"by": ["office", "discipline"], "date": "2024-06-12", "decision": "return", "deviations": 5, "opinions": 3}


def desk_on(as_of, log=(), **inspection):
    onsite = {"from": "2024-03-04", "to": "2024-04-28"}
    data = {"reach": "full", "onsite": onsite, **inspection}
    made = record(Inspection, f"rounds/{ROUND}/{UNIT}.yaml", data)
    return desk_with(a_ledger(*problems_of(list(log)), inspections={(ROUND, UNIT): made}), as_of)


def standing_on(as_of, log=(), **inspection):
    return next(iter(standings(desk_on(as_of, log, **inspection))))


def states(standing, *kinds):
    return [(stage.kind, stage.called, stage.state) for stage in standing.of(*kinds)]


def test_two_three_one_says_who_was_reached_who_late_and_who_is_missing_since_when():
    one = standing_on(date(2024, 6, 1), feedback=FED_BACK)

    assert states(one, "given", "signed", "copied") == [
        ("given", UNIT, State.DONE),
        ("given", "主要负责人", State.DONE),
        ("signed", UNIT, State.DONE),
        ("signed", "主要负责人", State.DONE_LATE),
        ("signed", "分管领导", State.LATE),
        ("copied", "district-discipline", State.DONE),
        ("copied", "organization-department", State.LATE),
    ]
    missing = one.of("copied")[-1]
    assert (missing.start, missing.due.day, missing.days) == (date(2024, 5, 20), date(2024, 5, 27), -5)


def test_before_the_feedback_its_stages_are_yet_to_come_and_it_is_owed_since_the_group_left():
    on_site, left = standing_on(date(2024, 4, 1)), standing_on(date(2024, 5, 1))

    assert [one.of("feedback")[0].state for one in (on_site, left)] == [State.BEFORE, State.OWED]
    assert left.of("feedback")[0].start == date(2024, 4, 28)
    assert {stage.state for stage in left.of("given", "signed", "copied")} == {State.BEFORE}
    assert states(left, "plan", "report") == [("plan", "", State.BEFORE), ("report", "", State.BEFORE)]


def test_a_paper_that_came_waits_for_its_review_and_says_what_the_reviews_found():
    plan = {"submitted": "2024-06-07", "reviews": [RETURN]}

    one = standing_on(date(2024, 6, 14), feedback=FED_BACK, plan=plan)

    (paper,), (review,) = one.of("plan"), one.of("plan_review")
    assert (paper.state, review.state, review.start) == (State.DONE, State.OWED, date(2024, 6, 12))
    assert review.words == "1 次审核，指出偏差 5 处，提出意见 3 条，最近一次退回修改"
    accepted = standing_on(date(2024, 6, 20), feedback=FED_BACK, plan={**plan, "reviews": [RETURN, ACCEPT]})
    assert accepted.of("plan_review")[0].done == date(2024, 6, 18)


def test_a_missing_paper_is_late_once_its_time_has_passed():
    (plan,) = standing_on(date(2024, 6, 20), feedback=FED_BACK).of("plan")

    assert (plan.state, plan.due.day) == (State.LATE, date(2024, 6, 11))


def test_an_evaluation_is_owed_from_the_acceptance_and_publication_from_the_evaluation():
    report = {"submitted": "2024-08-19", "head_submitted": "2024-08-19", "reviews": [{**ACCEPT, "date": "2024-08-28"}]}
    indicators = [{"name": "责任落实", "weight": 100, "score": "92.5"}]
    given = {"feedback": FED_BACK, "report": report}

    waiting = standing_on(date(2024, 9, 10), **given)
    evaluation = {"date": "2024-09-11", "anonymous": True, "indicators": indicators}
    evaluated = standing_on(date(2024, 10, 1), **given, evaluation=evaluation)

    assert waiting.of("evaluation")[0].due.day == date(2024, 9, 29)  # a Sunday that was worked
    assert states(waiting, "party", "society") == [("party", "", State.BEFORE), ("society", "", State.BEFORE)]
    assert evaluated.of("evaluation")[0].words == "优秀，92.5 分"
    assert [stage.start for stage in evaluated.of("party", "society")] == [date(2024, 9, 11)] * 2


def test_a_retracted_notice_is_owed_again():
    notice = {"approved": "2024-09-20", "by": "leading_group", "digest": "0" * 32, "published": "2024-09-25"}
    given = {"feedback": FED_BACK, "evaluation": {"date": "2024-09-11", "anonymous": True}}

    (out,) = standing_on(date(2024, 10, 1), **given, publication={"society": [notice]}).of("society")
    back = {**notice, "retracted": {"date": "2024-09-28", "by": "leading_group", "reason": "有误"}}
    (gone,) = standing_on(date(2024, 10, 1), **given, publication={"society": [back]}).of("society")

    assert (out.state, gone.state) == (State.DONE, State.OWED)


def test_reports_are_continued_while_an_item_is_open():
    report = {"submitted": "2024-08-19"}
    start = entry("06-20", "start")

    (owed,) = standing_on(date(2024, 9, 1), [start], feedback=FED_BACK, report=report).of("continued_report")

    assert (owed.start, owed.due.day) == (date(2024, 8, 19), date(2024, 11, 19))
    withdrawn = entry("06-21", "withdraw", "leading_group", paper="decision", into="R13-05-0001")
    assert (
        standing_on(date(2024, 9, 1), [start, withdrawn], feedback=FED_BACK, report=report).of("continued_report") == ()
    )


def test_what_is_missing_comes_with_the_longest_overdue_first():
    missing = standing_on(date(2024, 6, 20), feedback=FED_BACK).missing

    dues = [stage.due.day for stage in missing if stage.due is not None]
    assert dues == sorted(dues)
    assert missing[0].state is State.LATE


def test_every_round_and_every_inspection_has_a_page():
    pages = {page.path: page for page in stage_pages(desk_on(date(2024, 6, 1), feedback=FED_BACK))}

    assert set(pages) == {
        "stages/index.md",
        "stages/r13-05/index.md",
        "stages/r13-05/gushan-community/index.md",
    }
    ((_, progress),) = pages["stages/index.md"].values["rounds"]
    assert (progress.inspections, progress.fed_back, progress.signed, progress.late) == (1, 1, 0, 2)


def test_a_handover_waits_for_its_three_signatures_within_the_policy_s_time():
    signed = {"outgoing": "2024-07-01", "incoming": "2024-07-01"}
    handover = {"date": "2024-07-01", "post": "社区党总支书记", "signed": signed}

    (waits,) = standing_on(date(2024, 7, 29), handovers=[handover]).of("handover")
    assert (waits.state, waits.due.day, waits.words) == (State.OWED, date(2024, 7, 29), "社区党总支书记；未签：监交人")
    assert standing_on(date(2024, 7, 30), handovers=[handover]).of("handover")[0].state is State.LATE
    whole = {**handover, "signed": {**signed, "witness": "2024-07-02"}}
    assert standing_on(date(2024, 7, 30), handovers=[whole]).of("handover")[0].done == date(2024, 7, 2)
    assert standing_on(date(2024, 6, 30), handovers=[whole]).of("handover") == ()


def evaluated(score):
    indicators = [{"name": "整改", "weight": 100, "score": score}]
    return {"date": "2024-09-10", "anonymous": True, "indicators": indicators}


def test_a_low_grade_is_followed_by_a_second_rectification_within_the_policy_s_time():
    ordered = {"ordered": "2024-10-08", "by": "leading_group", "because": "grade"}
    low, good = evaluated(70), evaluated(85)

    (owed,) = standing_on(date(2024, 10, 10), evaluation=low).of("again")
    assert (owed.state, owed.due.day) == (State.OWED, date(2024, 10, 10))
    assert standing_on(date(2024, 10, 11), evaluation=low).of("again")[0].state is State.LATE
    (done,) = standing_on(date(2024, 10, 11), evaluation=low, again=ordered).of("again")
    assert (done.state, done.done) == (State.DONE, date(2024, 10, 8))
    assert standing_on(date(2024, 10, 11), evaluation=good).of("again") == ()
    by_a_visit = {**ordered, "because": "visit"}
    assert standing_on(date(2024, 10, 11), evaluation=good, again=by_a_visit).of("again")[0].words == "督查发现问题"


def test_a_unit_is_looked_at_again_by_a_visit_or_by_its_evaluation():
    (waits,) = standing_on(date(2025, 4, 28)).of("revisit")
    assert (waits.state, waits.due.day) == (State.OWED, date(2025, 4, 28))
    assert standing_on(date(2025, 4, 29)).of("revisit")[0].state is State.LATE
    assert standing_on(date(2025, 4, 29), evaluation=evaluated(85)).of("revisit")[0].done == date(2024, 9, 10)
    assert standing_on(date(2024, 4, 20)).of("revisit") == ()


def test_what_citizens_answered_to_the_notice_stands_with_it():
    notice = {"approved": "2024-09-20", "by": "leading_group", "digest": "0" * 32, "published": "2024-09-25",
              "until": "2024-10-23"}  # fmt: skip
    told = [{"month": "2024-10", "received": 3, "answered": 2, "upheld": 1}]
    known = {"evaluation": evaluated(85), "publication": {"society": [notice]}, "responses": told}

    assert standing_on(date(2024, 10, 31), **known).of("society")[0].words == (
        "公示至 2024-10-23；公众反映 3 条，已答复 2 条，属实 1 条"
    )
    assert standing_on(date(2024, 10, 30), **known).of("society")[0].words == "公示至 2024-10-23"


def test_the_page_of_an_inspection_says_how_it_was_done_and_what_went_along():
    leaders = [{"post": "分管副区长", "date": "2024-05-20"}]
    feedback = {**FED_BACK, "lists": {"named_matters": "2024-05-20"}, "attended": leaders}
    meeting = {"kind": "organizational_life", "held": "2024-06-15", "liaison_present": True, "reviews": []}
    how = {"intensity": "quick", "intensity_reason": "规模小", "audit": "sync"}
    desk = desk_on(date(2024, 7, 1), feedback=feedback, life_meeting=meeting, **how)
    (text,) = [text for path, text in office_pages(desk, templates()) if path.startswith(f"stages/r13-05/{UNIT}/")]

    assert "点人点事清单 2024-05-20" in text
    assert "| 领导到会 | 分管副区长 2024-05-20 |" in text
    assert "| 专题生活会 | 专题组织生活会，联络员到会 |" in text
    assert "| 巡察力度 | 快进快出：规模小 |" in text
    assert "| 巡审协作方式 | 巡审同步 |" in text
