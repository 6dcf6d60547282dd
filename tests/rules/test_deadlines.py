from datetime import date

from msgspec.structs import replace
from tests.rules.ledgers import base, found, with_problems

from inspection.model.problems import Action, Entry, Measure

OPEN, CLOSED = base().problems["R13-02-0002"], base().problems["R13-02-0001"]
WAITING, LONG = base().problems["R13-02-0004"], base().problems["R13-02-0005"]


def pointers(code, problem, today):
    return [one.pointer for one in found(code, with_problems(problem), today) if one.path == problem.path]


def with_log(problem, *entries, **changes):
    item = problem.items[0]
    return replace(problem, items=(replace(item, log=(*item.log, *entries), **changes),))


def test_due_today_is_not_overdue():
    assert pointers("DUE01", OPEN, date(2025, 6, 30)) == []
    assert pointers("DUE01", OPEN, date(2025, 7, 1)) == ["/items/0/due"]


def test_no_unit_s_clock_runs_on_what_is_submitted_closed_or_long_term():
    for problem in (WAITING, CLOSED, LONG):
        assert pointers("DUE01", problem, date(2025, 12, 31)) == []


def test_the_windows_follow_one_another():
    def shown(day):
        return [code for code in ("DUE01", "DUE02", "DUE03") if pointers(code, OPEN, day)]

    days = (date(2025, 6, 9), date(2025, 6, 10), date(2025, 6, 19), date(2025, 6, 20), date(2025, 6, 30))
    assert [shown(day) for day in days] == [[], ["DUE03"], ["DUE03"], ["DUE02"], ["DUE02"]]
    assert shown(date(2025, 7, 1)) == ["DUE01"]


def reopened(measure_due):
    measure = Measure(id="M9", text="补充公示", due=measure_due)
    return with_log(
        CLOSED,
        Entry(
            date=date(2024, 12, 16),
            action=Action.REOPEN,
            by="office",
            visit="V2024-001",
            due=date(2025, 3, 31),
            add=(measure,),
        ),
    )


def test_a_reopened_item_is_due_by_the_day_the_reopening_set():
    problem = reopened(date(2025, 3, 31))

    assert pointers("DUE01", problem, date(2025, 3, 31)) == []
    assert pointers("DUE01", problem, date(2025, 4, 1)) == ["/items/0/log/7/due"]


def test_a_measure_of_a_reopening_is_held_against_the_reopening_s_own_day():
    assert pointers("DUE05", reopened(date(2025, 3, 31)), date(2024, 12, 31)) == []
    assert pointers("DUE05", reopened(date(2025, 4, 1)), date(2024, 12, 31)) == ["/items/0/log/7/add/0/due"]


def test_an_extension_later_on_does_not_excuse_a_measure_of_the_plan():
    measures = (Measure(id="M1", text="召开会议", due=date(2025, 8, 1)), Measure(id="M2", text="修订办法"))
    ask = Entry(date=date(2024, 12, 21), action=Action.ASK, by="unit", until=date(2025, 9, 1), reason="funding")
    extend = Entry(date=date(2024, 12, 24), action=Action.EXTEND, by="office", until=date(2025, 9, 1))

    assert pointers("DUE05", with_log(OPEN, ask, extend, measures=measures), date(2024, 12, 31)) == [
        "/items/0/measures/0/due"
    ]


def test_silence_is_counted_from_the_last_entry_or_else_from_the_item_s_birth():
    mute = replace(OPEN, items=(replace(OPEN.items[0], log=()),))

    assert pointers("DUE06", OPEN, date(2025, 1, 19)) == []
    assert pointers("DUE06", OPEN, date(2025, 1, 20)) == ["/items/0/log/1/date"]
    assert pointers("DUE06", mute, date(2024, 12, 5)) == []
    assert pointers("DUE06", mute, date(2024, 12, 6)) == ["/items/0"]


def test_an_entry_of_tomorrow_breaks_no_silence_and_nothing_is_expected_of_what_is_settled():
    tomorrow = Entry(date=date(2025, 1, 21), action=Action.REPORT, by="unit", note="进展")

    assert pointers("DUE06", with_log(OPEN, tomorrow), date(2025, 1, 20)) == ["/items/0/log/1/date"]
    assert pointers("DUE06", CLOSED, date(2025, 12, 31)) == []
    assert pointers("DUE06", LONG, date(2025, 12, 31)) == []


def test_the_reviewers_are_late_the_day_after_their_last():
    assert pointers("DUE04", WAITING, date(2025, 1, 8)) == []
    assert pointers("DUE04", WAITING, date(2025, 1, 9)) == ["/items/0/log/1/date"]


def test_the_last_submit_is_the_one_that_waits():
    back = Entry(date=date(2024, 12, 26), action=Action.RETURN, by="office", note="补照片")
    again = Entry(date=date(2024, 12, 27), action=Action.SUBMIT, by="unit", vouched="村党支部书记", evidence=("E1",))

    assert pointers("DUE04", with_log(WAITING, back, again), date(2025, 6, 30)) == ["/items/0/log/3/date"]
    assert pointers("DUE04", with_log(WAITING, back), date(2025, 6, 30)) == []


def test_an_item_on_the_last_day_of_the_concentrated_period_needs_no_reason():
    def late(day, reason=None):
        item = replace(OPEN.items[0], due=day, due_reason=reason)
        return pointers("DUE08", replace(OPEN, items=(item,)), date(2024, 12, 31))

    assert late(date(2025, 1, 21)) == []
    assert late(date(2025, 1, 22)) == ["/items/0/due"]
    assert late(date(2025, 1, 22), "需等审计") == []


def test_without_feedback_no_period_has_begun():
    key = ("R13-02", "qinglan-community")
    inspection = replace(base().inspections[key], feedback=None)
    item = replace(OPEN.items[0], due_reason=None)
    ledger = replace(with_problems(replace(OPEN, items=(item,))), inspections=base().inspections | {key: inspection})

    assert found("DUE08", ledger) == []


def test_announced_years_make_no_day_provisional():
    assert found("DUE07", base()) == []
    assert found("DUE07", base(), date(2026, 12, 31)) == []


def test_of_two_submits_on_one_day_the_review_of_the_last_is_late():
    submitted = WAITING.items[0].log[-1]
    returned = Entry(date=submitted.date, action=Action.RETURN, by="office", note="缺少照片")
    problem = with_log(WAITING, returned, submitted)
    last = len(problem.items[0].log) - 1

    assert pointers("DUE04", problem, date(2025, 12, 31)) == [f"/items/0/log/{last}/date"]


def test_a_refused_close_is_told_once_and_not_as_a_review_that_nobody_made():
    close = Entry(date=date(2024, 12, 26), action=Action.CLOSE, by="office", how="documents")
    problem, today = with_log(WAITING, close), date(2025, 12, 31)

    assert pointers("DUE04", WAITING, today) != [] != pointers("DUE06", WAITING, today)
    assert pointers("LIF04", problem, today) == [f"/items/0/log/{len(problem.items[0].log) - 1}/action"]
    assert pointers("DUE04", problem, today) == pointers("DUE06", problem, today) == []
