"""A check against a base knows when what is new was recorded, and who signed it."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.history.district import District, made

from inspection.cli import main

OPEN = "problems/R13-05/R13-05-0001.yaml"


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("signed"))


@pytest.fixture
def district(signed: Path, tmp_path: Path) -> District:
    return District(signed, tmp_path / "district")


def found(one: District, capsys: pytest.CaptureFixture[str], base: str = "HEAD~1") -> list[tuple[str, str]]:
    capsys.readouterr()
    main(["check", "--ledger", str(one.ledger), "--base", base, "--format", "json"])
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return [(each["code"], each["message"]["en"]) for each in told["findings"] if each["code"] in ("CHG04", "CHG07")]


def test_what_the_office_signs_for_itself_today_is_in_order(district: District, capsys: pytest.CaptureFixture[str]):
    district.add(OPEN, "      - {date: 2024-12-31, action: supervise, by: office, note: 现场督导}")
    district.commit()

    assert found(district, capsys) == []


def test_an_entry_signed_by_another_body_than_it_speaks_for_is_told(
    district: District, capsys: pytest.CaptureFixture[str]
):
    district.add(OPEN, "      - {date: 2024-12-31, action: supervise, by: discipline, note: 现场督导}")
    district.commit()

    ((code, said),) = found(district, capsys)
    assert code == "CHG07"
    assert said.startswith("R13-05-0001: the entry of 2024-12-31 speaks for discipline; its commit is signed by")


def test_an_entry_nobody_signed_is_told(district: District, capsys: pytest.CaptureFixture[str]):
    district.add(OPEN, "      - {date: 2024-12-31, action: supervise, by: office, note: 现场督导}")
    district.commit(signed=False)

    ((code, said),) = found(district, capsys)
    assert (code, said.rpartition("its commit is ")[2]) == ("CHG07", "without a trusted signature")


def test_an_entry_recorded_long_after_its_day_is_told(district: District, capsys: pytest.CaptureFixture[str]):
    district.add(OPEN, "      - {date: 2024-09-02, action: supervise, by: office, note: 现场督导}")
    district.commit()

    ((code, said),) = found(district, capsys)
    assert code == "CHG04"
    assert said.startswith("R13-05-0001: dated 2024-09-02 and recorded on 2024-12-31; the policy allows ")


def test_what_was_recorded_before_the_base_is_not_asked_again(district: District, capsys: pytest.CaptureFixture[str]):
    district.add(OPEN, "      - {date: 2024-12-31, action: supervise, by: discipline, note: 现场督导}")
    district.commit()
    district.add(OPEN, "      - {date: 2024-12-31, action: supervise, by: office, note: 再次督导}")
    district.commit()

    assert found(district, capsys) == []
    assert [code for code, _ in found(district, capsys, "HEAD~2")] == ["CHG07"]


def test_of_what_is_not_committed_git_knows_nothing(district: District, capsys: pytest.CaptureFixture[str]):
    district.add(OPEN, "      - {date: 2024-09-02, action: supervise, by: discipline, note: 现场督导}")

    assert found(district, capsys, "HEAD") == []
