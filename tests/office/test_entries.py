from datetime import date

from tests.derive.logs import AGREED, CLOSED, REOPEN, START
from tests.derive.making import PROBLEM, entry, record
from tests.office.desks import desk_of, problems_of

from inspection.derive.provenance import Recorded
from inspection.model.matters import Visit
from inspection.office.entries import Standing, columns, found_by_visits

DAY = date(2024, 12, 31)
VISIT = record(
    Visit,
    "visits/2024/V2024-003.yaml",
    {
        "kind": "supervision", "from": "2024-09-01", "to": "2024-09-02", "by": ["office"],
        "checked": [{"item": f"{PROBLEM}/1", "result": "rebound", "note": "又有新的违规出租"}],
    },
)  # fmt: skip


def of(log, as_of=DAY, visits=(), provenance=None):
    (problem,) = problems_of(log)
    desk = desk_of(problem, as_of=as_of)
    desk.context.provenance = provenance
    (item,) = problem.items
    return columns(desk, problem, item, desk.lives.of(problem, item), found_by_visits(visits, as_of))


def actions(entries):
    return [one.action for one in entries]


def test_what_the_unit_reported_stands_apart_from_what_was_verified():
    told = of([*CLOSED, REOPEN], visits=[VISIT])

    assert actions(told.reported) == ["start", "submit"]
    assert actions(told.verified) == ["agree", "close", None, "reopen"]
    assert told.decided == ()


def test_what_a_visit_found_stands_among_what_was_verified_by_its_last_day():
    visit = of(CLOSED, visits=[VISIT]).verified[-1]

    assert (visit.found.result, visit.visit, visit.date) == ("rebound", "V2024-003", date(2024, 9, 2))
    assert of(CLOSED, as_of=date(2024, 9, 1), visits=[VISIT]).verified[-1].action == "close"


def test_a_refused_entry_is_shown_with_its_reason():
    told = of([*START, entry("08-01", "close", "office", how="documents")])

    (refused,) = told.verified
    assert refused.standing is Standing.REFUSED
    assert refused.reasons == ("此时是「正在整改」，不能销号",)


def test_a_voided_entry_stays_visible_and_counts_for_nothing():
    log = [*AGREED, entry("08-20", "correct", "office", entry=3, void=True, reason="重复登记")]

    told = of(log)

    assert [one.standing for one in told.verified] == [Standing.VOID]
    assert actions(told.decided) == ["correct"]


def test_a_corrected_entry_is_shown_as_it_was_corrected():
    log = [*START, entry("07-02", "correct", "office", entry=1, set={"date": "2024-06-25"}, reason="日期登记错误")]

    (start,) = of(log).reported

    assert (start.date, start.corrected, start.standing) == (date(2024, 6, 25), True, Standing.COUNTS)


def test_what_has_not_happened_yet_says_so():
    told = of(AGREED, as_of=date(2024, 8, 18))

    assert [one.standing for one in told.verified] == [Standing.LATER]


def test_bodies_are_called_by_the_units_behind_them_but_the_leading_unit_by_its_word():
    told = of(AGREED)

    assert {one.by for one in told.reported} == {"责任单位"}
    assert [one.by for one in told.verified] == ["district-discipline"]


def test_what_happened_and_when_it_was_recorded_are_two_days():
    path = f"problems/R13-05/{PROBLEM}.yaml"
    known = {
        (path, "/items/0/log/1"): Recorded(date(2024, 8, 19)),
        (VISIT.path, "/to"): Recorded(date(2024, 9, 5)),
    }

    told = of(CLOSED, visits=[VISIT], provenance=known)

    assert [(one.date, one.recorded) for one in told.reported] == [
        (date(2024, 6, 20), None),
        (date(2024, 8, 16), date(2024, 8, 19)),
    ]
    assert (told.verified[-1].date, told.verified[-1].recorded) == (date(2024, 9, 2), date(2024, 9, 5))
