"""The lines of the GitLab file that judge a merge request, run for real in a clone."""

import os
import shutil
import subprocess

import pytest
import yaml
from tests.workflows.fake_forge import FakeForge, served
from tests.workflows.forms import SIGNERS
from tests.workflows.running import PROJECT, Clone, git, repository
from tests.workflows.test_runs import AGREED, OWN_WORD, REVIEWED

pytestmark = pytest.mark.slow

OFFICE = "  - {role: office, from: 2024-01-01, account: yz}\n"


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Clone:
    """A clone of a repository with program and ledger, on a branch of a merge request."""
    folder = tmp_path_factory.mktemp("gitlab")
    repository(folder / "served" / "ledger.git", SIGNERS + OFFICE)
    with served(FakeForge()) as forge:
        made = Clone(folder / "clone", (folder / "served" / "ledger.git").as_uri(), forge)
    shutil.copyfile(PROJECT / ".gitlab-ci.yml", made.folder / ".gitlab-ci.yml")
    return made


def judged(clone: Clone, lines: str) -> subprocess.CompletedProcess[str]:
    """Run the job `ledger` upon a change of one file."""
    target = git(clone.folder, "rev-parse", "origin/main")
    git(clone.folder, "checkout", "-q", "--detach", target)
    with (clone.folder / REVIEWED).open("a", encoding="utf-8") as file:
        file.write(lines)
    git(clone.folder, "commit", "-q", "-a", "-m", "ledger: Record what happened")
    said = yaml.safe_load((clone.folder / ".gitlab-ci.yml").read_text("utf-8"))
    run = [*said[".base"]["before_script"], *said["ledger"]["script"]]
    run.insert(1, f"cp -rp {clone.environment} base/.venv")  # what `make setup` would make
    owners = "base/.venv/bin/inspection codeowners --ledger ledger --forge gitlab"
    environment = {**os.environ, "CI_MERGE_REQUEST_DIFF_BASE_SHA": target}
    for name in ("GITHUB_BASE_REF", "GITHUB_EVENT_PATH"):
        environment.pop(name, None)
    try:
        script = "\n".join(["set -e", *run[:3], owners, *run[3:]])
        return subprocess.run(
            ["bash", "-c", script], cwd=clone.folder, env=environment, capture_output=True, text=True, check=False
        )
    finally:
        git(clone.folder, "worktree", "remove", "--force", "base")


def test_a_good_merge_request_passes_and_leaves_what_it_does_in_words(clone: Clone) -> None:
    done = judged(clone, AGREED)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "R13-02-0004" in (clone.folder / "told" / "changes.md").read_text("utf-8")
    assert (clone.folder / "told" / "check.sarif").is_file()
    assert (clone.folder / "preview" / "index.html").is_file()


def test_a_bad_one_fails_at_its_line(clone: Clone) -> None:
    done = judged(clone, OWN_WORD)

    assert done.returncode == 1, done.stdout + done.stderr
    assert f"{REVIEWED}:" in done.stdout
    assert "LIF" in done.stdout
