"""`inspection demo`, `overdue`, `statistics` and `site`, as they are typed."""

import csv
import io
import json
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from icalendar import Calendar

from inspection.cli import main
from inspection.publish.editions import EDITIONS

DEMONSTRATION = Path(__file__).resolve().parents[2] / "ledger"
Run = Callable[..., tuple[int, str]]


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small demonstration ledger, made by its command."""
    folder = tmp_path_factory.mktemp("town")
    assert main(["demo", str(folder), "--units", "60", "--problems", "120"]) == 0
    return folder


@pytest.fixture
def run(town: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Type a command about the town; get its exit code and what it printed."""

    def typed(*arguments: str) -> tuple[int, str]:
        code = main([arguments[0], "--ledger", str(town), "--language", "zh", *arguments[1:]])
        said = capsys.readouterr()
        assert said.err == ""
        return code, said.out

    return typed


def test_a_demonstration_of_any_size_has_no_error(run: Run) -> None:
    code, printed = run("check")
    assert code == 0
    assert "错误 0" in printed.splitlines()[-1]


def test_a_demonstration_with_its_history_is_a_repository_on_its_last_commit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["demo", str(tmp_path), "--history", "--units", "30", "--problems", "5", "--language", "zh"]
    assert main(asked) == 0
    assert "次签名提交" in capsys.readouterr().out
    assert sorted(path.name for path in tmp_path.iterdir()) == [".git", "ledger"]
    assert subprocess.run(["git", "-C", tmp_path, "status", "--porcelain"], capture_output=True).stdout == b""
    assert main(["check", "--ledger", str(tmp_path), "--at", "HEAD~1", "--language", "zh"]) == 0
    assert (tmp_path / ".cache").is_dir()
    assert subprocess.run(["git", "-C", tmp_path, "status", "--porcelain"], capture_output=True).stdout == b""

    assert main(asked) == 2
    assert "已经存在，没有改动" in capsys.readouterr().err


def test_a_folder_with_a_ledger_is_left_alone(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted((town / "ledger").rglob("*.yaml"))
    assert main(["demo", str(town), "--language", "zh"]) == 2
    assert "已经存在，没有改动" in capsys.readouterr().err
    assert sorted((town / "ledger").rglob("*.yaml")) == before


def test_overdue_says_the_same_in_every_form(run: Run) -> None:
    code, plain = run("overdue", "--within", "60")
    _, as_json = run("overdue", "--within", "60", "--format", "json")
    _, as_calendar = run("overdue", "--within", "60", "--format", "ics")
    _, as_markdown = run("overdue", "--within", "60", "--format", "markdown")
    told = json.loads(as_json)
    rows = told["rows"]
    assert rows
    assert code == (1 if told["overdue"] else 0)
    assert told["overdue"] == sum(row["days"] < 0 for row in rows)
    assert plain.splitlines()[-1] == f"逾期 {told['overdue']} 项，共列 {len(rows)} 项"
    events = Calendar.from_ical(as_calendar).events
    assert {str(event["dtstart"].dt) for event in events} == {row["due"] for row in rows}
    assert len(events) == len(rows)
    assert sum(line.startswith("| R") for line in as_markdown.splitlines()) == len(rows)


@pytest.mark.parametrize("by", ["unit", "round", "post", "body"])
def test_overdue_is_grouped_as_asked_and_loses_nothing(run: Run, by: str) -> None:
    items = {row["item"] for row in json.loads(run("overdue", "--within", "60", "--format", "json")[1])["rows"]}
    rows = json.loads(run("overdue", "--within", "60", "--by", by, "--format", "json")[1])["rows"]
    assert {row["item"] for row in rows} == items
    assert [row["group"] for row in rows] == sorted(row["group"] for row in rows)


def test_overdue_proposes_the_next_letter_and_names_those_sent(capsys: pytest.CaptureFixture[str]) -> None:
    def owed(*arguments: str) -> str:
        main(["overdue", "--ledger", str(DEMONSTRATION), "--language", "zh", *arguments])
        return capsys.readouterr().out

    rows = json.loads(owed("--format", "json"))["rows"]
    assert {row["colour"] for row in rows if row["clock"] == "unit"} == {"red"}
    assert {row["colour"] for row in rows if row["clock"] != "unit"} == {""}
    proposed = next(row for row in rows if row["step"] == "admonition")
    assert proposed["advice"] == f"已发督办函 {proposed['sent'][0]}，建议发约谈通知书"
    assert f"红  {proposed['advice']}" in owed()
    assert f"| 红 | {proposed['advice']} |" in owed("--format", "markdown")
    early = json.loads(owed("--within", "20", "--today", "2024-07-25", "--format", "json"))["rows"]
    assert {"yellow", "green"} <= {row["colour"] for row in early}


def test_nothing_is_overdue_before_anything_began(run: Run) -> None:
    assert run("overdue", "--today", "2021-10-08") == (0, "逾期 0 项，共列 0 项\n")


def test_statistics_say_the_same_in_every_form(run: Run) -> None:
    made = json.loads(run("statistics", "--format", "json")[1])
    rows = dict(csv.reader(io.StringIO(run("statistics", "--format", "csv")[1])))
    _, plain = run("statistics")
    rate = made["closure_rate"]
    assert rows["closure_rate.rate"] == rate["rate"]
    assert f"{rate['rate']}%（{rate['closed']}/{rate['total']}）" in plain


def test_a_figure_names_the_records_behind_it(run: Run) -> None:
    made = json.loads(run("statistics", "--format", "json")[1])
    _, printed = run("statistics", "--explain", "problems.closed")
    assert len(printed.splitlines()) == made["problems"]["closed"]


def test_an_unknown_figure_is_named(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["statistics", "--ledger", str(town), "--language", "zh", "--explain", "problems.lost"]) == 2
    assert "没有「problems.lost」这个数字" in capsys.readouterr().err


def test_the_figures_are_those_of_the_day_asked_for(run: Run) -> None:
    early = json.loads(run("statistics", "--as-of", "2022-06-30", "--format", "json")[1])
    late = json.loads(run("statistics", "--format", "json")[1])
    assert early["as_of"] == "2022-06-30"
    assert early["problems"]["found"] < late["problems"]["found"]


def test_no_site_tells_of_a_day_to_come(town: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["site", "--ledger", str(town), "--out", str(tmp_path), "--as-of", "2025-01-01"]) == 2
    assert "2025-01-01" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.slow
def test_a_site_that_cannot_be_built_leaves_the_old_one(
    town: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["site", "--ledger", str(town), "--out", str(tmp_path)]) == 0
    before = _bytes(tmp_path / "site")
    broken = tmp_path / "broken.yml"
    broken.write_text("site_name: x\ntheme: {name: no-such-theme}\n", encoding="utf-8")
    english = EDITIONS["en"]._replace(configuration=str(broken))
    monkeypatch.setitem(EDITIONS, "en", english)
    assert main(["site", "--ledger", str(town), "--out", str(tmp_path), "--language", "zh"]) == 2
    assert "no-such-theme" in (tmp_path / "site.log").read_text(encoding="utf-8")
    assert "网站没有生成" in capsys.readouterr().err
    assert _bytes(tmp_path / "site") == before


def test_a_port_that_is_taken_is_said_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        monkeypatch.setattr("inspection.cli.serving.PORT", taken.getsockname()[1])
        monkeypatch.setattr("inspection.cli.site.build_site", lambda *_: None)
        given = ["--ledger", str(town), "--out", str(tmp_path), "--language", "zh"]
        assert main(["site", *given, "--serve"]) == 2
        assert f"端口 {taken.getsockname()[1]} 已被占用，网站没有打开" in capsys.readouterr().err
