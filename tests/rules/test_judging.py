from datetime import date

import pytest
from msgspec.structs import replace
from tests.rules.ledgers import TODAY, base, found, with_policy, with_problems

from inspection.finding import Finding, Severity, Words
from inspection.model.ledger import Ledger
from inspection.model.policy import RuleException
from inspection.model.record import Acknowledgement
from inspection.rules.framework import Context
from inspection.rules.judge import can_judge, failing, judge, new_since, worst_first
from inspection.rules.registry import BY_CODE


def exception(severity, until=date(2025, 12, 31)):
    return RuleException(severity=severity, reason="过渡", until=until)


def overdue(**acknowledged):
    """The findings of DUE01 on a day when one item is overdue."""
    problem = base().problems["R13-02-0002"]
    if acknowledged:
        entry = Acknowledgement(**{"rule": "DUE01", "date": TODAY, "by": "office", "reason": "已说明"} | acknowledged)
        problem = replace(problem, acknowledged=(entry,))
    return found("DUE01", with_problems(problem), date(2025, 7, 1))


def severities(rules, code="DUE01", today=date(2025, 7, 1)):
    return [one.severity for one in found(code, with_policy(rules=rules), today) if "0002" in one.path]


def test_a_rule_weighs_what_it_says_where_nothing_else_is_said():
    assert severities({}) == [Severity.WARNING]


@pytest.mark.parametrize("severity", ["error", "warning", "note"])
def test_the_policy_sets_the_severity_of_a_rule(severity):
    assert severities({"DUE01": exception(severity)}) == [Severity(severity)]


def test_the_policy_silences_a_rule_until_its_end_date():
    assert severities({"DUE01": exception("none", date(2025, 7, 1))}) == []
    assert severities({"DUE01": exception("none", date(2025, 6, 30))}) == [Severity.WARNING]


def test_an_exception_of_another_rule_changes_nothing():
    assert severities({"DUE02": exception("none")}) == [Severity.WARNING]


def test_only_the_policy_in_force_today_decides():
    loose = replace(base().policies[0], id="2025-07-02", rules={"DUE01": exception("none")})
    ledger = replace(base(), policies=(*base().policies, loose))

    assert len(found("DUE01", ledger, date(2025, 7, 1))) == 1
    assert len(found("DUE01", ledger, date(2025, 7, 3))) == 0


@pytest.mark.parametrize("family", ["YML", "SCH", "PRV", "CHG"])
def test_no_policy_loosens_what_protects_the_ledger(family):
    rule = BY_CODE["DUE01"]._replace(code=f"{family}01")
    context = Context(with_policy(rules={f"{family}01": exception("none")}), date(2025, 7, 1))

    assert [one.severity for one in judge(context, [rule]) if "0002" in one.path] == [Severity.WARNING]


def test_a_record_s_acknowledgement_turns_its_warning_into_a_note_that_is_counted():
    assert [(one.severity, one.acknowledged) for one in overdue()] == [(Severity.WARNING, False)]
    assert [(one.severity, one.acknowledged) for one in overdue(rule="DUE01")] == [(Severity.NOTE, True)]


def test_an_acknowledgement_counts_from_its_day_on_and_for_its_rule_only():
    assert [one.severity for one in overdue(date=date(2025, 7, 2))] == [Severity.WARNING]
    assert [one.severity for one in overdue(date=date(2025, 7, 1))] == [Severity.NOTE]
    assert [one.severity for one in overdue(rule="DUE04")] == [Severity.WARNING]


def test_an_acknowledgement_never_lightens_an_error():
    entry = Acknowledgement(rule="REF01", date=TODAY, by="office", reason="已说明")
    problem = replace(base().problems["R13-02-0002"], common="C13-09", acknowledged=(entry,))

    assert [one.severity for one in found("REF01", with_problems(problem))] == [Severity.ERROR]


def test_a_policy_may_make_an_error_a_warning_which_the_record_may_then_accept():
    entry = Acknowledgement(rule="REF01", date=TODAY, by="office", reason="已说明")
    problem = replace(base().problems["R13-02-0002"], common="C13-09", acknowledged=(entry,))
    policy = replace(base().policies[0], rules={"REF01": exception("warning")})
    ledger = replace(with_problems(problem), policies=(policy,))

    assert [(one.severity, one.acknowledged) for one in found("REF01", ledger)] == [(Severity.NOTE, True)]


def finding(severity=Severity.WARNING, timed=False, message="was", pointer="/due", path="problems/x.yaml"):
    return Finding(
        code="DUE01",
        severity=severity,
        path=path,
        pointer=pointer,
        message=Words(message, message),
        help=Words("", ""),
        timed=timed,
    )


def test_errors_fail_a_check_and_with_strict_warnings_that_are_not_the_day_s_doing():
    error, warning, timed, note = (
        finding(Severity.ERROR),
        finding(),
        finding(timed=True),
        finding(Severity.NOTE),
    )
    every = [error, warning, timed, note]

    assert failing(every, strict=False) == [error]
    assert failing(every, strict=True) == [error, warning]


def test_a_finding_the_base_has_is_not_new_whatever_it_weighed():
    assert new_since([finding(), finding(message="is")], [finding(Severity.NOTE)]) == [finding(message="is")]


def test_the_heaviest_come_first():
    note, error = finding(Severity.NOTE, path="a.yaml"), finding(Severity.ERROR, path="b.yaml")

    assert worst_first([note, error]) == [error, note]


def test_nothing_can_be_judged_without_a_district_and_a_policy():
    assert can_judge(base())
    assert not can_judge(replace(base(), district=None))
    assert not can_judge(Ledger(district=base().district))


def test_findings_come_in_the_order_of_files_and_each_once():
    context = Context(base(), date(2025, 7, 1))
    findings = judge(context, [BY_CODE["DUE01"], BY_CODE["DUE01"], BY_CODE["DUE04"]])

    assert findings == sorted(set(findings), key=lambda one: one.order)
    assert [one.code for one in findings] == ["DUE01", "DUE04"]


def test_a_unit_that_cannot_be_read_is_not_told_again_for_every_step_of_its_items():
    unit = base().units["qinglan-community"]
    ledger = replace(base(), units={name: one for name, one in base().units.items() if name != unit.id})
    found = judge(Context(ledger, TODAY, broken=frozenset({unit.path})))

    assert {one.code for one in found if "R13-02" in one.path} & {"LIF01", "LIF04", "DUE04", "DUE06"} == set()


def test_a_body_that_is_none_is_told_by_the_reference_alone():
    problem = base().problems["R13-02-0004"]
    item = problem.items[0]
    log = (replace(item.log[0], by="offcie"), *item.log[1:])
    ledger = with_problems(replace(problem, items=(replace(item, log=log),)))

    errors = [one for one in judge(Context(ledger, TODAY)) if one.severity is Severity.ERROR]
    assert [(one.code, one.pointer) for one in errors] == [("REF01", "/items/0/log/0/by")]


def test_who_reviews_its_own_paper_is_told_who_should():
    key = ("R13-02", "qinglan-community")
    inspection = base().inspections[key]
    reviews = (replace(inspection.plan.reviews[0], by=("office", "unit")),)
    own = replace(inspection, plan=replace(inspection.plan, reviews=reviews))

    (told,) = found("LIF05", replace(base(), inspections=base().inspections | {key: own}))

    assert (told.pointer, told.help) == (
        "/plan/reviews/0/by/1",
        Words("由政策规定的其他主体审核", "let the other bodies of the policy review it"),
    )
