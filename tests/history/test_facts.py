import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.schemas.schema_files import KINDS as KIND_NAMES

from inspection.history.facts import facts_of
from inspection.labelling import load
from inspection.model.kinds import KINDS

BY_NAME = {kind.name: kind for kind in KINDS}
LABELS = load()


def said(kind, data):
    return {fact.pointer: (fact.day.isoformat(), fact.action, fact.by) for fact in facts_of(BY_NAME[kind], data)}


def test_an_entry_of_a_log_is_one_fact_with_the_days_it_names():
    log = [{"date": "2024-08-23", "action": "ask", "by": "unit", "until": "2024-09-20"}]

    assert said("problem", {"items": [{"id": 1, "log": log}]}) == {"/items/0/log/0": ("2024-08-23", "ask", ("unit",))}


def test_what_is_signed_later_is_a_fact_of_its_own():
    feedback = {"date": "2024-05-20", "by": "group", "given": {"unit": "2024-05-20"}}
    signed = {**feedback, "signed": {"head": "2024-05-21", "gushan/x": "2024-05-22"}}
    before, after = (facts_of(BY_NAME["inspection"], {"feedback": one}) for one in (feedback, signed))

    assert {one.content for one in before} < {one.content for one in after}
    assert {one.pointer for one in after} - {one.pointer for one in before} == {
        "/feedback/signed/head",
        "/feedback/signed/gushan~1x",
    }


def test_changed_ballots_are_another_fact():
    one, other = (
        facts_of(BY_NAME["inspection"], {"evaluation": {"date": "2024-09-10", "ballots": {"satisfied": count}}})
        for count in (105, 106)
    )

    assert one[0].identity != other[0].identity


def test_a_fact_that_moves_in_its_list_is_the_same():
    entries = [{"date": "2024-06-20", "action": "start"}, {"date": "2024-07-15", "action": "report"}]
    one, other = (facts_of(BY_NAME["letter"], {"log": log}) for log in (entries, entries[::-1]))

    assert [fact.identity for fact in one] == [fact.identity for fact in reversed(other)]


def test_the_order_of_keys_is_no_part_of_a_fact():
    one, other = (
        facts_of(BY_NAME["letter"], {"log": [log]})
        for log in ({"date": "2024-06-20", "by": "unit"}, {"by": "unit", "date": "2024-06-20"})
    )

    assert one == other


def test_an_entry_that_moves_to_another_item_is_another_fact():
    log = [{"date": "2024-06-20", "action": "start"}]
    one, other = (facts_of(BY_NAME["problem"], {"items": [{"id": each, "log": log}]}) for each in (1, 2))

    assert one[0].content != other[0].content


def test_two_facts_that_say_the_same_are_two():
    log = [{"date": "2024-06-20", "action": "start"}] * 3

    assert len({fact.content for fact in facts_of(BY_NAME["letter"], {"log": log})}) == 3


def test_a_unit_renamed_joined_when_it_joined():
    one, other = (facts_of(BY_NAME["unit"], {"name": name, "joined": "2021-09-28"}) for name in "ab")

    assert one == other


def test_a_correction_names_what_it_mends():
    log = [
        {"date": "2024-06-20", "action": "start"},
        {"date": "2024-06-21", "action": "correct", "entry": 1, "void": True},
    ]
    data = {
        "found": "2024-03-18",
        "items": [{"log": log}],
        "corrections": [{"date": "2024-07-01", "path": "/found", "was": "2024-03-17", "is": "2024-03-18"}],
    }
    mends = {fact.pointer: (fact.mends, fact.voids) for fact in facts_of(BY_NAME["problem"], data)}

    assert mends == {
        "/found": ("", False),
        "/items/0/log/0": ("", False),
        "/items/0/log/1": ("/items/0/log/0", True),
        "/corrections/0": ("/found", False),
    }


def test_the_days_of_members_keep_their_owner():
    members = [{"person": "T-0001", "trained": "2024-02-28"}, {"person": "T-0002", "trained": "2024-02-28"}]
    data = [{"groups": [{"id": "G1", "members": each}]} for each in (members, members[1:])]
    both, one = (facts_of(BY_NAME["round"], each) for each in data)

    assert both[1].content == one[0].content


def days(kind):
    return [place for _, place, field in LABELS.fields(kind) if field.form.en == "Day"]


def holding(place, kind):
    """The smallest record with a day at a dotted place."""
    value: object = "2024-05-20"
    parts = place.split(".")
    for depth in range(len(parts), 0, -1):
        if LABELS.by_place[kind][".".join(parts[:depth])].listed:
            value = [value]
        value = {parts[depth - 1]: value}
    return value


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_every_day_the_schemas_know_is_in_a_fact_or_in_the_entry_of_a_log(kind):
    silent = []
    for place in days(kind):
        in_a_log = ".log." in f".{place}" and not place.endswith("log.date")
        if not in_a_log and not facts_of(BY_NAME[kind], holding(place, kind)):
            silent.append(place)

    assert days(kind)
    assert silent == []


LEAVES = st.sampled_from([None, True, 7, 10**30, "", "2024-05-20", "2024-02-31", "unit", "\ud800", "correct"])
KEYS = st.sampled_from(["date", "log", "items", "by", "entry", "action", "feedback", "due", "signed", "id"])
ANYTHING = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)


@given(
    st.sampled_from(KINDS), st.dictionaries(st.sampled_from(["items", "log", "feedback", "found", "date"]), ANYTHING)
)
def test_whatever_a_version_holds_its_facts_can_be_told(kind, data):
    facts = facts_of(kind, data)

    assert len({fact.content for fact in facts}) == len(facts)
    assert json.dumps([fact.pointer for fact in facts])
