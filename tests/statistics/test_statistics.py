import json
import time
from datetime import date
from pathlib import Path

import msgspec
import pytest
from tests.statistics.small import closed, feedback, item

from inspection.derive.figures.catalogue import CATALOGUE
from inspection.derive.lives import Lives
from inspection.derive.statistics import FIGURES, statistics
from inspection.model.ledger import Ledger
from inspection.report.figures import csv_text, flat, text

DAY = date(2024, 12, 31)
SCHEMA_FOLDER = Path(__file__).resolve().parents[2] / "schemas"


@pytest.fixture
def filled(small):
    """A ledger with a little of most things."""
    small.inspection("village-1", mode="direct", feedback=feedback(), plan={"submitted": "2024-06-07", "reviews": []})
    small.problem(1, closed(1, "2024-08-16", "2024-09-01"))
    small.problem(2, item(1))
    small.problem(3, item(1), category="contracts")
    return small


def test_an_empty_ledger_has_every_figure_and_all_are_zero_or_nothing():
    figures = statistics(Ledger(), DAY).plain()

    assert list(figures) == ["as_of", "from", "to", "revision", *FIGURES]
    assert {value for key, value in flat(figures) if key != "as_of"} == {0, None, "0.00"}


def test_a_district_without_terms_counts_its_units_and_nothing_of_a_term(filled):
    filled.files["district.yaml"] = filled.files["district.yaml"] | {"terms": []}
    figures = filled.figures("2024-12-31")

    assert figures["units"]["total"] == 5
    assert (figures["coverage"]["base"], figures["problems"]["found"]) == (0, 0)


def test_lives_at_hand_are_used_and_those_of_another_day_refused(filled):
    ledger = filled.ledger()
    lives = Lives(ledger, DAY)

    assert statistics(ledger, DAY, lives=lives).plain() == statistics(ledger, DAY).plain()
    with pytest.raises(ValueError, match="another day"):
        statistics(ledger, date(2024, 12, 30), lives=lives)


def test_a_figure_names_the_records_behind_it(filled):
    figures = statistics(filled.ledger(), DAY, revision="0" * 40)

    assert figures.ids("problems.overdue") == ("R13-05-0002", "R13-05-0003")
    assert figures.ids("closure_rate.rate") == ("R13-05-0001",)
    assert figures.ids("coverage.by_kind.village.inspected") == ("village-1",)
    assert figures.plain()["revision"] == "0" * 40
    for unknown in ("problem", "problems.lost", "opinions.all"):
        with pytest.raises(KeyError):
            figures.ids(unknown)


def test_the_figures_are_plain_json_data(filled):
    figures = filled.figures("2024-12-31")

    assert json.loads(json.dumps(figures)) == figures


def said(key):
    """The keys of the catalogue that may speak for a path."""
    steps = key.split(".")
    without = [
        step
        for place, step in enumerate(steps)
        if not (step.startswith("by_") and place + 2 < len(steps)) and not steps[place - 1].startswith("by_")
    ]
    return {".".join(steps), ".".join(without)}


def test_the_catalogue_speaks_of_every_key_and_of_no_other():
    figures = statistics(Ledger(), DAY).plain()
    fixed = {".".join(key.split(".")[:depth]) for key, _ in flat(figures) for depth in (1, 2, 3)} | set(figures)
    fixed |= {f"{key}.{below}" for key, value in figures.items() if isinstance(value, dict) for below in value}
    known = {row.key for row in CATALOGUE}
    of_codes = {row.key for row in CATALOGUE if row.codes}

    assert {key for key in fixed if not said(key) & known} == set()
    assert {key for key in known - fixed if key.rpartition(".")[0] not in of_codes} == {
        f"stages.{stage}.by_kind" for stage in figures["stages"]
    }


def test_each_key_has_its_words_in_both_languages_and_is_said_once():
    keys = [row.key for row in CATALOGUE]

    assert len(keys) == len(set(keys))
    assert [row.key for row in CATALOGUE if not (row.zh and row.en)] == []
    assert [row.key for row in CATALOGUE if bool(row.formula_zh) != bool(row.formula_en)] == []
    assert [row.key for row in CATALOGUE if bool(row.without_zh) != bool(row.without_en)] == []


def test_every_code_list_of_the_catalogue_is_one_of_the_schemas():
    lists = json.loads((SCHEMA_FOLDER / "common.schema.json").read_text(encoding="utf-8"))["$defs"]
    named = {row.codes for row in CATALOGUE if row.codes not in ("", "id")}

    assert {name for name in named if "oneOf" not in lists.get(name, {})} == set()
    assert len(named) == 15


def test_every_rate_in_the_catalogue_names_its_n_and_whole():
    rates = [row for row in CATALOGUE if row.key.endswith(".rate")]
    known = {row.key for row in CATALOGUE}

    named = [key if "." in key else f"{row.key.rpartition('.')[0]}.{key}" for row in rates for key in row.of]
    assert len(rates) == 8
    assert [key for key in named if key not in known] == []
    assert len(named) == 2 * len(rates)


def test_the_text_shows_each_rate_with_its_n_and_whole(filled):
    figures = filled.figures("2024-12-31")
    lines = list(text(figures, CATALOGUE, "zh", lambda codes, code: f"{codes}:{code}"))

    assert lines[:6] == [
        "截至                                    2024-12-31",
        "",
        "名册单位",
        "  合计                                  5",
        "  按单位类型",
        "    unit_kind:department                2",
    ]
    assert "  覆盖率                                33.33%（1/3）" in lines
    assert "      覆盖率                            50.00%（1/2）" in lines
    assert "  预计覆盖率                            33.33%（1/3）" in lines
    assert "  mode:direct" in lines
    assert "    巡察单位次                          1" in lines
    assert "    category:collective_assets          2" in lines
    assert "  满意率                                —（0/0）" in lines
    assert "监督清单                                无" in lines


def test_the_text_speaks_english_too(filled):
    lines = list(text(filled.figures("2024-12-31"), CATALOGUE, "en"))

    assert lines[0] == "As of                                   2024-12-31"
    assert lines[lines.index("Closure rate") :][:4] == [
        "Closure rate",
        "  Closed                                1",
        "  Total                                 3",
        "  Rate                                  33.33% (1/3)",
    ]


def test_the_csv_has_a_row_a_figure(filled):
    lines = csv_text(filled.figures("2024-12-31")).splitlines()

    assert lines[:5] == ["key,value", "as_of,2024-12-31", "from,", "to,", "revision,"]
    assert "problems.overdue,2" in lines
    assert "closure_rate.rate,33.33" in lines
    assert "satisfaction.mean," in lines


def test_ten_thousand_problems_are_counted_in_seconds(filled):
    ledger = filled.ledger()
    one = ledger.problems["R13-05-0001"]
    many = {
        name: msgspec.structs.replace(one, id=name, path=f"problems/R13-05/{name}.yaml")
        for name in (f"R13-05-{number:05}" for number in range(10_000))
    }
    ledger = msgspec.structs.replace(ledger, problems=many)
    lives = Lives(ledger, DAY)
    for problem in many.values():
        lives.status(problem)

    began = time.perf_counter()
    figures = statistics(ledger, DAY, lives=lives)

    assert figures.plain()["closure_rate"] == {"closed": 10_000, "total": 10_000, "rate": "100.00"}
    assert time.perf_counter() - began < 5
