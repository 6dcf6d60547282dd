"""Cases of the rules: a miniature ledger per rule, made of the common base and the files that differ from it.

`base/ledger/` is a valid ledger. `<CODE>/failing*/` and `<CODE>/passing*/` hold `ledger/` with the files that differ,
and where needed `removed` (ledger paths left out, one a line), `today` (a day, else the demonstration's) and, for
the failing ones, `expected.txt`: what `check` prints for the code, written by `python -m tests.cases.expect CODE ...`.
"""

import shutil
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from inspection.finding import Finding, Words
from inspection.labels import load as load_labels
from inspection.model.ledger import Ledger
from inspection.read.folder import WorkingTree
from inspection.read.loader import Loaded, Places, load
from inspection.read.schema import Schemas
from inspection.report import text
from inspection.report.located import Located, in_order
from inspection.rules.framework import Context
from inspection.rules.judge import can_judge, judge

HERE = Path(__file__).parent
BASE = HERE / "base"
SCHEMAS = HERE.parents[1] / "schemas"


class Case(NamedTuple):
    code: str
    name: str

    @property
    def folder(self) -> Path:
        return HERE / self.code / self.name

    @property
    def expected(self) -> str:
        return (self.folder / "expected.txt").read_text(encoding="utf-8")

    @property
    def fails(self) -> bool:
        return self.name.startswith("failing")

    def __str__(self) -> str:
        return f"{self.code}-{self.name}"


class Checked(NamedTuple):
    """What `check` finds in a ledger, and the printed lines."""

    findings: list[Finding]
    places: Places

    def of(self, code: str) -> list[Finding]:
        return [one for one in self.findings if one.code == code]

    def printed(self, code: str, language: str = "zh") -> str:
        located = in_order(Located(one, f"ledger/{one.path}", self.places.of(one)) for one in self.of(code))
        return "".join(f"{line}\n" for line in text.lines(located, language))


def cases() -> list[Case]:
    found = [path for path in sorted(HERE.glob("[A-Z]*/*")) if path.is_dir()]
    return [Case(path.parent.name, path.name) for path in found]


def lay_out(case: Case | None, target: Path) -> Path:
    """Write a case's whole ledger to `target/ledger` and return that folder; without a case, the base."""
    ledger = target / "ledger"
    shutil.copytree(BASE / "ledger", ledger)
    if case is not None:
        for path in _lines(case.folder / "removed"):
            (ledger / path).unlink()
        if (case.folder / "ledger").is_dir():
            shutil.copytree(case.folder / "ledger", ledger, dirs_exist_ok=True)
    return ledger


def check(ledger: Path, today: date | None = None) -> Checked:
    """Read a ledger folder as the program does, and judge it."""
    source = WorkingTree(ledger)
    loaded = load(source, _schemas())
    findings = list(loaded.findings)
    if can_judge(loaded.ledger):
        findings += judge(_context(loaded, today or _today(loaded.ledger)))
    return Checked(sorted(findings, key=lambda one: one.order), Places(source))


def _context(loaded: Loaded, today: date) -> Context:
    codes = load_labels(SCHEMAS).codes["category"]
    categories = {code: Words(*one.label) for code, one in codes.items()}
    return Context(loaded.ledger, today, broken=loaded.broken, categories=categories)


def check_case(case: Case, target: Path) -> Checked:
    return check(lay_out(case, target), _day(case))


def _day(case: Case) -> date | None:
    lines = _lines(case.folder / "today")
    return date.fromisoformat(lines[0]) if lines else None


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split() if path.is_file() else []


def _today(ledger: Ledger) -> date:
    assert ledger.district is not None
    assert ledger.district.demonstration is not None
    return ledger.district.demonstration.today


@cache
def _schemas() -> Schemas:
    return Schemas.in_folder(SCHEMAS)
