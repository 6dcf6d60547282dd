"""The page against a golden file. `python -m tests.benchmarks.test_performance_page` writes it anew: read it."""

from pathlib import Path

from benchmarks.page import page
from benchmarks.results import keep, kept
from tests.benchmarks.measured import WHOLE, result, row

GOLDEN = Path(__file__).parents[1] / "golden" / "performance.md"


def test_the_page_says_what_was_measured():
    assert page({"checking": WHOLE}) == GOLDEN.read_text(encoding="utf-8")


def test_a_goal_that_is_missed_stands_out_and_one_not_measured_is_no_success():
    without_peers = page({"checking": result(*(each for each in WHOLE.rows if each.task != "check-jsonschema"))})

    assert "| ≤ 6× | 7.50× | 5 | **否 no** |" in without_peers
    assert "| ≥ 30× | — | — | 未测 not measured |" in without_peers


def test_a_page_without_results_still_says_how_to_make_them():
    empty = page({})

    assert "make bench" in empty
    assert "目标 Goals" not in empty


def test_a_result_comes_back_as_it_was_kept(tmp_path):
    keep(tmp_path / "results", "checking", WHOLE)

    assert kept(tmp_path / "results", "checking") == WHOLE


def test_a_result_that_is_not_there_or_of_another_form_is_none(tmp_path):
    (tmp_path / "torn.json").write_text('{"day": "2026-', encoding="utf-8")
    (tmp_path / "old.json").write_text('{"seconds": 3}', encoding="utf-8")

    assert [kept(tmp_path, name) for name in ("missing", "torn", "old")] == [None, None, None]


def test_one_subject_measured_anew_leaves_the_others(tmp_path):
    keep(tmp_path, "checking", WHOLE)
    keep(tmp_path, "history", result(row(1, "floor", 1.0)))
    keep(tmp_path, "checking", result(row(1_000, "floor", 0.1)))

    assert kept(tmp_path, "history") == result(row(1, "floor", 1.0))


if __name__ == "__main__":
    GOLDEN.write_text(page({"checking": WHOLE}), encoding="utf-8", newline="\n")
