"""Every figure for any day, any period and any revision, as it is typed: what did we say then about that day."""

import csv
import io
import json
import os
import subprocess
from pathlib import Path

import pytest

from inspection.cli import main


class Office:
    """A repository with a ledger in it, and what is typed about it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Make a small demonstration and record it."""
        self.folder = folder
        self._capsys = capsys
        assert main(["demo", str(folder), "--units", "40", "--problems", "60"]) == 0
        self.git("init", "-q")
        (folder / ".gitignore").write_text("/build/\n/.cache/\n", encoding="utf-8")
        self.then = self.commit()
        capsys.readouterr()

    def git(self, *arguments: str) -> str:
        identity = ["-c", "user.name=office", "-c", "user.email=office@yunzhu.example", "-c", "commit.gpgsign=false"]
        made = subprocess.run(["git", "-C", self.folder, *identity, *arguments], check=True, capture_output=True)
        return made.stdout.decode().strip()

    def commit(self) -> str:
        """Record everything; return the commit."""
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "ledger: Recorded")
        return self.git("rev-parse", "HEAD")

    def change(self) -> None:
        """Alter, add, move and delete records, as weeks of work do."""
        ledger = self.folder / "ledger"
        problems = sorted((ledger / "problems").rglob("*.yaml"))
        for path in problems[:5]:
            path.unlink()
        moved = problems[5]
        moved.rename(moved.with_name(f"{moved.stem[:-4]}9001.yaml"))
        unit = ledger / "units" / "inspection-office.yaml"
        unit.write_text(unit.read_text(encoding="utf-8").replace("name: ", "name: 新", 1), encoding="utf-8")
        (ledger / "units" / "a-new-department.yaml").write_bytes(unit.read_bytes())

    def type(self, *arguments: str) -> tuple[int, str, str]:
        """Type a command about the ledger; get its exit code and what it printed."""
        code = main([arguments[0], "--ledger", str(self.folder), "--language", "zh", *arguments[1:]])
        said = self._capsys.readouterr()
        return code, said.out, said.err

    def figures(self, *arguments: str) -> dict[str, object]:
        code, out, err = self.type("statistics", *arguments, "--format", "json")
        assert (code, err) == (0, "")
        return dict(json.loads(out))


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Office:
    return Office(tmp_path / "office", capsys)


def test_what_was_said_at_a_revision_about_a_day_or_a_period_can_be_said_again(office: Office) -> None:
    asked = (["--as-of", "2023-12-31"], ["--from", "2023-01-01", "--to", "2023-12-31"], [])
    said = [office.figures(*days) for days in asked]
    owed = office.type("overdue", "--within", "365", "--format", "json")
    office.change()
    office.commit()

    assert [office.figures(*days) for days in asked] != said
    assert [office.figures("--at", "HEAD~1", *days) for days in asked] == [
        {**one, "revision": office.then} for one in said
    ]
    assert office.type("overdue", "--within", "365", "--format", "json", "--at", office.then[:12]) == owed


def test_the_figures_of_a_period_are_the_same_in_every_form(office: Office) -> None:
    year = ("--from", "2024-01-01", "--to", "2024-12-31")
    made = office.figures(*year)
    rows = dict(csv.reader(io.StringIO(office.type("statistics", *year, "--format", "csv")[1])))
    text = office.type("statistics", *year)[1].splitlines()
    behind = office.type("statistics", *year, "--explain", "problems.found")[1].splitlines()
    found = made["problems"]["found"]  # type: ignore[index]

    assert (made["from"], made["to"], made["as_of"]) == ("2024-01-01", "2024-12-31", "2024-12-31")
    assert 0 < found == int(rows["problems.found"]) == len(behind)
    assert text[0].split() == ["截至", "2024-12-31"]
    assert f"发现（期间内） {found}" in [" ".join(line.split()) for line in text]
    assert "整改完成率（期末）" in text


def test_a_period_ends_today_where_no_end_is_given(office: Office) -> None:
    assert office.figures("--from", "2024-01-01")["to"] == "2024-12-31"
    assert office.figures("--from", "2024-01-01", "--today", "2024-06-30")["to"] == "2024-06-30"


def test_two_days_stand_side_by_side_with_their_difference(office: Office) -> None:
    days = ("--as-of", "2024-09-30", "--as-of", "2023-09-30")
    made = office.figures(*days)
    one, other = (office.figures("--as-of", day) for day in ("2023-09-30", "2024-09-30"))
    rows = list(csv.DictReader(io.StringIO(office.type("statistics", *days, "--format", "csv")[1])))
    behind = office.type("statistics", *days, "--explain", "problems.closed")[1].splitlines()
    counts = [figures["problems"]["closed"] for figures in (one, other)]  # type: ignore[index]

    assert list(made) == ["before", "after", "difference"]
    assert (made["before"]["problems"]["closed"], made["after"]["problems"]["closed"]) == tuple(counts)  # type: ignore[index]
    assert made["difference"]["problems"]["closed"] == counts[1] - counts[0]  # type: ignore[index]
    assert {"key": "problems.closed", "before": str(counts[0]), "after": str(counts[1]),
            "difference": str(counts[1] - counts[0])} in rows  # fmt: skip
    assert sum(1 if line.startswith("+ R") else -1 for line in behind) == counts[1] - counts[0]
    assert office.type("statistics", *days)[1].splitlines()[0].split() == ["截至", "2023-09-30", "2024-09-30", "差"]


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        ("--from 2024-08-01 --to 2024-07-01", "期间的第一天 2024-08-01 晚于最后一天 2024-07-01"),
        ("--from 2025-03-01", "期间的第一天 2025-03-01 晚于最后一天 2024-12-31"),
        ("--from 2024-08-01 --to 2025-01-01", "2025-01-01 还没有到（今天是 2024-12-31）"),
        ("--as-of 2025-01-01", "2025-01-01 还没有到（今天是 2024-12-31）"),
        ("--as-of 2023-01-01 --as-of 2025-01-01", "2025-01-01 还没有到（今天是 2024-12-31）"),
        ("--to 2024-07-01", "缺少期间的第一天 --from"),
        ("--as-of 2024-07-01 --from 2024-01-01", "不能同时使用"),
        ("--as-of 2024-07-01 --as-of 2024-07-02 --as-of 2024-07-03", "--as-of 最多写两次"),
    ],
)
def test_days_that_make_no_sense_are_refused_in_one_sentence(office: Office, days: str, sentence: str) -> None:
    code, out, err = office.type("statistics", *days.split())

    assert (code, out, len(err.splitlines())) == (2, "", 1)
    assert sentence in err


def bytes_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def assert_rebuilt(office: Office, part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Build the site, go on working, and build it again later, elsewhere and in other surroundings."""
    day = ("--as-of", "2024-10-31")
    assert office.type("site", "--out", str(office.folder / "build"), *day)[0] == 0
    office.change()
    later = office.commit()
    (office.folder / "ledger" / "units" / "not-recorded.yaml").write_text("name: 未提交", encoding="utf-8")
    for path in sorted((office.folder / "ledger").rglob("*.yaml"), reverse=True):
        os.utime(path, (0, 0))
    monkeypatch.setenv("TZ", "America/Los_Angeles")
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    monkeypatch.chdir(office.folder.parent)
    again = office.folder.parent / "elsewhere"
    assert office.type("site", "--out", str(again), *day, "--at", office.then)[0] == 0
    assert office.type("site", "--out", str(again / "later"), *day, "--at", later)[0] == 0

    then, now = bytes_in(office.folder / "build" / part), bytes_in(again / part)
    assert office.then[:12].encode() in then[f"about/index.{'md' if part == 'pages' else 'html'}"]
    assert "data/v1/seal.json" in then
    assert then.keys() == now.keys()
    assert [path for path in then if then[path] != now[path]] == []
    assert bytes_in(again / "later" / part) != now


def test_the_pages_of_an_old_revision_are_those_it_had_when_it_was_the_head(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("inspection.cli.site.build_site", lambda *_: None)
    assert_rebuilt(office, "pages", monkeypatch)


@pytest.mark.slow
def test_the_site_of_an_old_revision_is_the_one_it_had_when_it_was_the_head(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert_rebuilt(office, "site", monkeypatch)
