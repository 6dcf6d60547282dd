import os
import shutil
import subprocess
import sys

import pytest
from tests.cases.cases import BASE
from tests.house.tree import HOME

IDENTITY = "110105207403180001"
PATH = "ledger/problems/R13-02/R13-02-0001.yaml"
NOTE = "note: 租金收据缺失"


@pytest.fixture
def repository(tmp_path):
    """A repository with the base ledger committed and the hook switched on, as the hook's first lines say."""
    shutil.copytree(BASE / "ledger", tmp_path / "ledger")
    for folder in ("scripts", "schemas"):
        (tmp_path / folder).symlink_to(HOME / folder)
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    python = tmp_path / ".venv" / "bin" / "python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "ledger")
    git(tmp_path, "commit", "-q", "-m", "base")
    git(tmp_path, "config", "core.hooksPath", "scripts/hooks")
    return tmp_path


def git(folder, *arguments):
    who = ["-c", "user.name=office", "-c", "user.email=office@yunzhu.example", "-c", "commit.gpgsign=false"]
    return subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, encoding="utf-8")


def commit(repository, path, old, new):
    file = repository / path
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    git(repository, "add", path)
    return git(repository, "commit", "-q", "-m", "change")


def commits(repository):
    return git(repository, "rev-list", "--count", "HEAD").stdout.strip()


def test_an_identity_number_is_not_committed_and_not_shown(repository):
    answer = commit(repository, PATH, NOTE, f"{NOTE}，证号{IDENTITY}")

    assert answer.returncode == 1
    assert answer.stderr == (
        f"{PATH}:35: 错误 PRV01 文字 `items/0/log/3/note` 里有居民身份证号码（内容不予显示）\n"
        f"{PATH}:35: error PRV01 text `items/0/log/3/note` holds a resident identity number (not shown)\n"
        "没有提交：请先删去上面各处的内容。 Not committed: take these out first.\n"
    )
    assert commits(repository) == "1"


def test_a_comment_is_looked_at_too(repository):
    answer = commit(repository, PATH, "unit: qinglan-community", f"# {IDENTITY}\nunit: qinglan-community")

    assert answer.returncode == 1
    assert answer.stderr.splitlines()[0] == f"{PATH}:1: 错误 PRV01 这一行有居民身份证号码（内容不予显示）"


def test_a_file_that_cannot_be_read_is_looked_at_line_by_line(repository):
    answer = commit(repository, PATH, NOTE, f"{NOTE}，手机13800001234, [")

    assert answer.returncode == 1
    assert answer.stderr.splitlines()[0] == f"{PATH}:35: 错误 PRV02 这一行有手机号码（内容不予显示）"


def test_what_is_only_likely_in_an_office_text_warns_and_is_committed(repository):
    answer = commit(repository, PATH, NOTE, f"{NOTE}，李奶奶反映")

    assert answer.returncode == 0
    assert answer.stderr.splitlines()[0] == (
        f"{PATH}:35: 警告 PRV06 文字 `items/0/log/3/note` 里有疑似人名（内容不予显示）"
    )
    assert commits(repository) == "2"


def test_the_staged_text_counts_and_not_the_one_on_disk(repository):
    file = repository / PATH
    clean = file.read_text(encoding="utf-8")
    file.write_text(clean.replace(NOTE, f"{NOTE}，证号{IDENTITY}"), encoding="utf-8")
    git(repository, "add", PATH)
    file.write_text(clean, encoding="utf-8")

    assert git(repository, "commit", "-q", "-m", "change").returncode == 1


def test_an_ordinary_change_passes_in_silence(repository):
    answer = commit(repository, PATH, NOTE, "note: 租金收据不全")

    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")


def test_the_hook_may_be_executed():
    assert os.access(HOME / "scripts" / "hooks" / "pre-commit", os.X_OK)
