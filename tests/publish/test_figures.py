import re
from datetime import date
from decimal import Decimal

import pytest
from tests.publish.building import pages_of, view_of
from tests.publish.small import (
    AS_OF,
    CLOSING,
    ROUND,
    UNIT,
    approve,
    inspection,
    item,
    ledger_of,
    problem,
    records,
    unit,
)

INDICATORS = [{"name": "责任落实", "weight": "100", "score": "90"}]


def figures(data, as_of=AS_OF):
    return {figure.key: figure for figure in view_of(ledger_of(data), as_of).figures}


def money(*yuan):
    data = records()
    paid = [{"date": "2024-08-01", "kind": "recovered", "yuan": one} for one in yuan]
    for place, one in enumerate(paid):
        path = f"problems/{ROUND}/R13-05-1{place:03}.yaml"
        data[path] = problem(50 + place, item(1, outcome={"money": [one]}))
    return data


@pytest.mark.parametrize(("yuan", "shown"), [((), 0), ((500,), None), ((500, 7), None), ((500, 7, 1), 508)])
def test_a_sum_over_too_few_records_is_not_shown(yuan, shown):
    found = figures(money(*yuan))["money.recovered"]

    assert found.n == (None if shown is None else Decimal(shown))


def evaluated(count, asked=99):
    data = records()
    for number in range(count):
        data[f"units/u{number}.yaml"] = unit(f"第{number}村", "village", parent="beizhou")
        evaluation = {"date": "2024-10-01", "anonymous": True, "indicators": INDICATORS}
        if number < asked:
            evaluation["ballots"] = {"issued": 9, "returned": 9, "satisfied": 8, "basically": 1, "dissatisfied": 0}
        data[f"rounds/{ROUND}/u{number}.yaml"] = {"reach": "full", "evaluation": evaluation}
    return figures(data)


def test_satisfaction_is_a_mean_over_at_least_so_many_units():
    assert [evaluated(4)[f"satisfaction.{key}"].n for key in ("mean", "rate")] == [None, None]

    enough = evaluated(5)
    assert (enough["satisfaction.mean"].mean, enough["satisfaction.mean"].n) == (Decimal(90), Decimal(5))
    assert (enough["satisfaction.rate"].n, enough["satisfaction.rate"].of) == (Decimal(45), Decimal(45))


def test_no_split_of_problems_comes_from_the_statistics():
    assert [key for key in figures(records()) if key.startswith("problems.by_")] == []


def test_clues_sanctions_and_accountable_persons_are_no_figures():
    keys = {key.split(".")[0] for key in figures(with_clues(8, 9))}

    assert keys & {"clues", "accountable", "people", "common"} == set()


def with_clues(*pieces, day="2024-04-29"):
    data = records()
    results = [
        {"date": "2024-07-10", "filed": {"pieces": 0, "persons": 0}, "handled": 0, "sanctioned": 0, "judicial": 0}
    ]
    data[f"rounds/{ROUND}/round.yaml"]["clues"] = [
        {"transferred": day, "level": "village", "to": "discipline", "pieces": one, "persons": one, "results": results}
        for one in pieces
    ]
    return data


def half_years(data, as_of=AS_OF):
    return [(one.half, one.key, one.counts) for one in view_of(ledger_of(data), as_of).half_years]


def test_a_half_year_that_is_over_shows_its_sum():
    assert half_years(with_clues(8, 9)) == [("2024-1", "clues", {"pieces": 17, "persons": 17})]
    assert half_years(with_clues(8, 9), date(2024, 6, 30)) == []
    assert half_years(with_clues(8, 9), date(2024, 7, 1)) != []


@pytest.mark.parametrize("pieces", [(1, 1), (2,), (17,)])
def test_a_row_with_a_small_count_or_a_single_record_shows_no_number(pieces):
    data = with_clues(*pieces)

    assert half_years(data) == [("2024-1", "clues", {})]
    assert "| 2024年上半年 | 移送问题线索 | 数量较少，不显示 |" in pages_of(ledger_of(data), AS_OF)["figures/index.md"]


def test_results_are_cumulative_so_a_half_year_shows_what_came_about_in_it():
    data = with_clues(8, 9)
    states = [("2024-05-01", 3, 1), ("2024-09-01", 7, 5)]
    for clue in data[f"rounds/{ROUND}/round.yaml"]["clues"]:
        clue["results"] = [
            {
                "date": day,
                "filed": {"pieces": filed, "persons": filed},
                "handled": 0,
                "sanctioned": sanctioned,
                "judicial": 0,
            }
            for day, filed, sanctioned in states
        ]

    assert half_years(data, date(2025, 1, 1)) == [
        ("2024-2", "filed", {"pieces": 8, "persons": 8}),
        ("2024-2", "sanctioned", {"persons": 8}),
        ("2024-1", "clues", {"pieces": 17, "persons": 17}),
        ("2024-1", "filed", {"pieces": 6, "persons": 6}),
        ("2024-1", "sanctioned", {}),
    ]


def test_a_row_of_the_page_says_value_n_of_formula_and_what_is_left_out():
    row = next(line for line in pages_of(ledger_of(approve(records())), AS_OF)["figures/index.md"].splitlines()
               if 'id="figure-closure-rate"' in line)  # fmt: skip

    assert row == (
        '<tr><td id="figure-closure-rate">整改完成率</td><td><strong>33.33%</strong></td><td data-label="n">1</td>'
        '<td data-label="N">3</td><td data-label="算法">已完成 ÷ 总数</td>'
        '<td data-label="不含">基本完成和长期坚持</td></tr>'
    )


def test_rounds_the_public_does_not_know_are_not_counted():
    data = records()
    data["rounds/R13-06/round.yaml"] = {"kind": "flexible", "organizer": "office", "onsite":
                                        {"from": "2024-12-01", "to": "2025-01-20"}}  # fmt: skip
    found = figures(data)

    assert (found["rounds.total"].n, "rounds.by_kind.flexible" in found) == (1, False)


def unknown_round(unit_):
    """A flexible round that is still on, with one of everything the figures of a district count."""
    path = "rounds/R13-06"
    activity = {"kind": "household_visit", "date": "2024-12-03", "households": 9, "of": 9}
    training = {"date": "2024-12-01", "topic": "培训", "by": "audit", "level": "own", "lecturers": 1, "person_times": 9}
    return {
        f"{path}/round.yaml": {
            "kind": "flexible", "organizer": "office", "onsite": {"from": "2024-12-01", "to": "2025-01-20"},
            "activities": [activity] * 3, "training": [training] * 3,
            "announcements": [{"channel": "new_media", "date": "2024-12-01", "sheets": 4}] * 3,
            "matters": [{"month": "2024-11", "received": 4, "answered": 4}],
            "outputs": [{"kind": "effect", "date": "2024-12-05", "quantity": 3}],
        },
        f"{path}/{unit_}.yaml": inspection(onsite={"from": "2024-12-01", "to": "2024-12-20"}),
        "problems/R13-06/R13-06-0001.yaml": problem(1, item(1, *CLOSING, lead=unit_), unit=unit_, found="2024-12-04"),
        "plan/2024.yaml": {"rounds": [{"id": "R13-06", "quarter": 4, "organizer": "office", "units": [unit_]}]},
    }  # fmt: skip


def test_a_round_the_public_does_not_know_changes_no_byte():
    without, with_ = approve(records()), approve({**records(), **unknown_round("beizhou")})

    assert pages_of(ledger_of(with_), AS_OF) == pages_of(ledger_of(without), AS_OF)


def test_several_entries_of_one_item_are_no_sum():
    data = records()
    paid = [{"date": "2024-08-01", "kind": "recovered", "yuan": 500}] * 5
    data[f"problems/{ROUND}/R13-05-1000.yaml"] = problem(50, item(1, outcome={"money": paid}))

    assert figures(data)["money.recovered"].n is None


def test_ballots_of_one_unit_are_not_shown_where_enough_units_were_only_scored():
    assert evaluated(5, asked=4)["satisfaction.rate"].n is None
    assert evaluated(5, asked=4)["satisfaction.mean"].n == Decimal(5)


def test_every_public_figure_has_its_row_with_a_formula():
    data = approve({**records(), **{path: one for path, one in with_clues(8).items() if path.endswith("round.yaml")}})
    page = pages_of(ledger_of(data), AS_OF)["figures/index.md"]
    rows = [re.findall("<td[^>]*>(.*?)</td>", line) for line in page.splitlines() if line.startswith("<tr><td id=")]

    assert len(rows) == len(figures(data))
    assert [row for row in rows if len(row) != 6 or not row[4].strip()] == []


def looked_at(*results, drawn=None, round_=ROUND):
    """The public figures of a district whose closed items were looked at, one visit each."""
    data = records()
    for place, result in enumerate(results):
        name = f"{round_}-1{place:03}"
        data[f"problems/{ROUND}/{name}.yaml"] = problem(50 + place, item(1))
        data[f"visits/2024/V2024-{place + 1:03}.yaml"] = {
            "kind": "spot_check", "units": [UNIT], "from": "2024-11-04", "to": "2024-11-05", "by": ["office"],
            "sample": {"seed": "3f2a9c1d", "drawn": [f"{name}/1"] if drawn is None else drawn},
            "checked": [{"item": f"{name}/1", "result": result}],
        }  # fmt: skip
    return figures(data)


def test_the_false_close_out_rate_is_public_with_its_interval():
    found = looked_at("ok", "false_closure", "ok", "ok")["false_closure_rate"]

    assert (found.n, found.of) == (Decimal(1), Decimal(4))
    assert (round(found.low, 2), round(found.high, 2)) == (Decimal("4.56"), Decimal("69.94"))


def test_without_a_lot_the_false_close_out_rate_has_no_number_and_no_interval():
    found = looked_at("false_closure", drawn=[])["false_closure_rate"]

    assert (found.n, found.of, found.low, found.high) == (Decimal(0), Decimal(0), None, None)


def test_a_look_at_a_round_nobody_was_told_of_is_not_counted():
    data = records()
    data["visits/2024/V2024-001.yaml"] = {
        "kind": "spot_check", "units": [UNIT], "from": "2024-11-04", "to": "2024-11-05", "by": ["office"],
        "sample": {"seed": "3f2a9c1d", "drawn": ["R13-09-0001/1"]},
        "checked": [{"item": "R13-09-0001/1", "result": "false_closure"}],
    }  # fmt: skip

    assert figures(data)["false_closure_rate"].of == 0


def test_how_often_the_ledger_left_its_own_rules_is_told_in_counts_alone():
    data = records()
    data[f"units/{UNIT}.yaml"]["acknowledged"] = [
        {"rule": "COV02", "date": "2024-06-01", "by": "office", "reason": "名册在建"}
    ]
    told = {key: one for key, one in figures(data).items() if key.startswith("departures.")}

    assert {key: one.n for key, one in told.items()} == {
        f"departures.{sort}": Decimal(sort == "acknowledged")
        for sort in ("acknowledged", "exceptions", "corrections", "voided", "withdrawn", "beyond_limit")
    }
    assert {(one.of, one.mean) for one in told.values()} == {(None, None)}
