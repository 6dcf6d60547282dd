from datetime import date

import pytest
from tests.derive.making import DEADLINES, a_ledger, a_policy, entry, lived, record

from inspection.derive.clocks import Light, deadline, light, review_due
from inspection.derive.policies import calendar_of, policy_on
from inspection.derive.status import Status
from inspection.model.district import CalendarYear
from inspection.workdays import Calendar, Due

SUBMIT = {"vouched": "书记", "evidence": ["E1"], "done": ["M1"]}
START = entry("06-20", "start")
RETURNED = [START, entry("08-16", "submit", **SUBMIT), entry("08-22", "return", "office", note="公示照片缺失")]
EXTENDED = [
    *RETURNED,
    entry("08-23", "ask", until="2024-09-20", reason="third_party"),
    entry("08-26", "extend", "office", until="2024-09-20"),
]
CLOSED = [
    *EXTENDED,
    entry("09-12", "submit", **SUBMIT),
    entry("09-16", "agree", "discipline", how="on_site"),
    entry("09-18", "close", "office"),
]
REOPENED = [
    *CLOSED,
    entry("10-08", "reopen", "office", order="order", due="2024-12-10", add=[{"id": "M2", "text": "再公示"}]),
]


def test_the_first_deadline_stands_until_something_moves_it():
    assert lived([START], date(2024, 8, 1)).due == date(2024, 8, 20)


def test_the_days_under_review_move_the_due_day():
    assert lived(RETURNED).due == date(2024, 8, 26)


def test_the_due_day_moves_while_the_review_lasts():
    assert lived(RETURNED, date(2024, 8, 16)).due == date(2024, 8, 20)
    assert lived(RETURNED, date(2024, 8, 20)).due == date(2024, 8, 24)


def test_an_extension_sets_the_due_day_anew():
    assert lived(EXTENDED, date(2024, 8, 25)).due == date(2024, 8, 26)
    assert lived(EXTENDED).due == date(2024, 9, 20)


def test_only_the_review_since_the_extension_moves_it_again():
    assert lived(CLOSED).due == date(2024, 9, 26)


def test_an_extension_under_review_counts_only_the_days_after_it():
    log = [
        START,
        entry("08-01", "ask", until="2024-09-20", reason="policy"),
        entry("08-02", "submit", **SUBMIT),
        entry("08-12", "extend", "office", until="2024-09-20"),
        entry("08-15", "return", "office", note="缺"),
    ]

    assert lived(log, date(2024, 8, 12)).due == date(2024, 9, 20)
    assert lived(log).due == date(2024, 9, 23)


def test_a_reopening_sets_the_due_day_anew():
    life = lived(REOPENED)

    assert (life.due, life.first_due, life.restarted) == (date(2024, 12, 10), date(2024, 8, 20), True)


def test_reviews_before_the_plan_came_move_the_first_deadline_too():
    log = [entry("04-01", "start"), entry("04-02", "submit", **SUBMIT), entry("04-12", "return", "office", note="缺")]

    assert lived(log).due == date(2024, 8, 30)


def test_due_today_is_not_overdue():
    life = lived(EXTENDED)

    assert not life.overdue_on(date(2024, 9, 20))
    assert life.overdue_on(date(2024, 9, 21))


@pytest.mark.parametrize(
    ("log", "status"), [(CLOSED[:6], Status.SUBMITTED), (CLOSED, Status.CLOSED)], ids=["submitted", "closed"]
)
def test_nothing_is_overdue_while_the_units_clock_stands_still(log, status):
    life = lived(log)

    assert life.status is status
    assert not life.overdue_on(date(2029, 1, 1))


def test_what_does_not_exist_yet_is_not_overdue():
    assert not lived([], date(2024, 6, 6), due="2024-01-01").overdue_on(date(2024, 6, 6))
    assert lived([], date(2024, 6, 7), due="2024-01-01").overdue_on(date(2024, 6, 7))


def test_on_time_is_judged_by_the_submit_that_led_to_the_close():
    early = [START, entry("08-20", "submit", **SUBMIT), entry("08-30", "agree", "discipline", how="on_site")]

    assert lived([*early, entry("09-02", "close", "office")]).on_time
    assert not lived(CLOSED).on_time
    assert lived(CLOSED, due="2024-09-12").on_time
    assert not lived(early).on_time


def test_an_item_reopened_once_is_never_on_time():
    again = [entry("10-20", "submit", vouched="书记", evidence=["E2"], done=["M2"]),
             entry("10-21", "agree", "discipline", how="on_site"), entry("10-22", "close", "office")]  # fmt: skip
    life = lived([*REOPENED, *again], due="2025-01-01")

    assert life.status is Status.CLOSED
    assert not life.on_time


def test_the_reviewers_clock_takes_the_policy_of_the_submit():
    slower, later = ({**DEADLINES, "review": length} for length in ("3wd", "1wd"))
    policies = (a_policy(), a_policy("2024-09-12", deadlines=slower), a_policy("2024-09-13", deadlines=later))
    ledger = a_ledger(policies=policies)

    assert review_due(ledger, Calendar(), lived(CLOSED[:6])) == Due(date(2024, 9, 18))
    assert review_due(ledger, Calendar(), lived(EXTENDED)) is None


def test_a_policy_is_in_force_from_its_day_on():
    first, second = a_policy("2021-09-28"), a_policy("2024-09-12")
    ledger = a_ledger(policies=(first, second))

    assert policy_on(ledger, date(2024, 9, 11)) is first
    assert policy_on(ledger, date(2024, 9, 12)) is second
    assert policy_on(ledger, date(2020, 1, 1)) is first


def test_without_a_policy_nothing_is_guessed():
    with pytest.raises(LookupError, match="no policy"):
        policy_on(a_ledger(policies=()), date(2024, 1, 1))


def test_a_deadline_runs_from_its_event():
    assert deadline(a_ledger(), Calendar(), "extension", date(2024, 8, 23)) == Due(date(2024, 8, 30))


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2024, 8, 30), Light.NONE),
        (date(2024, 8, 31), Light.GREEN),
        (date(2024, 9, 9), Light.GREEN),
        (date(2024, 9, 10), Light.YELLOW),
        (date(2024, 9, 20), Light.YELLOW),
        (date(2024, 9, 21), Light.RED),
    ],
)
def test_the_light_changes_as_the_due_day_comes_near(day, shown):
    assert light(a_ledger(), lived(EXTENDED, day), day) is shown


def test_an_item_whose_clock_stands_still_has_no_light():
    assert light(a_ledger(), lived(CLOSED[:6]), date(2029, 1, 1)) is Light.NONE


def test_dates_at_the_end_of_the_calendar_do_not_stop_the_fold():
    far = "9999-12-31"
    log = [
        START,
        entry("07-01", "ask", until=far, reason="policy"),
        entry("07-02", "extend", "leading_group", until=far),
        entry("07-03", "sustain", "office", reason="historic", check=far, evidence=["E1"], agreed=["discipline"]),
        entry("07-04", "submit", **SUBMIT),
    ]
    life = lived(log, date.max)

    assert life.due == date.max
    assert light(a_ledger(), lived(log[:3], date.max), date.max) is Light.YELLOW


def test_the_calendar_holds_the_notices_of_the_ledger():
    notice = {"notice": "通知", "status": "provisional", "off": ["2027-01-01"], "work": ["2027-01-02"]}
    calendar = calendar_of(a_ledger(calendars={2027: record(CalendarYear, "calendar/2027.yaml", notice)}))

    assert [calendar.works(date(2027, 1, day)) for day in (1, 2, 3, 4)] == [False, True, False, True]
    assert not calendar.announced(2027)
