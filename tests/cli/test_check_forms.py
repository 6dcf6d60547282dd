"""The forms `inspection check` prints in, as they are typed and on a real terminal."""

import json
import os
import pty
import shutil
import struct
import subprocess
import sys
import termios
from fcntl import ioctl
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from inspection.cli import main
from inspection.cli.excerpts import Excerpts
from inspection.finding import Finding, Mark, Severity, Words
from inspection.labelling import SCHEMAS
from inspection.read.source import WorkingTree
from inspection.report.located import Located

PROJECT = Path(__file__).resolve().parents[2]
BASE = PROJECT / "tests" / "cases" / "base" / "ledger"
TODAY = ("--today", "2024-12-31")
SLIPS = 10


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger with the same slip in ten units, and the working directory around it."""
    shutil.copytree(BASE, tmp_path / "ledger")
    for number in range(SLIPS):
        text = f"name: 第{number}局\nkind: department\nnote: 街道\n"
        (tmp_path / "ledger" / "units" / f"bureau-{number}.yaml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def on_a_terminal(folder: Path, *typed: str, columns: int = 80) -> str:
    ours, theirs = pty.openpty()
    ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    command = [sys.executable, str(PROJECT / "scripts" / "check.py"), *TODAY, *typed]
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    with subprocess.Popen(command, cwd=folder, stdout=theirs, stderr=subprocess.DEVNULL, env=environment) as run:
        os.close(theirs)
        said = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    assert run.returncode == 1
    return said.decode("utf-8").replace("\r\n", "\n")


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # how Linux says that the other end is closed
        return b""


def test_a_terminal_shows_the_line_and_eight_of_a_code(broken: Path) -> None:
    said = on_a_terminal(broken, "--language", "zh", "ledger/units").splitlines()
    unknown = [line for line in said if ": 错误 SCH03 " in line]
    start = said.index(unknown[0])

    assert said[start : start + 4] == [
        "ledger/units/bureau-0.yaml:3:1: 错误 SCH03 字段「note」不在可用的字段之列",
        "  3 | note: 街道",
        "    | ^",
        said[start + 3],
    ]
    assert said[start + 3].startswith("  改法：")
    assert len(unknown) == 8
    assert said[-2] == f"另有 {SLIPS - 8} 条 SCH03（加 --all 全部列出）"
    assert said[-1].startswith("共 ")


def test_a_terminal_shows_all_when_asked(broken: Path) -> None:
    said = on_a_terminal(broken, "--language", "en", "--all", "ledger/units")

    assert said.count(": error SCH03 ") == SLIPS
    assert " more SCH03" not in said


@pytest.mark.usefixtures("broken")
def test_a_pipe_gets_every_line_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *TODAY, "--language", "en", "ledger/units"]) == 1
    said = capsys.readouterr().out.splitlines()

    assert said.count("ledger/units/bureau-0.yaml:3:1: error SCH03 key `note` is unknown") == 1
    assert len([line for line in said if ": error SCH03 " in line]) == SLIPS
    assert [line for line in said if " | " in line or line.startswith("and ")] == []


@pytest.mark.usefixtures("broken")
def test_github_gets_a_command_a_finding(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *TODAY, "--language", "en", "--format", "github", "ledger/units/bureau-3.yaml"]) == 1
    *commands, closing = capsys.readouterr().out.splitlines()

    assert next(one for one in commands if "SCH03" in one).startswith(
        "::error file=ledger/units/bureau-3.yaml,line=3,col=1,title=SCH03::key `note` is unknown%0Ahelp: "
    )
    assert [one for one in commands if not one.startswith("::error file=ledger/units/bureau-3.yaml,")] == []
    assert closing.endswith("(by the day alone 0, acknowledged 0)")


@pytest.mark.usefixtures("broken")
def test_a_code_scanner_gets_the_findings_with_their_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *TODAY, "--format", "sarif", "ledger/units"]) == 1
    (run,) = json.loads(capsys.readouterr().out)["runs"]
    rules = run["tool"]["driver"]["rules"]

    assert len([one for one in run["results"] if rules[one["ruleIndex"]]["id"] == "SCH03"]) == SLIPS
    assert run["properties"] == {"today": "2024-12-31"}


@pytest.mark.usefixtures("broken")
def test_json_is_what_its_schema_says(capsys: pytest.CaptureFixture[str]) -> None:
    schema = json.loads((SCHEMAS / "output" / "check.schema.json").read_text("utf-8"))

    assert main(["check", *TODAY, "--format", "json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert len(said["findings"]) >= SLIPS
    assert list(Draft202012Validator(schema).iter_errors(said)) == []


def finding(code: str, line: int, path: str = "units/a.yaml") -> Located:
    words = Words("不对", "wrong")
    one = Finding(code=code, severity=Severity.ERROR, path=path, message=words, help=words)
    return Located(one, f"ledger/{path}", Mark(line, 1))


def test_a_private_line_is_never_shown(tmp_path: Path) -> None:
    (tmp_path / "units").mkdir()
    (tmp_path / "units" / "a.yaml").write_bytes("\ufeffname: 甲\r\ncontact: 13800000000\nkind: x\n".encode())
    private = finding("PRV02", 2)
    excerpts = Excerpts(WorkingTree(tmp_path), [private])

    assert excerpts.of(private) is None
    assert excerpts.of(finding("SCH04", 2)) is None
    assert excerpts.of(finding("SCH04", 1)) == "name: 甲"
    assert excerpts.of(finding("SCH04", 3)) == "kind: x"
    assert excerpts.of(finding("PRV01", 3)) is None


def test_a_file_or_line_that_is_not_there_has_no_line(tmp_path: Path) -> None:
    excerpts = Excerpts(WorkingTree(tmp_path), [])

    assert excerpts.of(finding("SCH02", 1, "district.yaml")) in (None, "")
    assert excerpts.of(finding("SCH02", 9, "district.yaml")) is None
