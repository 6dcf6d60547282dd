"""Every figure the five offices published is computed from records that were written through the public functions."""

import pytest

PUBLISHED = {
    "S0": {
        ("2024-12-31", None): {
            "units.by_kind.community": 64,
            "units.by_class": {"agricultural": 19, "urban": 45},
            "checklists.common-2021": {"aspects": 13, "items": 99},
            "modes.integrated.parents": 3,
            "modes.direct.parents": 5,
            "extended.bodies": 6,
            "extended.problems": 28,
            "people.discipline_served": 48,
            "people.discipline_total": 60,
            "people.attached": 4,
            "people.eliminated": 11,
            "immediate.items": 46,
            "outputs.difficulty_solved": 42,
            "satisfaction.units": 64,
            "satisfaction.mean": "98.60",
        },
        ("2024-12-31", "2016-09-28"): {"rounds.by_kind.special": 5, "problems.prominent": 18},
        ("2023-12-31", "2023-01-01"): {"reviews.plan": {"organizations": 11, "deviations": 56, "opinions": 32}},
    },
    "S1": {
        ("2019-12-31", None): {
            "units.by_kind.community": 54,
            "units.by_kind.village": 295,
            "units.parents": 19,
            "coverage.inspected": 213,
            "coverage.base": 349,
            "coverage.rate": "61.03",
            "rounds.total": 5,
            "problems.found": 2351,
            "clues.pieces": 217,
            "people.leaders": 80,
            "people.members": 100,
            "activities.discussion.person_times": 2125,
            "activities.household_visit.households": 14743,
            "announcements.sheets": 2130,
            "immediate.problems_closed": 62,
            "visits.units_by_kind.return_visit": 27,
            "visits.teams": 3,
        }
    },
    "S2": {
        ("2024-12-31", None): {
            "common.total": 20,
            "common.batches": 4,
            "common.found": 429,
            "common.measures": 702,
            "common.institutions": 112,
            "common.cases": 8,
            "common.persons": 8,
            "common.addressed": 360,
            "common.completed": 360,
            "letters.by_kind.inspection_suggestion": 11,
            "coverage.by_kind.department.inspected": 12,
            "coverage.by_kind.subdistrict": {"inspected": 6, "base": 6, "rate": "100.00"},
            "extended.by_kind.stock_cooperative": 22,
        }
    },
    "S3": {
        ("2020-06-30", None): {"closure_rate": {"closed": 1695, "total": 1883, "rate": "90.02"}},
        ("2020-12-31", None): {
            "closure_rate": {"closed": 1828, "total": 1883, "rate": "97.08"},
            "money.recovered": "22463100.00",
            "visits.total": 11,
        },
        ("2021-06-30", None): {
            "rounds.groups": 45,
            "rounds.by_kind.flexible": 1,
            "coverage.by_kind.school.inspected": 4,
            "people.leaders": 58,
            "people.specialists": 131,
            "people.person_times_by_system": {"discipline": 78, "organization": 145},
            "briefings": {"batches": 12, "documents": 1000},
            "signatures.attended": 17,
            "clues.by_level.village.pieces": 18,
            "clues.by_level.village.filed_pieces": 6,
            "clues.by_level.village.sanctioned": 4,
            "clues.by_level.village.judicial": 2,
            "opinions": 439,
            "outputs.special_report": 154,
            "letters.suggestions": 143,
            "institutions.new": 980,
        },
    },
    "S4": {
        ("2023-06-30", "2023-01-01"): {
            "rounds.total": 24,
            "problems.found": 300,
            "letters.by_kind": {"discipline_suggestion": 3, "assignment": 24},
            "clues.pieces": 5,
            "clues.handled": 19,
            "clues.sanctioned": 7,
            "items.on_time_rate": {"on_time": 48, "due": 48, "rate": "100.00"},
        }
    },
    "notice": {
        ("2023-12-31", None): {
            "problems.total": 697,
            "problems.basically_done": 4,
            "problems.long_term": 5,
            "closure_rate": {"closed": 688, "total": 697, "rate": "98.71"},
        }
    },
}


def valued(figures, key):
    """Return the figure of a dotted key."""
    for part in key.split("."):
        figures = figures[part]
    return figures


@pytest.mark.parametrize(
    ("name", "as_of", "since"), [(name, *days) for name, asked in PUBLISHED.items() for days in asked]
)
def test_the_figures_are_those_published(offices, name, as_of, since):
    published = PUBLISHED[name][as_of, since]
    figures = offices(name).figures(as_of, since)

    assert {key: valued(figures, key) for key in published} == published


def test_the_pilot_was_in_eight_villages_of_four_townships(offices):
    groups = offices("S1").by("phase", "parent")
    pilot = [
        figures["modes"]["one_to_many"]["inspections"]
        for (phase, _), figures in groups.items()
        if phase == "pilot" and "modes" in figures
    ]

    assert (len(pilot), sum(pilot)) == (4, 8)


def test_one_township_ran_seven_rounds_over_twenty_six_villages_and_all_was_put_right_in_time(offices):
    town = offices("S4").by("organizer")[("town-1",)]

    assert town["rounds"]["total"] == 7
    assert town["modes"]["township_led"]["inspections"] == 26
    assert (town["problems"]["total"], town["problems"]["on_time"]) == (48, 48)


def test_the_rounds_of_communities_are_staffed_as_the_policy_asks(offices):
    understaffed = {one.path for one in offices("S0").warned if one.code in ("TEA01", "TEA02", "TEA03")}
    rounds = {f"rounds/R13-0{number}/round.yaml" for number in range(4, 10)}

    assert not rounds & understaffed


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_order_of_the_files_changes_no_figure(offices, name):
    office, shuffled = offices(name), offices(name).shuffled(seed=6)

    for as_of, since in PUBLISHED[name]:
        assert shuffled.figures(as_of, since) == office.figures(as_of, since)
