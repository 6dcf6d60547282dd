"""`inspection changes` and `check --base`, in real Git repositories."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from inspection.cli import main
from inspection.cli.base import TARGETS
from inspection.labelling import SCHEMAS

PROJECT = Path(__file__).resolve().parents[2]
PROBLEM = "ledger/problems/R13-02/R13-02-0004.yaml"
AGREED = "      - {date: 2024-12-26, action: agree, by: discipline, how: on_site}\n"
CLOSED = "      - {date: 2024-12-27, action: close, by: office, how: on_site}\n"
TOLD = "2024-12-27 R13-02-0004 第1项：巡察办销号（现场核查）"


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget that the tests themselves may run for a pull request."""
    for name in TARGETS:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a ledger on main, and a branch with one commit that is checked out."""
    shutil.copytree(PROJECT / "tests" / "cases" / "base" / "ledger", tmp_path / "ledger")
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path)
    git(tmp_path, "checkout", "-q", "-b", "close")
    add(tmp_path, AGREED + CLOSED)
    commit(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=office", "-c", "user.email=office@yunzhu.example", "-c", "commit.gpgsign=false")
    done = subprocess.run(
        ["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True, text=True, encoding="utf-8"
    )
    return done.stdout.strip()


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "ledger: Record what happened")


def add(folder: Path, text: str, path: str = PROBLEM) -> None:
    with (folder / path).open("a", encoding="utf-8") as file:
        file.write(text)


def replace(folder: Path, path: str, old: str, new: str) -> None:
    place = folder / path
    text = place.read_text(encoding="utf-8")
    assert old in text
    place.write_text(text.replace(old, new, 1), encoding="utf-8")


def printed(capsys: pytest.CaptureFixture[str], *typed: str, code: int = 0) -> str:
    assert main([*typed, "--language", "zh"]) == code
    return capsys.readouterr().out


def test_a_branch_is_told_against_where_it_left_main(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(office, "checkout", "-q", "main")
    add(office, "left: 2024-12-30\n", "ledger/units/lanpu.yaml")
    commit(office)
    git(office, "checkout", "-q", "close")

    said = printed(capsys, "changes", "main", "close").splitlines()
    assert said[0].startswith("本次变更：2 处变更，涉及 1 个单位（")
    assert said[2:4] == ["先看这些：销号、长期坚持、重新整改、并入", f"  {TOLD}"]
    assert "  整改完成率 · 整改完成率  40.00%（2/5） → 60.00%（3/5）" in said
    assert not [line for line in said if "2024-12-30" in line]


def test_without_a_head_the_files_on_disk_are_told(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(office, "checkout", "-q", "main")
    add(office, AGREED)

    said = printed(capsys, "changes", "main")
    assert "→ 工作区，" in said.splitlines()[0]
    assert "纪检监察机关同意销号（现场核查）" in said


def test_markdown_and_json_say_the_same(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    schema = json.loads((SCHEMAS / "output" / "changes.schema.json").read_text("utf-8"))
    page = printed(capsys, "changes", "main", "--format", "markdown")
    said = json.loads(printed(capsys, "changes", "main", "close", "--format", "json"))

    assert page.startswith("## 本次变更\n")
    assert f"- {TOLD}\n" in page
    assert list(Draft202012Validator(schema).iter_errors(said)) == []
    assert (said["base"], said["head"]) == (git(office, "rev-parse", "main"), git(office, "rev-parse", "close"))
    assert [one["topic"] for one in said["changes"]] == [None, "closing"]


def test_a_file_that_cannot_be_read_is_named(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace(office, PROBLEM, "unit:", "unit: [")

    said = printed(capsys, "changes", "main").splitlines()
    assert said[1].startswith("注意：1 份文件读不出来")
    assert "problems/R13-02/R13-02-0004.yaml" in said[1]
    assert not [line for line in said if "记录被删除" in line]


def test_a_first_ledger_is_told_without_figures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "README.md").write_text("x\n", encoding="utf-8")
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path)
    shutil.copytree(PROJECT / "tests" / "cases" / "base" / "ledger", tmp_path / "ledger")
    commit(tmp_path)

    said = printed(capsys, "changes", "HEAD~1", "HEAD", "--ledger", str(tmp_path))
    assert "R13-02-0001：新问题（" in said
    assert "数字变化" not in said


@pytest.mark.parametrize("name", ["GITHUB_BASE_REF", "CHANGE_TARGET"])
def test_the_base_is_found_in_what_a_pull_request_says(
    office: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    commit_twice(office)
    assert "同意销号" not in printed(capsys, "changes", "auto")
    monkeypatch.setenv(name, "main")
    assert "同意销号" in printed(capsys, "changes", "auto")


def test_a_base_may_be_named_by_its_commit(
    office: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    commit_twice(office)
    monkeypatch.setenv("CI_MERGE_REQUEST_DIFF_BASE_SHA", git(office, "rev-parse", "main"))

    assert "同意销号" in printed(capsys, "changes", "auto")


def test_the_fetched_branch_is_the_one_that_counts(
    office: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    git(office, "update-ref", "refs/remotes/origin/main", "HEAD~1")
    git(office, "branch", "-q", "-f", "main", "HEAD")
    monkeypatch.setenv("GITHUB_BASE_REF", "main")

    assert "同意销号" in printed(capsys, "changes", "auto", "HEAD")


def commit_twice(office: Path) -> None:
    add(office, "left: 2024-12-30\n", "ledger/units/lanpu.yaml")
    commit(office)


def test_the_first_commit_has_nothing_before_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(PROJECT / "tests" / "cases" / "base" / "ledger", tmp_path / "ledger")
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path)

    assert main(["changes", "auto", "--ledger", str(tmp_path), "--language", "zh"]) == 2
    assert "没有可比较的版本" in capsys.readouterr().err


def test_two_histories_without_a_common_commit_cannot_be_compared(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(office, "checkout", "-q", "--orphan", "other")
    git(office, "commit", "-q", "-m", "ledger: Begin anew")

    assert main(["changes", "main", "other", "--language", "zh"]) == 2
    assert "main 和 other 没有共同的历史" in capsys.readouterr().err


def test_check_with_a_base_finds_what_was_rewritten(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace(office, PROBLEM, "2024-11-15, action: start", "2024-11-14, action: start")

    assert "CHG" not in printed(capsys, "check")
    said = printed(capsys, "check", "--base", "main", code=1)
    assert f"{PROBLEM}:21:16: 错误 CHG02 R13-02-0004 已有条目（现为 2024-11-14 start）的 `date` 被修改" in said
    assert printed(capsys, "check", "--base", "main", "--at", "close").startswith("共 ")


def test_what_main_got_meanwhile_is_no_rewriting(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(office, "checkout", "-q", "main")
    add(office, AGREED, PROBLEM)
    commit(office)
    git(office, "checkout", "-q", "close")

    assert printed(capsys, "check", "--base", "main").startswith("共 ")


def test_program_and_records_are_told_apart_by_their_paths(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(office, "checkout", "-q", "main")
    replace(office, "ledger/district.yaml", "demonstration: {today: 2024-12-31}\n", "")
    commit(office)
    git(office, "checkout", "-q", "-b", "both")
    add(office, AGREED)
    (office / "schemas").mkdir()
    (office / "schemas" / "problem.schema.json").write_text("{}\n", encoding="utf-8")
    today = ("--today", "2024-12-31", "--base", "main")

    assert "CHG05 程序或模式（schemas/problem.schema.json，共 1 个文件）" in printed(capsys, "check", *today, code=1)
    (office / "schemas" / "problem.schema.json").unlink()
    assert "CHG05" not in printed(capsys, "check", *today)


@pytest.mark.usefixtures("office")
def test_strict_without_a_base_says_what_was_skipped_and_fails(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--strict", "--language", "zh"]) == 1
    said = capsys.readouterr()
    assert "错误 0，警告 0" in said.out
    assert "变更规则（CHG）未检查" in said.err
    assert main(["check", "--strict", "--base", "auto", "--language", "zh"]) == 0
    assert capsys.readouterr().err == ""


def test_the_task_script_says_what_the_command_says(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = [sys.executable, str(PROJECT / "scripts" / "changes.py"), "main", "close", "--language", "zh"]
    done = subprocess.run(script, cwd=office, capture_output=True, text=True, encoding="utf-8", check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == printed(capsys, "changes", "main", "close")
