"""`inspection statistics` counts backdated entries where it is asked to read the history."""

import json
from pathlib import Path

import pytest
from tests.history.district import District, made

from inspection.cli import main

OPEN = "problems/R13-05/R13-05-0001.yaml"
LATE = "      - {date: 2024-09-02, action: supervise, by: office, note: 现场督导}"


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> District:
    """A district in whose last commit one entry is recorded four months after its day."""
    signed = made(tmp_path_factory.mktemp("signed"))
    one = District(signed, tmp_path_factory.mktemp("late") / "district")
    one.add(OPEN, LATE)
    one.commit()
    return one


def asked(one: District, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main(["statistics", "--ledger", str(one.ledger), "--language", "zh", *arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


def counted(one: District, capsys: pytest.CaptureFixture[str], *arguments: str) -> int | None:
    told: int | None = json.loads(asked(one, capsys, "--format", "json", *arguments)[1])["departures"]["backdated"]
    return told


def test_backdated_entries_are_counted_when_the_history_is_read(
    district: District, capsys: pytest.CaptureFixture[str]
) -> None:
    assert counted(district, capsys) is None
    assert counted(district, capsys, "--history") == 1
    assert counted(district, capsys, "--history", "--as-of", "2024-12-30") == 0
    assert counted(district, capsys, "--history", "--at", "HEAD~1") == 0
    assert counted(district, capsys, "--history", "--from", "2024-12-31") == 1
    assert counted(district, capsys, "--history", "--from", "2024-09-01", "--to", "2024-12-30") == 0


def test_the_entries_themselves_are_named(district: District, capsys: pytest.CaptureFixture[str]) -> None:
    code, printed, _ = asked(district, capsys, "--explain", "departures.backdated")

    (path,) = printed.split()
    assert (code, path.rpartition("/log/")[0]) == (0, f"{OPEN}/items/0")


def test_what_cannot_be_counted_is_said(district: District, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert asked(district, capsys, "--history", "--by", "round") == (
        2,
        "",
        "inspection: --history 只用来算补录，与 --by、--public 不能同时使用\n",
    )
    without = District(district.folder, tmp_path / "copy")
    without.git("update-ref", "-d", "HEAD")
    code, _, said = asked(without, capsys, "--history")
    assert (code, said.startswith("inspection: 补录要从 Git 历史里看；")) == (2, True)
