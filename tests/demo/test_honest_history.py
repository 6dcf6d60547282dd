"""The demonstration's whole history, as an auditor looks at it: thousands of commits, and nothing wrong with them."""

import json
from pathlib import Path

import pytest

from inspection.cli import main

pytestmark = pytest.mark.slow


def test_an_honest_history_of_more_than_three_thousand_commits_gives_no_finding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["demo", str(tmp_path), "--history"]) == 0, capsys.readouterr()
    capsys.readouterr()

    assert main(["audit", "--ledger", str(tmp_path / "ledger"), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["commits"] > 3_000
    assert told["findings"] == []
