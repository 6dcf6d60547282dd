from datetime import date

from tests.derive.making import ROUND, UNIT, a_ledger, record

from inspection.derive.policies import calendar_of
from inspection.derive.roles import roles_of
from inspection.derive.signed import signatures_owed
from inspection.model.inspections import Inspection


def reached(as_of, **feedback):
    given = {"date": "2024-05-20", "by": "group", **feedback}
    made = record(Inspection, f"rounds/{ROUND}/{UNIT}.yaml", {"reach": "full", "feedback": given})
    ledger = a_ledger(inspections={(ROUND, UNIT): made})
    owed = signatures_owed(ledger, calendar_of(ledger), made, roles_of(ledger, UNIT), as_of)
    return {(one.step, one.body): one.done for one in owed}


def test_every_body_of_the_duties_is_named_and_without_feedback_none():
    assert list(reached(date(2024, 5, 20))) == [
        ("given", "unit"), ("given", "head"),
        ("signed", "unit"), ("signed", "head"), ("signed", "leader_in_charge"),
        ("copied", "discipline"), ("copied", "organization"),
    ]  # fmt: skip
    assert reached(date(2024, 5, 19)) == {}


def test_a_unit_counts_under_whatever_word_it_is_recorded_by():
    done = reached(date(2024, 6, 1), copied={"district-discipline": "2024-05-22", "discipline": "2024-05-24"})

    assert done["copied", "discipline"] == date(2024, 5, 22)


def test_what_is_dated_later_has_not_happened_yet():
    signed = {"unit": "2024-05-21"}

    assert reached(date(2024, 5, 20), signed=signed)["signed", "unit"] is None
    assert reached(date(2024, 5, 21), signed=signed)["signed", "unit"] == date(2024, 5, 21)
