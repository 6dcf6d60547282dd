"""A new district's repository on disk: the program, the office's own files, the ledger, the first commit."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import count
from pathlib import Path
from string import Template

from inspection.cli.check import context_of
from inspection.cli.register_file import NotTakenError
from inspection.cli.session import PROGRAM, Options, open_session
from inspection.demo.policy import policy_records
from inspection.emit import emit
from inspection.errors import CannotRunError
from inspection.finding import Finding, Severity
from inspection.labels import Wording
from inspection.office.founding.beginning import POLICY_NOTE, Facts, calendar, records
from inspection.office.founding.register import Register
from inspection.office.spreadsheet.grid import Refusal
from inspection.rules.judge import judge
from inspection.workdays import Calendar

_OWN = PROGRAM / "scripts" / "district"
"""What an office's repository has of its own: templates of its README and its Makefile."""
_TAKEN = (
    ".editorconfig", ".gitattributes", ".gitea", ".github", ".gitignore", ".gitlab-ci.yml", ".vscode", "CHANGELOG.md",
    "LICENSE", "mkdocs.yml", "pyproject.toml", "requirements.lock", "schemas", "scripts", "site", "docs",
)  # fmt: skip
"""What is copied of the program, and nothing else: no tests, no measurements, no demonstration."""
_ABOUT_THE_PROGRAM = ("docs/charts.md", "docs/gallery.md", "docs/performance.md", "docs/images/gallery")
"""Documents only whoever changes the program reads."""
_OF_THE_PROGRAM = ".ci/run"
"""What a workflow runs that tests the program itself; it has no place in an office's repository."""
_LEFT = shutil.ignore_patterns("__pycache__", "*.pyc", "*.egg-info", ".DS_Store", "CODEOWNERS")
"""What lies among it and is none of it; code owners are made from a ledger's own accounts."""


def furnish(folder: Path, facts: Facts, register: Register, today: date) -> None:
    """Write everything but the repository itself into a new folder."""
    folder.mkdir()
    _program(folder)
    _copy(_OWN / "Makefile", folder / "Makefile")
    values = {"name": facts.name, "office": facts.office, "began": facts.began.isoformat()}
    readme = Template((_OWN / "README.md").read_text(encoding="utf-8")).substitute(values)
    (folder / "README.md").write_text(readme, encoding="utf-8")
    _, policy = next(policy_records())
    units = {one.id: one.record for one in register.units}
    for path, record in records(facts, {key: policy[key] for key in policy if key != "labels"}, units):
        _write(folder / "ledger" / path, (POLICY_NOTE if path.startswith("policy/") else "") + emit(record))
    known = Calendar()
    path, record = calendar(next(year for year in count(today.year) if not known.announced(year)))
    _write(folder / "ledger" / path, emit(record))


def _program(folder: Path) -> None:
    for name in _TAKEN:
        _copy(PROGRAM / name, folder / name)
    for name in _ABOUT_THE_PROGRAM:
        place = folder / name
        shutil.rmtree(place) if place.is_dir() else place.unlink(missing_ok=True)
    for workflow in sorted(folder.glob(".git*/workflows/*.yml")):
        if _OF_THE_PROGRAM in workflow.read_text(encoding="utf-8"):
            workflow.unlink()


def _write(place: Path, text: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=_LEFT, symlinks=True)
    elif source.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, target)


def settle(folder: Path, register: Register, options: Options) -> None:
    """Check the new ledger as `inspection check` does; an error in it is told by the row it came from.

    Raises:
        NotTakenError: The list of units holds what no ledger may.
        CannotRunError: What the office said of itself is not right.
    """
    session = open_session(options._replace(ledger=folder))
    shutil.rmtree(folder / ".cache", ignore_errors=True)
    found = [*session.loaded.findings, *judge(context_of(session))]
    errors = [one for one in found if one.severity is Severity.ERROR]
    refused = list(_by_row(errors, register))
    if refused:
        raise NotTakenError(refused)
    if errors:
        first = errors[0]
        raise CannotRunError(f"{first.message.zh}（{first.path}）", f"{first.message.en} ({first.path})")


def _by_row(errors: Sequence[Finding], register: Register) -> Iterator[Refusal]:
    rows = {f"units/{one.id}.yaml": one.row for one in register.units}
    for one in errors:
        if one.path in rows:
            field = one.pointer.split("/")[1] if one.pointer else ""
            words = Wording(f"{one.message.zh}；{one.help.zh.rstrip('。')}", f"{one.message.en}; {one.help.en}")
            yield Refusal(rows[one.path].at(field), words)


def commit(folder: Path, facts: Facts) -> None:
    """Make the folder a repository of one commit, with the hook switched on.

    Raises:
        CannotRunError: There is no Git, or it cannot do it.
    """
    who = ["-c", f"user.name={facts.office}", "-c", f"user.email={facts.contact.get('email', 'office@localhost')}"]
    known = _git(folder, "config", "--get", "user.email", refuse=False)
    _git(folder, "init", "--quiet", "--initial-branch=main")
    _git(folder, "add", "--all")
    own = [] if known.strip() else who
    _git(
        folder,
        *own,
        "-c",
        "commit.gpgsign=false",
        "commit",
        "--quiet",
        "--no-verify",
        "-m",
        f"建立{facts.name}巡察台账",
    )
    _git(folder, "config", "core.hooksPath", "scripts/hooks")
    _git(folder, "config", "core.quotepath", "false")


def _git(folder: Path, *arguments: str, refuse: bool = True) -> str:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(["git", *arguments], cwd=folder, env=clean, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        raise CannotRunError("找不到 git 命令：先安装 Git", "the command git was not found: install Git") from None
    if refuse and done.returncode:
        said = done.stderr.strip().splitlines()[-1:] or ["?"]
        raise CannotRunError(f"git {arguments[0]} 没有成功：{said[0]}", f"git {arguments[0]} failed: {said[0]}")
    return done.stdout
