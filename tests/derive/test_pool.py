from datetime import date

import pytest
from msgspec.structs import replace
from tests.rules.ledgers import base

from inspection.derive.pool import by_person, pool_on, services
from inspection.model.units import PersonEntry

FIRST, SECOND = base().rounds["R13-01"], base().rounds["R13-02"]
SERVED = by_person(services([FIRST, SECOND]))["T-0011"]


def somebody(*log):
    entries = tuple(PersonEntry(date=date.fromisoformat(day), action=what, **more) for day, what, more in log)
    return replace(base().people["T-0011"], log=entries)


def pool(day, *log, served=()):
    return pool_on(base(), somebody(*log), served, date.fromisoformat(day))


ADMITTED = ("2022-02-01", "admit", {"pool": "specialist"})
LEFT = ("2023-06-01", "leave", {"reason": "rotation"})


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2022-01-31", None), ("2022-02-01", "specialist"), ("2023-05-31", "specialist"), ("2023-06-01", None)],
)
def test_somebody_is_in_the_pool_from_the_admission_until_they_leave(day, expected):
    assert pool(day, ADMITTED, LEFT) == expected


def test_of_two_entries_of_one_day_the_later_in_the_log_holds():
    same_day = ("2022-02-01", "leave", {"reason": "other"})

    assert pool("2022-02-01", ADMITTED, same_day) is None
    assert pool("2022-02-01", same_day, ADMITTED) == "specialist"


def test_two_finished_rounds_admit_whoever_was_deputy_as_a_leader():
    assert [pool(day, served=SERVED) for day in ("2024-10-11", "2024-10-12")] == [None, "leader"]


def test_rounds_finished_before_somebody_left_do_not_count_again():
    assert pool("2024-12-31", LEFT, served=SERVED) is None


def test_two_groups_of_one_round_are_one_round():
    (group,) = SECOND.groups
    twice = replace(SECOND, groups=(group, replace(group, id="G2")))

    assert pool("2024-12-31", served=by_person(services([twice]))["T-0011"]) is None


def test_a_service_names_its_round_group_and_person():
    assert [one.place for one in services([FIRST])] == ["R13-01/G1/T-0001", "R13-01/G1/T-0011"]
