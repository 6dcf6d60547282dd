import pytest
from tests.schemas.records import record
from tests.schemas.schema_files import KINDS, complaints


@pytest.mark.parametrize("kind", KINDS)
def test_a_small_record_of_each_kind_is_in_order(kind):
    assert complaints(kind, record(kind)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_an_unknown_key_is_refused_at_every_depth(kind):
    for pointer, mapping in mappings(whole := record(kind)):
        mapping["?"] = 1

        assert (pointer or "/", "additionalProperties") in complaints(kind, whole)

        del mapping["?"]


def mappings(node, pointer=""):
    if isinstance(node, dict):
        yield pointer, node
    for key, child in list(node.items()) if isinstance(node, dict) else enumerate(node):
        if isinstance(child, dict | list):
            yield from mappings(child, f"{pointer}/{key}")


@pytest.mark.parametrize(
    ("kind", "place", "value"),
    [
        ("problem", "found", "2024-3-18"),
        ("problem", "found", "2024-02-30"),
        ("problem", "found", None),
        ("problem", "unit", "office"),
        ("problem", "unit", "Shang-Village"),
        ("problem", "category", "roads"),
        ("problem", "in_feedback", "yes"),
        ("problem", "statement", ""),
        ("problem", "amount", "8640.505"),
        ("problem", "amount", "8640.5元"),
        ("problem", "amount", -1),
        ("problem", "common", "R13-05"),
        ("problem", "items/0/id", 0),
        ("problem", "items/0/lead", "unit"),
        ("problem", "items/0/log/0/by", "round"),
        ("problem", "items/0/log/0/action", "begin"),
        ("problem", "items/0/log/1/how", "phone"),
        ("problem", "items/0/log/2/reason", "没有时间"),
        ("problem", "items/0/log/4/reason", "policy"),
        ("problem", "items/0/log/6/set", {}),
        ("unit", "code", "99010100520"),
        ("unit", "kind", "hamlet"),
        ("person", "log/1/reason", "tired"),
        ("policy", "sample", "1.5"),
        ("policy", "deadlines/plan", "15"),
        ("policy", "deadlines/plan", "0d"),
        ("policy", "staffing/deputies", [1]),
        ("inspection", "publication/society/0/digest", "790AE4F8CBCD244598A2C69C859C237E"),
        ("inspection", "evaluation/ballots/issued", -1),
        ("plan", "rounds/0/quarter", 5),
        ("visit", "checked/0/item", "R13-05-0137"),
    ],
)
def test_a_value_of_the_wrong_form_is_refused_at_its_place(kind, place, value):
    whole = record(kind)
    *way, last = (int(part) if part.isdecimal() else part for part in place.split("/"))
    node = whole
    for part in way:
        node = node[part]
    node[last] = value

    assert {pointer for pointer, _ in complaints(kind, whole)} == {f"/{place}"}


@pytest.mark.parametrize("body", ["unit", "leading_group", "qinghe-town"])
def test_a_body_is_a_role_word_or_a_unit(body):
    whole = record("problem")
    whole["items"][0]["log"][0]["by"] = body

    assert complaints("problem", whole) == []


@pytest.mark.parametrize("amount", [0, 12, "12.5", "12.50", "86400.00"])
def test_yuan_have_at_most_two_decimals(amount):
    whole = record("problem")
    whole["amount"] = amount

    assert complaints("problem", whole) == []


def test_a_reason_is_a_code_where_an_extension_is_asked_for_and_words_elsewhere():
    whole = record("problem")
    whole["items"][0]["log"][3]["reason"] = "policy"

    assert complaints("problem", whole) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_without_its_identity_is_refused(kind):
    needed = {"calendar", "checklist", "common", "district", "inspection", "letter", "paper", "person", "policy"}
    needed |= {"problem", "round", "unit", "visit"}

    assert {keyword for _, keyword in complaints(kind, {})} == ({"required"} if kind in needed else set())


def test_local_words_are_for_a_code_that_exists():
    whole = record("policy")
    whole["labels"]["immediately"] = whole["labels"].pop("immediate")

    assert complaints("policy", whole) == [("/labels", "anyOf")]
