from datetime import date

import pytest
from tests.derive.making import UNIT, a_ledger, a_problem, an_item, entry, record

from inspection.derive.clocks import Light
from inspection.derive.escalation import LADDER, escalations
from inspection.derive.lives import Lives
from inspection.derive.policies import calendar_of
from inspection.model.matters import Letter

START = entry("06-20", "start")
ITEM = "R13-05-0137/1"


def letter(number, kind, day, *more, **other):
    """A letter of the ladder about the item, issued to its unit on a day of 2024."""
    data = {"kind": kind, "from": "office", "to": UNIT, "subject": "督促", "items": [ITEM],
            "log": [entry(day, "issue", "office"), *more]}  # fmt: skip
    return record(Letter, f"letters/2024/L2024-{number:03}.yaml", {**data, **other})


def standing(as_of, *letters, log=(START,), **item):
    """Where the one item, due 2024-08-20, stands on a day of 2024; nothing before the windows."""
    ledger = a_ledger(a_problem(an_item(list(log), **item)), letters={one.id: one for one in letters})
    day = date.fromisoformat(f"2024-{as_of}")
    found = list(escalations(Lives(ledger, day), calendar_of(ledger)))
    return found[0] if found else None


def test_the_colours_are_the_policys_windows():
    assert standing("07-30") is None
    assert [standing(day).light for day in ("07-31", "08-10", "08-20", "08-21")] == [
        Light.GREEN, Light.YELLOW, Light.YELLOW, Light.RED,
    ]  # fmt: skip


def test_nothing_is_proposed_in_green_and_a_reminder_in_yellow_once():
    reminded = letter(1, "reminder", "08-12")

    assert standing("08-01").step is None
    assert standing("08-12").step == "reminder"
    assert standing("08-20", reminded).step is None


def test_an_overdue_item_climbs_step_by_step_once_each_letter_has_had_its_say():
    sent = []
    for number, kind in enumerate(LADDER, start=1):
        assert standing("12-31", *sent).step == kind
        sent.append(letter(number, kind, f"09-{number:02}", reply_due=f"2024-09-{number + 10}"))

    last = standing("12-31", *sent)
    assert (last.step, last.waits) == (None, None)
    assert [one.kind for one in last.sent] == list(LADDER)


def test_a_letter_waits_for_its_receipt_then_for_its_reply_by_the_policy():
    out = letter(1, "urging", "09-02")
    received = letter(1, "urging", "09-02", entry("09-04", "receive"))

    assert standing("09-09", out).waits == date(2024, 9, 9)
    assert standing("09-10", out).step == "admonition"
    assert standing("10-08", received).waits == date(2024, 10, 8)
    assert standing("10-09", received).step == "admonition"


def test_a_withdrawn_letter_and_one_to_somebody_else_are_no_step():
    withdrawn = letter(1, "reminder", "08-22", entry("08-23", "withdraw", "office"), reply_due="2024-08-24")
    elsewhere = letter(2, "urging", "08-22", to="agriculture", reply_due="2024-08-24")

    assert standing("08-30", withdrawn, elsewhere).sent == ()


@pytest.mark.parametrize(
    ("named", "counts"),
    [
        ({"items": ["R13-05-0137/2"]}, False),
        ({"items": [], "problems": ["R13-05-0137"]}, True),
        ({"items": [], "problems": ["R13-05-0138"]}, False),
        ({"items": []}, True),
        ({"items": [], "common": "C13-03"}, False),
    ],
)
def test_a_letter_is_about_what_it_names_and_a_general_one_about_what_is_overdue(named, counts):
    assert bool(standing("08-30", letter(1, "urging", "08-26", **named)).sent) is counts


def test_a_general_letter_from_before_the_due_day_is_about_something_else():
    assert standing("08-30", letter(1, "urging", "08-19", items=[])).sent == ()


def test_an_accountability_letter_goes_to_whoever_may_act_on_it():
    assert standing("09-30", letter(1, "accountability", "09-02", to="discipline")).sent[0].kind == "accountability"


def test_a_reopened_item_begins_at_the_foot_of_the_ladder_again():
    submit = entry("07-20", "submit", vouched="书记", evidence=["E1"], done=["M1"])
    closing = [entry("07-22", "agree", by, how="documents") for by in ("discipline", "parent")]
    closed = [START, submit, *closing, entry("07-23", "close", "office", how="documents")]
    measure = {"id": "M2", "text": "再次清理", "due": "2024-09-20"}
    reopen = entry("08-25", "reopen", "office", order="p-1", due="2024-09-20", add=[measure])
    old = letter(1, "admonition", "07-10", reply_due="2024-07-15")

    again = standing("10-08", old, log=[*closed, reopen])
    assert (again.light, again.sent, again.step) == (Light.RED, (), "reminder")


def test_a_submitted_item_is_nobodys_to_urge():
    submit = entry("08-19", "submit", vouched="书记", evidence=["E1"], done=["M1"])

    assert standing("12-31", log=[START, submit]) is None
