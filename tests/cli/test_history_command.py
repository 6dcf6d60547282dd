"""`inspection history`, as it is typed."""

import json
import subprocess
import sys

import pytest
from jsonschema import Draft202012Validator
from tests.history.repositories import PATH, PROBLEM, REPORT, UNIT, Repository

from inspection.cli import main
from inspection.labelling import SCHEMAS

VALID = Draft202012Validator(json.loads((SCHEMAS / "output" / "history.schema.json").read_text("utf-8")))
VOID = "      - {date: 2024-07-16, action: correct, by: office, entry: 2, void: true, reason: 录错}\n"


@pytest.fixture
def repository(tmp_path):
    """A problem's file, moved once, with a broken version; and a unit's, deleted."""
    made = Repository(tmp_path / "云渚")
    made.commit({"district.yaml": "timezone: Asia/Shanghai\n", "units/gushan-community.yaml": UNIT}, who="office")
    made.commit({"problems/R13-05/R13-05-0136.yaml": PROBLEM}, "2024-06-21T10:00:00+0800", who="office")
    made.commit({"problems/R13-05/R13-05-0136.yaml": None, PATH: PROBLEM}, "2024-06-22T10:00:00+0800")
    made.commit({PATH: PROBLEM + "  ["}, "2024-06-23T10:00:00+0800")
    made.commit({PATH: PROBLEM + REPORT + VOID}, "2024-07-15T16:30:00Z", who="a|b\x1b")
    made.commit({"units/gushan-community.yaml": None}, "2024-08-01T10:00:00+0800")
    return made


def told(repository, capsys, *arguments):
    assert main(["history", "--ledger", str(repository.folder), *arguments]) == 0
    return capsys.readouterr().out


def masked(text, repository):
    for number, commit in enumerate(repository.git("rev-list", "--reverse", "HEAD").split(), start=1):
        text = text.replace(commit[:10], f"commit-{number:03}")
    return text


def test_a_problem_is_told_in_chinese(repository, capsys):
    said = told(repository, capsys, "R13-05-0137", "--language", "zh")

    assert masked(said, repository).splitlines() == [
        "R13-05-0137 · 问题 · problems/R13-05/R13-05-0137.yaml",
        "  4 次提交",
        "  commit-003 改名：problems/R13-05/R13-05-0136.yaml → problems/R13-05/R13-05-0137.yaml",
        "  commit-004 中的这一版无法读取",
        "  发生        记录        相隔    提交        提交人  签名  由谁      事实                   现状",
        "  2024-03-18  2024-06-21  95 天   commit-002  office  无              发现日期",
        "  2024-06-20  2024-06-21  1 天    commit-002  office  无    责任单位  整改事项 1 · 启动整改",
        "  2024-07-15  2024-07-16  1 天    commit-005  a|b     无    责任单位  整改事项 1 · 报告进展  已作废",
        "  2024-07-16  2024-07-16  0 天    commit-005  a|b     无    巡察办    整改事项 1 · 更正",
        "  2024-08-20  2024-06-21  -60 天  commit-002  office  无              整改事项 1 · 整改期限",
    ]


def test_an_item_is_told_by_its_own_facts(repository, capsys):
    whole = told(repository, capsys, "R13-05-0137", "--language", "zh").splitlines()
    item = told(repository, capsys, "R13-05-0137/1", "--language", "zh").splitlines()

    assert item == [line for line in whole if "发现日期" not in line]


def test_a_deleted_record_is_told_in_english(repository, capsys):
    said = told(repository, capsys, "gushan-community", "--language", "en")

    assert masked(said, repository).splitlines() == [
        "gushan-community · Unit · units/gushan-community.yaml",
        "  2 commits",
        "  commit-006 deleted the file",
        "  Happened    Recorded    Delay  Commit      Author  Signed  By  Fact    Now",
        "  2021-09-28  2024-06-21  997 d  commit-001  office  no          Joined  deleted with the file (commit-006)",
    ]


def test_markdown_is_inert(repository, capsys):
    said = told(repository, capsys, f"ledger/{PATH}", "--format", "markdown", "--language", "zh")
    lines = [line for line in masked(said, repository).splitlines() if "报告进展" in line]

    assert lines == [
        "| 2024-07-15 | 2024-07-16 | 1 天 | commit-005 | a\\|b | 无 | 责任单位 | 整改事项 1 · 报告进展 | 已作废 |"
    ]


@pytest.mark.parametrize("name", ["R13-05-0136", "gushan-community", "district"])
def test_json_is_as_its_schema_says(repository, capsys, name):
    said = json.loads(told(repository, capsys, name, "--format", "json"))

    assert list(VALID.iter_errors(said)) == []
    assert (said["whole"], len(said["records"])) == (True, 1)


def test_the_history_ends_at_the_revision_asked_for(repository, capsys):
    said = json.loads(told(repository, capsys, "R13-05-0136", "--at", "HEAD~4", "--format", "json"))

    assert [(one["id"], len(one["facts"]), one["moves"]) for one in said["records"]] == [("R13-05-0136", 3, [])]


def test_several_records_are_told_at_once_and_none_twice(repository, capsys):
    names = ("gushan-community", "R13-05-0136", "R13-05-0137")
    said = json.loads(told(repository, capsys, *names, "--format", "json"))

    assert [one["id"] for one in said["records"]] == ["gushan-community", "R13-05-0137"]


def test_a_shallow_clone_says_that_days_may_be_earlier(repository, capsys, tmp_path):
    clone = Repository(tmp_path / "clone")
    clone.git("fetch", "-q", "--depth", "1", f"file://{repository.folder}", "main")
    clone.git("checkout", "-q", "FETCH_HEAD")
    said = told(clone, capsys, "R13-05-0137", "--language", "zh").splitlines()

    assert said[-1].startswith("历史没有取全：标 ≤ 的记录日期只是最晚可能的日期")
    assert all("≤ 2024-08-01" in line for line in said[3:-1])


@pytest.mark.parametrize(
    ("typed", "language", "sentence"),
    [
        ("R13-05-01377", "zh", "历史里没有「R13-05-01377」这份记录，是不是 R13-05-0137？"),
        ("R13-05-0137/2", "zh", "历史里没有「R13-05-0137/2」：R13-05-0137 从来没有整改事项 2"),
        ("gushan-comunity", "en", "no record gushan-comunity in the history; did you mean gushan-community?"),
    ],
)
def test_a_name_nobody_had_leads_to_the_nearest(repository, capsys, typed, language, sentence):
    assert main(["history", typed, "--ledger", str(repository.folder), "--language", language]) == 2
    assert capsys.readouterr().err == f"inspection: {sentence}\n"


def test_a_repository_without_a_commit_has_no_history(tmp_path, capsys):
    empty = Repository(tmp_path)
    empty.write({"district.yaml": "a: 1\n"})

    assert main(["history", "district", "--ledger", str(tmp_path), "--language", "zh"]) == 2
    assert capsys.readouterr().err == "inspection: 这个 Git 仓库还没有任何提交，没有历史\n"


def test_the_task_file_runs_without_installing(repository):
    script = SCHEMAS.parent / "scripts" / "history.py"
    run = subprocess.run([sys.executable, script, "district"], cwd=repository.ledger, capture_output=True, check=True)

    assert run.stdout.decode().splitlines()[0].startswith("district · ")
