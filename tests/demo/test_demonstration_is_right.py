"""A demonstration ledger holds no error, and only the warnings its story wants."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from inspection.demo import write
from inspection.finding import Finding, Severity
from inspection.read.loader import load
from inspection.read.schema import Schemas
from inspection.read.source import WorkingTree
from inspection.rules.framework import Context
from inspection.rules.judge import judge

ROOT = Path(__file__).parents[2]
TODAY = date(2024, 12, 31)


def findings(ledger: Path) -> list[Finding]:
    loaded = load(WorkingTree(ledger), Schemas.in_folder(ROOT / "schemas"))
    return [*loaded.findings, *judge(Context(loaded.ledger, TODAY))]


def test_the_committed_ledger_has_only_the_warnings_its_story_wants() -> None:
    found = findings(ROOT / "ledger")

    assert [one for one in found if one.severity is Severity.ERROR] == []
    assert Counter(one.code for one in found if one.severity is Severity.WARNING) == {"DUE01": 4, "DUE04": 1}
    assert sorted(one.code for one in found if one.acknowledged) == ["DUE01", "LIF09", "PRB03"]


@pytest.mark.parametrize(
    ("units", "problems", "seed"), [(28, 1, 1), (30, 20, 2), (45, 500, 3), (75, 150, 4), (260, 600, 5)]
)
def test_a_ledger_of_any_size_and_seed_holds_no_error(tmp_path: Path, units: int, problems: int, seed: int) -> None:
    write(tmp_path, units, problems, seed)
    found = findings(tmp_path / "ledger")

    assert [one for one in found if one.severity is Severity.ERROR] == []
    assert {one.code for one in found if one.severity is Severity.WARNING} <= {"DUE01", "DUE04"}
