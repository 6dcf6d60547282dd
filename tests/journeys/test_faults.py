"""An import and a site that are killed, or that find the disk full: what stands is the old or the new, never half."""

import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.journeys.desk import HOME, Desk
from tests.office.workbooks import a_workbook

pytestmark = pytest.mark.slow

ROWS = 40
HEADS = ["序号", "反馈问题", "问题类别", "整改措施", "责任领导", "责任单位", "完成时限"]
IMPORT = ("import", "../台账.xlsx", "--map", "../map.yaml", "--yes", "--language", "zh")
DAYS = ("2024-11-30", "2024-12-31")


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger, and beside it an office's sheet of many problems, the last of which has much to say."""
    folder = tmp_path_factory.mktemp("faults")
    shutil.copytree(HOME / "tests" / "cases" / "base" / "ledger", folder / "town" / "ledger")
    example = (HOME / "docs" / "examples" / "own-sheet.yaml").read_text(encoding="utf-8")
    mapping = example.replace("luze-community", "qinglan-community").replace("round: R13-06", "round: R13-02")
    (folder / "map.yaml").write_text(mapping, encoding="utf-8")
    rows: list[list[object]] = [
        [number, f"抽查{2000 + number}号凭证，附件不全。", "财务", "补齐附件", "书记", "社区", "2025.3.20"]
        for number in range(1, ROWS + 1)
    ]
    rows[-1][1] = "附件不全，" * 900
    (folder / "台账.xlsx").write_bytes(a_workbook({"整改台账": [HEADS, *rows]}))
    return folder / "town"


@pytest.fixture
def desk(town: Path) -> Desk:
    """A copy of the town, beside it."""
    copy = town.with_name("copy")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(town, copy)
    return Desk(copy)


def ran(desk: Desk, *words: str, before: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(HOME / "scripts"), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, *words], cwd=desk.folder, env=environment, capture_output=True, encoding="utf-8",
        check=False, preexec_fn=before,
    )  # fmt: skip


def killed(desk: Desk, module: str, name: str, count: int, *words: str) -> None:
    """Type a command that is killed when it calls a function for the n-th time."""
    ended = ran(desk, str(HOME / "tests" / "journeys" / "dying.py"), module, name, str(count), *words)
    assert ended.returncode == -signal.SIGKILL, ended


def with_a_full_disk(desk: Desk, room: int, *words: str) -> subprocess.CompletedProcess[str]:
    """Type a command that can write no file larger than this."""

    def no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    return ran(desk, "-m", "inspection", *words, before=no_room)


def below(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def records(desk: Desk) -> dict[str, bytes]:
    return {path: data for path, data in below(desk.folder / "ledger").items() if path.endswith(".yaml")}


@pytest.mark.parametrize(
    ("name", "count", "written"),
    [("fsync", ROWS // 2, 0), ("replace", 1, 0), ("replace", 2, ROWS), ("replace", ROWS // 2, ROWS)],
)
def test_an_import_that_is_killed_leaves_the_old_ledger_or_the_new(
    desk: Desk, name: str, count: int, written: int
) -> None:
    desk.done("check")
    old = records(desk)

    killed(desk, "os", name, count, *IMPORT)
    desk.done("check")

    now = records(desk)
    assert len(now) == len(old) + written
    assert {path: now[path] for path in old} == old
    desk.done(*IMPORT[:-2])
    assert len(records(desk)) == len(old) + ROWS


@pytest.mark.parametrize(("name", "written"), [("_put_down", False), ("_rename", False), ("_force", True)])
def test_a_record_that_is_killed_leaves_the_old_file_or_the_new(desk: Desk, name: str, written: bool) -> None:
    typed = ("record", "R13-02-0002/1", "report", "--by", "unit", "--note", "已召开会议")
    old = records(desk)

    killed(desk, "inspection.cli.writing", name, 1, *typed)

    changed = [path for path, data in records(desk).items() if data != old[path]]
    assert changed == (["problems/R13-02/R13-02-0002.yaml"] if written else [])
    desk.done("check")


def test_an_import_that_finds_the_disk_full_leaves_the_ledger_as_it_was(desk: Desk) -> None:
    old = below(desk.folder / "ledger")

    ended = with_a_full_disk(desk, 6000, *IMPORT)

    assert ended.returncode == 2
    assert ended.stderr == "inspection: 写不进磁盘（磁盘已满），台账没有改动\n"
    assert below(desk.folder / "ledger") == old
    desk.done(*IMPORT[:-2])


def test_a_site_that_is_killed_or_finds_the_disk_full_leaves_the_old_site_or_the_new(desk: Desk) -> None:
    served = desk.folder / "build" / "site"
    desk.done("site", "--as-of", DAYS[1])
    new = below(served)
    desk.done("site", "--as-of", DAYS[0])
    old = below(served)
    assert old != new

    for room in (3_000, 60_000):
        ended = with_a_full_disk(desk, room, "site", "--as-of", DAYS[1], "--language", "zh")
        assert ended.returncode == 2
        assert ended.stderr.count("\n") == 1
        assert ended.stderr.startswith("inspection: ")
        assert below(served) == old
    building = "inspection.cli.building"
    for name in ("hand_over", "finish_site", "exchanged"):
        killed(desk, building, name, 1, "site", "--as-of", DAYS[1])
        assert below(served) == old
    desk.done("site", "--as-of", DAYS[1])
    assert below(served) == new
    desk.done("site", "--as-of", DAYS[0])
    assert below(served) == old
    assert [path.name for path in served.parent.glob(".site*")] == [".site-old"]
