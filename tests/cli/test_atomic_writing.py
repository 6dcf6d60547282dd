"""What stands on the disk when a writer dies, when the disk is full, and when two write at once."""

import errno
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from inspection.cli import main
from inspection.cli.memory_folder import memory_folder
from inspection.cli.writing import NOTE, ChangedMeanwhileError, locked, settled, write_files
from inspection.errors import CannotRunError

HOME = Path(__file__).resolve().parents[2]
OLD = {"units/a.yaml": b"name: old a\n", "units/b.yaml": b"name: old b\n", "letters/2024/L2024-001.yaml": b""}
NEW = {path: path.encode() * 2000 for path in OLD}
DIES = """
import os, signal, sys
from pathlib import Path
from inspection.cli.writing import locked, write_files

name, left = sys.argv[2], int(sys.argv[3])
real = getattr(os, name)

def dying(*given, **how):
    global left
    left -= 1
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*given, **how)

setattr(os, name, dying)
root = Path(sys.argv[1])
new = {path: path.encode() * 2000 for path in sys.argv[4:]}
with locked(root):
    write_files(root, new, {path: (root / path).read_bytes() if (root / path).exists() else b"" for path in new})
"""


@pytest.fixture
def root(tmp_path):
    folder = tmp_path / "ledger"
    for path, data in OLD.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        if data:
            (folder / path).write_bytes(data)
    return folder


def held(root):
    return {path: (root / path).read_bytes() if (root / path).exists() else b"" for path in OLD}


def left_over(root):
    return sorted(path.name for path in root.rglob(".*"))


def killed(root, name, after, *paths):
    environment = {**os.environ, "PYTHONPATH": str(HOME / "scripts")}
    command = [sys.executable, "-c", DIES, str(root), name, str(after), *paths]
    done = subprocess.run(command, env=environment, check=False, capture_output=True)
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()


@pytest.mark.parametrize(("name", "after"), [("fsync", 1), ("replace", 1)])
def test_one_file_is_the_old_one_when_its_writer_is_killed(root, name, after):
    killed(root, name, after, "units/a.yaml")

    settled(root)

    assert held(root) == OLD


@pytest.mark.parametrize("after", [1, 2, 3, 4, 5, 6])
def test_several_files_are_all_old_or_all_new_when_their_writer_is_killed_while_it_forces_them_to_disk(root, after):
    killed(root, "fsync", after, *OLD)

    assert all(data in (OLD[path], NEW[path]) for path, data in held(root).items())
    settled(root)
    assert held(root) in (OLD, NEW)


@pytest.mark.parametrize(("after", "then"), [(1, OLD), (2, NEW), (3, NEW), (4, NEW)])
def test_a_writer_killed_among_its_renames_is_finished_by_the_next_one(root, after, then):
    killed(root, "replace", after, *OLD)

    settled(root)

    assert held(root) == then
    assert not (memory_folder(root) / NOTE).exists()


def test_what_a_killed_writer_left_is_written_over_by_the_next_one(root):
    killed(root, "fsync", 1, "units/a.yaml")

    with locked(root):
        write_files(root, {"units/a.yaml": b"name: new\n"}, {"units/a.yaml": OLD["units/a.yaml"]})

    assert (root / "units/a.yaml").read_bytes() == b"name: new\n"
    assert left_over(root) == []


@pytest.mark.parametrize("after", [1, 2, 3, 4])
def test_a_full_disk_leaves_everything_as_it_was_and_is_one_sentence(root, monkeypatch, after):
    real, left = os.fsync, [after]

    def full(opened):
        left[0] -= 1
        if not left[0]:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(opened)

    monkeypatch.setattr(os, "fsync", full)

    with locked(root), pytest.raises(CannotRunError, match="写不进磁盘") as stopped:
        write_files(root, NEW, OLD)

    assert "台账没有改动" in stopped.value.zh
    assert held(root) == OLD
    assert left_over(root) == []


def test_a_file_that_changed_meanwhile_is_not_written_over(root):
    with locked(root), pytest.raises(ChangedMeanwhileError):
        write_files(root, NEW, {**OLD, "units/a.yaml": b"name: another\n"})

    assert held(root) == OLD


def test_a_file_keeps_who_may_read_it(root):
    (root / "units/a.yaml").chmod(0o600)

    with locked(root):
        write_files(root, NEW, OLD)

    assert (root / "units/a.yaml").stat().st_mode & 0o777 == 0o600


def test_two_writers_at_once_lose_no_entry(tmp_path):
    shutil.copytree(HOME / "ledger", tmp_path / "ledger")
    main(["check", "--ledger", str(tmp_path)])
    item, path = "R13-07-0001/1", tmp_path / "ledger" / "problems" / "R13-07" / "R13-07-0001.yaml"
    typed = [sys.executable, "-m", "inspection", "record", item, "supervise", "--by", "office", "--how", "urging"]
    environment = {**os.environ, "PYTHONPATH": str(HOME / "scripts")}
    notes = [f"第{number}次催办" for number in range(4)]
    writers = [
        subprocess.Popen([*typed, "--note", note, "--ledger", str(tmp_path)], env=environment, stdout=subprocess.PIPE)
        for note in notes
    ]

    assert [writer.wait() for writer in writers if writer.communicate()] == [0] * len(notes)
    text = path.read_text(encoding="utf-8")
    assert [note for note in notes if text.count(note) != 1] == []
    assert left_over(tmp_path / "ledger") == []
