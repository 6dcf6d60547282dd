"""The district's own words in what commands print."""

from pathlib import Path

import pytest

from inspection.cli import main
from inspection.cli.local import in_local_words
from inspection.derive.figures.catalogue import CATALOGUE
from inspection.labelling import load
from inspection.model.district import Name

LEDGER = Path(__file__).resolve().parents[2] / "ledger"


def test_statistics_use_the_words_of_the_policy_in_force_that_day(capsys: pytest.CaptureFixture[str]) -> None:
    told = []
    for day in ("2023-12-31", "2024-01-01"):
        assert main(["statistics", "--ledger", str(LEDGER), "--language", "zh", "--as-of", day]) == 0
        lines = capsys.readouterr().out.splitlines()
        told.append([word for word in ("立行立改", "即知即改") if word in lines])

    assert told == [["立行立改"], ["即知即改"]]


def test_a_figure_called_like_a_code_has_the_district_s_word_in_its_formula_too() -> None:
    words = {"immediate": Name(zh="边巡边改", en="On the spot"), "closed": Name(zh="已销号")}
    before = {row.key: row for row in CATALOGUE}
    after = {row.key: row for row in in_local_words(CATALOGUE, load(), words)}

    assert (after["immediate"].zh, after["immediate"].en) == ("边巡边改", "On the spot")
    assert after["immediate"].formula_zh == "边巡边改的事项及其问题，不论是否列入反馈"
    assert (after["problems.closed"].zh, after["problems.closed"].en) == ("已销号", before["problems.closed"].en)
    assert after["problems.found"] == before["problems.found"]


def test_without_own_words_nothing_changes() -> None:
    assert in_local_words(CATALOGUE, load(), {}) == list(CATALOGUE)
