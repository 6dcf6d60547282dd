"""`inspection sample`, as it is typed: who draws cannot choose, and anybody can draw again."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from inspection.cli import main


class Office:
    """A repository whose ledger is recorded once a month."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        assert main(["demo", str(folder), "--units", "40", "--problems", "120"]) == 0
        self.git("init", "-q")
        (folder / ".gitignore").write_text("/.cache/\n", encoding="utf-8")
        self.commits = [self.commit(day) for day in ("2025-01-31", "2025-02-14", "2025-03-03")]

    def git(self, *words: str, day: str = "2025-01-31") -> str:
        when = f"{day}T17:00:00+0800"
        environment = {**os.environ, "GIT_COMMITTER_DATE": when, "GIT_AUTHOR_DATE": when}
        identity = ["-c", "user.name=office", "-c", "user.email=office@yunzhu.example", "-c", "commit.gpgsign=false"]
        made = subprocess.run(
            ["git", "-C", self.folder, *identity, *words], check=True, capture_output=True, env=environment
        )
        return made.stdout.decode().strip()

    def commit(self, day: str) -> str:
        (self.folder / "NOTES").write_text(day, encoding="utf-8")
        self.git("add", "-A")
        self.git("commit", "-q", "-m", f"ledger: {day}", day=day)
        return self.git("rev-parse", "HEAD")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("office"))


def typed(office: Office, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main(["sample", "--ledger", str(office.folder), "--language", "zh", *words])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_the_lot_is_cast_by_the_last_commit_of_the_last_month_that_is_over(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = typed(office, capsys, "R13-01", "--format", "json")
    told = json.loads(out)

    assert (told["seed"], told["sealed"]) == (office.commits[1], True)
    assert told["drawn"] == sorted(item for unit in told["units"] for item in unit["drawn"])
    assert told["drawn"]


def test_the_draw_is_the_same_whatever_was_done_since(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    _, before, _ = typed(office, capsys, "R13-01")
    problem = next((office.folder / "ledger" / "problems" / "R13-01").iterdir())
    held = problem.read_bytes()
    problem.unlink()
    _, after, _ = typed(office, capsys, "R13-01")
    problem.write_bytes(held)

    assert before == after


def test_a_seed_that_is_not_sealed_is_said_to_be_a_matter_of_choice(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = typed(office, capsys, "R13-01", "--seed", "HEAD")

    assert "不在封存之列" in out
    assert f'sample: {{seed: "{office.commits[2]}", drawn: [' in out


def test_an_unknown_round_is_told_with_those_there_are(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = typed(office, capsys, "R13-99")

    assert code == 2
    assert "没有轮次 R13-99；有 R13-01、" in err
