from datetime import date

from msgspec.structs import replace
from tests.rules.ledgers import base

from inspection.derive.replaced import applies, in_force, replaced_from
from inspection.derive.visited import entry_of, opened, visits_by_round
from inspection.model.record import Span

ROUND = base().rounds["R13-02"]
(GROUP,) = ROUND.groups
COMMON = base().checklists["common-2024"]


def test_a_round_is_opened_by_its_announcement_or_by_its_entry():
    assert opened(ROUND) == date(2024, 8, 28)
    assert opened(replace(ROUND, announced=None)) == date(2024, 9, 2)


def test_units_of_a_group_are_visited_before_their_inspection_is_recorded():
    group = replace(GROUP, units=(*GROUP.units, "lanpu"))
    ledger = replace(base(), rounds={"R13-02": replace(ROUND, groups=(group,))})

    visits = visits_by_round(ledger)["R13-02"]

    assert set(visits) == {"qinglan-community", "wutong-village", "lanpu"}
    assert [unit for unit, inspection in visits.items() if inspection is None] == ["lanpu"]


def test_a_unit_that_only_answers_is_not_visited():
    key = ("R13-02", "wutong-village")
    answering = replace(base().inspections[key], reach="answering")
    ledger = replace(base(), inspections=base().inspections | {key: answering})

    assert set(visits_by_round(ledger)["R13-02"]) == {"qinglan-community"}


def test_a_group_enters_with_the_first_of_its_units():
    visits = visits_by_round(base())["R13-02"]
    later = Span(from_=date(2024, 9, 9), to=date(2024, 10, 11))
    moved = {unit: replace(one, onsite=later) for unit, one in visits.items() if one is not None}

    assert entry_of(ROUND, GROUP, moved) == date(2024, 9, 9)
    assert entry_of(ROUND, GROUP, moved | {"wutong-village": None}) == date(2024, 9, 2)
    assert entry_of(ROUND, replace(GROUP, units=()), moved) == date(2024, 9, 2)


def test_a_checklist_is_replaced_from_the_first_day_another_takes_its_place():
    lists = {one.id: one for one in (COMMON, newer("2025-03-01"), newer("2025-02-01"))}
    replaced = replaced_from(replace(base(), checklists=lists))

    assert replaced == {"common-2023": date(2024, 1, 1), "common-2024": date(2025, 2, 1)}
    assert [in_force(COMMON, replaced, day) for day in (date(2023, 12, 31), date(2024, 1, 1))] == [False, True]
    assert [in_force(COMMON, replaced, day) for day in (date(2025, 1, 31), date(2025, 2, 1))] == [True, False]


def newer(day):
    return replace(COMMON, id=f"common-{day}", replaces="common-2024", effective=date.fromisoformat(day))


def test_classes_bind_only_units_that_have_one():
    agricultural = base().checklists["agricultural-2024"]
    community, village = base().units["qinglan-community"], base().units["wutong-village"]

    assert applies(agricultural, community)
    assert applies(agricultural, village)
    assert not applies(agricultural, replace(community, class_="urban"))
    assert not applies(agricultural, base().units["lanpu"])
