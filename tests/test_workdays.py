from datetime import date

import pytest

from inspection.workdays import (
    Calendar,
    DaysOff,
    Due,
    Duration,
    add,
    add_days,
    add_months,
    add_working_days,
    limit,
    month_end,
)

KNOWN = Calendar()
NEW_YEAR = date(2027, 1, 1)


def notice(off=(), work=(), official=True):
    return DaysOff(frozenset(off), frozenset(work), official)


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        ("2026-09-18", "15wd", "2026-10-15"),
        ("2026-02-10", "15wd", "2026-03-09"),
        ("2026-06-12", "15wd", "2026-07-06"),
        ("2025-07-02", "3m", "2025-10-09"),
        ("2026-07-05", "3m", "2026-10-08"),
        ("2025-11-30", "3m", "2026-02-28"),
        ("2026-03-20", "6m", "2026-09-20"),
        ("2026-01-31", "1m", "2026-02-28"),
        ("2024-01-31", "1m", "2024-02-29"),
        ("2024-06-03", "30d", "2024-07-03"),
        ("2024-06-07", "1wd", "2024-06-11"),
        ("2024-09-13", "1wd", "2024-09-14"),
    ],
)
def test_a_period_ends_on_a_working_day(start, length, end):
    assert add(date.fromisoformat(start), Duration(length), KNOWN) == Due(date.fromisoformat(end))


def test_the_day_a_period_starts_from_is_not_counted():
    assert add_working_days(date(2024, 6, 3), 1, KNOWN).day == date(2024, 6, 4)


def test_a_year_nobody_has_announced_is_provisional():
    assert add(date(2026, 12, 30), Duration("1wd"), KNOWN) == Due(date(2026, 12, 31))
    assert add(date(2026, 12, 31), Duration("1wd"), KNOWN) == Due(NEW_YEAR, provisional=True)
    assert add(date(2026, 12, 15), Duration("1m"), KNOWN) == Due(date(2027, 1, 15), provisional=True)
    assert add(date(2026, 11, 15), Duration("15d"), KNOWN) == Due(date(2026, 11, 30))


def test_working_days_that_cross_an_unannounced_year_are_provisional():
    calendar = Calendar({2028: notice()})

    assert add(date(2026, 12, 31), Duration("300wd"), calendar).provisional
    assert not add(date(2027, 12, 31), Duration("1wd"), calendar).provisional


def test_an_official_notice_of_the_ledger_is_announced():
    calendar = Calendar({2027: notice(off=[NEW_YEAR], work=[date(2027, 1, 2)])})

    assert add(date(2026, 12, 31), Duration("1wd"), calendar) == Due(date(2027, 1, 2))


def test_a_provisional_notice_counts_and_stays_provisional():
    calendar = Calendar({2027: notice(off=[NEW_YEAR], work=[date(2027, 1, 2)], official=False)})

    assert add(date(2026, 12, 31), Duration("1wd"), calendar) == Due(date(2027, 1, 2), provisional=True)


def test_an_official_notice_replaces_what_the_package_knows():
    monday = date(2024, 6, 17)

    assert KNOWN.works(monday)
    assert not Calendar({2024: notice(off=[monday])}).works(monday)
    assert Calendar({2024: notice(off=[monday], official=False)}).works(monday)


def test_months_end_on_the_same_day_or_the_last():
    assert add_months(date(2024, 3, 31), -1) == date(2024, 2, 29)
    assert add_months(date(2024, 12, 31), 2) == date(2025, 2, 28)
    assert month_end("2024-02") == date(2024, 2, 29)


def test_a_limit_does_not_roll():
    assert limit(date(2025, 7, 2), Duration("3m")) == date(2025, 10, 2)
    assert limit(date(2024, 6, 1), Duration("7d")) == date(2024, 6, 8)
    assert limit(date(2024, 6, 7), Duration("1wd")) == date(2024, 6, 11)


def test_no_day_lies_beyond_the_end_of_the_calendar():
    for length in ("365wd", "9999d", "9999m"):
        assert limit(date.max, Duration(length)) == date.max
        assert add(date.max, Duration(length), KNOWN).day == date.max
    assert add_days(date.min, -1) == date.min
    assert add_months(date.min, -1) == date.min
    assert month_end("0000-02") == date(1, 2, 28)
    assert month_end("9999-12") == date.max


@pytest.mark.parametrize("text", ["", "0d", "3", "3w", "d", "03d", "3 d", "366wd", "10000d", "-1d", "３d", "3d\n"])
def test_a_duration_of_another_form_is_refused(text):
    with pytest.raises(ValueError, match="not a duration"):
        Duration(text)


def test_a_duration_is_its_text():
    length = Duration("15wd")

    assert (length, length.number, length.unit) == ("15wd", 15, "wd")


@pytest.mark.parametrize("days", [0, 366])
def test_working_days_outside_a_year_are_refused(days):
    with pytest.raises(ValueError, match="outside 1 to 365"):
        add_working_days(date(2024, 1, 1), days, KNOWN)
