"""CODEOWNERS, made from the ledger and held against it."""

import re
from pathlib import Path

import pytest
from tests.workflows.conftest import PROJECT
from tests.workflows.forms import SIGNERS

from inspection.cli import main

OFFICE = '  - {role: office, key: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample09", from: 2024-01-01, account: yz}\n'
GROUP = (
    '  - {role: leading_group, key: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample08", from: 2024-01-01, account: lg}\n'
)


@pytest.fixture
def town(ledger: Path) -> Path:
    """A ledger whose bodies have accounts."""
    (ledger / "ledger" / "signers.yaml").write_text(SIGNERS + OFFICE + GROUP, encoding="utf-8")
    return ledger


def owners(town: Path, *words: str) -> int:
    return main(["codeowners", "--ledger", str(town), "--language", "zh", *words])


@pytest.mark.parametrize("forge", ["github", "gitea", "gitlab"])
def test_the_file_of_this_repository_is_what_the_command_writes(forge: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert owners(PROJECT, "--check", "--forge", forge) == 0
    assert "是最新的" in capsys.readouterr().out


def test_policy_answers_to_the_leading_group_and_a_units_files_to_the_unit_and_the_one_above(town: Path) -> None:
    assert owners(town) == 0
    lines = (town / ".github" / "CODEOWNERS").read_text("utf-8").splitlines()

    assert "* @yz" in lines
    assert "/ledger/policy/ @lg @yz" in lines
    assert "/ledger/rounds/*/qinglan-community.yaml @yz-qinglan @yz-lanpu @yz" in lines


def test_an_account_whose_key_has_ended_owns_nothing_and_nobody_without_account_is_named(town: Path) -> None:
    owners(town)
    text = (town / ".github" / "CODEOWNERS").read_text("utf-8")

    assert "yz-old" not in text
    assert all(re.search(r" @\w", line) for line in text.splitlines() if line and not line.startswith("#"))


def test_where_forges_read_expressions_they_get_expressions(town: Path) -> None:
    assert owners(town, "--forge", "gitea") == 0
    rows = dict(
        line.split(" ", 1)
        for line in (town / ".gitea" / "CODEOWNERS").read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    )

    fitting = [one for one in rows if re.fullmatch(one, "ledger/rounds/R13-02/qinglan-community.yaml")]
    assert fitting == [".*", "ledger/.*", r"ledger/rounds/[^/]+/qinglan\-community\.yaml"]


def test_a_file_that_is_not_current_is_named_with_the_mending(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    owners(town)
    (town / "ledger" / "signers.yaml").write_text(SIGNERS + OFFICE, encoding="utf-8")
    capsys.readouterr()

    assert owners(town, "--check") == 1
    assert ".github/CODEOWNERS 不是最新的，请运行 inspection codeowners" in capsys.readouterr().out


def test_without_an_account_of_the_office_nothing_is_written(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert owners(ledger) == 2
    assert "巡察办（office）没有账号" in capsys.readouterr().err
