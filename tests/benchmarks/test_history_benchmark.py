import re
import subprocess
from zoneinfo import ZoneInfo

import pytest
from benchmarks.__main__ import main
from benchmarks.history_floor import read_all
from benchmarks.history_page import TASKS, goals
from benchmarks.history_work import audit, facts, touched
from benchmarks.ledgers import history
from benchmarks.measuring import HOME, Command, FailedError, inspection, run
from benchmarks.results import kept
from tests.benchmarks.measured import result, row

from benchmarks import history as subject
from inspection.history.audit import Desk
from inspection.history.audit import audit as audited
from inspection.history.revisions import Revisions
from inspection.read.schema import Schemas

TINY = ("--problems", "6", "--units", "30")
FEW = 500


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("benchmarks")


@pytest.fixture(scope="module")
def written(cache):
    """The page of a tiny run."""
    page = cache / "performance.md"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(subject, "DEMO", TINY)
        patch.setattr(subject, "COMMITS", FEW)
        assert main(["history", "--rounds", "1", "--cache", str(cache), "--page", str(page)]) == 0
    return page.read_text(encoding="utf-8")


@pytest.fixture
def home(written, cache):
    """The repository of the tiny run."""
    assert written
    (found,) = (cache / "ledgers").glob("history-*")
    return found


def git(home, *words):
    return subprocess.run(["git", "-C", str(home), *words], check=True, capture_output=True, text=True).stdout


def test_a_tiny_run_measures_every_task_and_writes_the_page(written, cache, home):
    measured = kept(cache / "results", "history")
    commits = int(git(home, "rev-list", "--count", "HEAD"))

    assert [(row.size, row.task, len(row.seconds)) for row in measured.rows] == [(commits, task, 1) for task in TASKS]
    assert re.search(rf"^### {commits:,} 次提交 {commits:,} commits$", written, re.M)
    assert re.search(r"^\| git log git log \| 1\.00 \|", written, re.M)


def test_a_history_put_together_has_so_many_commits_holds_the_same_ledger_and_is_honest(home, tmp_path):
    run(inspection("demo", str(tmp_path), *TINY))
    zone, schemas = ZoneInfo("Asia/Shanghai"), Schemas.in_folder(HOME / "schemas")
    done = audited(Revisions(home / "ledger"), Desk(schemas, zone))

    assert (done.commits, done.findings) == (FEW, ())
    assert held(home) == {**held(tmp_path), "signers.yaml": held(home)["signers.yaml"]}
    assert git(home, "log", "--merges", "--format=%H") == ""


def held(home):
    folder = home / "ledger"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.yaml")}


def test_a_run_takes_its_commits_back(home):
    assert git(home, "rev-parse", "HEAD") == git(home, "rev-parse", "refs/made")
    assert git(home, "status", "--porcelain") == ""


def test_a_history_is_used_again_and_a_commit_of_a_broken_run_undone(cache, home):
    made = git(home, "rev-parse", "HEAD")
    git(home, "-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "--allow-empty", "-qm", "left over")
    told = []

    assert history(cache / "ledgers", TINY, FEW, told.append) == home
    assert (git(home, "rev-parse", "HEAD"), told) == (made, [])


def test_the_floor_reads_every_version_whether_it_has_to_ask_for_them_or_not(cache, home):
    asked = read_all(str(home))

    assert asked == read_all(str(home), str(cache / "versions"))
    assert asked == (len(versions(home)), sum(versions(home).values()))


def versions(home):
    """The size of every content the commits hold, by its id."""
    found = {}
    for commit in git(home, "rev-list", "HEAD").split():
        for line in git(home, "ls-tree", "-r", "--long", commit).splitlines():
            _, _, blob, size, _ = line.split(None, 4)
            found[blob] = int(size)
    return found


def test_the_tasks_do_what_they_are_called(home, tmp_path):
    log = git(home, "log", "--raw", "-c", "--root", "--no-renames", "--format=")

    assert touched(home) == sum(line.startswith(":") for line in log.splitlines())
    assert facts(home) > touched(home) / 2
    assert audit(home, str(tmp_path)) == int(git(home, "rev-list", "--count", "HEAD"))


def test_a_commit_more_adds_one_line_to_a_log_and_is_taken_back(home):
    before = git(home, "rev-parse", "HEAD")
    with subject._one_more(home, 3):
        added = git(home, "diff", "--numstat", "HEAD~1")
    assert re.fullmatch(r"1\t0\tledger/problems/\S+\n", added)
    assert git(home, "rev-parse", "HEAD") == before


def test_a_ledger_without_a_log_cannot_be_added_to(tmp_path):
    with pytest.raises(FailedError, match="no problem ends with a log"), subject._one_more(tmp_path, 0):
        run(Command(("git", "--version")))


def test_the_goals_of_histories_are_computed_from_the_rows():
    rows = [row(3_000, task, *[seconds] * 5) for task, seconds in zip(TASKS, (1, 1.9, 1, 2, 7, 6, 0.6), strict=True)]

    assert {goal.words.en: (round(goal.measured, 2), goal.met) for goal in goals(result(*rows))} == {
        "whole history, which files each commit touched over git log": (1.9, True),
        "whole history, every fact with its first commit over finding and reading every version": (3.5, False),
        "whole history, full audit without signatures over finding and reading every version": (3.0, True),
        "whole history, audit after one new commit over full audit without signatures": (0.1, True),
    }
