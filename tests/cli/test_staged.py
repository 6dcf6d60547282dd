import json
import os
import shutil
import subprocess
import sys

import pytest
from tests.cases.cases import BASE
from tests.house.tree import HOME

from inspection.cli import main

IDENTITY = "110105207403180001"
PATH = "ledger/problems/R13-02/R13-02-0001.yaml"
NOTE = "note: 租金收据缺失"


@pytest.fixture
def repository(tmp_path):
    """A repository with the base ledger committed and the hook switched on, as the hook's first lines say."""
    shutil.copytree(BASE / "ledger", tmp_path / "ledger")
    (tmp_path / "scripts").symlink_to(HOME / "scripts")
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    program = tmp_path / ".venv" / "bin" / "inspection"
    program.write_text(
        f'#!/bin/sh\nPYTHONPATH="{HOME}/scripts" exec "{sys.executable}" -m inspection "$@"\n', encoding="utf-8"
    )
    program.chmod(0o755)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "ledger")
    git(tmp_path, "commit", "-q", "-m", "base")
    git(tmp_path, "config", "core.hooksPath", "scripts/hooks")
    return tmp_path


def git(folder, *arguments):
    who = ["-c", "user.name=office", "-c", "user.email=office@yunzhu.example", "-c", "commit.gpgsign=false"]
    spoken = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    return subprocess.run(
        ["git", *who, *arguments], cwd=folder, env=spoken, capture_output=True, text=True, encoding="utf-8"
    )


def change(repository, path, old, new):
    file = repository / path
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def commit(repository, path, old, new):
    change(repository, path, old, new)
    git(repository, "add", path)
    return git(repository, "commit", "-q", "-m", "change")


def staged(repository, monkeypatch, *options):
    monkeypatch.chdir(repository)
    return main(["check", "--staged", "--language", "zh", *options])


def commits(repository):
    return git(repository, "rev-list", "--count", "HEAD").stdout.strip()


def test_an_identity_number_is_not_committed_and_not_shown(repository):
    answer = commit(repository, PATH, NOTE, f"{NOTE}，证号{IDENTITY}")

    assert answer.returncode == 1
    assert answer.stderr == (
        f"{PATH}:35:62: 错误 PRV01 R13-02-0001 的文字 `items/0/log/3/note` 里有居民身份证号码（内容不予显示）\n"
        "  改法：删去号码；具体是谁以归档材料为准，这里写「张某」就够了。\n"
        "共 1 份记录：错误 1，警告 0，提示 0（其中随日期变化 0，已确认 0）\n"
        "暂存的内容不能提交：先改正上面的错误，再重新暂存（git add）\n"
    )
    assert commits(repository) == "1"


def test_a_comment_is_looked_at_too(repository):
    answer = commit(repository, PATH, "unit: qinglan-community", f"# {IDENTITY}\nunit: qinglan-community")

    assert answer.returncode == 1
    assert answer.stderr.splitlines()[0] == f"{PATH}:1:1: 错误 PRV01 这一行里有居民身份证号码（内容不予显示）"


def test_a_file_that_cannot_be_read_is_looked_at_line_by_line(repository):
    answer = commit(repository, PATH, NOTE, f"{NOTE}，手机13800001234, [")

    assert answer.returncode == 1
    assert f"{PATH}:35:1: 错误 PRV02 这一行里有手机号码（内容不予显示）" in answer.stderr.splitlines()
    assert [line for line in answer.stderr.splitlines() if " YML01 " in line]
    assert "13800001234" not in answer.stderr


def test_what_is_only_likely_in_an_office_text_warns_and_is_committed(repository):
    answer = commit(repository, PATH, NOTE, f"{NOTE}，李奶奶反映")

    assert answer.returncode == 0
    assert answer.stderr.splitlines()[0] == (
        f"{PATH}:35:62: 警告 PRV06 R13-02-0001 的文字 `items/0/log/3/note` 里有疑似人名（内容不予显示）"
    )
    assert commits(repository) == "2"


def test_a_slip_in_a_field_is_named_before_the_commit(repository):
    answer = commit(repository, PATH, "unit: qinglan-community", "unti: qinglan-community")

    assert answer.returncode == 1
    assert f"{PATH}:1:1: 错误 SCH03 字段「unti」不在可用的字段之列" in answer.stderr.splitlines()


def test_a_file_out_of_place_is_named_before_the_commit(repository):
    (repository / "ledger" / "notes.txt").write_text("备忘\n", encoding="utf-8")
    git(repository, "add", "ledger")

    answer = git(repository, "commit", "-q", "-m", "change")

    assert answer.returncode == 1
    assert answer.stderr.startswith("ledger/notes.txt:1:1: 错误 SCH05 ")


def test_the_staged_text_counts_and_not_the_one_on_disk(repository):
    clean = (repository / PATH).read_text(encoding="utf-8")
    change(repository, PATH, NOTE, f"{NOTE}，证号{IDENTITY}")
    git(repository, "add", PATH)
    (repository / PATH).write_text(clean, encoding="utf-8")

    assert git(repository, "commit", "-q", "-m", "change").returncode == 1


def test_what_is_on_disk_and_not_staged_stops_no_commit(repository):
    change(repository, PATH, NOTE, "note: 租金收据不全")
    git(repository, "add", PATH)
    change(repository, PATH, "租金收据不全", f"租金收据不全，证号{IDENTITY}")

    assert git(repository, "commit", "-q", "-m", "change").returncode == 0


@pytest.mark.parametrize("how", [("--all",), ("--", PATH)], ids=["all", "by path"])
def test_a_commit_with_an_index_of_its_own_is_looked_at(repository, how):
    change(repository, PATH, NOTE, f"{NOTE}，证号{IDENTITY}")

    assert git(repository, "commit", "-q", "-m", "change", *how).returncode == 1
    assert commits(repository) == "1"


def test_the_first_commit_of_a_repository_is_looked_at(repository):
    git(repository, "checkout", "-q", "--orphan", "anew")
    change(repository, PATH, NOTE, f"{NOTE}，证号{IDENTITY}")
    git(repository, "add", "ledger")

    answer = git(repository, "commit", "-q", "-m", "base")

    assert answer.returncode == 1
    assert [line.partition(": ")[0] for line in answer.stderr.splitlines() if " PRV01 " in line] == [f"{PATH}:35:62"]


def test_a_file_that_goes_or_lies_elsewhere_is_no_matter_of_the_hook(repository):
    (repository / "README.txt").write_text(f"{IDENTITY}\n", encoding="utf-8")
    git(repository, "add", "README.txt")
    git(repository, "rm", "-q", PATH)

    assert git(repository, "commit", "-q", "-m", "change").returncode == 0


def test_an_ordinary_change_passes_in_silence(repository):
    answer = commit(repository, PATH, NOTE, "note: 租金收据不全")

    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")


def test_no_file_of_the_ledger_is_stopped(tmp_path, monkeypatch, capsys):
    shutil.copytree(HOME / "ledger", tmp_path / "ledger")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "ledger")

    assert staged(tmp_path, monkeypatch, "--strict") == 0
    assert capsys.readouterr().out == ""


def test_programs_are_told_in_their_own_form(repository, monkeypatch, capsys):
    change(repository, PATH, NOTE, f"{NOTE}，证号{IDENTITY}")
    git(repository, "add", PATH)

    assert staged(repository, monkeypatch, "--format", "json") == 1
    assert [one["code"] for one in json.loads(capsys.readouterr().out)["findings"]] == ["PRV01"]


@pytest.mark.parametrize("option", ["--base", "--at"])
def test_staged_files_are_no_revision(repository, monkeypatch, capsys, option):
    assert staged(repository, monkeypatch, option, "HEAD") == 2
    assert capsys.readouterr().err == "inspection: --staged 不能和 --base、--at 同时用\n"


def test_without_a_repository_one_sentence_says_so(tmp_path, monkeypatch, capsys):
    shutil.copytree(BASE / "ledger", tmp_path / "ledger")

    assert staged(tmp_path, monkeypatch) == 2
    assert "不在 Git 仓库里" in capsys.readouterr().err


def test_the_hook_may_be_executed():
    assert os.access(HOME / "scripts" / "hooks" / "pre-commit", os.X_OK)
