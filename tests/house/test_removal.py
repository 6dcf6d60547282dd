"""Whatever a row of the table of the practices names, one of the row's tests fails without it."""

import json
import subprocess
import sys

import pytest
from tests.house.practices import held_by, rows
from tests.house.tree import HOME

ROWS = rows()
TAKEN = ("record", "rule", "figure")
PARTS = 3
"""In how many processes, so that workers of the suite share them."""


def unmissed(folder, wanted):
    """Take out what each row names, a thing at a time; what none of its tests missed."""
    asked = [{"called": called, "takes": takes, "tests": tests} for called, takes, tests in wanted]
    files = {"tests/cases/test_cases.py" if "::" not in test else test for _, _, tests in wanted for test in tests}
    (folder / "rows.json").write_text(json.dumps(asked), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "tests.house.without", "-p", "no:cacheprovider", "-p", "no:xdist",
               f"--rows={folder / 'rows.json'}", f"--unmissed={folder / 'unmissed.json'}",
               f"--basetemp={folder / 'runs'}", *sorted(files)]  # fmt: skip
    run = subprocess.run(command, cwd=HOME, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return [tuple(one) for one in json.loads((folder / "unmissed.json").read_text(encoding="utf-8"))]


def wanted(row):
    """What a row names that can be taken out, and its tests."""
    return row.mechanism, [(kind, name) for kind in TAKEN for name in row.named[kind]], held_by(row)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_a_test_of_the_row_misses_whatever_field_rule_or_figure_is_taken_out(part, tmp_path):
    assert unmissed(tmp_path, [wanted(row) for row in ROWS[part::PARTS]]) == []


def test_what_is_taken_out_is_missed_by_tests_of_it_and_by_no_other(tmp_path):
    takes = [("record", "round.matters"), ("figure", "matters.answered"), ("rule", "RND11")]
    there = "tests/statistics/test_work.py::test_matters_of_a_month_count_when_the_month_has_ended"
    other = "tests/statistics/test_work.py::test_money_is_summed_exactly_by_its_own_days"
    asked = [("both", takes, [there, "tests/cases/RND11"]), ("figures", takes, [there]), ("other", takes, [other])]

    assert unmissed(tmp_path, asked) == [("figures", "rule", "RND11"), *(("other", *take) for take in takes)]


def test_a_page_or_a_command_that_is_gone_is_missed_by_the_table(tmp_path):
    takes = [("page", "registers/visits"), ("page", "inspection sample")]
    table = "tests/house/test_practices.py::test_every_page_is_built_and_every_command_is_there"

    assert unmissed(tmp_path, [("table", takes, [table])]) == []
