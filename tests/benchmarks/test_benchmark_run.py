import re
import subprocess

import pytest
from benchmarks.__main__ import main
from benchmarks.ledgers import ledger
from benchmarks.measuring import Command
from benchmarks.results import kept


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("benchmarks")


@pytest.fixture(scope="module")
def written(cache):
    """The page of a tiny run."""
    page = cache / "performance.md"
    words = ["checking", "--problems", "30", "--rounds", "1", "--no-peers"]
    assert main([*words, "--cache", str(cache), "--page", str(page)]) == 0
    return page.read_text(encoding="utf-8")


def test_a_tiny_run_measures_every_task_and_writes_the_page(written, cache):
    measured = kept(cache / "results", "checking")

    assert [(row.size, row.task, len(row.seconds)) for row in measured.rows] == [
        (30, task, 1) for task in ("floor", "cold", "warm", "changed")
    ]
    assert [row.memory is not None for row in measured.rows] == [False, True, True, True]
    assert re.search(r"^### 30 个问题 30 problems$", written, re.M)
    assert re.search(r"^\| 冷检查 check cold \| [\d.,]+ \| 1\.00 \|", written, re.M)


@pytest.mark.usefixtures("written")
def test_a_run_leaves_the_ledger_as_it_was(cache):
    (home,) = (cache / "ledgers").glob("30-*")

    assert status(home) == ""


@pytest.mark.usefixtures("written")
def test_a_ledger_is_used_again_and_what_a_broken_run_left_in_it_undone(cache):
    (home,) = (cache / "ledgers").glob("30-*")
    problem = next((home / "ledger" / "problems").rglob("*.yaml"))
    problem.write_bytes(b"left over")
    told = []

    assert ledger(cache / "ledgers", 30, told.append) == home
    assert (status(home), told) == ("", [])


@pytest.mark.usefixtures("written")
def test_the_page_and_the_result_name_no_place_of_the_machine(written, cache):
    result = (cache / "results" / "checking.json").read_text(encoding="utf-8")

    assert str(cache) not in written + result


def test_a_subject_that_is_not_there_is_refused(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["speed-of-light"])

    assert stopped.value.code == 2
    assert "choose from checking, history" in capsys.readouterr().err


def test_what_cannot_be_measured_is_said_in_plain_words(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("benchmarks.ledgers.inspection", lambda *_: Command(("no-such-program",)))
    page = tmp_path / "performance.md"

    assert main(["--problems", "30", "--cache", str(tmp_path), "--page", str(page)]) == 2
    assert "no-such-program cannot be run" in capsys.readouterr().err
    assert not page.exists()


def status(home):
    command = ["git", "-C", str(home), "status", "--porcelain"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
