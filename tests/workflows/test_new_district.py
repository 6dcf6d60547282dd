"""The workflows of a repository that `inspection init` made, run in it as they stand."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.workflows.fake_forge import TOKEN, FakeForge, served
from tests.workflows.git_server import git_served
from tests.workflows.running import REPOSITORY, Clone, git

from inspection.cli import main

pytestmark = pytest.mark.slow

FLAGS = ("--name", "样板区", "--term", "14", "--began", "2026-09-20", "--today", "2026-11-22", "--language", "zh")
ACCOUNT = "keys:\n  - {role: office, from: 2026-09-20, account: yb-office}\n"


@pytest.fixture
def district(tmp_path: Path) -> Iterator[Clone]:
    """A clone of a new district's repository."""
    bare = tmp_path / "served" / f"{REPOSITORY}.git"
    bare.parent.mkdir(parents=True)
    assert main(["init", str(tmp_path / "first"), *FLAGS]) == 0
    git(tmp_path, "clone", "-q", "--bare", str(tmp_path / "first"), str(bare))
    with git_served(tmp_path / "served", TOKEN) as address, served(FakeForge()) as forge:
        yield Clone(tmp_path / "clone", f"{address}/{REPOSITORY}.git", forge)


def test_its_first_pull_request_passes_its_night_is_quiet_and_its_site_is_published(district: Clone) -> None:
    work = district.folder.parent / "first"
    git(work, "checkout", "-q", "-b", "accounts")
    (work / "ledger" / "signers.yaml").write_text(ACCOUNT, encoding="utf-8")
    assert main(["codeowners", "--ledger", str(work)]) == 0
    git(work, "add", "-A")
    git(work, "commit", "-q", "--no-verify", "-m", "ledger: The account of the office")
    bare = district.folder.parent / "served" / f"{REPOSITORY}.git"
    git(work, "push", "-q", str(bare), "HEAD:refs/pull/1/merge", "HEAD:refs/pull/1/head")
    number = {"number": 1, "head": {"ref": "accounts", "repo": {"full_name": REPOSITORY}}, "base": {"ref": "main"}}

    judged = district.run("pull_request", "ledger.yml", {"pull_request": number, "repository": {"private": True}})
    night = district.run("schedule", "overdue.yml", {"repository": {"private": True}})
    out = district.run("push", "publish.yml", {"ref": "refs/heads/main", "repository": {"private": True}})

    assert judged.passed, judged.said
    assert night.passed, night.said
    assert district.forge.open(REPOSITORY) == []
    assert out.passed, out.said
    assert (district.artefacts / "site" / "index.html").is_file()


def test_without_accounts_a_pull_request_is_told_which_entry_to_add(district: Clone) -> None:
    bare = district.folder.parent / "served" / f"{REPOSITORY}.git"
    git(bare, "update-ref", "refs/pull/1/merge", "main")
    number = {"number": 1, "head": {"ref": "x", "repo": {"full_name": REPOSITORY}}, "base": {"ref": "main"}}

    judged = district.run("pull_request", "ledger.yml", {"pull_request": number, "repository": {"private": True}})

    assert not judged.passed
    assert "加一条 {role: office, from: 启用日期, account: 账号}" in judged.said, judged.said
