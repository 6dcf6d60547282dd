"""EVA, CMN, LTR, VIS and CLU: grades, addressees, letters in turn, samples and counts of clues."""

from datetime import date
from decimal import Decimal

from msgspec.structs import replace
from tests.rules.ledgers import TODAY, base, found, places, with_policy

from inspection.derive.letters import issued
from inspection.derive.resampling import closed_on
from inspection.model.inspections import SecondRectification
from inspection.model.matters import LetterEntry
from inspection.model.problems import Action, Entry, Measure
from inspection.model.rounds import ClueResult, Filed
from inspection.rules.framework import Context

LANPU = ("R13-01", "lanpu")
COMMON, LETTER, VISIT = base().commons["C13-01"], base().letters["L2024-002"], base().visits["V2024-002"]


def with_inspection(**changes):
    return replace(base(), inspections=base().inspections | {LANPU: replace(base().inspections[LANPU], **changes)})


def scored(*scores, **changes):
    evaluation = base().inspections[LANPU].evaluation
    rows = tuple(replace(row, score=Decimal(score)) for row, score in zip(evaluation.indicators, scores, strict=True))
    return with_inspection(evaluation=replace(evaluation, indicators=rows), **changes)


def test_a_grade_begins_at_its_threshold():
    assert found("EVA03", scored("20", "20", "20", "20", "0", "0")) == []
    assert len(found("EVA03", scored("20", "20", "20", "19.9", "0", "0"))) == 1


def test_grades_are_those_of_the_policy_of_the_day_of_the_evaluation():
    first = base().policies[0]
    strict = {name: min(least + 9, Decimal(99)) for name, least in first.grades.items()}
    later = replace(first, id="2023-09-16", path="policy/2023-09-16.yaml", grades=strict)

    assert found("EVA03", replace(scored("20", "20", "20", "20", "0", "0"), policies=(first, later))) == []


def test_a_second_rectification_ordered_before_the_evaluation_is_not_its_consequence():
    def again(day):
        order = SecondRectification(ordered=day, by="leading_group", because="grade")
        return found("EVA03", scored("10", "10", "10", "10", "5", "5", again=order))

    assert len(again(date(2023, 9, 14))) == 1
    assert again(date(2023, 9, 15)) == []


def test_a_common_problem_without_addressees_asks_every_unit_of_the_base():
    ledger = replace(base(), commons={COMMON.id: replace(COMMON, addressees=())})
    shown = [one.message.en.rpartition(" ")[2] for one in found("CMN01", ledger)]

    assert sorted(shown) == ["(agriculture-bureau)", "(civil-affairs-bureau)", "(lanpu)"]


def test_an_addressee_that_left_in_time_owes_no_self_check():
    checks = {key: one for key, one in base().self_checks.items() if one.unit != "wutong-village"}

    def shown(left):
        unit = replace(base().units["wutong-village"], left=left)
        return found("CMN01", replace(base(), self_checks=checks, units=base().units | {unit.id: unit}))

    assert len(shown(None)) == len(shown(date(2024, 12, 30))) == 1
    assert shown(date(2024, 12, 29)) == []


def test_a_self_check_that_cannot_be_read_is_not_missing():
    checks = {key: one for key, one in base().self_checks.items() if one.unit != "wutong-village"}
    broken = frozenset({"common/C13-01/wutong-village.yaml"})

    assert found("CMN01", replace(base(), self_checks=checks), broken=broken) == []


def test_what_was_found_is_to_be_rectified_once_the_time_for_it_has_passed():
    key = ("C13-01", "qinglan-community")
    ledger = replace(base(), self_checks=base().self_checks | {key: replace(base().self_checks[key], progress=())})

    assert found("CMN03", ledger, date(2024, 12, 30)) == []
    assert [one.pointer for one in found("CMN03", ledger, date(2024, 12, 31))] == ["/found"]


def test_the_owner_and_the_addressee_of_a_letter_are_compared_by_unit():
    def shown(owner, to, **changes):
        letter = replace(LETTER, to=to, **changes)
        commons = {COMMON.id: replace(COMMON, owner=owner)}
        return found("CMN02", replace(base(), commons=commons, letters={letter.id: letter}))

    assert shown("audit-bureau", "audit") == []
    assert shown("agriculture-bureau", "agriculture-bureau", common=None) == []
    assert len(shown("agriculture-bureau", "audit")) == 1
    assert len(shown("agriculture-bureau", "agriculture-bureau", kind="urging")) == 1


def entry(day, action):
    return LetterEntry(date=date(2024, 11, day), action=action, by="office")


def test_a_withdrawn_letter_is_issued_no_more():
    log = (entry(4, "issue"), entry(5, "receive"), entry(8, "withdraw"))
    ledger = replace(base(), letters={LETTER.id: replace(LETTER, log=log)})

    assert issued(replace(LETTER, log=log), date(2024, 11, 7)) == date(2024, 11, 4)
    assert issued(replace(LETTER, log=log), date(2024, 11, 8)) is None
    assert found("LTR02", ledger) == []
    assert len(found("CMN02", ledger)) == 1


def test_a_letter_s_log_is_read_by_day_and_one_missing_step_is_one_mistake():
    def shown(*log):
        return [one.pointer for one in found("LTR03", replace(base(), letters={LETTER.id: replace(LETTER, log=log)}))]

    issue, receive, reply, back = entry(4, "issue"), entry(5, "receive"), entry(8, "reply"), entry(11, "return")
    again, accept = entry(12, "reply"), entry(13, "accept")
    assert shown(receive, issue, reply, back, again, accept) == []
    assert shown(issue, reply, accept) == ["/log/1/action"]
    assert shown(issue, receive, accept) == ["/log/2/action"]
    assert shown(issue, entry(5, "issue"), receive, reply, accept) == ["/log/1/action"]


def test_an_admonition_needs_a_warning_to_the_same_unit_before_it():
    def letter(name, kind, to, day):
        return replace(LETTER, id=name, kind=kind, to=to, log=(entry(day, "issue"),))

    def shown(to, day):
        letters = (letter("L2024-008", "urging", to, day), letter("L2024-009", "admonition", "audit-bureau", 20))
        return len(found("LTR03", replace(base(), letters={one.id: one for one in letters})))

    assert (shown("audit", 19), shown("audit-bureau", 20)) == (0, 0)
    assert (shown("audit", 21), shown("lanpu", 19)) == (1, 1)


def test_a_letter_addressed_to_its_own_addressee_has_none():
    ledger = replace(base(), letters={LETTER.id: replace(LETTER, to="unit")})

    assert [one.pointer for one in found("LTR01", ledger)] == ["/to"]


def test_a_reply_is_due_by_the_policy_of_the_day_of_the_receipt_or_by_the_letter_itself():
    letter = replace(LETTER, log=LETTER.log[:2])

    def shown(today, **changes):
        one = replace(letter, **changes)
        return places(found("LTR02", replace(base(), letters={one.id: one}), today))

    assert shown(date(2024, 12, 5)) == []
    assert shown(date(2024, 12, 6)) == [(letter.path, "/log/1/date")]
    assert shown(date(2024, 11, 21), reply_due=date(2024, 11, 20)) == [(letter.path, "/reply_due")]


def test_the_result_of_a_visit_reaches_every_visited_unit():
    sent = {"lanpu": date(2024, 3, 18), "discipline": date(2024, 3, 18), "leader_in_charge": date(2024, 3, 18)}

    def shown(*units):
        visit = replace(VISIT, units=units, sent=sent)
        return len(found("VIS01", replace(base(), visits={visit.id: visit})))

    assert shown("lanpu") == 0
    assert shown("lanpu", "wutong-village") == 1


def test_a_look_before_the_close_is_no_look_at_a_closed_item():
    def shown(day):
        visit = replace(VISIT, to=day)
        return len(found("VIS02", replace(base(), visits={visit.id: visit})))

    assert shown(date(2023, 8, 4)) == 1
    assert shown(date(2023, 8, 7)) == 0


def test_the_sample_is_a_share_of_the_items_closed_when_its_time_ends():
    assert found("VIS02", with_policy(sample=Decimal("1.00"))) == []
    assert found("VIS02", replace(base(), visits={}), date(2024, 4, 28)) == []
    assert len(found("VIS02", replace(base(), visits={}), date(2024, 4, 29))) == 1
    assert found("VIS02", replace(base(), visits={}, problems={})) == []


def test_an_item_stands_closed_from_the_day_of_its_close():
    problem = base().problems["R13-01-0001"]
    life = Context(base(), TODAY).lives.of(problem, problem.items[0])

    assert [closed_on(life, date(2023, 8, day)) for day in (6, 7, 8)] == [False, True, True]


def test_an_item_that_was_reopened_stands_closed_until_then_and_from_its_next_close():
    problem = base().problems["R13-01-0001"]
    item = problem.items[0]
    due, add = date(2023, 10, 31), (Measure(id="M2", text="复核变更手续", due=date(2023, 10, 20)),)
    log = (
        *item.log,
        Entry(date=date(2023, 9, 4), action=Action.REOPEN, by="office", order="reopening-order", due=due, add=add),
        Entry(date=date(2023, 10, 9), action=Action.SUBMIT, by="unit", vouched="书记", done=("M2",), evidence=("E1",)),
        Entry(date=date(2023, 10, 11), action=Action.AGREE, by="discipline", how="on_site"),
        Entry(date=date(2023, 10, 12), action=Action.CLOSE, by="office", how="documents"),
    )
    again = replace(problem, items=(replace(item, log=log),))
    life = Context(replace(base(), problems={again.id: again}), TODAY).lives.of(again, again.items[0])
    days = (date(2023, 9, 3), date(2023, 9, 4), date(2023, 10, 11), date(2023, 10, 12))

    assert life.refusals == ()
    assert [closed_on(life, day) for day in days] == [True, False, False, True]


def with_results(*results):
    round_ = base().rounds["R13-02"]
    clues = (replace(round_.clues[0], results=results),)
    return replace(base(), rounds=base().rounds | {round_.id: replace(round_, clues=clues)})


def result(day, pieces, persons, *rest):
    handled, sanctioned, judicial = rest
    filed = Filed(pieces=pieces, persons=persons)
    return ClueResult(date=day, filed=filed, handled=handled, sanctioned=sanctioned, judicial=judicial)


def test_counts_of_clues_are_compared_by_day_and_not_before_their_day():
    early, late = result(date(2024, 11, 8), 1, 1, 1, 1, 0), result(date(2024, 12, 6), 2, 2, 2, 1, 1)

    assert found("CLU01", with_results(late, early)) == []
    assert found("CLU01", with_results(early, replace(late, date=date(2025, 1, 6), handled=0))) == []
    fallen = found("CLU01", with_results(replace(late, date=early.date), replace(early, date=late.date)))
    assert [one.pointer.rpartition("results/1/")[2] for one in fallen] == [
        "filed/persons", "filed/pieces", "handled", "judicial",
    ]  # fmt: skip


def test_a_report_on_clues_ends_the_waiting():
    told = result(date(2025, 1, 10), 0, 0, 0, 0, 0)

    assert len(found("CLU02", with_results(), date(2025, 1, 13))) == 1
    assert found("CLU02", with_results(told), date(2025, 1, 13)) == []
