"""The files of the workflows: valid, thin, pinned, and allowed no more than they need."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from tests.workflows.conftest import PROJECT
from tests.workflows.forms import SCHEMAS

from inspection.cli.entry import inspection
from inspection.office.forms.drawn import issue_forms

FILES = sorted([*PROJECT.glob(".github/workflows/*.yml"), *PROJECT.glob(".gitea/workflows/*.yml")])
THIN = [path for path in FILES if path.stem != "check"]
COMMAND = re.compile(r"(?:(?:\.\./)?\.venv/bin|base/\.venv/bin)/inspection (\S+)")
PROGRAM = Path(sys.executable).parent


def tool(*words: str) -> subprocess.CompletedProcess[str]:
    command = [str(PROGRAM / words[0]), *words[1:]]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, cwd=PROJECT)


def steps(path: Path) -> list[dict]:
    jobs = yaml.safe_load(path.read_text("utf-8"))["jobs"].values()
    return [step for job in jobs for step in job["steps"]]


def test_workflows_and_the_gitlab_file_follow_their_schemas() -> None:
    for schema, files in (("github-workflows", map(str, FILES)), ("gitlab-ci", [".gitlab-ci.yml"])):
        done = tool("check-jsonschema", "--builtin-schema", f"vendor.{schema}", *files)
        assert done.returncode == 0, done.stdout


def test_the_forms_follow_the_schema_of_issue_forms(tmp_path: Path) -> None:
    made = [(path, text) for path, text in issue_forms(SCHEMAS) if "config" not in path]
    for path, text in made:
        (tmp_path / Path(path).name).write_text(text, encoding="utf-8")

    files = [str(path) for path in sorted(tmp_path.iterdir())]
    done = tool("check-jsonschema", "--builtin-schema", "vendor.github-issue-forms", *files)
    assert (len(files), done.returncode) == (4, 0), done.stdout


def test_the_security_lint_finds_nothing() -> None:
    done = tool("zizmor", "--offline", "--no-progress", *map(str, FILES))

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", THIN, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_a_step_is_one_command_of_ours_or_setting_up(path: Path) -> None:
    runs = [step["run"] for step in steps(path) if "run" in step]

    assert [run for run in runs if len(COMMAND.findall(run)) != 1 and not run.startswith("make setup")] == []
    assert all(len(run.strip().splitlines()) == 1 for run in runs)


@pytest.mark.parametrize("path", [*THIN, PROJECT / ".gitlab-ci.yml"], ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_every_command_a_workflow_runs_is_one_of_the_program(path: Path) -> None:
    named = set(COMMAND.findall(path.read_text("utf-8")))

    assert named
    assert named - set(inspection.list_commands(None)) == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_actions_are_pinned_by_hash_and_no_checkout_keeps_a_token(path: Path) -> None:
    text = path.read_text("utf-8")

    used = re.findall(r"uses: (.+)", text)
    assert [one for one in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+.*", one)] == []
    checkouts = [step for step in steps(path) if step.get("uses", "").startswith("actions/checkout")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


@pytest.mark.parametrize("path", [path for path in FILES if ".github" in path.parts], ids=lambda path: path.stem)
def test_what_a_pull_request_starts_may_write_nothing_and_sees_no_secret(path: Path) -> None:
    text = path.read_text("utf-8")
    workflow = yaml.safe_load(text)

    assert "pull_request_target" not in text
    if "pull_request" in workflow[True]:
        assert "secrets." not in text
        allowed = [workflow["permissions"], *(job.get("permissions", {}) for job in workflow["jobs"].values())]
        assert all(value == "read" for one in allowed for value in one.values())
