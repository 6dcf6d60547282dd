"""The committed demonstration ledger, and what it is made of."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from inspection.demo import PROBLEMS, UNITS, generate, write
from inspection.demo.themes import THEMES
from inspection.emit import emit

ROOT = Path(__file__).parents[2]
LEDGER = ROOT / "ledger"


@pytest.fixture(scope="module")
def records() -> dict[str, dict[str, Any]]:
    return dict(generate())


def of_kind(records: dict[str, dict[str, Any]], folder: str) -> list[dict[str, Any]]:
    return [record for path, record in records.items() if path.startswith(f"{folder}/")]


def inspections(records: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        record for path, record in records.items() if path.startswith("rounds/") and not path.endswith("/round.yaml")
    ]


def rounds(records: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    return [record for path, record in records.items() if path.endswith("/round.yaml")]


def items(records: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for problem in of_kind(records, "problems"):
        yield from problem.get("items", [])


def test_the_committed_ledger_is_what_the_generator_writes_byte_for_byte(records: dict[str, dict[str, Any]]) -> None:
    committed = {path.relative_to(LEDGER).as_posix(): path.read_bytes() for path in LEDGER.rglob("*") if path.is_file()}

    assert committed.keys() == records.keys()
    assert [path for path, record in records.items() if committed[path] != emit(record).encode()] == []


def test_the_same_seed_tells_the_same_story_and_another_seed_another() -> None:
    assert list(generate(40, 30, 5)) == list(generate(40, 30, 5))
    assert dict(generate(40, 30, 5)) != dict(generate(40, 30, 6))


def test_no_path_is_written_twice() -> None:
    paths = [path for path, _ in generate(200, 300, 3)]

    assert len(paths) == len(set(paths))


@pytest.mark.parametrize(("units", "problems"), [(28, 1), (30, 20), (60, 100), (180, 900)])
def test_a_ledger_has_as_many_units_and_problems_as_asked_for(units: int, problems: int) -> None:
    made = dict(generate(units, problems))

    assert len(of_kind(made, "units")) == units
    assert len(of_kind(made, "problems")) == problems


def test_too_few_units_make_no_district() -> None:
    with pytest.raises(ValueError, match="at least 28 units, not 27"):
        next(generate(27, 10))


def test_what_is_written_to_a_folder_is_what_is_generated(tmp_path: Path) -> None:
    count = write(tmp_path, 28, 15)
    written = {path.relative_to(tmp_path / "ledger").as_posix() for path in tmp_path.rglob("*.yaml")}

    assert count == len(written)
    assert written == {path for path, _ in generate(28, 15)}


def test_the_district_has_its_townships_communities_and_departments(records: dict[str, dict[str, Any]]) -> None:
    kinds = Counter(unit["kind"] for unit in of_kind(records, "units"))

    assert len(of_kind(records, "units")) == UNITS
    assert kinds["township"] + kinds["subdistrict"] == 12
    assert kinds["community"] + kinds["village"] == 79
    assert kinds["department"] == 8 + 7
    assert {"state_enterprise", "school", "stock_cooperative"} <= kinds.keys()


def test_communities_are_of_every_class_and_type(records: dict[str, dict[str, Any]]) -> None:
    communities = [unit for unit in of_kind(records, "units") if unit["kind"] == "community"]

    assert {unit["class"] for unit in communities} == {"agricultural", "urban"}
    assert {unit["type"] for unit in communities} == {"residents_only", "enclave", "factory"}
    assert all(("territory" in unit) == (unit["type"] == "enclave") for unit in communities)


def test_a_unit_merged_into_another_and_one_was_founded_later(records: dict[str, dict[str, Any]]) -> None:
    assert len([unit for unit in of_kind(records, "units") if "succeeded_by" in unit]) == 1
    assert len([unit for unit in of_kind(records, "units") if "base_reason" in unit]) == 1


def test_rounds_are_of_every_kind_over_three_years_and_one_is_not_announced(records: dict[str, dict[str, Any]]) -> None:
    told = rounds(records)

    assert {each["kind"] for each in told} == {
        "regular", "special", "flexible", "elevated", "cross", "look_back", "roving",
    }  # fmt: skip
    assert {each["onsite"]["from"][:4] for each in told} == {"2022", "2023", "2024", "2025"}
    assert [each["kind"] for each in told if "announced" not in each] == ["elevated"]
    assert {each["mode"] for each in inspections(records) if "mode" in each} == {
        "integrated", "direct", "department_led", "special_led", "township_led", "one_to_many",
    }  # fmt: skip
    assert {each["reach"] for each in inspections(records)} == {"full", "extended", "answering"}


def test_problems_are_of_at_least_forty_themes_and_all_categories(records: dict[str, dict[str, Any]]) -> None:
    problems = of_kind(records, "problems")
    codes = {theme.code: theme.key for theme in THEMES}
    seen = {codes[problem["checked_by"].split("/")[1]] for problem in problems if "checked_by" in problem}

    assert len(problems) == PROBLEMS
    assert len(seen) >= 40
    assert {problem["category"] for problem in problems} == {theme.category for theme in THEMES}
    assert {problem["nature"] for problem in problems} == {"individual", "systemic", "industry", "field"}


def test_no_two_statements_are_alike_more_than_now_and_then(records: dict[str, dict[str, Any]]) -> None:
    statements = Counter(problem["statement"] for problem in of_kind(records, "problems"))

    assert len(statements) >= PROBLEMS * 9 // 10
    assert max(statements.values()) <= 4


def test_every_action_kind_and_reason_occurs(records: dict[str, dict[str, Any]]) -> None:
    log = [entry for item in items(records) for entry in item.get("log", [])]

    assert {entry["action"] for entry in log} == {
        "start", "report", "achieve", "submit", "agree", "return", "close", "sustain", "reopen", "ask", "extend",
        "refuse", "replan", "assign", "supervise", "withdraw", "correct",
    }  # fmt: skip
    assert {entry["how"] for entry in log if entry["action"] == "supervise"} == {
        "liaison", "division", "urging", "summary",
    }  # fmt: skip
    assert {item["kind"] for item in items(records)} == {"immediate", "phased", "long_term"}
    assert {len(problem["items"]) for problem in of_kind(records, "problems") if "items" in problem} == {1, 2, 3}


def test_problems_are_withheld_for_every_reason(records: dict[str, dict[str, Any]]) -> None:
    reasons = {problem.get("disclosure", {}).get("reason") for problem in of_kind(records, "problems")} - {None}

    assert reasons == {
        "state_secret", "work_secret", "open_case", "public_opinion", "mass_incident", "privacy", "trade_secret",
    }  # fmt: skip


def test_letters_and_visits_are_of_every_kind(records: dict[str, dict[str, Any]]) -> None:
    assert {letter["kind"] for letter in of_kind(records, "letters")} == {
        "inspection_suggestion", "discipline_suggestion", "supervisory_suggestion", "assignment", "reminder", "urging",
        "admonition", "accountability", "immediate_notice",
    }  # fmt: skip
    assert {visit["kind"] for visit in of_kind(records, "visits")} == {
        "supervision", "return_visit", "special", "unannounced", "spot_check", "evidence_check",
    }  # fmt: skip
    assert {letter["log"][-1]["action"] for letter in of_kind(records, "letters")} == {
        "issue", "receive", "reply", "return", "accept", "withdraw",
    }  # fmt: skip


def test_a_notice_was_taken_back_and_some_inspections_have_none_yet(records: dict[str, dict[str, Any]]) -> None:
    notices = [each.get("publication", {}).get("society", []) for each in inspections(records)]

    assert any("retracted" in entry for notice in notices for entry in notice)
    assert any(len(notice) == 2 for notice in notices)
    assert len([notice for notice in notices if not notice]) > 5


def test_common_problems_have_owners_self_checks_and_letters(records: dict[str, dict[str, Any]]) -> None:
    commons = {path: record for path, record in records.items() if path.endswith("/common.yaml")}
    checks = [path for path in records if path.startswith("common/") and path not in commons]
    suggested = {letter["common"] for letter in of_kind(records, "letters") if "common" in letter}

    assert len(commons) == 4
    assert all(record["owner"] for record in commons.values())
    assert suggested == {path.split("/")[1] for path in commons}
    assert len(checks) > 100


def test_the_common_checklist_has_13_aspects_and_99_items(records: dict[str, dict[str, Any]]) -> None:
    counts = {
        path: (len(record["aspects"]), sum(len(aspect["items"]) for aspect in record["aspects"]))
        for path, record in records.items()
        if path.startswith("checklists/")
    }

    assert counts["checklists/common-2024.yaml"] == (13, 99)
    assert counts["checklists/talk-2022.yaml"][1] == 8
    assert counts["checklists/documents-2022.yaml"][1] == 20
    assert counts["checklists/finance-2022.yaml"][1] == 16


def test_exceptions_and_corrections_are_told_too(records: dict[str, dict[str, Any]]) -> None:
    accepted = [entry["rule"] for record in records.values() for entry in record.get("acknowledged", [])]
    corrected = {entry["path"] for record in records.values() for entry in record.get("corrections", [])}

    assert sorted(accepted) == ["DUE01", "LIF09", "PRB03"]
    assert corrected == {"/amount", "/evaluation/ballots/issued"}


def test_nothing_private_is_in_it() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(LEDGER.rglob("*.yaml")))
    words = re.sub(r'"[0-9a-f]{8,64}"', "", text)

    assert re.findall(r"(?<![0-9])1[3-9][0-9]{9}(?![0-9])", words) == []
    assert re.findall(r"[0-9]{17}[0-9Xx]", words) == []
    assert set(re.findall(r"[赵钱孙李周吴郑王张陈刘杨黄][某]*(?:同志|主任|书记|奶奶|大爷)", words)) == set()
    assert set(re.findall(r"[\u4e00-\u9fff]某", words)) == {"张某"}
    assert set(re.findall(r"[0-9]{3,4}-[0-9]{4}-[0-9]{4}", words)) == {"000-5550-0100"}
