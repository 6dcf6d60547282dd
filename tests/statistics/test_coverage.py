def test_the_register_holds_a_unit_from_its_first_to_its_last_day(small):
    small.unit("village-3", joined="2024-06-01", left="2024-06-30", **{"class": "urban"})

    days = ("2024-05-31", "2024-06-01", "2024-06-30", "2024-07-01")

    assert [small.figures(day)["units"]["total"] for day in days] == [5, 6, 6, 5]


def test_units_are_split_by_kind_and_class_and_their_parents_counted_once(small):
    small.unit("community-1", "community", type="factory", **{"class": "urban"})

    assert small.figures("2024-12-31")["units"] == {
        "total": 6,
        "by_kind": {"department": 2, "township": 1, "community": 1, "village": 2},
        "by_class": {"urban": 1},
        "by_type": {"factory": 1},
        "parents": 1,
    }


def test_a_unit_is_covered_once_its_last_day_on_site_has_passed(small):
    small.inspection("village-1", onsite={"from": "2024-03-04", "to": "2024-03-20"})

    assert small.figures("2024-03-20")["coverage"]["inspected"] == 0
    assert small.figures("2024-03-21")["coverage"] == {
        "inspected": 1,
        "base": 3,
        "rate": "33.33",
        "by_kind": {
            "township": {"inspected": 0, "base": 1, "rate": "0.00"},
            "village": {"inspected": 1, "base": 2, "rate": "50.00"},
        },
    }


def test_a_unit_inspected_twice_is_covered_once(small):
    small.round("R13-06", kind="special")
    small.inspection("village-1")
    small.inspection("village-1", "R13-06")

    assert small.figures("2024-12-31")["coverage"]["inspected"] == 1


def test_extension_answering_and_look_backs_cover_nobody(small):
    small.round("R13-06", kind="look_back")
    small.inspection("village-1", reach="extended")
    small.inspection("qinghe-town", reach="answering")
    small.inspection("village-2", "R13-06")

    assert small.figures("2024-12-31")["coverage"]["inspected"] == 0


def test_an_earlier_terms_inspections_do_not_cover_this_term(small):
    small.round("R12-09", onsite={"from": "2020-03-04", "to": "2020-04-30"})
    small.inspection("village-1", "R12-09")

    assert small.figures("2020-12-31")["coverage"]["inspected"] == 1
    assert small.figures("2024-12-31")["coverage"]["inspected"] == 0


def test_the_base_is_what_had_joined_when_it_was_frozen_and_what_has_a_reason(small):
    small.unit("village-3", joined="2024-01-01")
    small.unit("village-4", joined="2024-01-01", base_reason="新设")
    small.unit("village-5", left="2021-12-30")
    small.unit("village-6", left="2022-06-30")

    assert small.figures("2024-12-31")["coverage"]["by_kind"]["village"]["base"] == 4
    assert small.figures("2023-12-31")["coverage"]["by_kind"]["village"]["base"] == 3


def test_the_forecast_adds_what_is_planned_and_what_is_under_way(small):
    small.put("plan/2025.yaml", rounds=[{"id": "R13-07", "quarter": 1, "organizer": "office", "units": ["village-2"]}])
    small.inspection("village-1")

    assert small.figures("2024-02-25")["forecast"] == {"planned": 1, "rate": "33.33"}
    assert small.figures("2024-02-26")["forecast"] == {"planned": 2, "rate": "66.67"}


def test_a_plan_that_turned_into_a_look_back_or_an_extension_forecasts_nothing(small):
    names = ("R13-05", "village-1"), ("R13-07", "village-2"), ("R14-01", "qinghe-town")
    planned = [{"id": name, "quarter": 1, "organizer": "office", "units": [unit]} for name, unit in names]
    small.put("plan/2024.yaml", rounds=planned)
    small.round("R13-07", kind="look_back")
    small.inspection("village-1", reach="extended")

    assert small.figures("2024-02-28")["forecast"] == {"planned": 0, "rate": "0.00"}


def test_a_plan_whose_quarter_went_by_is_no_plan_any_more(small):
    small.put("plan/2025.yaml", rounds=[{"id": "R13-07", "quarter": 1, "organizer": "office", "units": ["village-2"]}])

    assert small.figures("2025-03-31")["forecast"]["planned"] == 1
    assert small.figures("2025-04-01")["forecast"]["planned"] == 0


def test_before_the_first_term_nothing_counts(small):
    small.inspection("village-1")
    figures = small.figures("2016-09-27")

    assert figures["coverage"] == {"inspected": 0, "base": 0, "rate": None, "by_kind": {}}
    assert figures["rounds"] == {"total": 0, "by_kind": {}, "groups": 0}


def test_after_the_last_term_the_last_one_goes_on_being_counted(small):
    small.inspection("village-1")

    assert small.figures("2026-12-31")["coverage"]["inspected"] == 1
