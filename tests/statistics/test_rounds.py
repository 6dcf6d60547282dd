def group(name):
    return {"id": name, "standing": True, "formation": "2+N", "units": [], "members": []}


def test_a_round_counts_from_its_first_day_on_site(small):
    small.round("R13-05", groups=[group("G1"), group("G2")])
    small.round("R13-06", kind="flexible", onsite={"from": "2024-05-01", "to": "2024-05-02"})

    assert small.figures("2024-03-03")["rounds"] == {"total": 0, "by_kind": {}, "groups": 0}
    assert small.figures("2024-03-04")["rounds"] == {"total": 1, "by_kind": {"regular": 1}, "groups": 2}
    assert small.figures("2024-05-01")["rounds"] == {"total": 2, "by_kind": {"regular": 1, "flexible": 1}, "groups": 2}


def test_modes_count_inspections_and_the_distinct_units_above_them(small):
    small.inspection("village-1", mode="direct")
    small.inspection("village-2", mode="direct")
    small.inspection("qinghe-town", mode="township_led")

    assert small.figures("2024-12-31")["modes"] == {
        "direct": {"inspections": 2, "parents": 1},
        "township_led": {"inspections": 1, "parents": 0},
    }


def test_extension_counts_units_the_bodies_they_were_reached_from_and_problems_found_there(small):
    small.inspection("qinghe-town")
    small.inspection("village-1", reach="extended", extended_from="qinghe-town")
    small.inspection("village-2", reach="extended", extended_from="qinghe-town")
    small.problem(1)
    small.problem(2, unit="qinghe-town")
    small.problem(3, found="2024-04-01", in_feedback=False)

    assert small.figures("2024-03-31")["extended"] == {
        "units": 2,
        "by_kind": {"village": 2},
        "bodies": 1,
        "problems": 1,
    }
    assert small.figures("2024-04-01")["extended"]["problems"] == 2


def checklist(effective, aspects, **more):
    return {
        "kind": "common",
        "title": "共性监督清单",
        "applies_to": {"kinds": ["village"]},
        "effective": effective,
        "aspects": [
            {
                "name": f"方面{n}",
                "category": "work_style",
                "items": [{"code": f"A{n}{m}", "text": "…"} for m in range(2)],
            }
            for n in range(aspects)
        ],
    } | more


def test_a_checklist_counts_while_it_is_in_force(small):
    small.put("checklists/common-2023.yaml", **checklist("2023-01-01", 3))
    small.put("checklists/common-2024.yaml", **checklist("2024-01-01", 5, replaces="common-2023"))

    assert small.figures("2022-12-31")["checklists"] == {}
    assert small.figures("2023-12-31")["checklists"] == {"common-2023": {"aspects": 3, "items": 6}}
    assert small.figures("2024-01-01")["checklists"] == {"common-2024": {"aspects": 5, "items": 10}}
