from typing import get_args, get_type_hints

import pytest
from msgspec.structs import replace
from tests.cases.cases import SCHEMAS
from tests.rules.ledgers import base, found, places, with_problems

from inspection.model.kinds import KINDS
from inspection.model.problems import Action, Entry, Item
from inspection.model.record import Part
from inspection.read.schema import Schemas
from inspection.rules.references.links import SHAPES

ELSEWHERE = {"evidence", "measure"}
"""Names inside one item: the life of the item says whether they are there."""


@pytest.fixture(scope="module")
def schemas():
    return Schemas.in_folder(SCHEMAS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_rule_follows_every_reference_the_schemas_declare(kind, schemas):
    declared = {(path[-1], to) for path, to in in_schema(schemas.of(kind.name)) if to not in ELSEWHERE}
    followed = {(path[-1], to) for path, to in in_shapes(kind.struct)}
    apart = {"inspection": {("extended_from", "unit")}, "district": {(role, "unit") for role in roles(schemas)}}

    assert declared - followed - apart.get(kind.name, set()) == set()


def roles(schemas):
    return schemas.of("district")["properties"]["bodies"]["properties"]


def in_schema(schema, path=()):
    if not isinstance(schema, dict):
        return
    if "x-ref" in schema:
        yield path, schema["x-ref"]
    for key, each in schema.get("properties", {}).items():
        yield from in_schema(each, (*path, key))
    for each in (
        *schema.get("patternProperties", {}).values(),
        schema.get("items"),
        schema.get("additionalProperties"),
    ):
        yield from in_schema(each, path)


def in_shapes(struct, path=()):
    hints = get_type_hints(struct)
    for field, to in SHAPES[struct]:
        here = (*path, field.rstrip("_"))
        if to:
            yield here, to
        for piece in () if to else parts(hints[field]):
            yield from in_shapes(piece, here)


def parts(annotation):
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for argument in get_args(annotation):
        yield from parts(argument)


def test_a_record_whose_file_could_not_be_read_is_not_missing():
    ledger = replace(base(), units={key: unit for key, unit in base().units.items() if key != "wutong-village"})
    broken = frozenset({"units/wutong-village.yaml"})

    assert len(found("REF01", ledger)) > 5
    assert found("REF01", ledger, broken=broken) == []


def test_the_items_of_a_problem_that_could_not_be_read_are_not_missing():
    ledger = replace(base(), problems={key: one for key, one in base().problems.items() if key != "R13-02-0001"})
    path = "problems/R13-02/R13-02-0001.yaml"

    assert places(found("REF01", ledger)) == [
        ("letters/2024/L2024-002.yaml", "/problems/0"),
        ("visits/2024/V2024-001.yaml", "/checked/0/item"),
    ]
    assert found("REF01", ledger, broken=frozenset({path})) == []


def test_an_inspection_that_could_not_be_read_is_not_missing():
    left = {key: one for key, one in base().inspections.items() if key != ("R13-02", "wutong-village")}
    ledger, path = replace(base(), inspections=left), "rounds/R13-02/wutong-village.yaml"

    assert {one.path for one in found("REF02", ledger)} == {
        "problems/R13-02/R13-02-0003.yaml",
        "problems/R13-02/R13-02-0004.yaml",
    }
    assert found("REF02", ledger, broken=frozenset({path})) == []


def test_what_a_correction_writes_is_followed_too():
    problem = base().problems["R13-02-0002"]
    entry = Entry(
        date=problem.found,
        action=Action.CORRECT,
        by="office",
        entry=1,
        set={"by": "nobody", "agreed": ["office", "x-y"]},
    )
    item = replace(problem.items[0], log=(*problem.items[0].log, entry))

    assert places(found("REF01", with_problems(replace(problem, items=(item,))))) == [
        (problem.path, "/items/0/log/2/set/agreed/1"),
        (problem.path, "/items/0/log/2/set/by"),
    ]


def test_what_moves_name_elsewhere_is_followed():
    problem = base().problems["R13-02-0002"]
    entry = Entry(
        date=problem.found,
        action=Action.REOPEN,
        by="office",
        visit="V2024-099",
        order="no-order",
        paper="no-paper",
        into="R13-02-0999",
        lead="no-unit",
    )
    item = replace(problem.items[0], log=(entry,))

    assert [one.pointer for one in found("REF01", with_problems(replace(problem, items=(item,))))] == [
        "/items/0/log/0/into",
        "/items/0/log/0/lead",
        "/items/0/log/0/order",
        "/items/0/log/0/paper",
        "/items/0/log/0/visit",
    ]


def test_both_languages_name_the_field_and_what_is_missing():
    (one,) = found("REF01", with_problems(replace(base().problems["R13-02-0002"], common="C13-09")))

    assert one.message.zh == "字段「common」：没有共性问题「C13-09」"
    assert one.message.en == "`common`: there is no common problem C13-09"


def test_a_near_id_is_proposed_and_a_number_is_not():
    item = replace(base().problems["R13-02-0002"].items[0], lead="qinglan-comunity", notice="L2024-003")
    near, far = found("REF01", with_problems(replace(base().problems["R13-02-0002"], items=(item,))))

    assert (near.help.zh, near.help.en) == (
        "是不是「青岚社区党总支（qinglan-community）」？",
        "did you mean 青岚社区党总支 (qinglan-community)?",
    )
    assert far.help.en == "correct the id, or add the record it names."


def test_a_long_chain_of_units_is_walked_once():
    village = base().units["wutong-village"]
    chain = {f"v-{n}": replace(village, id=f"v-{n}", path=f"units/v-{n}.yaml", parent=f"v-{n + 1}") for n in range(999)}
    last = replace(village, id="v-999", path="units/v-999.yaml", parent="v-998")
    ledger = replace(base(), units=base().units | chain | {"v-999": last})

    assert places(found("REF03", ledger)) == [("units/v-998.yaml", "/parent"), ("units/v-999.yaml", "/parent")]


def test_the_same_name_in_two_items_is_no_repetition():
    problem = base().problems["R13-02-0001"]
    second: Item = replace(problem.items[0], id=2)

    assert found("REF04", with_problems(replace(problem, items=(*problem.items, second)))) == []
    assert places(found("REF04", with_problems(replace(problem, items=(*problem.items, problem.items[0]))))) == [
        (problem.path, "/items/1/id")
    ]


def test_an_item_given_to_the_successor_is_not_left_behind():
    problem, today = base().problems["R13-02-0002"], base().problems["R13-02-0002"].items[0].log[-1].date
    left = replace(base().units["qinglan-community"], left=today)
    entry = Entry(date=today, action=Action.ASSIGN, by="office", lead="lanpu", reason="单位合并")
    item = replace(problem.items[0], log=(*problem.items[0].log, entry))
    units = base().units | {left.id: left}

    def behind(*items):
        ledger = replace(with_problems(replace(problem, items=items)), units=units)
        return [one.pointer for one in found("REF05", ledger) if one.path == problem.path]

    assert behind(*problem.items) == ["/items/0/lead"]
    assert behind(item) == []
