from datetime import date

import pytest
from tests.rules.edited import DISTRICT, LANPU, LETTER, P1, P2, P4, PERSON, POLICY, QINGLAN, edited, text_of
from tests.rules.ledgers import TODAY

from inspection.derive.provenance import Recorded
from inspection.finding import Severity
from inspection.rules.framework import Context
from inspection.rules.judge import judge
from inspection.rules.registry import BY_CODE

REPORT = "      - {date: 2024-12-20, action: report, by: unit, note: 已拟定讨论方案}\n"
ACCEPTED = "    - {by: [office, discipline, organization], date: 2024-11-12, decision: accept}\n"
EARNEST = (DISTRICT, "demonstration: {today: 2024-12-31}\n", "")
CHG = [rule for code, rule in BY_CODE.items() if code.startswith("CHG")]


def broken_by(head, base=None, **known):
    """Code, path and pointer of what the change rules find."""
    context = Context(head, TODAY, base=base if base is not None else edited(), **known)
    return [(one.code, one.path, one.pointer) for one in judge(context, CHG)]


def corrected(path, was, now):
    return f"corrections: [{{date: 2024-12-30, path: {path}, was: {was}, is: {now}, why: 录入笔误, by: office}}]\n"


def test_nothing_is_found_without_a_base():
    assert judge(Context(edited(without=(LETTER,)), TODAY), CHG) == []


def test_a_ledger_is_no_change_of_itself():
    assert broken_by(edited()) == []


def test_comments_blanks_and_the_order_of_keys_are_no_change():
    head = edited(
        (P2, "unit: qinglan-community\ncategory: contracts\n", "category: contracts\nunit:  qinglan-community # x\n")
    )

    assert broken_by(head) == []


def test_a_file_that_cannot_be_read_is_not_gone():
    assert broken_by(edited(without=(LETTER,)), broken=frozenset({LETTER})) == []


def test_entries_may_be_added_above_others_where_nothing_counts_them():
    start = "      - {date: 2024-11-14, action: start, by: unit}\n"
    assert (
        broken_by(edited((P2, start, start + "      - {date: 2024-11-20, action: report, by: unit, note: x}\n"))) == []
    )


def test_an_entry_moved_to_another_item_s_file_is_gone_from_its_own():
    head = edited((P2, REPORT, ""), (P4, "", REPORT))

    assert broken_by(head) == [("CHG02", P2, "/items/0/log")]


@pytest.mark.parametrize(
    ("old", "new", "pointer"),
    [
        ("2024-12-20", "2024-12-19", "/items/0/log/1/date"),
        ("note: 已拟定讨论方案", "note: 已拟定方案", "/items/0/log/1/note"),
        ("action: start, by: unit", "action: start, by: parent", "/items/0/log/0/by"),
    ],
)
def test_no_field_of_an_entry_may_change(old, new, pointer):
    assert broken_by(edited((P2, old, new))) == [("CHG02", P2, pointer)]


def test_the_entry_a_correction_counts_must_stay_the_same():
    start = "      - {date: 2024-11-14, action: start, by: unit}\n"
    correct = "      - {date: 2024-12-23, action: correct, by: office, entry: 2, void: true, reason: 重复}\n"
    base = edited((P2, REPORT, REPORT + correct))
    more = "      - {date: 2024-11-20, action: report, by: unit, note: x}\n"

    assert broken_by(edited((P2, start, start + more), (P2, REPORT, REPORT + correct)), base) == [
        ("CHG02", P2, "/items/0/log/3/entry")
    ]
    assert broken_by(edited((P2, REPORT, REPORT + correct + more)), base) == []


def test_what_was_accepted_or_corrected_stays_said():
    said = "acknowledged: [{rule: DUE08, date: 2024-12-01, by: office, reason: 合同未到期}]\n"
    base = edited((P2, "", said), (LANPU, "", corrected("/evaluation/ballots/issued", 120, 120)))

    assert broken_by(edited((P2, "", said.replace("合同", "协议"))), base) == [
        ("CHG02", P2, "/acknowledged/0/reason"),
        ("CHG02", LANPU, "/corrections"),
    ]


def test_the_log_of_a_letter_is_mended_by_corrections_of_the_record():
    head = (LETTER, "2024-11-05, action: receive", "2024-11-06, action: receive")

    assert broken_by(edited(head)) == [("CHG02", LETTER, "/log/1/date")]
    assert broken_by(edited(head, (LETTER, "", corrected("/log/1/date", "2024-11-05", "2024-11-06")))) == []
    assert broken_by(edited((PERSON, "pool: leader", "pool: member"))) == [("CHG02", PERSON, "/log/0/pool")]


def test_a_statement_is_free_until_feedback_is_given():
    feedback = text_of(QINGLAN)[text_of(QINGLAN).index("feedback:") :]
    reworded = (P2, "物业服务合同续签未经居民代表会议讨论", "物业合同续签未经讨论")

    assert broken_by(edited(reworded)) == [("CHG03", P2, "/statement")]
    assert broken_by(edited(reworded, (QINGLAN, feedback, "")), edited((QINGLAN, feedback, ""))) == []


@pytest.mark.parametrize(
    ("old", "new", "pointer"),
    [
        ("task: 重新组织讨论并签订物业服务合同", "task: 重新讨论", "/items/0/task"),
        ("due: 2025-06-30\n", "due: 2025-07-01\n", "/items/0/due"),
        ("kind: phased", "kind: long_term", "/items/0/kind"),
        ("lead: qinglan-community", "lead: lanpu", "/items/0/lead"),
        ("text: 召开居民代表会议", "text: 开会", "/items/0/measures/0/text"),
        ("due: 2025-04-30", "due: 2025-05-30", "/items/0/measures/0/due"),
    ],
)
def test_what_an_item_promises_is_protected_from_the_plan_s_acceptance(old, new, pointer):
    unaccepted = (QINGLAN, ACCEPTED, "")

    assert broken_by(edited((P2, old, new))) == [("CHG03", P2, pointer)]
    assert broken_by(edited((P2, old, new), unaccepted), edited(unaccepted)) == []


def test_an_immediate_item_is_protected_from_its_notice_on():
    path = "problems/R13-02/R13-02-0003.yaml"

    assert broken_by(edited((path, "due: 2024-09-30", "due: 2024-10-08"))) == [("CHG03", path, "/items/0/due")]


def test_what_is_not_protected_may_be_put_better():
    head = edited(
        (P2, "due_reason: 原合同 2025 年 5 月到期", "due_reason: 原合同未到期"), (P4, "finance\n", "contracts\n")
    )

    assert broken_by(head) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "pointer"),
    [
        (LANPU, "issued: 120", "issued: 121", "/evaluation/ballots/issued"),
        (LANPU, "decision: accept}]\nevaluation", "decision: return}]\nevaluation", "/report/reviews/0/decision"),
        (LANPU, "by: [office, discipline], date: 2023-06-14", "by: [office], date: 2023-06-14", "/plan/reviews/0/by"),
        (LANPU, "unit: 2023-05-23", "unit: 2023-05-22", "/feedback/signed/unit"),
        (LANPU, ", leader_in_charge: 2023-05-24", "", "/feedback/signed/leader_in_charge"),
        (P1, "yuan: 12000.00", "yuan: 12000.01", "/items/0/outcome/money/0/yuan"),
        (P1, "amount: 86400.00", "amount: 864.00", "/amount"),
        (P1, "found: 2024-09-10", "found: 2024-09-11", "/found"),
    ],
)
def test_any_recorded_day_count_score_or_signature_is_protected_at_once(path, old, new, pointer):
    assert broken_by(edited((path, old, new))) == [("CHG03", path, pointer)]


def test_what_is_still_missing_may_be_added():
    head = edited((LANPU, "organization: 2023-05-24}", "organization: 2023-05-24, parent: 2023-05-25}"))

    assert broken_by(head) == []


def test_a_correction_must_name_both_values():
    wrong = (LANPU, "issued: 120", "issued: 121")
    place = "/evaluation/ballots/issued"

    assert broken_by(edited(wrong, (LANPU, "", corrected(place, 120, 121)))) == []
    assert broken_by(edited((LANPU, "", corrected(place, 120, 121)))) == []
    assert broken_by(edited(wrong, (LANPU, "", corrected("/evaluation/ballots/returned", 116, 116)))) == [
        ("CHG03", LANPU, place)
    ]


def test_a_number_with_a_point_is_corrected_as_it_is_written():
    head = edited(
        (LANPU, "score: 19.6", "score: 19.70"), (LANPU, "", corrected("/evaluation/indicators/0/score", 19.6, "19.70"))
    )

    assert broken_by(head) == []


def test_a_list_is_corrected_as_a_whole():
    head = (LANPU, "by: [office, discipline], date: 2023-06-14", "by: [office, organization], date: 2023-06-14")
    mended = corrected("/plan/reviews/0/by", "[office, discipline]", "[office, organization]")

    assert broken_by(edited(head)) == [("CHG03", LANPU, "/plan/reviews/0/by")]
    assert broken_by(edited(head, (LANPU, "", mended))) == []


def test_the_policy_is_no_recorded_fact():
    assert broken_by(edited((POLICY, "count: 2}", "count: 3}")), edited()) == []


def recorded(day, *signed):
    return {"provenance": {(P1, "/items/0/log/5"): Recorded(day, signed)}}


def test_backdating_counts_from_the_day_after_the_policy_s_last():
    assert broken_by(edited(), **recorded(date(2025, 1, 6))) == []
    assert broken_by(edited(), **recorded(date(2025, 1, 7))) == [("CHG04", P1, "/items/0/log/5")]


def test_facts_git_says_nothing_of_are_left_alone():
    assert broken_by(edited(), provenance={}) == []
    assert broken_by(edited(), provenance={("no/such.yaml", "/log/0"): Recorded(TODAY, ())}) == []


@pytest.mark.parametrize("signing", ["none", "warn", "required"])
def test_the_policy_weighs_a_missing_signature(signing):
    ledger = edited((POLICY, "signing: none", f"signing: {signing}"))
    context = Context(ledger, TODAY, base=ledger, **recorded(date(2024, 12, 5)))
    weights = {"none": [], "warn": [Severity.WARNING], "required": [Severity.ERROR]}

    assert [one.severity for one in judge(context, [BY_CODE["CHG07"]])] == weights[signing]


@pytest.mark.parametrize(
    ("signed", "good"), [(("discipline",), True), (("district-discipline",), True), (("office",), False), ((), False)]
)
def test_the_unit_behind_a_word_may_sign_for_it(signed, good):
    ledger = edited((POLICY, "signing: none", "signing: required"))

    assert (broken_by(ledger, ledger, **recorded(date(2024, 12, 5), *signed)) == []) is good


def test_signatures_that_nobody_looked_at_are_not_missing():
    ledger = edited((POLICY, "signing: none", "signing: required"))

    assert broken_by(ledger, ledger, provenance={(P1, "/items/0/log/5"): Recorded(date(2024, 12, 5))}) == []


def test_the_lead_of_that_day_speaks_for_the_unit():
    log = "      - {date: 2024-12-23, action: assign, by: office, lead: lanpu, reason: 职责调整}\n"
    after = "      - {date: 2024-12-24, action: report, by: unit, note: x}\n"
    ledger = edited((POLICY, "signing: none", "signing: required"), (P2, "", log + after))
    known = {
        (P2, "/items/0/log/1"): Recorded(date(2024, 12, 20), ("qinglan-community",)),
        (P2, "/items/0/log/3"): Recorded(date(2024, 12, 24), ("lanpu",)),
    }

    assert broken_by(ledger, ledger, provenance=known) == []
    assert broken_by(ledger, ledger, provenance=dict(zip(known, reversed(known.values()), strict=True))) == [
        ("CHG07", P2, "/items/0/log/1"),
        ("CHG07", P2, "/items/0/log/3"),
    ]


NOTE = (P2, "", "      - {date: 2024-12-27, action: report, by: unit, note: x}\n")
LONGER = (POLICY, "review: 10wd", "review: 15wd")


def test_policy_and_records_change_apart():
    base = edited(EARNEST)

    assert broken_by(edited(EARNEST, NOTE), base) == []
    assert broken_by(edited(EARNEST, LONGER), base) == []
    assert broken_by(edited(EARNEST, LONGER, NOTE), base) == [("CHG05", POLICY, "")]


def test_a_new_policy_brings_the_paper_it_rests_on():
    paper = text_of("papers/rectification-measures.yaml").replace("2号", "9号")
    policy = text_of(POLICY).replace("rectification-measures", "review-measures")
    more = {"papers/review-measures.yaml": paper, "policy/2024-12-01.yaml": policy}

    assert broken_by(edited(EARNEST, more=more), edited(EARNEST)) == []


def test_program_and_schemas_change_apart_and_documents_do_not_matter():
    base = edited(EARNEST)

    assert broken_by(edited(EARNEST, NOTE), base, outside=frozenset({"docs/rules.md", "README.md"})) == []
    assert broken_by(base, base, outside=frozenset({"scripts/x.py"})) == []
    assert broken_by(edited(EARNEST, NOTE), base, outside=frozenset({"schemas/x.json"})) == [("CHG05", DISTRICT, "")]


def test_a_first_ledger_and_a_demonstration_may_change_as_a_whole():
    outside = frozenset({"scripts/x.py"})

    assert broken_by(edited(LONGER, NOTE), edited(), outside=outside) == []
    assert broken_by(edited(EARNEST), type(edited())(), outside=outside) == []


def society(digest):
    return f'publication: {{society: [{{approved: 2024-12-10, by: leading_group, digest: "{digest}"}}]}}\n'


TITLE = (P1, "title: 集体房产出租未公开招租", "title: 集体房产出租没有公开招租")


def test_a_digest_put_in_the_place_of_the_old_one_is_no_new_approval():
    base = edited((QINGLAN, "", society("790ae4f8cbcd244598a2c69c859c237e")))
    head = edited(TITLE, (QINGLAN, "", society("3d36f73cbd80702453cec5c58856e22c")))

    assert broken_by(head, base) == [("CHG06", P1, "/public"), ("CHG03", QINGLAN, "/publication/society/0/digest")]


def test_a_text_nobody_approved_yet_may_change():
    assert broken_by(edited(TITLE)) == []


def test_a_problem_may_be_withheld_after_approval():
    approved = (QINGLAN, "", society("790ae4f8cbcd244598a2c69c859c237e"))
    withheld = (P1, "disclosure: {society: shown}", "disclosure: {society: withheld, reason: privacy}")

    assert broken_by(edited(approved, withheld), edited(approved)) == []
