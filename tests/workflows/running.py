"""The workflows run for real by a local runner, in a clone of a repository served on this machine.

Only what comes from elsewhere is put in its place: a checkout becomes a clone, an artefact a folder, the virtual
environment a call of this interpreter. Every `run:` is the workflow's own.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from tests.workflows.fake_forge import TOKEN, FakeForge

from inspection.cli import main

PROJECT = Path(__file__).resolve().parents[2]
PROGRAM = ("scripts", "schemas", "site", "mkdocs.yml", "Makefile", "pyproject.toml", "requirements.lock", ".gitignore")
LATER = 4_000_000_000
REPOSITORY = "yunzhu/ledger"


class Run(NamedTuple):
    """What a run of a workflow came to; `said` is all that was printed."""

    passed: bool
    said: str


class Clone:
    """A clone in which workflows run, of a bare repository whose main branch holds program and ledger.

    Attributes:
        folder: The clone.
        artefacts: Where artefacts are left.
        environment: What stands in for the virtual environment.
        forge: The forge its workflows talk to.
    """

    def __init__(self, folder: Path, origin: str, forge: FakeForge) -> None:
        self.folder = folder
        self.origin = origin
        self.artefacts = folder.parent / "artefacts"
        self.environment = folder.parent / "environment"
        self.forge = forge
        git(folder.parent, "clone", "-q", origin, str(folder))
        git(folder, "remote", "set-url", "origin", f"https://github.com/{REPOSITORY}")  # by which the runner names it
        self._environment()

    def run(self, event: str, workflow: str, said: dict[str, Any], *more: str, home: str = ".github") -> Run:
        """Run one workflow upon an event."""
        text = (self.folder / home / "workflows" / workflow).read_text(encoding="utf-8")
        place = self.folder.parent / "substituted" / workflow
        place.parent.mkdir(exist_ok=True)
        place.write_text(self._substituted(text), encoding="utf-8")
        told = self.folder.parent / "event.json"
        told.write_text(json.dumps(said), encoding="utf-8")
        act = Path(sys.executable).with_name("act")
        command = [str(act), event, "-W", str(place), "-e", str(told), "-P", "ubuntu-24.04=-self-hosted"]
        command += ["--pull=false", "-s", f"GITHUB_TOKEN={TOKEN}", "--env", f"ARTEFACTS={self.artefacts}", *more]
        environment = {**os.environ, "XDG_CACHE_HOME": str(self.folder.parent / "cache"), "NO_COLOR": "1"}
        for name in ("GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_EVENT_PATH", "INSPECTION_TOKEN"):
            environment.pop(name, None)
        done = subprocess.run(
            command, cwd=self.folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
        )
        return Run(done.returncode == 0, done.stdout + done.stderr)

    def _environment(self) -> None:
        """Let `make setup` find everything done: the environment's `inspection` is the program of this clone."""
        command = self.environment / "bin" / "inspection"
        command.parent.mkdir(parents=True)
        home = '"$(cd "$(dirname "$0")/../.." && pwd)"'
        forge = f"GITHUB_API_URL={self.forge.address} GITHUB_SERVER_URL={self.forge.address}"
        run = f'export {forge}\nPYTHONPATH={home}/scripts exec {sys.executable} -m inspection "$@"'
        command.write_text(f"#!/bin/sh\n{run}\n", encoding="utf-8")
        command.chmod(0o755)
        for name in ("venv", "runtime"):
            made = self.environment / ".made" / name
            made.parent.mkdir(exist_ok=True)
            made.touch()
            os.utime(made, (LATER, LATER))

    def _substituted(self, text: str) -> str:
        workflow = yaml.safe_load(text)
        for job in workflow["jobs"].values():
            job["steps"] = [self._step(step) for step in job["steps"]]
        workflow["on"] = workflow.pop(True)  # `on` is a truth value in YAML 1.1
        return yaml.safe_dump(workflow, allow_unicode=True, sort_keys=False)

    def _step(self, step: dict[str, Any]) -> dict[str, Any]:
        if "uses" not in step:
            return step
        given, kept = step.get("with", {}), {key: step[key] for key in ("if", "name", "id") if key in step}
        return {**kept, "run": self._instead(re.sub(r"@.*", "", step["uses"]), given)}

    def _instead(self, action: str, given: dict[str, Any]) -> str:
        path, ref = given.get("path", ""), given.get("ref", "main")
        if action == "actions/checkout" and path:
            fetched = f"git -C {path} fetch -q origin '{ref}'"
            return f"git clone -q {self.origin} {path} && {fetched} && git -C {path} checkout -q FETCH_HEAD"
        if action == "actions/checkout":
            fetched = f"git fetch -q origin '{ref}' && git checkout -q FETCH_HEAD"
            return f"git clone -q {self.origin} . && {fetched} && cp -rp {self.environment} .venv"
        name = given.get("name", "site")
        if action == "actions/download-artifact":
            return f'mkdir -p {path} && cp -r "$ARTEFACTS/{name}/." {path}'
        if action.startswith("actions/upload-"):
            return f'mkdir -p "$ARTEFACTS/{name}" && cp -r {path}/. "$ARTEFACTS/{name}"'
        return 'test -f "$ARTEFACTS/site/index.html" && echo deployed'


def repository(folder: Path, signers: str) -> None:
    """Make a bare repository whose main branch holds the program and the tests' ledger, with these keys."""
    folder.parent.mkdir(parents=True)
    git(folder.parent, "init", "-q", "--bare", "-b", "main", str(folder))
    git(folder, "config", "http.receivepack", "true")
    work = folder.parent / "first"
    work.mkdir()
    git(work, "init", "-q", "-b", "main")
    for name in PROGRAM:
        source = PROJECT / name
        if source.is_dir():
            shutil.copytree(source, work / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
        else:
            shutil.copyfile(source, work / name)
    for name in (".github/workflows", ".gitea/workflows"):
        shutil.copytree(PROJECT / name, work / name)
    shutil.copytree(PROJECT / "tests" / "cases" / "base" / "ledger", work / "ledger")
    (work / "ledger" / "signers.yaml").write_text(signers, encoding="utf-8")
    for forge in ("github", "gitea"):
        assert main(["codeowners", "--ledger", str(work), "--forge", forge]) == 0
    git(work, "add", "-A")
    git(work, "commit", "-q", "-m", "ledger: Begin")
    git(work, "push", "-q", str(folder), "main")


def git(folder: Path, *words: str) -> str:
    """Run Git as the office."""
    identity = ("-c", "user.name=office", "-c", "user.email=office@yunzhu.example", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)
    return done.stdout.decode().strip()
