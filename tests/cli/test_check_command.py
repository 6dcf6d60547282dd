"""`inspection check`, `explain` and `overdue`, as they are typed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from inspection.cli import main

PROJECT = Path(__file__).resolve().parents[2]
UNIT = "name: 区财政局\nkind: department\nbody: party_group\njoined: 2021-09-28\nin_base: true\n"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A small ledger without a finding, in a Git repository of its own."""
    folder = tmp_path / "区台账"
    (folder / "ledger").mkdir(parents=True)
    base = PROJECT / "tests" / "cases" / "base" / "ledger"
    for file in base.rglob("*.yaml"):
        target = folder / "ledger" / file.relative_to(base)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.read_bytes())
    git(folder, "init", "-q", "-b", "main")
    commit(folder)
    return folder


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=office", "-c", "user.email=office@yunzhu.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True)


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "ledger: Record what happened")


def break_unit(folder: Path) -> Path:
    broken = folder / "ledger" / "units" / "finance-bureau.yaml"
    broken.write_text(UNIT.replace("kind:", "knd:"), encoding="utf-8")
    return broken


def test_a_clean_ledger_is_clean(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--ledger", str(ledger), "--language", "zh"]) == 0
    closing = capsys.readouterr().out.splitlines()[-1]
    assert closing.startswith("共 ")
    assert "错误 0" in closing


def test_the_ledger_is_found_from_a_folder_below_it(
    ledger: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    break_unit(ledger)
    monkeypatch.chdir(ledger / "ledger" / "units")

    assert main(["check", "--language", "zh"]) == 1
    printed = capsys.readouterr().out
    assert "finance-bureau.yaml:2:1: 错误 SCH03" in printed


def test_a_slip_is_shown_where_it_stands(
    ledger: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    break_unit(ledger)
    monkeypatch.chdir(ledger)

    assert main(["check", "--language", "en"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line.startswith("ledger/units/finance-bureau.yaml:2:1: error SCH03")]
    assert ": errors 1, warnings 0" in lines[-1]


def test_paths_limit_what_is_shown(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = break_unit(ledger)

    assert main(["check", "--ledger", str(ledger), str(ledger / "ledger" / "problems")]) == 0
    assert main(["check", "--ledger", str(ledger), str(broken)]) == 1
    assert main(["check", "--ledger", str(ledger), "--language", "zh", "/nowhere"]) == 2
    assert "不在台账" in capsys.readouterr().err


def test_a_path_that_is_not_there_is_no_clean_one(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gone = ledger / "ledger" / "units" / "finanse-bureau.yaml"

    assert main(["check", "--ledger", str(ledger), "--language", "zh", str(gone)]) == 2
    assert capsys.readouterr().err == f"inspection: 台账里没有「{gone}」\n"


def test_a_revision_is_read_as_git_knew_it(ledger: Path) -> None:
    break_unit(ledger)

    assert main(["check", "--ledger", str(ledger), "--at", "HEAD"]) == 0
    assert main(["check", "--ledger", str(ledger)]) == 1


def test_only_what_the_base_does_not_have_counts(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    break_unit(ledger)
    commit(ledger)
    (ledger / "ledger" / "district.yaml").open("a", encoding="utf-8").write("# 说明\n")

    assert main(["check", "--ledger", str(ledger)]) == 1
    assert main(["check", "--ledger", str(ledger), "--base", "HEAD"]) == 0
    assert main(["check", "--ledger", str(ledger), "--base", "HEAD~1"]) == 1
    assert main(["check", "--ledger", str(ledger), "--base", "no-such", "--language", "zh"]) == 2
    assert "no-such" in capsys.readouterr().err


def test_json_says_the_same_to_programs(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    break_unit(ledger)

    assert main(["check", "--ledger", str(ledger), "--format", "json"]) == 1
    said = json.loads(capsys.readouterr().out)
    first = said["findings"][0]
    assert said["summary"]["errors"] == len(said["findings"]) == 1
    assert (first["code"], first["line"], first["column"], first["pointer"]) == ("SCH03", 2, 1, "/knd")
    assert first["message"]["zh"]
    assert first["help"]["en"]


def test_without_a_policy_the_files_are_still_checked(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for policy in (ledger / "ledger" / "policy").iterdir():
        policy.unlink()
    break_unit(ledger)

    assert main(["check", "--ledger", str(ledger), "--language", "zh"]) == 1
    printed = capsys.readouterr().out
    assert "SCH03" in printed
    assert "没有可用的 policy" in printed


@pytest.mark.parametrize("missing", ["district.yaml", "policy/2021-09-28.yaml"])
def test_what_needs_neither_district_nor_policy_is_found_without_them(
    ledger: Path, capsys: pytest.CaptureFixture[str], missing: str
) -> None:
    (ledger / "ledger" / missing).write_text("name: [\n", encoding="utf-8")
    problem = ledger / "ledger" / "problems" / "R13-02" / "R13-02-0001.yaml"
    said = problem.read_text(encoding="utf-8").replace("note: 租金收据缺失", "note: 手机13800001234")
    problem.write_text(said.replace("unit: qinglan-community", "unit: qinglan-comunity"), encoding="utf-8")

    assert main(["check", "--ledger", str(ledger), "--format", "json"]) == 1
    codes = {one["code"] for one in json.loads(capsys.readouterr().out)["findings"]}
    assert codes >= {"YML01", "SCH02", "PRV02", "REF01"}
    assert not [code for code in codes if code.startswith(("LIF", "INS01", "DUE01"))]


def test_what_is_private_is_found_in_a_file_that_cannot_be_read(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unit = ledger / "ledger" / "units" / "finance-bureau.yaml"
    unit.write_text("name: [区财政局13800001234\n", encoding="utf-8")

    assert main(["check", "--ledger", str(ledger), "--format", "json"]) == 1
    printed = capsys.readouterr().out
    assert {(one["code"], one["line"]) for one in json.loads(printed)["findings"]} >= {("PRV02", 1)}
    assert "13800001234" not in printed


def test_no_ledger_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--ledger", str(tmp_path), "--language", "zh"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("inspection: ")
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (["chek"], "没有命令 chek，是不是 check？"),
        (["check", "--strct"], "没有选项 --strct，是不是 --strict？"),
        (["check", "--today", "2024-13-01"], "--today 的值不对：「2024-13-01」不是日期"),
        (["explain", "LIF99"], "没有规则 LIF99"),
        (["overdue", "--within", "soon"], "--within 的值不对：要写整数，不小于 0，不大于 3650；"),
        (["assessment", "abc"], "YEAR 的值不对：要写整数，不小于 1900，不大于 9998；"),
        (["demo", "nowhere", "--units", "2"], "--units 的值不对：要写整数，不小于 30；"),
    ],
)
def test_a_slip_in_a_command_is_named_in_chinese(
    typed: list[str], sentence: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert main(typed) == 2
    assert sentence in capsys.readouterr().err


def test_a_bug_of_ours_is_no_finding(
    ledger: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def burst(*_: object) -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr("inspection.cli.check.found", burst)
    assert main(["check", "--ledger", str(ledger)]) == 3
    said = capsys.readouterr()
    assert "Traceback" not in said.err + said.out
    assert "ZeroDivisionError" in said.err
    assert "secret" not in said.err


def test_a_rule_explains_itself_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "yml02", "--language", "zh"]) == 0
    assert main(["explain", "YML02", "--language", "en"]) == 0
    printed = capsys.readouterr().out
    assert "怎么改：" in printed
    assert "Instead:" in printed


def test_the_task_script_runs_from_anywhere(ledger: Path, tmp_path: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, str(PROJECT / "scripts" / "check.py"), "--ledger", str(ledger)],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
