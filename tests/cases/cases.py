"""Cases of the rules: a miniature ledger per rule, made of the common base and the files that differ from it.

`base/ledger/` is a valid ledger. `<CODE>/failing*/` and `<CODE>/passing*/` hold `ledger/` with the files that differ,
and where needed `removed` (ledger paths left out, one a line), `today` (a day, else the demonstration's) and, for
the failing ones, `expected.txt`: what `check` prints for the code, written by `python -m tests.cases.expect CODE ...`.

A case of a change rule (CHG) is compared with a base of its own: the common one and the files of the case's `base/`,
where it has them; `ledger/` and `removed` are what the change does to that. `outside` holds changed paths outside the
ledger, `provenance` what Git knows of facts, one a line: path, pointer, day of recording, bodies that signed or `-`.
"""

import shutil
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from inspection.derive.provenance import Provenance, Recorded
from inspection.finding import Finding, Words
from inspection.labelling import load as load_labels
from inspection.model.ledger import Ledger
from inspection.read.folder import WorkingTree
from inspection.read.loader import Loaded, load
from inspection.read.places import Places
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
    ledger = lay_out_base(case, target / "ledger")
    if case is not None:
        for path in _lines(case.folder / "removed"):
            (ledger / path).unlink()
        _lay_over(case.folder / "ledger", ledger)
    return ledger


def lay_out_base(case: Case | None, ledger: Path) -> Path:
    """Write what a case is compared with to a folder and return it."""
    shutil.copytree(BASE / "ledger", ledger)
    if case is not None:
        _lay_over(case.folder / "base", ledger)
    return ledger


def _lay_over(files: Path, ledger: Path) -> None:
    if files.is_dir():
        shutil.copytree(files, ledger, dirs_exist_ok=True)


def check(
    ledger: Path, today: date | None = None, case: Case | None = None, compared_with: Path | None = None
) -> Checked:
    """Read a ledger folder as the program does, and judge it, where it is a change beside what it changes."""
    source = WorkingTree(ledger)
    loaded = load(source, _schemas())
    findings = list(loaded.findings)
    if can_judge(loaded.ledger):
        base = load(WorkingTree(compared_with), _schemas()).ledger if compared_with is not None else None
        findings += judge(_context(loaded, today or _today(loaded.ledger), base, case))
    return Checked(sorted(findings, key=lambda one: one.order), Places(source))


def _context(loaded: Loaded, today: date, base: Ledger | None, case: Case | None) -> Context:
    codes = load_labels(SCHEMAS).codes["category"]
    categories = {code: Words(*one.label) for code, one in codes.items()}
    return Context(
        loaded.ledger,
        today,
        base=base,
        broken=loaded.broken,
        named=categories.get,
        provenance=_provenance(case.folder / "provenance") if case is not None else None,
        outside=frozenset(_lines(case.folder / "outside")) if case is not None else frozenset(),
    )


def _provenance(path: Path) -> Provenance | None:
    if not path.is_file():
        return None
    rows = [line.split() for line in path.read_text(encoding="utf-8").splitlines()]
    return {
        (place, pointer): Recorded(date.fromisoformat(day), () if signed == "-" else tuple(signed.split(",")))
        for place, pointer, day, signed in rows
    }


def check_case(case: Case, target: Path) -> Checked:
    compared_with = lay_out_base(case, target / "before" / "ledger") if case.code.startswith("CHG") else None
    return check(lay_out(case, target), _day(case), case, compared_with)


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
