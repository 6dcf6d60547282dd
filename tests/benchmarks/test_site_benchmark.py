import re
import subprocess
from datetime import date

import pytest
from benchmarks.__main__ import main
from benchmarks.measuring import FailedError, run
from benchmarks.results import Corpus, Result, kept
from benchmarks.site_floor import EDITIONS, plain
from benchmarks.site_page import TASKS, goals
from tests.benchmarks.measured import MACHINE, row

from benchmarks import site_tasks as subject

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("benchmarks")


@pytest.fixture(scope="module")
def written(cache):
    """The page of a tiny run."""
    page = cache / "performance.md"
    words = ["site", "--problems", "30", "--rounds", "1", "--cache", str(cache), "--page", str(page)]
    assert main(words) == 0
    return page.read_text(encoding="utf-8")


def test_a_tiny_run_measures_every_task_and_writes_the_page(written, cache):
    measured = kept(cache / "results", "site")

    assert [(row.size, row.task, len(row.seconds)) for row in measured.rows] == [(30, task, 1) for task in TASKS]
    assert re.search(r"^### 网站，30 个问题 Site of 30 problems$", written, re.M)
    assert re.search(r"^\| 光是生成器 the bare generator \| 1\.00 \|", written, re.M)


@pytest.mark.usefixtures("written")
def test_the_plain_pages_are_as_many_as_large_and_at_the_same_addresses(cache):
    (home,) = (cache / "ledgers").glob("30-*")
    out = cache / "sites" / "30"
    with subject._staged(out):
        run(subject._work("ours", home, out))  # the last task left the pages of a changed ledger
    sizes = [
        {page.relative_to(folder).as_posix(): page.stat().st_size for page in folder.rglob("*.md")}
        for edition in EDITIONS
        for folder in (out / edition, out / "plain" / edition / "pages")
    ]

    assert sizes[0] == sizes[1]
    assert sizes[2] == sizes[3]
    assert len(sizes[0]) == len(sizes[2]) > 100
    assert len(list((out / "plain" / "pages" / "site").rglob("*.html"))) == len(sizes[0]) + 1


@pytest.mark.usefixtures("written")
def test_what_is_ours_makes_the_same_site_as_the_command(cache):
    (home,) = (cache / "ledgers").glob("30-*")
    out = cache / "sites" / "30"
    with subject._staged(out):
        run(subject._work("ours", home, out))
    ours = {path.relative_to(out): path.read_bytes() for path in (out / "site").rglob("*.html")}
    run(subject.inspection("site", "--ledger", str(home), "--out", str(out)))

    assert ours == {path.relative_to(out): path.read_bytes() for path in (out / "site").rglob("*.html")}


@pytest.mark.usefixtures("written")
def test_a_run_leaves_the_ledger_as_it_was(cache):
    (home,) = (cache / "ledgers").glob("30-*")
    status = subprocess.run(["git", "-C", str(home), "status", "--porcelain"], check=True, capture_output=True)

    assert status.stdout == b""


def test_a_problem_without_a_category_cannot_be_changed(tmp_path):
    (tmp_path / "ledger" / "problems").mkdir(parents=True)
    (tmp_path / "ledger" / "problems" / "P.yaml").write_text("unit: x\n", encoding="utf-8")

    with pytest.raises(FailedError, match="no category"), subject._changed(tmp_path, tmp_path, 0):
        plain(tmp_path, tmp_path)


def test_the_goals_of_sites_are_computed_from_the_rows():
    rows = [
        row(size, task, *[seconds] * 3)
        for size, times in ((1_000, (5, 6, 1, 0.5)), (10_000, (40, 50, 9, 6)))
        for task, seconds in zip(TASKS, times, strict=True)
    ]
    corpora = (Corpus(1_000, 2_000, 2_000_000), Corpus(10_000, 16_000, 80_000_000))
    found = goals(Result(date(2026, 11, 22), MACHINE, corpora, tuple(rows)))

    assert [(round(goal.measured, 2), goal.met) for goal in found] == [(1.25, True), (1.04, True), (0.12, False)]
