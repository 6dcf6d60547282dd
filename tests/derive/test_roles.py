import msgspec
import pytest
from tests.derive.making import BODIES, UNIT, a_ledger, a_problem, an_item, entry, lived, record

from inspection.derive.policies import NotInLedgerError
from inspection.derive.roles import known_roles, roles_in, roles_of
from inspection.model.district import District

LEDGER = a_ledger()
ROLES = roles_in(LEDGER, a_problem(an_item([])), "agriculture")


@pytest.mark.parametrize(
    ("body", "unit"),
    [
        ("unit", "agriculture"),
        ("parent", "beizhou"),
        ("office", "inspection-office"),
        ("discipline", "district-discipline"),
        ("beizhou", "beizhou"),
        ("group", None),
        ("leading_group", None),
        ("nowhere", None),
    ],
)
def test_a_body_stands_for_a_unit_or_for_none(body, unit):
    assert ROLES.unit_behind(body) == unit


def test_parent_is_above_the_inspected_unit_not_above_the_lead():
    assert roles_in(LEDGER, a_problem(an_item([])), "inspection-office").parent == "beizhou"
    assert roles_of(LEDGER, UNIT).parent == "beizhou"
    assert roles_of(LEDGER, "agriculture").parent is None


def test_two_words_for_one_unit_count_once():
    assert ROLES.distinct(["office", "inspection-office", "discipline"]) == 2
    assert ROLES.distinct(["group", "leading_group", "group"]) == 2


def test_a_body_is_among_others_by_word_or_by_unit():
    assert ROLES.among("inspection-office", ("office",))
    assert ROLES.among("office", ("inspection-office",))
    assert ROLES.among("group", ("group",))
    assert ROLES.among("agriculture", ("unit",))
    assert not ROLES.among("beizhou", ("office", "discipline"))
    assert not ROLES.among("nowhere", ())


def test_without_a_district_nobody_can_say_what_a_word_stands_for():
    ledger = msgspec.structs.replace(LEDGER, district=None)

    assert roles_of(ledger, UNIT).unit_behind("office") is None
    assert roles_of(ledger, UNIT).unit_behind("unit") == UNIT
    with pytest.raises(NotInLedgerError):
        known_roles(ledger, UNIT)


def test_the_rectification_office_supervises_by_its_word_and_by_its_unit():
    said = {**msgspec.to_builtins(LEDGER.district), "bodies": {**BODIES, "rectification_office": "agriculture"}}
    ledger = a_ledger(district=record(District, "district.yaml", said))

    def refused(by, among):
        urged = entry("07-01", "supervise", by, how="urging", note="催办")
        return lived([entry("06-20", "start"), urged], ledger=among).refusals

    assert refused("rectification_office", ledger) == refused("agriculture", ledger) == ()
    assert len(refused("agriculture", LEDGER)) == 1


def test_a_unit_that_is_not_in_the_register_has_nobody_above():
    assert roles_of(LEDGER, None).parent is None
    assert roles_of(LEDGER, "nowhere").unit == "nowhere"
