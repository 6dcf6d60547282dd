"""A small district whose every commit is signed, and whose policy asks for it: something to cheat with."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from tests.demo.seeded_keys import seeded_key

from inspection.cli import main
from inspection.demo import ledger as demo
from inspection.demo.history import replay
from inspection.demo.history.signing import pen
from inspection.demo.places import Record

UNITS, PROBLEMS = 30, 20
DAY = "2024-12-31"
LAST = f"{DAY}T17:00:00+0800"
Told = set[tuple[str, str]]
"""Findings: code and commit."""


def made(folder: Path) -> Path:
    """Make the district's repository in a folder, its policies as ever but that commits must be signed."""
    told = demo.policy_records

    def strict() -> Iterator[tuple[str, Record]]:
        yield from ((path, {**record, "signing": "required"}) for path, record in told())

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(demo, "policy_records", strict)
        replay(folder, UNITS, PROBLEMS, maker=seeded_key)
    return folder


class District:
    """A copy of it; whoever cheats commits here."""

    def __init__(self, made: Path, folder: Path) -> None:
        shutil.copytree(made, folder)
        self.folder = folder
        self.ledger = folder / "ledger"

    def git(self, *words: str, when: str = LAST, written: str | None = None, who: str = "office", **more: Any) -> str:
        environment = {
            **os.environ,
            "GIT_AUTHOR_NAME": who, "GIT_AUTHOR_EMAIL": f"{who}@yunzhu.example", "GIT_AUTHOR_DATE": written or when,
            "GIT_COMMITTER_NAME": who, "GIT_COMMITTER_EMAIL": f"{who}@yunzhu.example", "GIT_COMMITTER_DATE": when,
            "GIT_CONFIG_GLOBAL": os.devnull,
        }  # fmt: skip
        run = subprocess.run(["git", *words], cwd=self.folder, capture_output=True, env=environment, **more)
        assert run.returncode == 0, run.stderr.decode()
        return run.stdout.decode().strip()

    def text(self, path: str) -> str:
        return (self.ledger / path).read_text("utf-8")

    def write(self, path: str, text: str) -> None:
        (self.ledger / path).parent.mkdir(parents=True, exist_ok=True)
        (self.ledger / path).write_text(text, "utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        assert re.search(old, self.text(path)), (path, old)
        self.write(path, re.sub(old, new.replace("\\", r"\\"), self.text(path), count=1))

    def add(self, path: str, line: str) -> None:
        """Put a line at the end of a record whose log stands last."""
        self.write(path, self.text(path) + line + "\n")

    def commit(self, by: str = "office", *, key: str | None = None, signed: bool = True, **more: str) -> str:
        """Commit whatever is there by a body, and return the commit's id.

        Args:
            by: Who commits.
            key: The name of the key, by default the one the body holds now.
            signed: Whether it is signed at all.
        """
        self.git("add", "-A")
        self.git(*self._signing(key or self.key_of(by), signed), "commit", "-q", "-m", "data: A", who=by, **more)
        return self.head()

    def merge(self, *words: str, by: str = "office") -> None:
        signing = self._signing(self.key_of(by), signed=True)
        self.git(*signing, "merge", "-q", "--no-ff", "-m", "data: Merge", *words, who=by)

    def amend(self, *words: str, by: str = "office", **more: str) -> str:
        self.git("add", "-A")
        self.git(*self._signing(self.key_of(by), True), "commit", "-q", "--amend", "--no-edit", *words, who=by, **more)
        return self.head()

    def head(self, name: str = "HEAD") -> str:
        return self.git("rev-parse", name)

    def key_of(self, body: str) -> str:
        keys = yaml.safe_load(self.text("signers.yaml"))["keys"]
        rows = [one for one in keys if body in (one["role"], one.get("unit"))]
        names = [body, f"{body} 2", f"{body} 3"]
        held = {pen(seeded_key(name)).public: name for name in names}
        return next((held[one["key"]] for one in reversed(rows) if one["key"] in held), body)

    def _signing(self, key: str, signed: bool) -> list[str]:
        if not signed:
            return ["-c", "commit.gpgsign=false"]
        file = self.folder / ".git" / f"key-{key.replace(' ', '-')}"
        if not file.exists():
            file.write_bytes(seeded_key(key).private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption()))
            file.chmod(0o600)
        return ["-c", "gpg.format=ssh", "-c", f"user.signingkey={file}", "-c", "commit.gpgsign=true"]

    def audit(self, capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, Any]:
        """Return what the command prints as JSON."""
        capsys.readouterr()
        code = main(["audit", "--ledger", str(self.ledger), "--format", "json", *more])
        told: dict[str, Any] = json.loads(capsys.readouterr().out)
        assert code == (1 if told["findings"] else 0)
        return told

    def found(self, capsys: pytest.CaptureFixture[str], *more: str) -> Told:
        return {(one["code"], one["commit"]) for one in self.audit(capsys, *more)["findings"]}


@cache
def public_key(name: str) -> str:
    return pen(seeded_key(name)).public


Cheat = Callable[[District], str | tuple[str, ...]]
