from datetime import date

from msgspec.structs import replace
from tests.rules.ledgers import base, found, places

OFFICE, VILLAGE = base().units["civil-affairs-bureau"], base().units["wutong-village"]


def with_unit(unit):
    return replace(base(), units=base().units | {unit.id: unit})


def without_plans(**changes):
    return replace(base(), plans={}, **changes)


def test_units_of_the_base_neither_inspected_nor_planned_are_named_once_each():
    assert places(found("COV03", without_plans())) == [
        ("units/agriculture-bureau.yaml", "/in_base"),
        ("units/civil-affairs-bureau.yaml", "/in_base"),
    ]


def test_outside_every_term_nothing_is_owed():
    assert found("COV03", without_plans(), date(2026, 9, 28)) == []
    assert found("COV01", with_unit(replace(VILLAGE, joined=date(2022, 1, 1))), date(2026, 9, 28)) == []


def test_a_unit_that_left_or_is_not_in_the_base_is_not_owed():
    gone = replace(OFFICE, left=date(2024, 12, 30))
    apart = replace(OFFICE, in_base=False)

    for unit in (gone, apart):
        assert [one.path for one in found("COV03", replace(with_unit(unit), plans={}))] == [
            "units/agriculture-bureau.yaml"
        ]


def test_an_inspection_under_way_covers_and_a_look_back_does_not():
    inspection = base().inspections["R13-02", "wutong-village"]
    onsite = replace(inspection.onsite, to=date(2025, 2, 1))
    under_way = base().inspections | {("R13-02", "wutong-village"): replace(inspection, onsite=onsite)}
    look_back = base().rounds | {"R13-02": replace(base().rounds["R13-02"], kind="look_back")}

    assert found("COV03", replace(base(), inspections=under_way)) == []
    assert [one.path for one in found("COV03", replace(base(), rounds=look_back))] == [
        "units/qinglan-community.yaml",
        "units/wutong-village.yaml",
    ]


def test_a_plan_for_after_the_term_is_no_plan_for_it():
    plan = base().plans["2025"]

    def planned(year, quarter):
        rounds = tuple(replace(one, quarter=quarter) for one in plan.rounds)
        moved = replace(plan, id=year, path=f"plan/{year}.yaml", rounds=rounds)
        return len(found("COV03", replace(base(), plans={year: moved})))

    assert [planned("2024", 3), planned("2024", 4), planned("2026", 3), planned("2026", 4)] == [2, 0, 0, 2]


def second(kind="regular", reach="full", to=date(2024, 10, 11)):
    inspection = base().inspections["R13-01", "lanpu"]
    span = replace(inspection.onsite, from_=date(2024, 9, 2), to=to)
    again = replace(inspection, path="rounds/R13-02/lanpu.yaml", reach=reach, onsite=span)
    rounds = base().rounds | {"R13-02": replace(base().rounds["R13-02"], kind=kind)}
    ledger = replace(base(), inspections=base().inspections | {("R13-02", "lanpu"): again}, rounds=rounds)
    return places(found("COV02", ledger))


def test_only_a_second_full_inspection_by_a_regular_round_that_is_over_counts():
    assert second() == [("rounds/R13-02/lanpu.yaml", "/reach")]
    assert second(kind="special") == []
    assert second(reach="extended") == []
    assert second(to=date(2024, 12, 31)) == []


def test_two_terms_make_two_inspections_legal():
    district = base().district
    (term,) = district.terms
    terms = (replace(term, ends=date(2023, 12, 31)), replace(term, number=14, began=date(2024, 1, 1)))
    inspection = base().inspections["R13-01", "lanpu"]
    again = replace(inspection, path="rounds/R13-02/lanpu.yaml", onsite=base().rounds["R13-02"].onsite)
    ledger = replace(base(), inspections=base().inspections | {("R13-02", "lanpu"): again})

    assert len(found("COV02", ledger)) == 1
    assert found("COV02", replace(ledger, district=replace(district, terms=terms))) == []
